/// Decides of each line of a body whether it was written this time. One pass for each kind of thing to cut, each linear.
struct ReplyCut {
    private var lines: [ReplyLine]

    static func cut(_ lines: [ReplyLine]) -> [ReplyLine] {
        var cut = ReplyCut(lines: lines)
        cut.openWrappers()
        cut.cutHistory()
        cut.cutBrokenQuotes()
        cut.cutFurniture()
        return cut.lines
    }

    /// A wrapper with quoted lines may hold answers between them; without any it is history as a whole.
    private mutating func openWrappers() {
        let answered = Set(lines.lazy.filter { $0.role == .quoted }.compactMap(\.wrapper))
        for index in lines.indices where lines[index].role == .written {
            if let wrapper = lines[index].wrapper, !answered.contains(wrapper) { lines[index].role = .history }
        }
    }

    /// Limit: lines that a person may have written; all below is history, unread.
    private static let mostWritten = 10_000

    /// Limit: lines ending with a colon that are looked at as attributions.
    private static let mostColons = 500

    /// Attributions, and everything from the first header block or separator on.
    private mutating func cutHistory() {
        var at = 0
        var written = 0
        var colons = 0
        while at < lines.count {
            if lines[at].role == .written, !lines[at].bytes.isEmpty { written += 1 }
            guard written <= Self.mostWritten else { return mark(at..<lines.count, as: .history) }
            if let start = HistoryStart.find(at: at, in: lines) { return mark(start..<lines.count, as: .history) }
            if lines[at].bytes.last == ASCII.colon { colons += 1 }
            if colons <= Self.mostColons, let attribution = Attribution.find(endingAt: at, in: lines) {
                mark(attribution.lines, as: .history)
                guard attribution.introducesQuote else { return mark(at..<lines.count, as: .history) }
            }
            at += 1
        }
    }

    /// QUIRK: mailers wrap quoted lines and lose the mark on the rest (corpus: replies, wrapped quotes).
    private mutating func cutBrokenQuotes() {
        guard lines.count > 2 else { return }
        for index in 1..<(lines.count - 1) where lines[index].role == .written {
            let above = lines[index - 1].bytes, line = lines[index]
            guard lines[index - 1].role == .quoted, lines[index + 1].role == .quoted, !line.isBlank else { continue }
            let isWrapped = above.count >= 60 && line.bytes.count <= 40
            guard isWrapped || (above.count >= 30 && goesOn(line.bytes, after: above)) else { continue }
            lines[index].role = .quoted
        }
    }

    /// A small letter, after a line that ended no sentence.
    private func goesOn(_ line: ArraySlice<UInt8>, after above: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first, let last = above.last else { return false }
        return first.isASCIILetter && first == first.asciiLowercased && !".?!:".utf8.contains(last)
    }

    /// Limit: stretches of written lines that are searched for furniture.
    private static let mostStretches = 1_000

    /// Signatures and footers, in each stretch of written lines.
    private mutating func cutFurniture() {
        var at = 0
        var stretches = 0
        while at < lines.count, stretches < Self.mostStretches {
            guard lines[at].role == .written else {
                at += 1
                continue
            }
            let end = lines[at...].firstIndex { $0.role != .written } ?? lines.count
            stretches += 1
            for range in Furniture.find(in: lines[at..<end]) { mark(range, as: .furniture) }
            at = end
        }
    }

    /// Lines that are already known as quoted or furniture stay what they are; none of them is visible.
    private mutating func mark(_ range: Range<Int>, as role: ReplyLine.Role) {
        for index in range where lines[index].role == .written { lines[index].role = role }
    }
}
