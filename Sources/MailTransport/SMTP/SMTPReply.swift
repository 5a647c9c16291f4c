/// What an SMTP server answers to one command (RFC 5321 §4.2).
struct SMTPReply: Hashable, Sendable {
    let code: Int
    /// The texts of all lines, without codes, joined by a space; escaped.
    let text: String
    /// The text of each line, as bytes.
    let lines: [[UInt8]]

    var isPositive: Bool { (200...299).contains(code) }
    /// The server ends the connection with this reply (RFC 5321 §3.8).
    var isClosing: Bool { code == 421 }
}

/// Makes replies of bytes, however the network has split them.
struct SMTPReplyReader {
    /// Why the bytes are no reply.
    enum Violation: Error, Hashable {
        case malformedLine([UInt8])
        case tooLong
    }

    /// Limit: RFC 5321 §4.5.3.1.5 allows 512 bytes a line; some servers say more.
    private static let lineLimit = 4096
    private static let lineCountLimit = 100

    private var line: [UInt8] = []
    private var lines: [[UInt8]] = []

    /// Takes bytes, and returns the replies that they complete.
    mutating func consume(_ bytes: some Sequence<UInt8>) throws(Violation) -> [SMTPReply] {
        var replies: [SMTPReply] = []
        for byte in bytes {
            if byte == .lineFeed {
                if let reply = try endLine() { replies.append(reply) }
            } else {
                guard line.count < Self.lineLimit else { throw .tooLong }
                line.append(byte)
            }
        }
        return replies
    }

    private mutating func endLine() throws(Violation) -> SMTPReply? {
        if line.last == .carriageReturn { line.removeLast() }
        defer { line = [] }
        guard let code = line.prefix(3).number(as: Int.self), (200...599).contains(code), line.prefix(3).count == 3
        else {
            throw .malformedLine(line)
        }
        let separator = line.dropFirst(3).first
        guard separator == nil || separator == .space || separator == UInt8(ascii: "-") else {
            throw .malformedLine(line)
        }
        guard lines.count < Self.lineCountLimit else { throw .tooLong }
        lines.append(Array(line.dropFirst(4)))
        if separator == UInt8(ascii: "-") { return nil }
        defer { lines = [] }
        return SMTPReply(code: code, text: escapedLine(Array(lines.joined(separator: [.space]))), lines: lines)
    }
}
