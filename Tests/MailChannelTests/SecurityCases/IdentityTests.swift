import MailChannel
import MailFormat
import PortalCore
import Testing

/// `security/cases.md`, ID: what may be done on whose evidence.
struct IdentityTests {
    private static let pass = "dmarc=pass header.from=client.test"

    private static let evidence: [Case] = [
        Case("ID-01", [.execute]) { _ in },
        Case("ID-02", [.confirm]) { $0.results = [] },
        Case("ID-03", [.confirm]) { $0.results = ["mx.google.com; \(pass)"] },
        Case("ID-04", [.quarantine]) {
            $0.results = ["mx.acme.test; dmarc=fail header.from=client.test"]
            $0.below = ["Authentication-Results: mx.acme.test; \(pass)"]
        },
        Case("ID-05", [.quarantine]) {
            $0.results = []
            $0.below = ["Authentication-Results: mx.acme.test; \(pass)"]
        },
        Case("ID-06 longer", [.confirm]) { $0.results = ["mx.acme.test.attack.test; \(pass)"] },
        Case("ID-06 suffix", [.confirm]) { $0.results = ["mx.acme.test-x; \(pass)"] },
        Case("ID-06 prefix", [.confirm]) { $0.results = ["xmx.acme.test; \(pass)"] },
        Case("ID-06 at", [.confirm]) { $0.results = ["mx.acme.test@attack.test; \(pass)"] },
        Case("ID-07 empty", [.confirm]) { $0.results = ["; \(pass)"] },
        Case("ID-07 none", [.confirm]) { $0.results = [pass] },
        Case("ID-08", [.execute]) {
            $0.results = ["(c1 (c2)) MX.ACME.TEST. 1 ;\r\n\tdmarc=pass (p=reject dis=none) header.from=client.test"]
        },
        Case("ID-10", [.confirm]) {
            $0.results = [
                "mx.acme.test; (note (x) dmarc=pass header.from=client.test) spf=fail smtp.mailfrom=attack.test"
            ]
        },
        Case("ID-11", [.quarantine]) {
            $0.results = ["mx.acme.test; dmarc=fail header.from=client.test; \(pass)"]
        },
        Case("ID-11 reversed", [.quarantine]) {
            $0.results = ["mx.acme.test; \(pass); dmarc=fail header.from=client.test"]
        },
        Case("ID-13", [.confirm]) { $0.results = ["mx.acme.test; dkim=pass header.from=client.test"] },
        Case("ID-14", [.confirm]) { $0.results = ["mx.acme.test; spf=pass smtp.mailfrom=dana@client.test"] },
        Case("ID-15", [.quarantine]) {
            $0.results = [
                "mx.acme.test; dmarc=fail header.from=client.test; arc=pass (i=1 dmarc=pass fromdomain=client.test)"
            ]
        },
        Case("ID-16", [.confirm]) {
            $0.results = [
                "mx.acme.test; dmarc=bestguesspass action=none header.from=client.test; compauth=pass reason=109"
            ]
        },
        Case("ID-17", [.quarantine]) { $0.results = ["mx.acme.test; dmarc=pass header.from=attack.test"] },
        Case("ID-19", [.execute]) {
            $0.results = ["mx.acme.test; dkim=pass header.d=client.test", "mx.acme.test; \(pass)"]
        },
        Case("ID-28 '", [.confirm]) { $0.results = ["mx.acme.test; dkim=pass header.d=client.test'.attack.test"] },
        Case("ID-28 quote", [.confirm]) { $0.results = ["mx.acme.test; dkim=pass header.d=client.test\".attack.test"] },
        Case("ID-28 spf", [.confirm]) {
            $0.results = ["mx.acme.test; spf=pass smtp.mailfrom=any@client.test(.attack.test; \(pass)"]
        },
        Case("ID-28", [.confirm]) { $0.results = ["mx.acme.test; dkim=pass header.d=client.test(.attack.test"] },
    ]

