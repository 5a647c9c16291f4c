/// One line of a body on its way to the visible reply: its text, and what the structure around it already says.
struct ReplyLine {
    enum Role {
        /// Typed by the sender, as far as is known.
        case written
        /// Quoted from an earlier mail, answered perhaps in the lines between.
        case quoted
        /// Belongs to the history: an attribution, a header block, everything below one.
        case history
        /// Signature, device footer, disclaimer, banner.
        case furniture
    }

    /// UTF-8, without its line break and without blanks at its end.
    var bytes: ArraySlice<UInt8>
    var role: Role
    /// Which wrapper of a mail program's quotation the line stands in, if any.
    var wrapper: Int?

    init(_ bytes: ArraySlice<UInt8>, role: Role = .written, wrapper: Int? = nil) {
        var end = bytes.endIndex
        while end > bytes.startIndex, bytes[end - 1].isBlank || bytes[end - 1].isLineBreak { end -= 1 }
        // The blank of "-- " is part of the mark, RFC 3676 §4.3.
        let isMark = bytes[..<end].elementsEqual("--".utf8) && end < bytes.endIndex && bytes[end].isBlank
        self.bytes = bytes[..<(isMark ? end + 1 : end)]
        self.role = role
        self.wrapper = wrapper
    }

    /// Nothing to see: blanks, no-break spaces and marks of writing direction only.
    var isBlank: Bool {
        guard let first = bytes.first(where: { !$0.isBlank }) else { return true }
        return first >= 0x80 && stripped.isEmpty
    }

    /// The line without blanks and invisible scalars at either end, folded to small letters.
    /// Limit: 1,000 bytes; nothing that is looked for is longer.
    var folded: [UInt8] { Array(LetterCase.folded(stripped).trimmed) }

    private var stripped: ArraySlice<Unicode.Scalar> {
        let scalars = Array(String(decoding: bytes.prefix(1_000), as: UTF8.self).unicodeScalars)
        guard let first = scalars.firstIndex(where: { !Self.isInvisible($0) }),
            let last = scalars.lastIndex(where: { !Self.isInvisible($0) })
        else { return [] }
        return scalars[first...last]
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0D, 0x20, 0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}

extension ReplyLine {
    /// Limit: bytes of a body that are read for its reply; nobody types that much, and the rest is history.
    static let mostBytes = 4 << 20

    /// Limit: lines of a body that are read, for the same reason.
    static let mostLines = 100_000

    /// The lines of a plain text, `>` ones as quoted.
    static func lines(of text: some Collection<UInt8>) -> [ReplyLine] {
        let bytes = Array(text.prefix(mostBytes))
        let lines = bytes.split(maxSplits: mostLines, omittingEmptySubsequences: false) { $0 == ASCII.lf }
        return lines.prefix(mostLines).map { line in
            ReplyLine(line, role: isQuoted(line) ? .quoted : .written)
        }
    }

    /// QUIRK: some mailers indent the mark, and mbox writers put one before "From ".
    private static func isQuoted(_ line: ArraySlice<UInt8>) -> Bool {
        let indent = line.prefix { $0.isBlank }
        let rest = line[indent.endIndex...]
        return indent.count <= 4 && rest.first == ASCII.greater && !rest.starts(with: ">From ".utf8)
    }
}
