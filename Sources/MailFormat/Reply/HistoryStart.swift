/// Where the history begins for good: a separator line, or the block of header lines that Outlook and others insert.
enum HistoryStart {
    /// The first line of the history if it begins at, or with the separator just above, line `index`.
    static func find(at index: Int, in lines: [ReplyLine]) -> Int? {
        let line = lines[index]
        guard line.role == .written || line.role == .history, !line.bytes.isEmpty else { return nil }
        if isSeparator(line) { return index }
        guard line.role == .written, isHeaderBlock(at: index, in: lines) else { return nil }
        return ruleAbove(index, in: lines)
    }

    /// "-----Original Message-----", "Begin forwarded message:", "## reply above this line ##".
    private static func isSeparator(_ line: ReplyLine) -> Bool {
        guard line.bytes.count <= 200, mayBeSeparator(line.bytes) else { return false }
        let folded = line.folded
        let core = folded.trimming {
            isRule($0) || $0.isBlank || $0 == ASCII.colon || $0 == 0x23 || $0 == ASCII.greater
        }
        guard !core.isEmpty else { return false }
        if HistoryWords.alone.contains(where: { core.elementsEqual($0) }) { return true }
        let dashes = folded.prefix { isRule($0) }.count
        if dashes >= 2, folded.suffix(2).allSatisfy(isRule), AttributionWords.hasVerb(folded) { return true }
        return dashes >= 2 && HistoryWords.betweenDashes.contains { core.starts(with: $0) }
            || HistoryWords.anywhere.contains { core.containsBytes($0) }
    }

    /// Begins or ends with a rule, or ends with a colon; what makes looking any words up worth while.
    private static func mayBeSeparator(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first(where: { !$0.isBlank }), let last = bytes.last else { return false }
        return isRule(first) || first == 0x23 || isRule(last) || last == ASCII.colon
    }

    private static func isRule(_ byte: UInt8) -> Bool {
        byte == ASCII.hyphen || byte == ASCII.underscore || byte == ASCII.asterisk || byte == ASCII.equals
    }

    /// From with an address and a date, or From and when it was sent, or From, subject and date. Less would cut a form that
    /// a person filled in ("From: Berlin", "To: Nice", "Date: Monday").
    private static func isHeaderBlock(at index: Int, in lines: [ReplyLine]) -> Bool {
        guard HistoryWords.label(of: lines[index]) != nil else { return false }
        // The block was looked at from its first line.
        guard index == 0 || HistoryWords.label(of: lines[index - 1]) == nil else { return false }
        var found: Set<HistoryWords.Label> = []
        var hasAddress = false
        for line in lines[index...].prefix(10) where line.role == .written {
            guard let label = HistoryWords.label(of: line) else { continue }
            found.insert(label)
            hasAddress = hasAddress || line.bytes.contains(ASCII.at)
        }
        guard found.contains(.from) else { return hasAddress && found.contains(.to) && found.contains(.date) }
        let hasDate = found.contains(.date) || found.contains(.sent)
        return found.contains(.sent) || (hasDate && (hasAddress || found.contains(.subject)))
            || (hasAddress && found.count >= 3)
    }

    /// The rule of underscores or dashes above the block belongs to it.
    private static func ruleAbove(_ index: Int, in lines: [ReplyLine]) -> Int {
        for above in stride(from: index - 1, through: max(0, index - 4), by: -1) where !lines[above].isBlank {
            let bytes = lines[above].bytes
            return bytes.count >= 3 && bytes.allSatisfy({ isRule($0) || $0.isBlank }) ? above : index
        }
        return index
    }
}

extension Collection where Element == UInt8, Self: BidirectionalCollection {
    /// The bytes between the first and the last that `isMargin` does not hold for.
    func trimming(_ isMargin: (UInt8) -> Bool) -> SubSequence {
        guard let first = firstIndex(where: { !isMargin($0) }), let last = lastIndex(where: { !isMargin($0) }) else {
            return self[startIndex..<startIndex]
        }
        return self[first...last]
    }
}