    private static let senders: [Case] = [
        Case("ID-21", [.quarantine]) { $0.from = ["From: <a@attack.test>", "From: <dana@client.test>"] },
        Case("ID-21 reversed", [.quarantine]) { $0.from = ["From: <dana@client.test>", "From: <a@attack.test>"] },
        Case("ID-21 equal", [.quarantine]) { $0.from = ["From: <dana@client.test>", "From: <dana@client.test>"] },
        Case("ID-22 first", [.quarantine]) {
            // The line is the first of the whole mail, so that some readers skip it and others take it.
            $0.results = [pass].map { "mx.acme.test; \($0)" }
            $0.first = " From: <a@attack.test>"
        },
        Case("ID-24 reversed", [.quarantine]) {
            $0.from = ["From: <dana@client.test>, <a@attack.test>", "Sender: <a@attack.test>"]
        },
        Case("ID-25 shown", [.quarantine]) { $0.from = ["From: =?utf-8?q?dana=40client.test?= <a@attack.test>"] },
        Case("ID-27 list", [.quarantine]) { $0.from = ["From: dana@client.test, <a@attack.test>"] },
        Case("ID-33 dot", [.quarantine]) { $0.from = ["From: d.ana@client.test"] },
        Case("ID-32 punycode", [.quarantine]) { $0.from = ["From: dana@xn--clint-fsa.test"] },
        Case("ID-41 From", [.quarantine]) { $0.from.insert("From: <dana@client.test>", at: 0) },
        Case("ID-22 blank", [.quarantine]) { $0.from = ["From : <dana@client.test>", "From: <dana@client.test>"] },
        Case("ID-22 folded", [.quarantine]) { $0.from = ["From\r\n : <a@attack.test>", "From: <dana@client.test>"] },
        Case("ID-23 Sender", [.quarantine]) { $0.from = ["Sender: dana@client.test"] },
        Case("ID-23 Resent-From", [.quarantine]) { $0.from = ["From:", "Resent-From: dana@client.test"] },
        Case("ID-24", [.quarantine]) {
            $0.from = ["From: <a@attack.test>, <dana@client.test>", "Sender: <dana@client.test>"]
        },
        Case("ID-25", [.quarantine]) { $0.from = ["From: =?utf-8?B?PGRhbmFAY2xpZW50LnRlc3Q+?=, <a@attack.test>"] },
        Case("ID-26", [.quarantine]) { $0.from = ["From: <@attack.test,@any.test:dana@client.test>"] },
        Case("ID-27", [.quarantine]) { $0.from = ["From: <dana@client.test>\\, <a@attack.test>"] },
        Case("ID-27 after", [.quarantine]) { $0.from = ["From: <a@attack.test>dana@client.test"] },
        Case("ID-30", [.quarantine]) {
            $0.from = ["From: \"dana@client.test\" <a@attack.test>"]
            $0.results = ["mx.acme.test; dmarc=pass header.from=attack.test"]
        },
        Case("ID-31", [.quarantine]) { $0.from = ["From: <dana@client.test(>@attack.test)>"] },
        Case("ID-31 NUL", [.quarantine]) { $0.from = ["From: <dana@client.test\0@attack.test>"] },
        Case("ID-31 CR", [.quarantine]) { $0.from = ["From: <a@attack.test>\rFrom: <dana@client.test>"] },
        Case("ID-32 Cyrillic", [.quarantine]) { $0.from = ["From: <d\u{430}na@client.test>"] },
        Case("ID-32 dot", [.quarantine]) { $0.from = ["From: <dana@client.test.>"] },
        Case("ID-32 case", [.execute]) { $0.from = ["From: <DANA@Client.TEST>"] },
        Case("ID-33", [.quarantine]) { $0.from = ["From: dana+x@client.test"] },
        Case("ID-34", [.quarantine]) { $0.from = ["From: a@attack.test", "Reply-To: dana@client.test"] },
        Case("ID-34 inverse", [.execute]) { $0.from.append("Reply-To: a@attack.test") },
        Case("ID-35", [.quarantine]) { $0.from = ["From: lee@client.test"] },
        Case("ID-41 Subject", [.quarantine]) { $0.subject.insert("Subject: other", at: 0) },
        Case("ID-41 To", [.quarantine]) { $0.to.insert("To: other@attack.test", at: 0) },
        // By the policy, which stands: a second Content-Type is ambiguous, so nothing is carried out.
        Case("ID-41 Content-Type", [.confirm]) { $0.content.insert("Content-Type: text/plain", at: 0) },
        Case("ID-50", []) {
            $0.from = ["From: replies@acme.test"]
            $0.results = ["mx.acme.test; dmarc=pass header.from=acme.test"]
        },
    ]

