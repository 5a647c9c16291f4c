/// Decides of each line of a body whether it was written this time. One pass for each kind of thing to cut, each linear.
struct ReplyCut {
    var body: ReplyBody
    private var uncertain: [Range<Int>] = []
    /// Where wording alone, without quotation marks or structure, says that all below is history.
    private var wordedHistory: Range<Int>?

    /// `body` with the final role of each line.
    static func cut(_ body: ReplyBody) -> ReplyBody {
        var cut = ReplyCut(body: body)
        cut.openWrappers()
        cut.cutHistory()
        cut.cutBrokenQuotes()
        cut.keepOwnMarks()
        cut.cutFurniture()
        cut.keepSomething()
        return cut.body
    }

    private init(body: ReplyBody) { self.body = body }

    /// A wrapper with quoted lines may hold answers between them; without any it is history as a whole.
    private mutating func openWrappers() {
        guard body.lines.contains(where: { $0.wrapper != nil }) else { return }
        let answered = Set(body.lines.lazy.filter { $0.role == .quoted }.compactMap(\.wrapper))
        for index in body.lines.indices where body.lines[index].role == .written {
            guard let wrapper = body.lines[index].wrapper, !answered.contains(wrapper) else { continue }
            body.lines[index].role = .history
            body.lines[index].isStructural = true
        }
    }

    /// Limit: lines that a person may have written; all below is history, unread.
    private static let mostWritten = 10_000

    /// Limit: lines looked at as attributions that were none.
    private static let mostCandidates = 500

    /// Limit: quoted lines that are searched for the mark of a help desk.
    private static let mostQuoted = 12

    /// Attributions, and everything from the first header block or separator on.
    private mutating func cutHistory() {
        var written = 0, quoted = 0, at = -1
        while at + 1 < body.lines.count {
            at += 1
            guard !body.lines[at].isBlank else { continue }
            switch body.lines[at].role {
            case .quoted:
                quoted += 1
                if quoted <= Self.mostQuoted, endsAtQuoted(at, afterText: written > 0) { return }
            case .written:
                written += 1
                guard written <= Self.mostWritten else { return body.mark(at..<body.lines.count, as: .history) }
                if written - quoted <= Self.mostCandidates || written < Self.mostCandidates, endsAtWritten(at) {
                    return
                }
            case .history, .furniture: break
            }
        }
    }

    /// Whether all is history from a quoted line on: the mark of a help desk, or of GroupWise.
    private mutating func endsAtQuoted(_ at: Int, afterText: Bool) -> Bool {
        let text = body.text(at)
        if Attribution.isTornEnd(at, in: body), let found = Attribution.find(endingAt: at, in: body) {
            return cut(found)
        }
        guard afterText, text.count <= 250 else { return false }
        guard HelpDeskMark.isQuoted(text) || HistoryStart.isGroupWise(text) else { return false }
        body.mark(at..<body.lines.count, as: .history)
        return true
    }

    /// Whether all is history from a written line on; a mere attribution is cut on the way.
    private mutating func endsAtWritten(_ at: Int) -> Bool {
        if let start = HistoryStart.find(at: at, in: body) { return end(at: start) }
        if OwnNotice.isSentence(at, in: body) { return end(at: OwnNotice.start(above: at, in: body)) }
        if let offset = GluedAttribution.find(in: body, line: at) {
            return cut(Attribution(lines: at..<(at + 1), splitAt: offset, introducesQuote: body.isQuoteBelow(at)))
        }
        if let found = Attribution.find(endingAt: at, in: body) { return cut(found) }
        if HeaderBlock.isSenderLine(body.text(at)), body.isQuoteBelow(at) { body.mark(at..<(at + 1), as: .history) }
        return false
    }

    private mutating func end(at start: Int) -> Bool {
        let isRuled = body.lines[start...].prefix(3).contains { $0.isRuled }
        if !isRuled { wordedHistory = start..<body.lines.count }
        body.mark(start..<body.lines.count, as: .history)
        return true
    }

