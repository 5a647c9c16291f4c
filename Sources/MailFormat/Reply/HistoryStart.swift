/// Where the history begins for good: a separator line, or the block of header lines that Outlook and others insert.
enum HistoryStart {
    /// The first line of the history if it begins at, or with the rule just above, line `index`.
    static func find(at index: Int, in body: ReplyBody) -> Int? {
        let text = body.text(index)
        guard !text.isEmpty else { return nil }
        if isSeparator(index, in: body) { return HeaderBlock.rule(above: index, in: body) ?? index }
        guard HeaderBlock.begins(at: index, in: body) || HeaderBlock.isNotes(at: index, in: body) else { return nil }
        return HeaderBlock.rule(above: index, in: body) ?? index
    }

    /// Limit: bytes of a separator line.
    private static let longestSeparator = 250

    /// "-----Original Message-----", "Begin forwarded message:", "## reply above this line ##".
    private static func isSeparator(_ index: Int, in body: ReplyBody) -> Bool {
        let text = body.text(index)
        guard text.count <= longestSeparator, mayBeSeparator(text) else { return false }
        let folded = body.folded(index)
        let core = Array(folded.trimming { isRule($0) || isMargin($0) })
        guard !core.isEmpty else { return false }
        if HistoryWords.alone.isWhole(core) { return true }
        if HelpDeskMark.isMark(folded, core: core) { return true }
        let leading = folded.prefix { isRule($0) || isMargin($0) }.count { isRule($0) }
        guard leading >= 2 else { return false }
        if HistoryWords.betweenDashes.begins(core) { return true }
        guard folded.dropLast(while: isMargin).suffix(2).allSatisfy(isRule) else { return false }
        // QUIRK: Zoho writes its attribution between dashes. In unknown languages, dashes and header lines below must do.
        return AttributionWords.verbs.isIn(core) || leading >= 3 && isHeaderBelow(index, in: body)
    }

    private static func isHeaderBelow(_ index: Int, in body: ReplyBody) -> Bool {
        guard let next = body.nextLine(below: index), let after = body.nextLine(below: next) else { return false }
        return [next, after].allSatisfy { HeaderBlock.isKnownLine(body.text($0)) }
    }

    /// Begins with a rule, or ends with one or a colon, or is short and no sentence; what makes looking any words up worth
    /// while.
    private static func mayBeSeparator(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, let last = text.last else { return false }
        if isRule(first) || isMargin(first) || isRule(last) || last == ASCII.colon { return true }
        if last == ASCII.dot { return text.count <= HelpDeskMark.longestSentence }
        return text.count <= 60 && last != ASCII.comma && last != ASCII.question && last != 0x21
    }

    static func isRule(_ byte: UInt8) -> Bool {
        byte == ASCII.hyphen || byte == ASCII.underscore || byte == ASCII.asterisk || byte == ASCII.equals
            || byte == 0x7E
    }

    static func isMargin(_ byte: UInt8) -> Bool {
        byte.isBlank || byte == ASCII.colon || byte == 0x23 || byte == ASCII.greater || byte == ASCII.less
            || byte == ASCII.plus
    }

    /// QUIRK: GroupWise puts who and when between `>>>` and leaves what it quotes unmarked.
    static func isGroupWise(_ text: ArraySlice<UInt8>) -> Bool {
        text.count <= longestSeparator && text.count > 20 && text.starts(with: ">>> ".utf8)
            && text.suffix(4).elementsEqual(" >>>".utf8) && text.contains { $0.isASCIIDigit }
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
