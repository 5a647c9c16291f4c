import MailFormat

/// The lines of a mail's text part: none longer than 76 columns where it has blanks to break at, so that no program breaks
/// it elsewhere (RFC 5322 §2.1.1).
enum TextLines {
    /// Columns, counted in scalars.
    static let width = 76

    /// `text` with long lines broken at blanks, what follows indented like the line; trailing blanks are dropped, and of
    /// several empty lines one is kept.
    static func wrapped(_ text: [UInt8]) -> String {
        var lines: [[UInt8]] = []
        for line in text.split(separator: ASCII.lf, omittingEmptySubsequences: false) {
            for piece in wrapped(line: line) where !(piece.isEmpty && lines.last?.isEmpty ?? true) {
                lines.append(piece)
            }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return String(decoding: Array(lines.joined(separator: [ASCII.lf])), as: UTF8.self) + "\n"
    }

    private static func wrapped(line: ArraySlice<UInt8>) -> [[UInt8]] {
        let indent = Array(line.prefix { $0 == ASCII.space })
        let words = line.split { $0 == ASCII.space || $0 == ASCII.cr }
        guard var current = words.first.map({ indent + $0 }) else { return [[]] }
        // RFC 3676 §4.3: the blank belongs to the line that begins a signature.
        if line.elementsEqual("-- ".utf8) { return [Array(line)] }
        guard columns(line) > width else { return [line.trailingBlanksDropped] }
        var pieces: [[UInt8]] = []
        for word in words.dropFirst() {
            if columns(current[...]) + 1 + columns(word) <= width {
                current += [ASCII.space] + word
            } else {
                pieces.append(current)
                current = indent + word
            }
        }
        return pieces + [current]
    }

    private static func columns(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }
}

extension ArraySlice<UInt8> {
    fileprivate var trailingBlanksDropped: [UInt8] {
        let last = lastIndex { !$0.isBlank && !$0.isLineBreak }
        return Array(self[..<(last.map { $0 + 1 } ?? startIndex)])
    }
}
