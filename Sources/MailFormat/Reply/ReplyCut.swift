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

    /// Attributions, and everything from the first header block or separator on.
    private mutating func cutHistory() {
        var at = 0
        while at < lines.count {
            if let start = HistoryStart.find(at: at, in: lines) { return mark(start..<lines.count, as: .history) }
            if let attribution = Attribution.find(endingAt: at, in: lines) {
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
            let above = lines[index - 1], below = lines[index + 1]
            guard above.role == .quoted, below.role == .quoted, above.bytes.count >= 60,
                lines[index].bytes.count <= 40, !lines[index].isBlank
            else { continue }
            lines[index].role = .quoted
        }
    }

    /// Signatures and footers, in each stretch of written lines.
    private mutating func cutFurniture() {
        var at = 0
        while at < lines.count {
            guard lines[at].role == .written else {
                at += 1
                continue
            }
            let end = lines[at...].firstIndex { $0.role != .written } ?? lines.count
            for range in Furniture.find(in: lines[at..<end]) { mark(range, as: .furniture) }
            at = end
        }
    }

    /// Lines that are already known as quoted or furniture stay what they are; none of them is visible.
    private mutating func mark(_ range: Range<Int>, as role: ReplyLine.Role) {
        for index in range where lines[index].role == .written { lines[index].role = role }
    }
}
