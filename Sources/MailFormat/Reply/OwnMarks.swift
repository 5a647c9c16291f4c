/// Lines that look quoted and are not: "Run this and tell me what you see:", and then `> make test`.
extension ReplyCut {
    /// Limit: lines of such a passage.
    private static let mostLines = 12

    /// In a text without any sign of an earlier mail, shows what a line with a colon leads to and written lines follow.
    mutating func keepOwnMarks() {
        guard body.isPlainText, !body.lines.contains(where: { $0.role == .history }) else { return }
        var at = 0
        while at < body.lines.count {
            guard body.lines[at].role == .quoted else {
                at += 1
                continue
            }
            let end = body.lines[at...].firstIndex { $0.role != .quoted } ?? body.lines.count
            if isOwn(at..<end) { for index in at..<end { body.lines[index].role = .written } }
            at = end
        }
    }

    private func isOwn(_ lines: Range<Int>) -> Bool {
        guard lines.count <= Self.mostLines, isLeadIn(above: lines.lowerBound) else { return false }
        guard let below = body.nextLine(below: lines.upperBound - 1), body.lines[below].role == .written else {
            return false
        }
        return lines.allSatisfy { depth($0) == 1 } || lines.allSatisfy { depth($0) == 3 }
    }

    /// How many `>` the line begins with; Python's prompt has three.
    private func depth(_ line: Int) -> Int { body.text(line).prefix { $0 == ASCII.greater }.count }

    /// A written line of three words or more with a colon, and at most one blank line between.
    private func isLeadIn(above index: Int) -> Bool {
        guard
            let above = stride(from: index - 1, through: max(0, index - 2), by: -1).first(where: { body.isWritten($0) })
        else { return false }
        let text = body.text(above)
        return text.last == ASCII.colon && text.count(where: { $0 == ASCII.space }) >= 2
    }
}
