import MailFormat
import Testing

/// ID-21 to ID-34 of the security cases: rows give the header lines in the place of `From: Dana <dana@client.test>`.
@Suite("Whom a message is from") struct SenderTests {
    static let ambiguous: [(id: String, lines: String)] = [
        ("ID-21 first", "From: <a@attack.test>\r\nFrom: <dana@client.test>"),
        ("ID-21 reversed", "From: <dana@client.test>\r\nFrom: <a@attack.test>"),
        ("ID-21 equal", "From: <dana@client.test>\r\nFrom: <dana@client.test>"),
        ("ID-22 blank before", " From: <a@attack.test>\r\nFrom: <dana@client.test>"),
        ("ID-22 behind a trace field", "Received: x\r\n From: <a@attack.test>\r\nFrom: <dana@client.test>"),
        ("ID-22 behind a CR", "X: y\r\n\r From: <a@attack.test>\r\nFrom: <dana@client.test>"),
        ("ID-22 blank behind", "From : <dana@client.test>\r\nFrom: <dana@client.test>"),
        ("ID-22 blank behind, alone", "From : <dana@client.test>"),
        ("ID-22 folded", "X: y\r\nFrom\r\n : <a@attack.test>\r\nFrom: <dana@client.test>"),
        ("ID-24", "From: <a@attack.test>, <dana@client.test>\r\nSender: <dana@client.test>"),
        ("ID-24 reversed", "From: <dana@client.test>, <a@attack.test>\r\nSender: <dana@client.test>"),
        ("ID-25", "From: =?utf-8?B?PGRhbmFAY2xpZW50LnRlc3Q+?=, <a@attack.test>"),
        ("ID-26", "From: <@attack.test,@any.test:dana@client.test>"),
        ("ID-27 escaped comma", "From: <dana@client.test>\\, <a@attack.test>"),
        ("ID-27 two", "From: dana@client.test, <a@attack.test>"),
        ("ID-27 behind", "From: <a@attack.test>dana@client.test"),
        ("ID-27 bare then bracketed", "From: dana@client.test <a@attack.test>"),
        ("ID-31 comment", "From: <dana@client.test(>@attack.test)>"),
        ("ID-31 NUL", "From: <dana@client.test\0@attack.test>"),
        ("ID-31 CR", "From: <a@attack.test>\rFrom: <dana@client.test>"),
        ("CR in another field", "X: y\rFrom: <a@attack.test>\r\nFrom: <dana@client.test>"),
        ("ID-32 Cyrillic", "From: <dаna@client.test>"),
        ("ID-32 final dot", "From: dana@client.test."),
        ("group", "From: Team: dana@client.test;"),
        ("blank in the address", "From: <dana @client.test>"),
        ("encoded address", "From: =?utf-8?q?dana=40client.test?="),
        ("encoded local part", "From: <=?utf-8?q?dana?=@client.test>"),
        ("comment with an address", "From: dana@client.test (x <a@attack.test>)"),
        ("comment inside", "From: dana(x)@client.test"),
        ("8-bit name", "From: J\u{FC}rgen <dana@client.test>"),
        ("name with NUL", "X: y\r\nFrom\0: <a@attack.test>"),
        ("open quote", "From: \"Dana <dana@client.test>"),
        ("no address", "From: Dana"),
    ]

    @Test("is in doubt where two readers could differ", arguments: ambiguous)
    func doubt(id: String, lines: String) {
        guard case .ambiguous = sender(lines) else {
            Issue.record("\(id): \(sender(lines))")
            return
        }
    }

    @Test(
        "is nobody where there is no From (ID-23)",
        arguments: [
            "Sender: dana@client.test", "Resent-From: dana@client.test", "From:\r\nResent-From: dana@client.test",
        ])
    func missing(lines: String) { #expect(sender(lines) == .missing) }

    @Test(
        "is the address, never the name beside it",
        arguments: [
            ("ID-01", "From: Dana <dana@client.test>", "dana@client.test"),
            ("bare", "From: dana@client.test", "dana@client.test"),
            ("ID-25 second", "From: =?utf-8?q?dana=40client.test?= <a@attack.test>", "a@attack.test"),
            ("ID-30", "From: \"dana@client.test\" <a@attack.test>", "a@attack.test"),
            ("ID-32 last", "From: DANA@Client.TEST", "dana@client.test"),
            ("ID-32 punycode", "From: dana@xn--clint-fsa.test", "dana@xn--clint-fsa.test"),
            ("ID-33", "From: dana+x@client.test", "dana+x@client.test"),
            ("ID-34", "From: a@attack.test\r\nReply-To: dana@client.test", "a@attack.test"),
            ("quoted comma", "From: \"Doe, Dana\" <dana@client.test>", "dana@client.test"),
            ("comment", "From: Dana (at work) <dana@client.test> (x)", "dana@client.test"),
            ("comment behind", "From: dana@client.test (Dana)", "dana@client.test"),
            ("dots", "From: D. Ana <dana@client.test>", "dana@client.test"),
            ("folded", "From: =?utf-8?q?J=C3=BCrgen?=\r\n <dana@client.test>", "dana@client.test"),
            (
                "From listed in a signature",
                "DKIM-Signature: i=@x; h=To:\r\n From:Subject; i=@client.test\r\nFrom: <dana@client.test>",
                "dana@client.test"
            ),
            ("case of the name", "FROM: <dana@client.test>", "dana@client.test"),
        ])
    func certain(id: String, lines: String, address: String) {
        #expect(sender(lines) == EmailAddress(address).map(Sender.one), "\(id)")
    }

    private func sender(_ lines: String) -> Sender {
        Message(Array("\(lines)\r\nTo: replies@acme.test\r\n\r\nAPPROVE\r\n".utf8)).header.sender
    }
}
