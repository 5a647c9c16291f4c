import MailFormat
import Testing

@testable import MailSignatures

@Suite("Whether a mail is from its From domain") struct SenderCheckTests {
    /// What a signature of `signer` proves for mail from `dana@author`, with these policies.
    private static func passes(_ signer: String, _ author: String, _ policies: [String: String]) async -> Bool {
        let sender = EmailAddress("dana@\(author)")!
        let mail = Mail.crlf("From: dana@\(author)\nTo: a@acme.test\nSubject: x\n\nhello\n")
        let key = Keys.signer(.ed25519, domain: signer)
        var records = [key.recordName: key.record]
        for (domain, policy) in policies { records["_dmarc.\(domain)"] = policy }
        guard let signed = key.sign(mail, at: Mail.now) else { return false }
        let checked = await Mail.check(signed, ScriptedRecords(text: records), from: sender, .enough)
        switch checked.authentication {
        case .pass(let method): return method == "dkim of \(signer), checked by us"
        case .none, .fail, .forged: return false
        }
    }

    @Test(
        "An aligned signature and a DMARC record are a pass; one of them is nothing",
        arguments: [
            ("client.test", "client.test", ["client.test": "v=DMARC1; p=none"], true),
            ("client.test", "client.test", ["client.test": "v=DMARC1; p=reject; adkim=s"], true),
            ("client.test", "client.test", ["client.test": "v=DMARC1;; rua=mailto:a@client.test"], true),
            ("client.test", "client.test", [:], false),
            ("client.test", "client.test", ["client.test": "v=spf1 -all"], false),
            ("client.test", "client.test", ["client.test": "v=DMARC1"], false),
            ("client.test", "client.test", ["client.test": "p=none; v=DMARC1"], false),
            // The organization is above.
            ("client.test", "mail.client.test", ["client.test": "v=DMARC1; p=none"], true),
            ("mail.client.test", "mail.client.test", ["client.test": "v=DMARC1; p=none"], true),
            ("client.test", "mail.client.test", ["client.test": "v=DMARC1; p=none; adkim=s"], false),
            ("client.test", "mail.client.test", ["mail.client.test": "v=DMARC1; p=none"], false),
            ("client.test", "a.b.c.d.e.f.g.h.client.test", ["client.test": "v=DMARC1; p=none"], true),
            // Beneath and beside, only where the organization says that all beneath is its own.
            ("mail.client.test", "client.test", ["client.test": "v=DMARC1; p=none"], false),
            ("mail.client.test", "client.test", ["client.test": "v=DMARC1; p=none; psd=n"], true),
            ("news.client.test", "mail.client.test", ["client.test": "v=DMARC1; p=none; psd=n"], true),
            ("mail.client.test", "client.test", ["client.test": "v=DMARC1; p=none; psd=n; adkim=s"], false),
            (
                "mail.client.test", "client.test",
                ["client.test": "v=DMARC1; p=none; psd=n", "mail.client.test": "v=DMARC1; p=none; psd=n"], false
            ),
            // A public suffix is nobody's organization.
            (
                "co.test", "client.co.test",
                ["client.co.test": "v=DMARC1; p=none", "co.test": "v=DMARC1; p=none; psd=y"], false
            ),
            ("co.test", "client.co.test", ["co.test": "v=DMARC1; p=none; psd=y"], false),
            ("client.co.test", "a.client.co.test", ["co.test": "v=DMARC1; p=none; psd=y"], true),
            // Strangers.
            (
                "attack.test", "client.test", ["client.test": "v=DMARC1; p=none", "attack.test": "v=DMARC1; p=none"],
                false
            ),
            ("notclient.test", "client.test", ["client.test": "v=DMARC1; p=none; psd=n"], false),
        ] as [(String, String, [String: String], Bool)])
    func verdicts(signer: String, author: String, policies: [String: String], isPass: Bool) async {
        #expect(await Self.passes(signer, author, policies) == isPass)
    }

    @Test func `the way up asks eight times at most`() async throws {
        let records = ScriptedRecords(text: [:])
        _ = try await TreeWalk(of: "a.b.c.d.e.f.g.h.i.j.client.test", by: records.records)
        #expect(records.asked.count == 8)
        #expect(
            records.asked.prefix(2) == [
                "_dmarc.a.b.c.d.e.f.g.h.i.j.client.test",
                "_dmarc.g.h.i.j.client.test".replacing("g.h.", with: "f.g.h."),
            ])
        #expect(records.asked.last == "_dmarc.test")
    }

    @Test func `two policies are none`() async {
        let signer = Keys.signer(.rsa)
        let policy = Array("v=DMARC1; p=none".utf8)
        let records = ScriptedRecords([
            signer.recordName: .found([Array(signer.record.utf8)]), "_dmarc.client.test": .found([policy, policy]),
        ])
        let checked = await Mail.check(Signature.signing(Mail.plain, .rsa), records)
        #expect(checked.authentication == .none(reason: "client.test has no DMARC record"))
    }

    @Test(arguments: ["s1._domainkey.client.test", "_dmarc.client.test"])
    func `where the DNS does not answer, nothing is known`(silent: String) async {
        var answers = Mail.records(Keys.signer(.rsa)).mapValues { TextRecords.Answer.found([Array($0.utf8)]) }
        answers[silent] = .failed
        let checked = await Mail.check(Signature.signing(Mail.plain, .rsa), ScriptedRecords(answers))
        guard case .none(let reason) = checked.authentication else { return #expect(Bool(false)) }
        #expect(reason.contains("the DNS did not answer"))
    }

    @Test func `a good signature counts beside broken and foreign ones`() async {
        let signer = Keys.signer(.rsa)
        let good = Signature.signing(Mail.plain, .rsa)
        let broken =
            "DKIM-Signature: v=1\r\nDKIM-Signature: v=1; a=rsa-sha256; d=attack.test; s=s; h=from; bh=; b=AAAA\r\n"
        let records = ScriptedRecords(text: Mail.records(signer))
        let checked = await Mail.check(Array(broken.utf8) + good, records, .enough)
        #expect(checked.authentication == .pass(method: "dkim of client.test, checked by us"))
        #expect(checked.signatures.count == 1)
    }

    @Test func `mail without a signature that could count asks nobody`() async {
        let foreign = Signature.signing(Mail.plain, .rsa, "relaxed/relaxed", ["d": "esp.test"])
        for mail in [Mail.plain, foreign] {
            let records = ScriptedRecords(text: [:])
            _ = await Mail.check(mail, records, .enough)
            #expect(records.asked.isEmpty)
            #expect(!SenderCheck.canTell(Message(mail), from: Mail.dana))
        }
        #expect(SenderCheck.canTell(Message(Signature.signing(Mail.plain, .rsa)), from: Mail.dana))
    }
}
