import MailChannel
import MailFormat
import PortalCore
import Testing

/// `security/cases.md`, ID, as others might have written it: other quoting, folding, comments, order and doubled fields.
struct IdentityVariants {
    private static let pass = "dmarc=pass header.from=client.test"
    private static let local = "from localhost (localhost [127.0.0.1]) by mx.acme.test (Postfix) with ESMTP id 2; now"

    private static func results(_ id: String, _ expected: Set<Effects.Word>, _ results: String...) -> Case {
        Case(id, expected) { $0.results = results }
    }

    private static let written: [Case] = [
        results("ID-08 folded", [.execute], "\r\n\tmx.acme.test\r\n ;\r\n dmarc=pass\r\n header.from=client.test"),
        results("ID-08 quoted", [.execute], "\"mx.acme.test\"; \(pass)"),
        results("ID-08 capitals", [.execute], "mx.acme.test; DMARC=PASS (P=REJECT) HEADER.FROM=CLIENT.TEST"),
        results("ID-08 dot", [.execute], "mx.acme.test.; dmarc=pass header.from=client.test."),
        results("ID-08 glued", [.execute], "mx.acme.test;dmarc=pass(p=none)header.from=client.test"),
        results(
            "ID-08 brackets in a reason", [.execute], "mx.acme.test; dmarc=pass reason=\"(\" header.from=client.test"),
        results("ID-08 final semicolon", [.execute], "mx.acme.test; \(pass);"),
        results("ID-06 Cyrillic", [.confirm], "mx.acm\u{435}.test; \(pass)"),
        results("ID-06 above", [.confirm], "acme.test; \(pass)"),
        results("ID-06 two", [.confirm], "mx.google.com mx.acme.test; \(pass)"),
        results("ID-06 comment within", [.confirm], "mx(x).acme.test; \(pass)"),
        results("ID-06 list", [.confirm], "mx.google.com, mx.acme.test; \(pass)"),
        results("ID-06 only a comment", [.confirm], "(mx.acme.test); \(pass)"),
        results("ID-06 comment before another", [.confirm], "(mx.acme.test) mx.google.com; \(pass)"),
        results("ID-10 quoted", [.confirm], "mx.acme.test; spf=fail reason=\"; \(pass)\""),
        results("ID-10 escaped", [.confirm], "mx.acme.test; spf=fail reason=\"\\\"; \(pass); \\\"\""),
        results("ID-10 deep", [.confirm], "mx.acme.test; spf=none (a (b (c) \(pass)) d)"),
        results("ID-10 escaped bracket", [.confirm], "mx.acme.test; spf=none (a \\) ; \(pass) ;)"),
        results("ID-10 open", [.confirm], "mx.acme.test; \(pass) (p=none"),
        results(
            "ID-11 two fields", [.quarantine], "mx.acme.test; \(pass)",
            "mx.acme.test; dmarc=fail header.from=client.test"),
        results("ID-11 case", [.quarantine], "MX.acme.test; \(pass)", "mx.ACME.test.; DMARC=Fail"),
        results("ID-11 not for it", [.quarantine], "mx.acme.test; \(pass); dmarc=pass header.from=attack.test"),
        results("ID-13 envelope", [.confirm], "mx.acme.test; dkim=pass smtp.mailfrom=client.test header.s=client.test"),
        results("ID-13 comment", [.confirm], "mx.acme.test; dkim=pass (header.d=client.test)"),
        results("ID-13 next clause", [.confirm], "mx.acme.test; dkim=pass; spf=pass header.d=client.test"),
        results(
            "ID-14 aligned helo", [.confirm], "mx.acme.test; spf=pass smtp.helo=client.test smtp.mailfrom=client.test"),
        results("ID-16 best guess", [.confirm], "mx.acme.test; dmarc=bestguesspass header.from=client.test; spf=pass"),
        results("ID-16 words like pass", [.confirm], "mx.acme.test; dmarc=pass-ish header.from=client.test"),
        results("ID-17 beneath", [.quarantine], "mx.acme.test; dmarc=pass header.from=x.client.test"),
        results("ID-17 above", [.quarantine], "mx.acme.test; dmarc=pass header.from=test"),
        results("ID-17 longer", [.quarantine], "mx.acme.test; dmarc=pass header.from=client.test.attack.test"),
        results("ID-28 dmarc", [.confirm], "mx.acme.test; dmarc=pass header.from=client.test(.attack.test"),
        results("ID-28 quoted sender", [.confirm], "mx.acme.test; spf=pass smtp.mailfrom=\"x; \(pass)\"@attack.test"),
        results("ID-28 bare sender", [.quarantine], "mx.acme.test; spf=pass smtp.mailfrom=x; \(pass)@attack.test"),
        results("ID-28 backslash", [.confirm], "mx.acme.test; dkim=pass header.d=client.test\\.attack.test"),
        results("twice in one clause", [.confirm], "mx.acme.test; \(pass) header.from=attack.test"),
        results("ID-08 address", [.execute], "mx.acme.test; dmarc=pass header.from=dana@client.test"),
        results("ID-08 Zoho", [.execute], "mx.acme.test; dmarc=pass header.from=<dana@client.test> (p=none dis=none)"),
        results("ID-08 another version", [.confirm], "mx.acme.test 2; \(pass)"),
        results("ID-06 two dots", [.confirm], "mx.acme.test..; \(pass)"),
        results("ID-13 two at signs", [.confirm], "mx.acme.test; dkim=pass header.i=@attack.test@client.test"),
        Case("ID-05 by another host to the mailbox", [.quarantine]) {
            $0.first = "Received: from gw.acme.test by mx.acme.test with LMTP id 1; now"
            $0.results = []
            $0.above = [
                "Received: from attack.test (attack.test [192.0.2.66]) by gw.acme.test with ESMTPS id 9; now",
                "Authentication-Results: mx.acme.test; \(pass)",
            ]
        },
        Case("other fields", [.confirm]) {
            $0.results = []
            $0.above = [
                "X-Authentication-Results: mx.acme.test; \(pass)",
                "ARC-Authentication-Results: i=1; mx.acme.test; \(pass)",
                "Authentication-Results-Original: mx.acme.test; \(pass)", "Received-SPF: pass client.test",
            ]
        },
        Case("ID-05 beside a pass", [.quarantine]) { $0.below = ["Authentication-Results: mx.acme.test; \(pass)"] },
        Case("ID-05 quoted", [.quarantine]) { $0.below = ["Authentication-Results: \"mx.acme.test\"; \(pass)"] },
        Case("ID-05 comment", [.quarantine]) { $0.below = ["authentication-results:(a)\r\n MX.Acme.Test. 1; \(pass)"] },
        Case("ID-05 blank before the colon", [.quarantine]) {
            $0.below = ["Authentication-Results : mx.acme.test; \(pass)"]
        },
        Case("ID-05 nothing found", [.quarantine]) { $0.below = ["Authentication-Results: mx.acme.test; none"] },
        Case("ID-05 unreadable", [.quarantine]) { $0.below = ["Authentication-Results: mx.acme.test; \(pass) ("] },
        Case("ID-05 unreadable, alone", [.quarantine]) {
            $0.results = []
            $0.below = ["Authentication-Results: mx.acme.test; dkim=pass header.d=client.test(; \(pass)"]
        },
        Case("ID-05 behind another border line", [.quarantine]) {
            $0.results = []
            $0.below = [
                "Authentication-Results: mx.acme.test; \(pass)", "Received: from x by mx.acme.test with ESMTP; now",
            ]
        },
        Case("handed in on the machine", [.execute]) { $0.received = local },
        Case("handed in on the machine, forged below", [.quarantine]) {
            $0.results = []
            $0.received = local
            $0.below = ["Authentication-Results: mx.acme.test; \(pass)"]
        },
        Case("handed back by a filter", [.execute]) { $0.first = "Received: \(local)" },
        Case("no line of the border", [.confirm]) { $0.received = "from a by mx.other.test with ESMTP; now" },
        Case("the border in a comment", [.confirm]) { $0.received = "from a (by mx.acme.test) by mx.other.test; now" },
        Case("the border as client", [.confirm]) { $0.received = "from mx.acme.test by mx.other.test with ESMTP; now" },
        Case("the border with a suffix", [.confirm]) {
            $0.received = "from a by mx.acme.test.attack.test with ESMTP; now"
        },
    ]

