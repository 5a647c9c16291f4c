import MailFormat

/// Drafts: what is written reads back equal, in 7 bits, CR LF and short lines, and no value brings a field of its own.
enum DraftChecks {
    /// `bytes` divided at NUL into the values of a draft.
    static func check(_ bytes: [UInt8], _ findings: inout Findings) {
        let values = bytes.split(separator: 0, omittingEmptySubsequences: false)
        let text = { (number: Int) in String(decoding: values.dropFirst(number).first ?? [], as: UTF8.self) }
        guard var draft = emptyDraft, let field = Draft.Field("X-Value", text(2)) else { return }
        draft.subject = text(0)
        draft.from.name = text(1)
        draft.to[0].name = text(1)
        draft.to.append(.init(name: text(3), address: draft.from.address))
        draft.replyTo = .init(name: text(3), address: draft.from.address)
        draft.fields = [field]
        draft.text = text(4)
        draft.html = values.count > 5 ? text(5) : nil
        draft.attachments = [.init(name: text(6), contentType: .bytes, bytes: Array(values.dropFirst(4).first ?? []))]
        check(draft, field: text(2), &findings)
    }

    /// A name and an address that were read from a mail, written and read again.
    static func checkRoundTrip(name: String, _ address: EmailAddress, _ findings: inout Findings) {
        guard var draft = emptyDraft else { return }
        draft.from = .init(name: name, address: address)
        check(draft, field: nil, &findings)
    }

    private static var emptyDraft: Draft? {
        guard let from = EmailAddress("portal@acme.test"), let to = EmailAddress("dana@client.test"),
            let identity = MessageID("n1@acme.test")
        else { return nil }
        return Draft(
            from: .init(address: from), to: [.init(address: to)], subject: "Hello", date: 1_700_000_000,
            messageID: identity, text: "Hi\n")
    }

    private static func check(_ draft: Draft, field: String?, _ findings: inout Findings) {
        let bytes = draft.rendered()
        let message = Message(bytes)
        findings.same(message.subject, harmless(draft.subject), "subject")
        findings.same(message.from, [mailbox(draft.from)], "from")
        findings.same(message.to, draft.to.map(mailbox), "to")
        findings.same(message.replyTo, draft.replyTo.map { [mailbox($0)] } ?? [], "reply-to")
        if let field { findings.same(message.header.first("X-Value")?.text, harmless(field), "field") }
        findings.same(message.text, lines(draft.text), "text")
        findings.same(message.html, draft.html.map(lines), "html")
        for (part, file) in zip(message.attachments, draft.attachments) {
            let name = harmless(file.name)
            findings.same(part.fileName, name.isEmpty ? nil : name, "file name")
            findings.same(part.decodedBytes(), file.bytes, "file")
        }
        findings.same(message.attachments.count, draft.attachments.count, "attachments")
        findings.same(message.warnings, [], "warnings")
        let isOnePart = draft.html == nil && draft.attachments.isEmpty
        let fields = 7 + (isOnePart ? 1 : 0) + (draft.replyTo == nil ? 0 : 1) + draft.fields.count
        findings.same(message.header.fields.count, fields, "fields")
        checkForm(bytes, &findings)
    }

    /// RFC 5322 §2.1.1 and §2.3, RFC 2047 §2.
    private static func checkForm(_ bytes: [UInt8], _ findings: inout Findings) {
        findings.require(
            bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 == 9 || $0 == 13 || $0 == 10 }, "bytes beyond ASCII")
        let isPaired = !zip(bytes, bytes.dropFirst()).contains { ($0 == 13) != ($1 == 10) }
        findings.require(isPaired && bytes.last == 10, "a line end that is not CR LF")
        for line in bytes.split(separator: 10) {
            findings.require(line.count <= 999, "a line of \(line.count) bytes")
            let words = line.split { $0 == 32 || $0 == 13 }
            let encoded = words.filter { $0.starts(with: "=?utf-8?".utf8) }
            findings.require(encoded.allSatisfy { $0.count <= 75 }, "a long encoded word")
            // Free words fold; an encoded word stands on a line of at most 76.
            findings.require(encoded.isEmpty || line.count <= 79, "encoded words on a line of \(line.count) bytes")
        }
    }

    private static func mailbox(_ correspondent: Draft.Correspondent) -> Mailbox {
        Mailbox(name: harmless(correspondent.name), address: correspondent.address.text)
    }

    /// What a value is without what could end its line: blanks for controls, none at the ends.
    private static func harmless(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            return isControl || scalar.value == 0x2028 || scalar.value == 0x2029 ? " " : scalar
        }
        let seen = scalars.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        return String(String.UnicodeScalarView(seen))
    }

    /// A body as it is read: line breaks as LF, one at the end, no byte order mark before it.
    private static func lines(_ text: String) -> String {
        var bytes: [UInt8] = []
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if !(byte == 10 && previous == 13) { bytes.append(byte == 13 ? 10 : byte) }
            previous = byte
        }
        if bytes.last != 10 { bytes.append(10) }
        return String(
            decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes, as: UTF8.self)
    }
}