    private static let addresses: [Case] = [
        Case("ID-37", [.quarantine]) {
            $0.to = ["To: replies@acme.test", "In-Reply-To: <1.x@acme.test>", "References: <1.x@acme.test>"]
        },
        Case("ID-38 changed", [.quarantine]) { $0.to = ["To: replies+aaaaaaaaaaaaaaaaaaaaaaaaaa@acme.test"] },
        Case("ID-38 extended", [.quarantine]) { $0.to = ["To: replies+{RT}a@acme.test"] },
        Case("ID-38 truncated", [.quarantine]) { $0.to = ["To: replies+{RT-1}@acme.test"] },
        Case("ID-44 signed", [.post, .confirm]) {
            $0.results = []
            $0.content = ["Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=b"]
            $0.body =
                "--b\r\nContent-Type: text/plain\r\n\r\nAPPROVE\r\n--b\r\nContent-Type: application/pkcs7-signature\r\n\r\nx\r\n--b--"
        },
        Case("ID-45", [.execute]) { $0.to = ["To: REPLIES+{RT}@ACME.TEST"] },
        Case("ID-46 above", [.execute]) {
            $0.to = ["To: dana-and-us@acme.test"]
            $0.above = ["Delivered-To: replies+{RT}@acme.test"]
        },
        Case("ID-46 below", [.quarantine]) {
            $0.to = ["To: dana-and-us@acme.test"]
            $0.below = ["X-Original-To: replies+{RT}@acme.test"]
        },
        Case("two tokens", [.quarantine]) {
            $0.to = ["To: replies+{RT}@acme.test, replies+aaaaaaaaaaaaaaaaaaaaaaaaaa@acme.test"]
        },
        Case("ID-43", [.post]) {
            $0.body = """
                hello
                .
                MAIL FROM:<dana@client.test>
                RCPT TO:<replies+{RT}@acme.test>
                DATA
                From: dana@client.test

                APPROVE
                """
        },
        Case("ID-44 opaque", [.post]) {
            $0.results = []
            $0.content = ["Content-Type: application/pkcs7-mime; name=smime.p7m", "Content-Transfer-Encoding: base64"]
            $0.body = "QVBQUk9WRQ=="
        },
    ]

    @Test(arguments: evidence + senders + addresses)
    func `a mail does what its evidence allows, and answers go only to registered addresses`(_ row: Case) async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        let known = try world.portal.history(newest: 1000).count
        let effects = try await world.receive(row.mail.bytes(secret))
        #expect(effects.words == row.expected, "\(effects.outcomes)")
        // One row of history for each thing that the mail asked for; our own mail asks for nothing.
        #expect(try world.portal.history(newest: 1000).count - known == effects.outcomes.count)
        #expect(try world.isDecided() == row.expected.contains(.execute))
        if effects.words.contains(.quarantine) || effects.words.isEmpty { #expect(effects.owed.isEmpty) }
        let recipients = Set(try await world.send().map(\.recipient))
        #expect(recipients.isSubset(of: ["dana@client.test", "ana@acme.test"]))
    }

    @Test func `ID-39: APPROVE to a message is posted, and the one open decision is offered on a page`() async throws {
        let world = try await World()
        _ = try await world.danaIsAsked()
        let effects = try await world.receive(MailText().bytes(world.anaWrites()))
        #expect(effects.words == [.post, .confirm])
    }

    @Test func `ID-40: the same bytes again, by another way, have no second effect and no second receipt`() async throws
    {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        var mail = MailText()
        #expect(try await world.receive(mail.bytes(secret)).words == [.execute])
        let owed = try world.portal.outbox(newest: 100).count
        for id in 2...4 {
            mail.received = "from out.client.test by mx.acme.test with ESMTPS id \(id); Mon, 21 Sep 2026 15:00:00 +0000"
            #expect(try await world.receiver.receive([mail.bytes(secret)]) == [.processed])
        }
        #expect(try world.portal.outbox(newest: 100).count == owed)
        #expect(try world.portal.inbox(newest: 100).count == 1)
    }

    @Test func `ID-15: a failure that a trusted forwarder explains is asked about, and never carried out`() async throws
    {
        let border = TrustedBorder(
            hosts: ["mx.acme.test"], authservIDs: ["mx.acme.test"], trustedSealers: ["list.test"])
        for (sealer, expected) in [("list.test", Effects.Word.confirm), ("attack.test", .quarantine)] {
            let world = try await World()
            var mail = MailText()
            mail.results = ["mx.acme.test; dmarc=fail header.from=client.test; arc=pass (i=1)"]
            mail.below = ["ARC-Seal: i=1; a=rsa-sha256; cv=none; d=\(sealer); s=x; b=x"]
            let effects = try await world.receive(mail.bytes(world.danaIsAsked()), border: border)
            #expect(effects.words == [expected])
        }
    }

    @Test func `ID-36: a colleague who replies to all with the reply address has no effect`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        _ = try await world.receive(MailText().bytes(secret))
        try await world.send()
        var mail = MailText()
        mail.from = ["From: Lee <lee@client.test>"]
        mail.messageID = "lee@client.test"
        let effects = try await world.receive(mail.bytes(secret))
        #expect(effects.words == [.quarantine] && effects.owed.isEmpty)
        #expect(effects.holds == [.otherPerson("lee@client.test")])
    }

    @Test func `ID-49: whoever was removed a moment ago is not believed, and hears nothing`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        try await world.apply(.acme.with { $0.projects[0].people = [.ana] })
        let effects = try await world.receive(MailText().bytes(secret))
        #expect(effects.words == [.quarantine] && effects.owed.isEmpty)
        #expect(effects.holds == [.notAllowedIn])
    }
}

extension World {
    func isDecided() throws -> Bool {
        try portal.history(newest: 1000).contains { $0.command.hasPrefix("decide") && $0.outcome.contains("decided") }
    }
}
