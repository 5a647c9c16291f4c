import Testing

@testable import MailFormat

/// PB-01 to PB-12 of the security cases.
@Suite("However large, a message") struct LimitTests {
    @Test("has at most 10,000 header fields (PB-01, PB-09)") func fields() {
        let message = Message(Array((String(repeating: "To: a@x.test\n", count: 20_000) + "\nbody").utf8))
        #expect(message.header.fields.count == 10_000)
        #expect(message.text == "body")
        #expect(message.warnings.contains("header-limit"))
        #expect(message.header.sender == .ambiguous("header-limit"))
    }

    @Test("is at most 100 containers deep (PB-04)") func depth() {
        let text = (0..<10_000).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        let message = Message(Array(text.utf8))
        #expect(message.parts.count <= 102)
        #expect(message.warnings.contains("depth-limit"))
    }

    @Test("has at most 1,000 parts (PB-06)") func parts() {
        let text = "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\n", count: 100_000)
        let message = Message(Array(text.utf8))
        #expect(message.parts.count == 1_000)
        #expect(message.warnings == ["part-limit"])
    }

    @Test(
        "is read in linear time",
        arguments: [
            "Subject: " + String(repeating: "=?a?q?", count: 40_000),
            "Subject: " + String(repeating: "=?utf-8?q?x?= ", count: 40_000),
            "Subject: " + String(repeating: "=?utf-8?b?", count: 40_000) + "?=",
            "Content-Type: text/plain" + (0..<100_000).map { "; a*\($0)=x" }.joined(),
            "From: " + String(repeating: "(", count: 200_000),
            "From: " + String(repeating: "<", count: 200_000),
            "From: " + String(repeating: "a@b,", count: 100_000),
            "Content-Transfer-Encoding: quoted-printable\n\n" + String(repeating: "=\r\n", count: 100_000),
            "Content-Transfer-Encoding: quoted-printable\n\n=" + String(repeating: " ", count: 200_000) + "x",
            "Content-Transfer-Encoding: base64\n\n" + String(repeating: " ", count: 200_000),
            "Content-Type: text/plain; format=flowed\n\n" + String(repeating: "> ", count: 100_000),
            "X: y\n" + String(repeating: " \n", count: 100_000) + "\n",
        ])
    func linear(text: String) {
        let message = Message(Array(text.utf8))
        let clock = ContinuousClock()
        // The whole runs for tenths of a second in debug; anything quadratic would run for many minutes.
        #expect(clock.measure { readEverything(message) } < .seconds(20))
    }
}

/// Asks a message for all that it can say.
func readEverything(_ message: Message) {
    _ = (message.from, message.to, message.cc, message.replyTo, message.subject, message.date)
    _ = (message.messageID, message.inReplyTo, message.references, message.header.sender)
    _ = (message.readableText, message.html, message.digestInput())
    for part in message.parts {
        _ = (part.fileName, part.contentID, part.decodedBytes().count, part.decodedText().utf8.count)
    }
}
