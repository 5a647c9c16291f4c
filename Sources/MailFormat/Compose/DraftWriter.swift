extension Draft {
    /// The message as bytes, ready for SMTP or a Maildir.
    package func rendered() -> [UInt8] {
        var header = HeaderWriter()
        header.addresses("From", [from])
        header.addresses("To", to)
        header.addresses("Reply-To", replyTo.map { [$0] } ?? [])
        header.text("Subject", subject)
        header.words("Date", [MailDate.text(date)])
        header.words("Message-ID", [messageID.bracketed])
        if let inReplyTo { header.words("In-Reply-To", [inReplyTo.bracketed]) }
        if !references.isEmpty { header.words("References", references.map(\.bracketed)) }
        for field in fields { header.text(field.name, field.value) }
        header.words("MIME-Version", ["1.0"])
        return header.bytes + content.rendered(seed: messageID.text)
    }

    /// RFC 2046 §5.1: what is best stands last among alternatives; the HTML and its pictures are one of them.
    private var content: Entity {
        let plain = Entity.text("plain", text)
        let others = [html.map(page), calendar.map(Entity.calendar)].compactMap { $0 }
        let body = others.isEmpty ? plain : Entity.container("alternative", [plain] + others)
        return attachments.isEmpty
            ? body : .container("mixed", [body] + attachments.map { .file($0, disposition: "attachment") })
    }

    private func page(_ html: String) -> Entity {
        let page = Entity.text("html", html)
        return related.isEmpty
            ? page : .container("related", [page] + related.map { .file($0, disposition: "inline") })
    }
}

/// A part to be written, with what it contains. Three containers deep at most.
private indirect enum Entity {
    case text(_ subtype: String, _ content: String)
    case calendar(_ calendar: Draft.Calendar)
    case file(_ file: Draft.File, disposition: String)
    case container(_ subtype: String, _ parts: [Entity])

    /// The fields of the part, an empty line, and its body.
    func rendered(seed: String) -> [UInt8] {
        switch self {
        case .text(let subtype, let content): Self.text(subtype, content)
        case .calendar(let calendar):
            Self.text(
                "calendar", String(decoding: calendar.bytes, as: UTF8.self), ["method=\(calendar.method.rawValue)"])
        case .file(let file, let disposition): Self.file(file, disposition)
        case .container(let subtype, let parts): Self.container(subtype, parts, seed: seed)
        }
    }

    private static let lineBreak: [UInt8] = [ASCII.cr, ASCII.lf]

    /// - Parameter parameters: of the type, beside the charset.
    private static func text(_ subtype: String, _ content: String, _ parameters: [String] = []) -> [UInt8] {
        let (encoding, body) = BodyWriter.text(content)
        var header = HeaderWriter()
        let words = (["text/\(subtype)", "charset=utf-8"] + parameters)
        header.words("Content-Type", words.dropLast().map { "\($0);" } + words.suffix(1))
        header.words("Content-Transfer-Encoding", [encoding])
        return header.bytes + lineBreak + body
    }

    private static func file(_ file: Draft.File, _ disposition: String) -> [UInt8] {
        var header = HeaderWriter()
        let name = HeaderWriter.harmless(file.name)
        header.words("Content-Type", [file.contentType.text])
        header.words("Content-Transfer-Encoding", ["base64"])
        header.parameterized("Content-Disposition", disposition, name.isEmpty ? [] : [("filename", name)])
        if let contentID = file.contentID { header.words("Content-ID", [contentID.bracketed]) }
        return header.bytes + lineBreak + Base64.encodeLines(file.bytes)
    }

    private static func container(_ subtype: String, _ parts: [Entity], seed: String) -> [UInt8] {
        // `=_` occurs neither in base64 nor in quoted-printable, so no body can contain the boundary.
        let boundary = "=_\(subtype)_\(Fingerprint.text(of: seed))"
        var header = HeaderWriter()
        header.words("Content-Type", ["multipart/\(subtype);", "boundary=\"\(boundary)\""])
        var output = header.bytes
        for part in parts {
            output += lineBreak + Array("--\(boundary)".utf8) + lineBreak + part.rendered(seed: seed)
        }
        return output + lineBreak + Array("--\(boundary)--".utf8) + lineBreak
    }
}

/// Sixteen hexadecimal digits that stand for a text (FNV-1a): stable, and no secret.
private enum Fingerprint {
    static func text(of seed: String) -> String {
        let hash = seed.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
