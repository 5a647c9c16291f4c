import MailFormat

/// How much may change on the way before a signature breaks (RFC 6376 §3.4).
package enum Canonicalization: String, Sendable, Hashable, CaseIterable {
    /// Nothing but empty lines at the end.
    case simple
    /// Blanks, and the case of field names, too.
    case relaxed
}

// A line ends at LF, and a CR before it belongs to the end, as in all of MailFormat: a mail that a Maildir keeps with plain
// LF was signed with CRLF.
extension Canonicalization {
    /// The digest of a body (RFC 6376 §3.4.3 and §3.4.4).
    func digest(ofBody body: ArraySlice<UInt8>) -> [UInt8] {
        var writer = CanonicalBody(self)
        writer.write(body)
        return writer.finish()
    }

    /// A field of a header with its line break, from the bytes between its name and its end.
    func field(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        switch self {
        case .simple: Self.withFullLineBreaks(bytes) + [ASCII.cr, ASCII.lf]
        case .relaxed: Self.relaxedField(bytes) + [ASCII.cr, ASCII.lf]
        }
    }

    private static func withFullLineBreaks(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 2)
        for byte in bytes {
            if byte == ASCII.lf, output.last != ASCII.cr { output.append(ASCII.cr) }
            output.append(byte)
        }
        return output
    }

    private static func relaxedField(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard let colon = bytes.firstIndex(of: ASCII.colon) else { return Array(bytes) }
        var output = bytes[..<colon].trimmed.asciiLowercased
        output.append(ASCII.colon)
        let start = output.count
        var isBlank = false
        for byte in unfolded(bytes[(colon + 1)...]) {
            if byte.isBlank {
                isBlank = true
                continue
            }
            if isBlank, output.count > start { output.append(ASCII.space) }
            isBlank = false
            output.append(byte)
        }
        return output
    }

    private static func unfolded(_ value: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(value.count)
        for byte in value {
            if byte == ASCII.lf {
                if output.last == ASCII.cr { output.removeLast() }
            } else {
                output.append(byte)
            }
        }
        return output
    }
}

/// Hashes a body in pieces while its lines are brought into canonical form, so that no second body is ever in memory.
private struct CanonicalBody: ~Copyable {
    private let form: Canonicalization
    private var digest = RunningDigest()
    private var piece: [UInt8] = []
    /// Empty lines that count only if a line with something in it follows.
    private var emptyLines = 0

    private static let pieceSize = 1 << 16

    init(_ form: Canonicalization) {
        self.form = form
        piece.reserveCapacity(Self.pieceSize + 1024)
    }

    mutating func write(_ body: ArraySlice<UInt8>) {
        body.withUnsafeBufferPointer { body in
            var start = 0
            while start < body.count {
                let end = body[start...].firstIndex(of: ASCII.lf) ?? body.count
                let hasCR = end < body.count && end > start && body[end - 1] == ASCII.cr
                write(line: UnsafeBufferPointer(rebasing: body[start..<(hasCR ? end - 1 : end)]))
                start = end + 1
            }
        }
    }

    /// RFC 6376 §3.4.3: a body without any line is one empty line to `simple`; to `relaxed` it is nothing.
    mutating func finish() -> [UInt8] {
        if form == .simple, !hasLine { appendLineBreak() }
        digest.update(piece)
        return digest.finish()
    }

    private var hasLine = false

    private mutating func write(line: UnsafeBufferPointer<UInt8>) {
        let content = form == .simple ? line.count : (line.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? 0)
        guard content > 0 else {
            emptyLines += 1
            return
        }
        while emptyLines > 0 {
            appendLineBreak()
            emptyLines -= 1
        }
        hasLine = true
        if form == .simple { piece += line } else { appendRelaxed(line, content) }
        appendLineBreak()
    }

    private mutating func appendRelaxed(_ line: UnsafeBufferPointer<UInt8>, _ content: Int) {
        var isBlank = false
        for place in 0..<content {
            let byte = line[place]
            if byte == ASCII.space || byte == ASCII.tab {
                isBlank = true
            } else {
                if isBlank { piece.append(ASCII.space) }
                isBlank = false
                piece.append(byte)
            }
        }
    }

    private mutating func appendLineBreak() {
        piece.append(ASCII.cr)
        piece.append(ASCII.lf)
        guard piece.count >= Self.pieceSize else { return }
        digest.update(piece)
        piece.removeAll(keepingCapacity: true)
    }
}
