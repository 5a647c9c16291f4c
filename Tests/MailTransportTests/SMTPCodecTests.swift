import Testing

@testable import MailTransport

struct SMTPCodecTests {
    @Test(
        "A reply is read",
        arguments: [
            ("250 ok\r\n", 250, "ok"),
            ("250\r\n", 250, ""),
            ("250-first\r\n250-second\r\n250 third\r\n", 250, "first second third"),
            ("550 5.1.1 no such user\n", 550, "5.1.1 no such user"),
            ("451 \u{1B}[31mred\\\r\n", 451, "\\x1B[31mred\\x5C"),
            (
                "551 User not local; please try <other@attack.test>\r\n", 551,
                "User not local; please try <other@attack.test>"
            ),
        ])
    func reply(wire: String, code: Int, text: String) throws {
        var reader = SMTPReplyReader()
        let replies = try reader.consume(wire.utf8)
        #expect(replies.map(\.code) == [code])
        #expect(replies.map(\.text) == [text])
    }

    @Test(
        "What is no reply is refused",
        arguments: ["hello\r\n", "99 low\r\n", "600 high\r\n", "25x no\r\n", "250+ok\r\n", "\r\n", "2500 long\r\n"])
    func noReply(wire: String) {
        var reader = SMTPReplyReader()
        #expect(throws: SMTPReplyReader.Violation.self) { try reader.consume(wire.utf8) }
    }

    @Test("A reply is the same wherever the network splits it")
    func split() throws {
        let wire = Array("250-one\r\n250 two\r\n354 go\r\n421 bye\r\n".utf8)
        var whole = SMTPReplyReader()
        let expected = try whole.consume(wire)
        for index in wire.indices {
            var reader = SMTPReplyReader()
            let replies = try reader.consume(wire[..<index]) + reader.consume(wire[index...])
            #expect(replies == expected)
        }
    }

    @Test("Endless lines and endless replies are refused")
    func endless() {
        #expect(throws: SMTPReplyReader.Violation.tooLong) {
            var reader = SMTPReplyReader()
            _ = try reader.consume([UInt8](repeating: 65, count: 10_000))
        }
        #expect(throws: SMTPReplyReader.Violation.tooLong) {
            var reader = SMTPReplyReader()
            for _ in 0..<200 { _ = try reader.consume("250-more\r\n".utf8) }
        }
    }

    @Test(
        "Only CRLF ends a line on the wire, and no line of a mail is a lone dot",
        arguments: [
            ("", ""),
            ("a", "a\r\n"),
            ("a\nb\r\nc\rd", "a\r\nb\r\nc\r\nd\r\n"),
            (".\n..\n.x\n", "..\r\n...\r\n..x\r\n"),
            ("a\n.\r\nQUIT\n", "a\r\n..\r\nQUIT\r\n"),
            ("a\r\n.\rb", "a\r\n..\r\nb\r\n"),
            ("a\r\r\nb", "a\r\n\r\nb\r\n"),
            ("a.b\n", "a.b\r\n"),
        ])
    func body(mail: String, wire: String) {
        #expect(SMTPBody(Array(mail.utf8)).bytes == Array(wire.utf8))
    }

    @Test("What a server says stays one short line of printable ASCII")
    func escaped() {
        #expect(escapedLine("a\r\nb\0\u{7F}é".utf8) == "a\\x0D\\x0Ab\\x00\\x7F\\xC3\\xA9")
        let long = escapedLine([UInt8](repeating: 10, count: 1000))
        #expect(long.utf8.count <= 500)
        #expect(long.hasSuffix("..."))
    }
}
