import MailChannel
import PortalCore
import Testing

/// `security/cases.md`, PB: whatever the bytes, nothing is decided that was not said, and the next mail is read.
/// How long such mails may take is tested where they are read (MailFormatTests, FuzzTests).
struct BombTests {
    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    private static let bombs: [Case] = [
        Case("PB-01", [.quarantine]) { $0.to = (0..<20_000).map { _ in "To: a@x.test" } },
        Case("PB-02", [.execute]) { $0.to = ["To: replies+{RT}@acme.test" + repeated(", a@x.test", 300)] },
        Case("PB-03", [.execute]) { mail in
            mail.content = ["Content-Type: text/plain; " + repeated("a*0=x; a*1=x; ", 2_000)]
        },
        Case("PB-04", [.refuse]) { mail in
            mail.content = ["Content-Type: multipart/mixed; boundary=b0"]
            mail.body =
                (1...2_000).map { "--b\($0 - 1)\r\nContent-Type: multipart/mixed; boundary=b\($0)\r\n\r\n" }
                .joined() + "--b2000\r\n\r\nAPPROVE"
        },
        Case("PB-05", []) { mail in
            mail.content = ["Content-Type: message/rfc822"]
            mail.body = repeated("Content-Type: message/rfc822\r\n\r\n", 5_000) + "\r\nAPPROVE"
        },
        Case("PB-05 alternating", []) { mail in
            mail.content = ["Content-Type: multipart/mixed; boundary=b"]
            mail.body =
                repeated(
                    "--b\r\nContent-Type: message/rfc822\r\n\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n",
                    2_000)
                + "--b\r\n\r\nAPPROVE"
        },
        Case("PB-06", []) { mail in
            mail.content = ["Content-Type: multipart/mixed; boundary=b"]
            mail.body = repeated("--b\r\n\r\n", 20_000) + "--b\r\n\r\nAPPROVE\r\n--b--"
        },
        Case("PB-07 empty", []) { $0.content = ["Content-Type: multipart/mixed; boundary=\"\""] },
        Case("PB-07 inner", []) {
            $0.content = ["Content-Type: multipart/mixed; boundary=b"]
            $0.body = "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nAPPROVE\r\n--b--\r\n--b--"
        },
        Case("PB-08 body", [.refuse, .quarantine]) { $0.body = repeated("a", 500_000) },
        Case("PB-08 header", [.execute]) { $0.subject = ["Subject: " + repeated("a", 500_000)] },
        Case("PB-09", []) { $0.below = (0..<20_000).map { "X-\($0): v" } },
        Case("PB-11", [.execute]) { $0.subject = ["Subject: " + repeated("=?x?q??= ", 20_000)] },
        Case("PB-12 soft breaks", [.refuse]) {
            $0.content.append("Content-Transfer-Encoding: quoted-printable")
            $0.body = repeated("=\r\n", 100_000)
        },
        Case("PB-12 blanks", [.refuse]) {
            $0.content.append("Content-Transfer-Encoding: base64")
            $0.body = repeated(" ", 300_000)
        },
        Case("PB-14 nested", [.refuse]) {
            $0.content = ["Content-Type: text/html"]
            $0.body = repeated("<div>", 20_000) + "Please wait"
        },
        Case("PB-14 attributes", [.post]) {
            $0.content = ["Content-Type: text/html"]
            $0.body = "<p" + repeated(" a=b", 20_000) + ">Please wait"
        },
        Case("PB-14 comment", [.refuse]) {
            $0.content = ["Content-Type: text/html"]
            $0.body = "<!--" + repeated("APPROVE\r\n", 20_000)
        },
        Case("PB-15 NUL in From", [.quarantine]) { $0.from = ["From: Da\0na <dana@client.test>"] },
        // Two Date fields: ambiguous, so a page asks.
        Case("PB-16", [.confirm]) {
            $0.below = ["Date: Thu, 1 Jan 99999999999 00:00:00 -9999", "Content-Length: 99999999999999999999"]
        },
        Case("PB-18 subject", [.execute]) { $0.subject = ["Subject: " + repeated("Re: ", 20_000)] },
        Case("PB-18 quotes", [.execute]) { $0.body = "APPROVE\r\n" + repeated("> \r\n", 20_000) },
        Case("PB-18 On", [.post]) { $0.body = repeated("On \r\n", 20_000) },
        Case("PB-21 types", [.confirm]) { $0.content = ["Content-Type: text/plain", "Content-Type: text/plain"] },
        Case("PB-21 encodings", [.confirm]) {
            $0.content.append("Content-Transfer-Encoding: 7bit")
            $0.content.append("Content-Transfer-Encoding: base64")
        },
        Case("PB-22", []) {
            $0.content = ["Content-Type: message/partial; id=1; number=1; total=2"]
        },
        Case("PB-24 From", [.quarantine]) { $0.from = ["From: D\u{E4}na <dana@client.test\u{E4}>"] },
    ]

    @Test(arguments: bombs)
    func `a bomb decides nothing by itself, and the next mail is read`(_ row: Case) async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        let effects = try await world.receive(row.mail.bytes(secret))
        if row.expected.isEmpty {
            #expect(!effects.words.contains(.execute), "\(effects.outcomes)")
        } else {
            #expect(effects.words == row.expected, "\(effects.outcomes)")
        }
        #expect(try world.isDecided() == effects.words.contains(.execute))
        var next = MailText()
        next.messageID = "next@client.test"
        next.body = "Hello"
        #expect(try await world.receive(next.bytes(secret)).words == [.post])
        #expect(try await world.send().allSatisfy { ["dana@client.test", "ana@acme.test"].contains($0.recipient) })
    }
}
