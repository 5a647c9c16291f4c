import MailFormat
import PortalCore

/// What can be said of one mail from its bytes alone.
struct Inspection {
    let message: MailFormat.Message
    let reply: VisibleReply
    let commands: ReadReply
    let kind: MailKind
    let attachments: [Attachment]
    /// Short codes for what is odd or hostile, sorted.
    let warnings: [String]

    /// Reads any bytes at all; never fails.
    ///
    /// - Parameter words: those that an organization has besides the usual ones.
    init(_ bytes: [UInt8], words: OwnWords = OwnWords()) {
        message = MailFormat.Message(bytes)
        reply = VisibleReply(of: message)
        commands = ReadReply(reply.text, offering: CommandVerb.all, vocabulary: words.vocabulary)
        kind = MailKind(of: message)
        attachments = message.attachments.map(Attachment.init)
        warnings = (message.warnings + reply.warnings).sorted()
    }

    /// The commands in canonical form; none where the mail is no person's.
    var commandTexts: [String] { kind == .ordinary ? commands.commands.map(\.canonicalText) : [] }

    var failedRecipients: [String] {
        guard case .bounce(let report) = kind else { return [] }
        return report.failedRecipients
    }
}

extension Inspection {
    /// A leaf that is no text to read, with what tells its content from any other.
    struct Attachment {
        let fileName: String?
        let contentType: String
        /// `nil` for `message/*`, whose inside is not looked at.
        let content: Content?

        struct Content {
            /// Bytes.
            let size: Int
            let digest: ContentDigest
        }

        init(_ part: Part) {
            fileName = part.fileName
            contentType = part.contentType.mimeType
            content = part.contentType.isMessage ? nil : Content(part)
        }
    }
}

extension Inspection.Attachment.Content {
    /// Of the bytes after transfer decoding; of text, which is whatever has no NUL, with LF for CRLF and without line
    /// breaks at the end: mail servers change those on the way.
    fileprivate init(_ part: Part) {
        var bytes = part.decodedBytes()
        if part.contentType.isText || !bytes.contains(ASCII.nul) { bytes = Self.withPlainLineBreaks(bytes) }
        (size, digest) = (bytes.count, ContentDigest(of: bytes))
    }

    private static func withPlainLineBreaks(_ bytes: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte == ASCII.lf, plain.last == ASCII.cr { plain.removeLast() }
            plain.append(byte)
        }
        while plain.last?.isLineBreak == true { plain.removeLast() }
        return plain
    }
}