    private static func from(_ id: String, _ expected: Set<Effects.Word>, _ lines: String...) -> Case {
        Case(id, expected) { $0.from = lines }
    }

    private static let senders: [Case] = [
        from("ID-21 other case", [.quarantine], "from: <a@attack.test>", "FROM: <dana@client.test>"),
        from("ID-21 apart", [.quarantine], "From: <dana@client.test>", "X-A: b", "From: <dana@client.test>"),
        from("ID-21 empty one", [.quarantine], "From:", "From: <dana@client.test>"),
        from("ID-22 tab", [.quarantine], "From\t: <a@attack.test>", "From: <dana@client.test>"),
        from(
            "ID-22 mbox line", [.quarantine], "From a@attack.test Mon Sep 21 14:00:00 2026", "From: <dana@client.test>"),
        from("ID-22 NUL", [.quarantine], "From\0: <a@attack.test>", "From: <dana@client.test>"),
        from("ID-24 folded", [.quarantine], "From: <dana@client.test>,\r\n\t<a@attack.test>"),
        from("ID-24 semicolon", [.quarantine], "From: <dana@client.test>; <a@attack.test>"),
        from("ID-24 comma alone", [.quarantine], "From: <dana@client.test>,"),
        from("ID-24 before", [.quarantine], "From: ,<dana@client.test>"),
        from("ID-24 group", [.quarantine], "From: us: dana@client.test;"),
        from("ID-24 empty group", [.quarantine], "From: us:; <dana@client.test>"),
        from("ID-25 whole", [.quarantine], "From: =?utf-8?q?Dana_=3Cdana=40client=2Etest=3E?="),
        from("ID-25 domain", [.quarantine], "From: <dana@=?utf-8?q?client.test?=>"),
        from("ID-25 name", [.execute], "From: =?utf-8?q?Dana_=3Ca=40attack.test=3E?= <dana@client.test>"),
        from("ID-26 one", [.quarantine], "From: <@attack.test:dana@client.test>"),
        from("ID-27 two in brackets", [.quarantine], "From: <dana@client.test> <a@attack.test>"),
        from("ID-27 two bare", [.quarantine], "From: dana@client.test a@attack.test"),
        from("ID-27 word behind", [.quarantine], "From: <dana@client.test> x"),
        from("ID-27 brackets in brackets", [.quarantine], "From: <<dana@client.test>>"),
        from("ID-31 quoted", [.quarantine], "From: \"dana\"@client.test"),
        from("ID-31 blanks", [.quarantine], "From: <dana@client .test>"),
        from("ID-31 comment with another", [.quarantine], "From: <dana@client.test> (<a@attack.test>)"),
        from("ID-31 comments in comments", [.quarantine], "From: Dana (a (b) c) <dana@client.test>"),
        from("ID-31 literal", [.quarantine], "From: <dana@[client.test]>"),
        from("ID-31 no width", [.quarantine], "From: <dana@client.test\u{200B}>"),
        from("ID-31 mark", [.quarantine], "From: \u{FEFF}<dana@client.test>"),
        from("ID-32 wide at", [.quarantine], "From: <dana\u{FF20}client.test>"),
        from("ID-32 wide letters", [.quarantine], "From: <\u{FF44}ana@client.test>"),
        from("ID-32 Kelvin", [.quarantine], "From: <dana@client.test\u{212A}>"),
        from("ID-32 dotless", [.quarantine], "From: <dana@cl\u{131}ent.test>"),
        from("ID-32 combining", [.quarantine], "From: <dana\u{301}@client.test>"),
        from("ID-33 percent", [.quarantine], "From: <dana%client.test@attack.test>"),
        from("ID-33 bang", [.quarantine], "From: <attack.test!dana@client.test>"),
        from("ID-33 beneath", [.quarantine], "From: <dana@mail.client.test>"),
        from("ID-34 on behalf", [.execute], "From: <dana@client.test>", "Sender: <office@client.test>"),
        from(
            "ID-34 two answers", [.quarantine], "From: <dana@client.test>", "Reply-To: a@b.test", "Reply-To: c@d.test"),
        from("folded", [.execute], "From:\r\n\tDana\r\n <dana@client.test>"),
        from("glued", [.execute], "From:dana@client.test"),
    ]

