/// A body as lines: one buffer of UTF-8, and for each line its range and role.
struct ReplyBody {
    var bytes: [UInt8]
    var lines: [ReplyLine] = []
    /// Whether what is left as written could be history: it was kept for want of anything else.
    var isPerhapsHistory = false
    /// Whether it was a plain text, where `>` may also be what the sender typed.
    private(set) var isPlainText = false

    /// Limit: bytes of a body that are read for its reply; nobody types that much, and the rest is history.
    static let mostBytes = 4 << 20

    /// Limit: lines of a body that are read, for the same reason.
    static let mostLines = 100_000

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The lines of a plain text, `>` ones as quoted.
    init(ofText text: String) {
        bytes = Array(text.utf8)
        isPlainText = true
        if bytes.count > Self.mostBytes { bytes.removeLast(bytes.count - Self.mostBytes) }
        lines.reserveCapacity(bytes.count / 40 + 8)
        var start = 0
        while start <= bytes.count, lines.count < Self.mostLines {
            let end = bytes.firstOffset(of: ASCII.lf, in: start..<bytes.count) ?? bytes.count
            addLine(start..<end)
            start = end + 1
        }
        quoteOddMarks()
    }

    /// Adds a line of text; what it is, is known from its first bytes.
    private mutating func addLine(_ range: Range<Int>) {
        var line = self.line(range)
        if isQuoted(line) {
            line.role = .quoted
            line.isStructural = true
        }
        lines.append(line)
    }

    /// The line at `range`, without what cannot be seen at either end.
    func line(_ range: Range<Int>) -> ReplyLine {
        var start = range.lowerBound, end = range.upperBound
        while end > start {
            if bytes[end - 1] <= ASCII.space {
                end -= 1
            } else if let length = unseen(before: end, from: start) {
                end -= length
            } else {
                break
            }
        }
        while start < end {
            if bytes[start] <= ASCII.space {
                start += 1
            } else if let length = unseen(at: start) {
                start += length
            } else {
                break
            }
        }
        // Marks of direction or order at the head go; an indentation stays.
        let indent = bytes[range.lowerBound..<start].allSatisfy { $0.isBlank } ? range.lowerBound : start
        return ReplyLine(
            start: start, indentStart: indent, end: end,
            hasUnseenMarks: start < end && (hasMarks(range.lowerBound..<start) || hasMarks(end..<range.upperBound)))
    }

    /// Whether more was cut off here than what may stand around a command.
    private func hasMarks(_ range: Range<Int>) -> Bool {
        var at = range.lowerBound
        while at < range.upperBound {
            guard bytes[at] >= 0x80 else {
                at += 1
                continue
            }
            let (scalar, length) = TextFolding.decoded(bytes[...], at: at)
            guard scalar == 0xA0 || scalar == 0xFEFF else { return true }
            at += length
        }
        return false
    }

    /// The length of the invisible scalar or no-break space at `index`.
    private func unseen(at index: Int) -> Int? {
        guard bytes[index] >= 0xC2 else { return nil }
        let (scalar, length) = TextFolding.decoded(bytes[...], at: index)
        return scalar == 0xA0 || TextFolding.isInvisible(scalar) ? length : nil
    }

    private func unseen(before end: Int, from start: Int) -> Int? {
        guard bytes[end - 1] >= 0x80 else { return nil }
        for length in 2...3 where end - length >= start && bytes[end - length] >= 0xC2 {
            return unseen(at: end - length) == length ? length : nil
        }
        return nil
    }

    /// QUIRK: some mailers indent the mark, or write it as an entity, and mbox writers put one before "From ".
    private func isQuoted(_ line: ReplyLine) -> Bool {
        guard line.start < line.end, line.start - line.indentStart <= 4 else { return false }
        switch bytes[line.start] {
        case ASCII.greater: return !has(">From ", at: line.start)
        case 0x26: return has("&gt;", at: line.start)
        case 0xEF: return has("＞", at: line.start)
        default: return false
        }
    }

    /// Whether `text` stands at `index`.
    func has(_ text: StaticString, at index: Int) -> Bool {
        text.withUTF8Buffer { bytes[index...].starts(with: $0) }
    }
}

// What is asked of single lines.
extension ReplyBody {
    /// The text of a line.
    func text(_ index: Int) -> ArraySlice<UInt8> { bytes[lines[index].start..<lines[index].end] }

    /// The text of a line folded for comparison.
    func folded(_ index: Int) -> [UInt8] { TextFolding.folded(text(index)) }

    /// The first line below `index` that is not blank, at most `distance` lines away.
    func nextLine(below index: Int, within distance: Int = 4) -> Int? {
        lines.indices[(index + 1)...].prefix(distance).first { !lines[$0].isBlank }
    }

    /// Whether the next thing below a line is a quotation.
    func isQuoteBelow(_ index: Int) -> Bool { nextLine(below: index).map(isQuotation) ?? false }

    /// Whether a line is quoted, or in what a mail program wraps around its quotation.
    func isQuotation(_ index: Int) -> Bool {
        lines[index].role == .quoted || lines[index].role == .history && lines[index].isStructural
    }

    func isWritten(_ index: Int) -> Bool { lines[index].role == .written && !lines[index].isBlank }

    /// Lines that are already known as something stay what they are.
    mutating func mark(_ range: Range<Int>, as role: ReplyLine.Role) {
        for index in range where lines[index].role == .written { lines[index].role = role }
    }
}
