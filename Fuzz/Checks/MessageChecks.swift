import MailFormat

/// Messages: parts within the message and one behind the other, bodies that do not grow, the same for LF and CR LF.
enum MessageChecks {
    static func check(_ bytes: [UInt8], _ findings: inout Findings) {
        let message = Message(bytes)
        checkStructure(message, &findings)
        HeaderChecks.check(message.header, in: bytes.count, &findings)
        for part in message.parts { checkBody(part, &findings) }
        _ = (message.from, message.to, message.cc, message.replyTo, message.subject, message.date, message.warnings)
        _ = (message.messageID, message.inReplyTo, message.references, message.text, message.html)
        findings.require(message.digestInput().count <= bytes.count + 2, "the digest input grew")
        if LineEnds.areAllLF(bytes) { compare(message, Message(LineEnds.withCRLF(bytes)), &findings) }
    }

    private static func checkStructure(_ message: Message, _ findings: inout Findings) {
        findings.require(!message.parts.isEmpty, "a message without parts")
        findings.same(message.parts.first?.depth, 0, "the depth of the message")
        var end = 0
        for (part, next) in zip(message.parts, message.parts.dropFirst().map(Optional.some) + [nil]) {
            let body = part.body
            findings.require(
                body.startIndex >= end && body.endIndex <= message.bytes.count, "a part at another's place")
            findings.require(body.elementsEqual(message.bytes[body.indices]), "a body that is not in the message")
            end = body.endIndex
            guard let next else { continue }
            findings.require(next.depth >= 1, "a part beside the message")
            findings.require(next.depth <= part.depth + (part.isContainer ? 1 : 0), "a part in no container")
        }
    }

    private static func checkBody(_ part: Part, _ findings: inout Findings) {
        let decoded = part.decodedBytes()
        findings.require(decoded.count <= part.body.count, "a body grew: \(decoded.count) of \(part.body.count)")
        let bound = 12 * part.body.count + 16
        for text in [part.decodedText(), part.readableText()] {
            findings.require(text.utf8.count <= bound, "a text grew: \(text.utf8.count) of \(part.body.count)")
            findings.require(!text.utf8.contains(13), "CR in a text")
        }
        _ = (part.fileName, part.contentID, part.contentType, part.disposition)
    }

    private static func compare(_ message: Message, _ other: Message, _ findings: inout Findings) {
        findings.same(message.warnings, other.warnings, "warnings for LF and CR LF")
        findings.same(message.parts.map(\.depth), other.parts.map(\.depth), "depths for LF and CR LF")
        findings.same(message.subject, other.subject, "subject for LF and CR LF")
        findings.same(message.digestInput(), other.digestInput(), "digest input for LF and CR LF")
        for (left, right) in zip(message.parts, other.parts) {
            findings.same(left.contentType.mimeType, right.contentType.mimeType, "type for LF and CR LF")
            findings.same(left.fileName, right.fileName, "file name for LF and CR LF")
            let bodies = [left, right].map { LineEnds.withLF($0.decodedBytes()) }
            findings.same(bodies[0], bodies[1], "body for LF and CR LF")
            guard isPlainCharset(left.contentType.parameters["charset"]), !looksLikeUTF16(bodies[0]) else { continue }
            findings.same(left.readableText(), right.readableText(), "text for LF and CR LF")
        }
    }

    /// In other charsets a line break may be half of a character.
    private static func isPlainCharset(_ label: String?) -> Bool {
        guard let label else { return true }
        return ["utf-8", "us-ascii", "iso-8859-1", "windows-1252"].contains { label.equalsIgnoringASCIICase($0) }
    }

    /// Whether the body may be taken for UTF-16, where a line break has two bytes: it has NUL, or a byte order mark.
    private static func looksLikeUTF16(_ body: [UInt8]) -> Bool {
        body.contains(0) || body.starts(with: [0xFF, 0xFE]) || body.starts(with: [0xFE, 0xFF])
    }
}