    /// Cuts an attribution, and all below it unless a quotation follows; whether it did.
    private mutating func cut(_ found: Attribution) -> Bool {
        let first = found.lines.lowerBound
        let splitAt = found.splitAt.flatMap { splitLine(first, at: $0) }
        let start = splitAt ?? first
        let end = found.lines.upperBound + (splitAt == nil ? 0 : 1)
        for index in start..<end { body.lines[index].role = .history }
        return found.introducesQuote ? false : self.end(at: start)
    }

    /// Divides a line in two; the number of the second one, `nil` where nothing would be left of the first.
    private mutating func splitLine(_ index: Int, at offset: Int) -> Int? {
        var head = body.lines[index], tail = head
        tail.start = offset
        tail.indentStart = offset
        head.end =
            body.bytes[head.start..<offset].lastIndex { !$0.isBlank && !HistoryStart.isRule($0) }.map { $0 + 1 }
            ?? head.start
        guard !head.isBlank else { return nil }
        body.lines[index] = head
        body.lines.insert(tail, at: index + 1)
        return index + 1
    }

    /// Limit: stretches of written lines that are searched for furniture.
    private static let mostStretches = 1_000

    /// Signatures and footers, in each stretch of written lines.
    private mutating func cutFurniture() {
        var at = 0
        var stretches = 0
        while at < body.lines.count, stretches < Self.mostStretches {
            guard body.lines[at].role == .written else {
                at += 1
                continue
            }
            let end = body.lines[at...].firstIndex { $0.role != .written } ?? body.lines.count
            stretches += 1
            for piece in Furniture.find(in: at..<end, of: body) {
                body.mark(piece.lines, as: .furniture)
                if !piece.isCertain { uncertain.append(piece.lines) }
            }
            at = end
        }
    }

    /// When nothing is left though something was written, what was cut without certainty is shown again: a loss is worse
    /// than a leak. A notice of our own is never shown.
    private mutating func keepSomething() {
        guard !body.lines.indices.contains(where: { body.isWritten($0) }) else { return }
        for range in uncertain { show(range, cutAs: .furniture) }
        guard !body.lines.indices.contains(where: { body.isWritten($0) }) else { return }
        if let wordedHistory, !OwnNotice.isIn(wordedHistory, of: body) {
            body.isPerhapsHistory = true
            return show(wordedHistory, cutAs: .history)
        }
        for index in body.lines.indices where body.lines[index].role == .furniture && body.lines[index].isStructural {
            body.lines[index].role = .written
        }
    }

    private mutating func show(_ range: Range<Int>, cutAs role: ReplyLine.Role) {
        for index in range where body.lines[index].role == role && !body.lines[index].isStructural {
            body.lines[index].role = .written
        }
    }
}

// Quotations whose marks were lost.
extension ReplyCut {
    /// QUIRK: mailers wrap quoted lines and lose the mark on the rest (corpus: replies, wrapped quotes).
    private mutating func cutBrokenQuotes() {
        guard body.lines.count > 2 else { return }
        for index in 1..<(body.lines.count - 1) where body.isWritten(index) {
            guard body.lines[index + 1].role == .quoted, let above = quotedAbove(index) else { continue }
            let line = body.text(index)
            let isWrapped = above.count >= 60 && line.count <= 40
            let isLink = !line.contains(ASCII.space) && above.containsBytes(Array("http".utf8)) || isBracketedLink(line)
            guard isLink || isWrapped || above.count >= 30 && goesOn(line, after: above) else { continue }
            body.lines[index].role = .quoted
        }
    }

    /// The quoted line right above; lines that structure made quoted are never broken.
    private func quotedAbove(_ index: Int) -> ArraySlice<UInt8>? {
        body.lines[index - 1].role == .quoted ? body.text(index - 1) : nil
    }

    /// A small letter, after a line that ended no sentence.
    private func goesOn(_ line: ArraySlice<UInt8>, after above: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first, let last = above.last else { return false }
        return first.isASCIILetter && first == first.asciiLowercased && !".?!:".utf8.contains(last)
    }

    /// `(https://…) >`
    private func isBracketedLink(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "(http".utf8) && (line.last == ASCII.greater || line.last == ASCII.closeParenthesis)
    }
}