    private static let addresses: [Case] = [
        Case("ID-38 quoted", [.quarantine]) { $0.to = ["To: \"replies+{RT}@acme.test\" <x@acme.test>"] },
        Case("ID-38 elsewhere", [.quarantine]) { $0.to = ["To: replies+{RT}@acme.test.attack.test"] },
        Case("ID-38 percent", [.quarantine]) { $0.to = ["To: replies%2B{RT}@acme.test"] },
        Case("ID-38 comment", [.quarantine]) { $0.to = ["To: x@acme.test (replies+{RT}@acme.test)"] },
        Case("ID-38 all a", [.quarantine]) { $0.to = ["To: replies+\(String(repeating: "a", count: 26))@acme.test"] },
        Case("ID-37 subject", [.quarantine]) {
            $0.to = ["To: replies@acme.test"]
            $0.subject = ["Subject: Re: Please decide: Logo [replies+{RT}@acme.test]"]
        },
        Case("ID-37 References", [.quarantine]) {
            $0.to = ["To: replies@acme.test", "References: <{RT}@acme.test>", "X-Token: {RT}"]
        },
        Case("ID-45 folded", [.execute]) { $0.to = ["To: Acme Studio\r\n\t<Replies+{RT}@Acme.Test>"] },
        Case("ID-46 Cc", [.execute]) { $0.to = ["To: x@acme.test", "Cc: Acme <replies+{RT}@acme.test>"] },
        Case("ID-46 Delivered-To below", [.quarantine]) {
            $0.to = ["To: x@acme.test"]
            $0.below = ["Delivered-To: replies+{RT}@acme.test", "Envelope-To: replies+{RT}@acme.test"]
        },
        Case("ID-46 another below", [.execute]) {
            $0.below = ["X-Original-To: replies+aaaaaaaaaaaaaaaaaaaaaaaaaa@acme.test"]
        },
        Case("ID-50 tagged", []) { $0.from = ["From: Acme <replies+x@acme.test>"] },
        Case("ID-41 Cc", [.quarantine]) { $0.to += ["Cc: a@b.test", "Cc: c@d.test"] },
        Case("ID-41 other case", [.quarantine]) { $0.subject.insert("SUBJECT: other", at: 0) },
        Case("ID-41 Message-ID", [.confirm]) { $0.below = ["Message-ID: <other@client.test>"] },
        Case("ID-41 MIME-Version", [.confirm]) { $0.below = ["MIME-Version: 1.0"] },
        Case("ID-41 encoding", [.confirm]) {
            $0.content += ["Content-Transfer-Encoding: 7bit", "content-transfer-encoding: base64"]
        },
    ]

    @Test(arguments: written + senders + addresses)
    func `however it is written, a mail does what its evidence allows`(_ row: Case) async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        let effects = try await world.receive(row.mail.bytes(secret))
        #expect(effects.words == row.expected, "\(effects.outcomes)")
        #expect(try world.isDecided() == row.expected.contains(.execute))
        let recipients = Set(try await world.send().map(\.recipient))
        #expect(recipients.isSubset(of: ["dana@client.test", "ana@acme.test"]))
        if effects.words.contains(.quarantine) { #expect(recipients.isEmpty) }
    }
}
