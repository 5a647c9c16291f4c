import Testing

@testable import MailFormat

/// PB-01 to PB-12 of the security cases.
@Suite("However large, a message") struct LimitTests {
    @Test("has at most 10,000 header fields (PB-01, PB-09)") func fields() {
        let message = Message(Array((String(repeating: "To: a@x.test\n", count: 12_000) + "\nbody").utf8))
        #expect(message.header.fields.count == 10_000)
        #expect(message.text == "body")
        #expect(message.warnings.contains("header-limit"))
        #expect(message.header.sender == .ambiguous("header-limit"))
    }

    @Test("is at most 100 containers deep (PB-04)") func depth() {
        let text = (0..<2_000).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        let message = Message(Array(text.utf8))
        #expect(message.parts.count <= 102)
        #expect(message.warnings.contains("depth-limit"))
    }

    @Test("has at most 1,000 parts (PB-06)") func parts() {
        let text = "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\n", count: 20_000)
        let message = Message(Array(text.utf8))
        #expect(message.parts.count == 1_000)
        #expect(message.warnings == ["part-limit"])
    }

    @Test(
        "is read in linear time, whatever stands in it many times",
        arguments: [
            ("Subject: ", "=?a?q?", ""), ("Subject: ", "=?utf-8?q?x?= ", ""), ("Subject: ", "=?utf-8?b?", "?="),
            ("Content-Type: text/plain", "; a*1=x", ""), ("Content-Type: text/plain; a=", "\"", ""),
            ("From: ", "(", ""),
            ("From: ", "<", ""), ("From: ", "a@b,", ""), ("From: a@b ", "a ", ""), ("Date: ", "1 ", ""),
            ("References: ", "<", ""), ("Received: ", "by ", ""), ("Authentication-Results: a; ", "(", ""),
            ("Content-Transfer-Encoding: quoted-printable\n\n", "=\r\n", ""),
            ("Content-Transfer-Encoding: quoted-printable\n\n=", " ", "x"),
            ("Content-Transfer-Encoding: base64\n\n", " ", ""),
            ("Content-Type: text/plain; format=flowed\n\n", "> ", ""),
            ("Content-Type: text/plain; format=flowed\n\n", "> \n", ""), ("X: y\n", " \n", "\n"),
            ("Content-Type: multipart/mixed; boundary=b\n\n", "--b \t", ""),
        ])
    func linear(start: String, repeated: String, end: String) {
        let text = start + String(repeating: repeated, count: 40_000) + end
        // The whole runs for tenths of a second in debug; anything quadratic would run for many minutes.
        let duration = ContinuousClock().measure { readEverything(Message(Array(text.utf8))) }
        #expect(duration < .seconds(20))
    }
}

/// Asks a message for all that it can say.
func readEverything(_ message: Message) {
    _ = (message.from, message.to, message.cc, message.replyTo, message.subject, message.date)
    _ = (message.messageID, message.inReplyTo, message.references, message.header.sender)
    _ = (message.readableText, message.html, message.digestInput())
    for field in message.header.fields {
        _ = (field.text, AuthenticationResults.parse(field.rawValue), AuthenticationResults.nameless(field.rawValue))
        _ = ReceivedField(field.unfolded).handover
    }
    for part in message.parts {
        _ = (part.fileName, part.contentID, part.decodedBytes().count, part.decodedText().utf8.count)
    }
}
