import MailFormat
import Testing

@testable import MailSignatures

@Suite("Which signatures count") struct SignatureTests {
    private static func results(
        _ mail: [UInt8], _ records: [String: String]? = nil
    ) async -> [CheckedSignature.Result] {
        let records = ScriptedRecords(text: records ?? Mail.records(Keys.signer(.rsa)))
        return await Mail.check(mail, records).signatures.map(\.result)
    }

    @Test(
        "A signature that two programs could read differently, or that says too little, is none",
        arguments: [
            ["v": "2"], ["v": nil], ["a": "rsa-sha1"], ["a": nil], ["a": "RSA-SHA256"], ["d": nil], ["d": "test"],
            ["d": "client..test"], ["d": "cliënt.test"], ["s": nil], ["s": "a b"], ["h": nil], ["h": "To:Subject"],
            ["h": "From::To"], ["bh": "AAAA"], ["bh": "*"], ["bh": nil], ["c": "nofws"], ["c": "simple/simple/simple"],
            ["c": ""], ["q": "http/xml"], ["i": "@attack.test"], ["i": "dana"], ["i": "@notclient.test"], ["x": "soon"],
            ["x": "-1"], ["t": "99999999999999999999"], ["t": "1790000000", "x": "1790000000"], ["l": "0"],
            ["l": "10000000"], ["l": "x"], ["x": "1789999999"], ["9": "x"],
        ] as [[String: String?]])
    func broken(tags: [String: String?]) async {
        #expect(await Self.results(Signature.signing(Mail.plain, .rsa, "relaxed/relaxed", tags)) != [.valid])
    }

    @Test(
        "What a signature says beside is no harm",
        arguments: [
            ["q": "dns/txt"], ["q": "http : dns/txt"], ["i": "@client.test"], ["i": "dana@mail.client.test"],
            ["x": "1790000001"], ["t": "1780000000"], ["zz": "future"], ["d": "CLIENT.test"], ["s": "S1"],
        ] as [[String: String?]])
    func sound(tags: [String: String?]) async {
        #expect(await Self.results(Signature.signing(Mail.plain, .rsa, "relaxed/relaxed", tags)) == [.valid])
    }

    @Test func `a tag that stands twice, or is none, spoils all`() async {
        let signed = String(decoding: Signature.signing(Mail.plain, .rsa), as: UTF8.self)
        for spoiled in ["v=1; v=1", "v=1; d", "v=1;; ", "v=1; =x", "v=1; x=\u{1}"] {
            #expect(await Self.results(Array(signed.replacing("v=1", with: spoiled).utf8)) != [.valid])
        }
    }

    @Test(
        "What a key record says counts",
        arguments: [
            ("v=DKIM1; k=rsa; p=", false), ("v=DKIM2; k=rsa; p=KEY", false), ("k=rsa; v=DKIM1; p=KEY", false),
            ("v=DKIM1; k=ed25519; p=KEY", false), ("v=DKIM1; k=dsa; p=KEY", false), ("v=DKIM1; h=sha1; p=KEY", false),
            ("v=DKIM1; s=tlsrpt; p=KEY", false), ("v=DKIM1; t=y; p=KEY", false), ("v=DKIM1; t=s:y; p=KEY", false),
            ("v=DKIM1; p=*KEY", false), ("v=DKIM1; p=AAAA", false), ("v=DKIM1", false), ("", false),
            ("v=DKIM1; p=KEY; p=KEY", false),
            ("v=DKIM1; p=\(Keys.smallRSAPublic)", false), ("p=KEY", true), ("v=DKIM1; p=KEY", true),
            ("v=DKIM1; h=sha1:sha256; s=email; t=s; n=note; p=KEY;", true), ("v=DKIM1; s=*; g=*; p= KEY ", true),
        ])
    func records(record: String, isValid: Bool) async throws {
        let signer = Keys.signer(.rsa)
        let key = try #require(signer.record.split(separator: "p=").last)
        let text = [signer.recordName: record.replacing("KEY", with: String(key))]
        let result = await Self.results(Signature.signing(Mail.plain, .rsa), text)
        #expect((result == [.valid]) == isValid, "\(result)")
    }

    @Test func `a strict key does not speak for a subdomain`() async {
        let signer = Keys.signer(.rsa)
        let records = [signer.recordName: signer.record + "; t=s"]
        let signed = Signature.signing(Mail.plain, .rsa, "relaxed/relaxed", ["i": "@mail.client.test"])
        #expect(await Self.results(signed, records) == [.invalid("its key does not speak for subdomains (t=s)")])
    }

    @Test func `of two keys at one selector none counts, of a key and a note the key does`() async {
        let signer = Keys.signer(.rsa)
        let signed = Signature.signing(Mail.plain, .rsa)
        for (texts, expected) in [([signer.record, signer.record], false), ([signer.record, "a note"], true)] {
            let records = ScriptedRecords([signer.recordName: .found(texts.map { Array($0.utf8) })])
            let results = await Mail.check(signed, records).signatures.map(\.result)
            #expect((results == [.valid]) == expected)
        }
    }

    @Test(
        "Whom a mail is to, what it is about and where its text begins must be signed",
        arguments: [
            ("From:Subject", "", false), ("From:To", "", false),
            ("From:To:Subject", "Cc: replies+other@acme.test\r\n", false),
            ("From:To:Subject", "", true), ("From:To:Subject:Cc", "", true),
        ])
    func coverage(names: String, added: String, isValid: Bool) async {
        let signed = Array(added.utf8) + Signature.signing(Mail.plain, .rsa, names: names)
        #expect((await Self.results(signed) == [.valid]) == isValid)
    }

    @Test(
        "Where Content-Type is not signed, the body must show that it is its own",
        arguments: [
            ("text/plain", "hello\r\n", true), ("text/plain", "--\r\nDana\r\n", true),
            ("multipart/mixed; boundary=b", "--b\r\n\r\nhello\r\n--b--\r\n", true),
            ("text/plain", "--b\r\n\r\nhello\r\n--b--\r\n", false),
            ("multipart/mixed; boundary=x", "--b\r\n\r\nhello\r\n--x\r\n\r\nAPPROVE\r\n--b--\r\n", false),
            ("multipart/mixed; boundary=x", "hello\r\n--x\r\n\r\nAPPROVE\r\n", false),
        ])
    func frame(type: String, body: String, isValid: Bool) async {
        let mail = Array(
            "From: dana@client.test\r\nTo: a@b.test\r\nSubject: x\r\nContent-Type: \(type)\r\n\r\n\(body)".utf8)
        #expect((await Self.results(Signature.signing(mail, .rsa, names: "From:To:Subject")) == [.valid]) == isValid)
        #expect(await Self.results(Signature.signing(mail, .rsa)) == [.valid])
    }

    @Test func `at most five signatures are checked, and the DNS is asked only for what is whole`() async {
        var mail = Mail.plain
        for _ in 0..<30 { mail = Array("DKIM-Signature: v=1; nonsense\r\n".utf8) + mail }
        #expect(await Self.results(mail).count == 5)
        let records = ScriptedRecords(text: [:])
        let changed = Signature.signing(Mail.plain, .rsa) + Array("more".utf8)
        _ = await Mail.check(changed, records)
        #expect(records.asked.isEmpty)
    }
}
