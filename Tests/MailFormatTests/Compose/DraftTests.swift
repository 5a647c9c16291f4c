import Testing

@testable import MailFormat

@Suite("A draft") struct DraftTests {
    static func draft(subject: String = "Hello", text: String = "Hi\n") throws -> Draft {
        let from = try #require(EmailAddress("portal@acme.test"))
        let to = try #require(EmailAddress("dana@client.test"))
        return Draft(
            from: .init(name: "Acme", address: from), to: [.init(name: "Dana", address: to)], subject: subject,
            date: 1_700_000_000, messageID: try #require(MessageID("n1@acme.test")), text: text)
    }

    @Test("is written as expected, always the same") func golden() throws {
        var draft = try Self.draft(
            subject: "Ihr Entwurf für Müller & Söhne ist fertig, bitte ansehen", text: "Grüße\n.\nFrom us")
        draft.replyTo = .init(address: try #require(draft.from.address.tagged("abc")))
        draft.inReplyTo = MessageID("p@acme.test")
        draft.references = [try #require(MessageID("p@acme.test"))]
        draft.fields = [try #require(Draft.Field("Auto-Submitted", "auto-generated"))]
        draft.html = "<p>Grüße aus Acme</p>"
        let expected = """
            From: Acme <portal@acme.test>
            To: Dana <dana@client.test>
            Reply-To: portal+abc@acme.test
            Subject: =?utf-8?B?SWhyIEVudHd1cmYgZsO8ciBNw7xsbGVyICYgU8O2aG5lIGlzdCBm?=
             =?utf-8?B?ZXJ0aWcsIGJpdHRlIGFuc2VoZW4=?=
            Date: Tue, 14 Nov 2023 22:13:20 +0000
            Message-ID: <n1@acme.test>
            In-Reply-To: <p@acme.test>
            References: <p@acme.test>
            Auto-Submitted: auto-generated
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="=_alternative_FINGERPRINT"

            --=_alternative_FINGERPRINT
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Gr=C3=BC=C3=9Fe
            =2E
            =46rom us

            --=_alternative_FINGERPRINT
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p>Gr=C3=BC=C3=9Fe aus Acme</p>

            --=_alternative_FINGERPRINT--

            """
        let written = String(decoding: draft.rendered(), as: UTF8.self)
        let fingerprint = written.split(separator: "=_alternative_")[1].prefix(16)
        let lines = expected.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(written.unicodeScalars.elementsEqual(lines.replacing("FINGERPRINT", with: fingerprint).unicodeScalars))
        #expect(draft.rendered() == draft.rendered())
    }

    private static let texts = [
        "plain", "", "für Jürgen", String(repeating: "😀", count: 300), String(repeating: "word ", count: 60) + "x",
        String(repeating: "a", count: 5_000), "=?utf-8?q?x?=", "a  b", "e\u{301}", "\"quoted\", and \\ more <x@y.test>",
        "日本語の件名がここにあります。とても長いので折り返されます。", "x;y=z%20'a''b", "Dana (at work), Ltd.",
    ]

    @Test("reads back as it was written, in 7 bits and short lines (OB-05)", arguments: texts)
    func roundTrip(text: String) throws {
        var draft = try Self.draft(subject: text, text: text)
        draft.from.name = text
        draft.html = text
        draft.related = [.init(name: "logo.png", contentType: .bytes, bytes: [1, 0, 255], contentID: MessageID("l@x"))]
        draft.attachments = [.init(name: text, contentType: .bytes, bytes: Array(text.utf8))]
        draft.fields = [try #require(Draft.Field("X-Text", text))]
        let bytes = draft.rendered()
        let message = Message(bytes)
        #expect(message.subject == text)
        #expect(message.header.first("X-Text")?.text == text)
        #expect(message.from == [Mailbox(name: text, address: "portal@acme.test")])
        #expect(message.header.sender == .one(draft.from.address))
        #expect(message.text == text + "\n")
        #expect(message.html == text + "\n")
        #expect(message.attachments.map(\.fileName) == ["logo.png", text.isEmpty ? nil : text])
        #expect(message.attachments.map { $0.decodedBytes() } == [[1, 0, 255], Array(text.utf8)])
        #expect(message.attachments.first?.contentID == MessageID("l@x"))
        #expect(message.date == draft.date)
        #expect(message.warnings == [])
        expectWellFormed(bytes)
    }

    private static let injections = [
        "x\r\nBcc: a@attack.test", "x\rBcc: a", "x\nBcc: a", "x\u{85}Bcc: a", "x\u{2028}Bcc: a", "x\0y", "x\u{B}y",
        "x\r\u{301}\nBcc: a@attack.test", "x\r\n\r\nbody", "\r\n", "\r\n.\r\n", "=?utf-8?q?=0D=0ABcc:_a?=",
    ]

    @Test("gets no field from a value (OB-01, OB-02)", arguments: injections)
    func injection(text: String) throws {
        let names = { (draft: Draft) in Message(draft.rendered()).header.fields.map(\.name) }
        var draft = try Self.draft()
        draft.fields = [try #require(Draft.Field("X-Text", "x"))]
        draft.attachments = [.init(name: "x", contentType: .bytes, bytes: [])]
        let expected = names(draft)
        draft.subject = text
        draft.from.name = text
        draft.to[0].name = text
        draft.fields = [try #require(Draft.Field("X-Text", text))]
        draft.attachments[0].name = text
        let message = Message(draft.rendered())
        let values = [message.subject, message.from.first?.name, message.header.first("X-Text")?.text].map {
            Array(($0 ?? "").unicodeScalars)
        }
        #expect(!values.joined().contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.value == 0x2028 })
        #expect(names(draft) == expected)
        #expect(message.parts.map(\.header.fields.count) == [8, 2, 3])
        expectWellFormed(draft.rendered())
    }

    @Test(
        "carries any text to the other end and no further (OB-04)",
        arguments: [
            ".", "\n.\n", "\r.\r", "\r\n.\r", "\n.\r\n", "..", ".\r\n", "x\r\n.\r\nMAIL FROM:<a@attack.test>\r\n",
        ])
    func endOfData(text: String) throws {
        let bytes = try Self.draft(text: text).rendered()
        let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars.split(separator: "\n").map { String($0) }
        #expect(!lines.contains { $0.unicodeScalars.first == "." })
        let received = String(decoding: BodyWriter.withCRLF(Message(bytes).text ?? ""), as: UTF8.self)
        let sent = String(decoding: BodyWriter.withCRLF(text), as: UTF8.self)
        #expect(received.utf8.elementsEqual(sent.utf8) || received.utf8.elementsEqual("\(sent)\r\n".utf8))
    }

    @Test(
        "takes no field with a name that is none, or that it writes itself",
        arguments: ["", "a b", "a:", "a\r\nb", "ä", "bcc", "FROM", "content-type"])
    func fieldNames(name: String) { #expect(Draft.Field(name, "x") == nil) }

    @Test(
        "takes no media type that is none or has structure",
        arguments: ["", "x", "a/b/c", "a/b\r\nc", "multipart/mixed", "Message/rfc822", "/", "text/"])
    func mediaTypes(text: String) { #expect(MediaType(text) == nil) }

    /// CR LF only, 7-bit, lines of at most 998 bytes, no encoded word longer than 75.
    private func expectWellFormed(_ bytes: [UInt8]) {
        #expect(bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 == 13 || $0 == 10 })
        let pairs = zip(bytes, bytes.dropFirst())
        #expect(!pairs.contains { ($0 == 13) != ($1 == 10) })
        let lines = bytes.split(separator: 10)
        #expect(lines.allSatisfy { $0.count <= 999 })
        #expect(
            lines.filter { $0.starts(with: " =?".utf8) || $0.starts(with: "Subject: =?".utf8) }.allSatisfy {
                $0.count <= 77
            })
        let words = bytes.split { $0 == 32 || $0 == 13 || $0 == 10 || $0 == 34 }
        #expect(words.filter { $0.starts(with: "=?".utf8) }.allSatisfy { $0.count <= 75 })
    }
}
