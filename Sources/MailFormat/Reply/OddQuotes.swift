/// Quotations with other marks than `>`: bars, and the initials of who is quoted.
extension ReplyBody {
    /// Limit: bytes of a name before the mark, as in `Ana> `.
    private static let longestName = 10

    /// Marks runs of lines with one odd mark as quoted: initials in several lines always, bars and single initials only
    /// below a line that ends with a colon, because tables have them too.
    mutating func quoteOddMarks() {
        var index = 0
        while index < lines.count {
            guard let mark = oddMark(index) else {
                index += 1
                continue
            }
            let end = lines.indices[index...].first { oddMark($0) != mark } ?? lines.count
            if mark.count > 1 && end - index > 1 || isBelowColon(index) {
                for line in index..<end { lines[line].role = .quoted }
            }
            index = end
        }
    }

    private func oddMark(_ index: Int) -> ArraySlice<UInt8>? {
        guard let first = text(index).first, lines[index].role == .written else { return nil }
        // A row of a table has a bar at its end, too.
        if first == 0x7C { return text(index).last == 0x7C ? nil : text(index).prefix(1) }
        guard first >= 0x41 && first <= 0x5A || first >= 0xC3 && first <= 0xD0 else { return nil }
        let name = text(index).prefix(Self.longestName + 1).prefix { $0.isASCIILetter || $0 >= 0x80 }
        let isMark = name.endIndex < lines[index].end && bytes[name.endIndex] == ASCII.greater
        return isMark ? bytes[name.startIndex...name.endIndex] : nil
    }

    /// QUIRK: Alpine puts the attribution into the frame of its bars: `+-- Ana wrote --+`.
    private func isBelowColon(_ index: Int) -> Bool {
        let above = lines.indices[..<index].suffix(2).last { !lines[$0].isBlank }
        return above.map { text($0).last == ASCII.colon || text($0).hasSuffix("--+") } ?? false
    }
}
