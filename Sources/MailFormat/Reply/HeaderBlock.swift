/// The header lines of the mail before, as Outlook and many others write them above what they quote.
struct HeaderBlock {
    /// Limit: bytes in which a label must end.
    private static let longestLabel = 48

    /// Limit: lines that are looked at for one block.
    static let mostLines = 14

    private var kinds: Set<HeaderLabels.Kind> = []
    /// Labels that no language in the table knows.
    private var unknownLabels = 0
    private var hasAddress = false
    private var hasBrackets = false
    private var hasTime = false
    private var labelledLines = 0

    /// Whether a block begins at line `index`.
    static func begins(at index: Int, in body: ReplyBody) -> Bool {
        guard let label = label(of: body.text(index)) else { return false }
        // The block was looked at from its first line.
        if index > 0, body.isWritten(index - 1), isKnownLine(body.text(index - 1)) { return false }
        var block = HeaderBlock()
        block.read(from: index, in: body)
        return block.isMailers(knowing: HeaderLabels.kind(of: label), ruled: isRuled(index, in: body))
    }

    private mutating func read(from index: Int, in body: ReplyBody) {
        var others = 0
        for at in body.lines.indices[index...].prefix(Self.mostLines) where body.isWritten(at) {
            guard let label = Self.label(of: body.text(at)) else {
                others += 1
                // A value may go on below; text does so for longer.
                if others > 2 { return }
                continue
            }
            others = 0
            read(label, body.folded(at))
        }
    }

    private mutating func read(_ label: [UInt8], _ folded: [UInt8]) {
        labelledLines += 1
        if let kind = HeaderLabels.kind(of: label) { kinds.insert(kind) } else { unknownLabels += 1 }
        if folded.contains(ASCII.at) {
            hasAddress = true
            hasBrackets = hasBrackets || folded.contains(ASCII.less) || folded.contains(ASCII.openBracket)
        }
        hasTime = hasTime || AttributionEvidence.hasTime(folded)
        for kind in Self.furtherKinds(in: folded) { kinds.insert(kind) }
    }

    /// QUIRK: HTML made to text without its line breaks: `From: a@b.test Date: Monday`.
    private static func furtherKinds(in folded: [UInt8]) -> [HeaderLabels.Kind] {
        guard folded.count <= 400 else { return [] }
        let colons = folded.indices.dropFirst().filter { folded[$0] == ASCII.colon }.dropFirst().prefix(12)
        return colons.compactMap { colon in
            let start = folded[..<colon].lastIndex { !$0.isASCIILetter && $0 < 0x80 }.map { $0 + 1 } ?? 0
            return HeaderLabels.kind(of: Array(folded[start..<colon]))
        }
    }

    /// From and when it was sent; or From with an address and a date; or From, subject and date. Less would cut a form
    /// that a person filled in ("From: Berlin", "To: Nice", "Date: Monday"). In languages that no table knows, three short
    /// labels with an address in brackets and a time of day.
    private func isMailers(knowing first: HeaderLabels.Kind?, ruled: Bool) -> Bool {
        if first == nil {
            return labelledLines >= 3 && hasBrackets && hasTime && (ruled || unknownLabels <= 6) && kinds.count <= 1
        }
        guard kinds.contains(.from) else { return hasAddress && kinds.contains(.to) && kinds.contains(.date) }
        let hasDate = kinds.contains(.date) || kinds.contains(.sent)
        if kinds.contains(.sent) || (hasDate && (hasAddress || kinds.contains(.subject))) { return true }
        return hasAddress && (kinds.count >= 3 || ruled && kinds.count >= 2)
    }

    /// The folded label of a line such as `*Gesendet:* Montag`, `nil` where it has none.
    static func label(of text: ArraySlice<UInt8>) -> [UInt8]? {
        if text.first == 0x7C { return cell(of: text.dropFirst().prefix(longestLabel)) }
        let head = text.prefix(longestLabel)
        guard head.contains(ASCII.colon) || head.contains(0xEF) || head.contains(0xE2) else { return nil }
        let folded = TextFolding.folded(head)
        guard let colon = folded.firstIndex(of: ASCII.colon), colon > 0 else { return nil }
        let label = folded[..<colon].trimming { $0 == ASCII.underscore || $0 == ASCII.space || $0 == ASCII.greater }
        guard label.count(where: { $0 == ASCII.space }) <= 3, !label.contains(ASCII.slash) else { return nil }
        return Array(label)
    }

    /// QUIRK: NetEase writes the block as a table: `| 发件人 | … |`.
    private static func cell(of text: ArraySlice<UInt8>) -> [UInt8]? {
        guard let bar = text.firstIndex(of: 0x7C) else { return nil }
        return TextFolding.folded(text[..<bar])
    }

    /// QUIRK: Notes writes who and when without labels, and the other labels on lines of their own.
    static func isNotes(at index: Int, in body: ReplyBody) -> Bool {
        let text = body.text(index)
        guard text.last == ASCII.greater, text.count <= 120, AttributionBeginning(body.folded(index)) == .sender,
            let date = body.nextLine(below: index), let label = body.nextLine(below: date)
        else { return false }
        return body.lines[date].count <= 40 && AttributionEvidence.hasTime(body.folded(date))
            && HeaderLabels.kind(of: Array(body.folded(label).prefix { $0 != ASCII.colon })) == .to
    }

    /// Whether a line is labelled as a header whose label is known.
    static func isKnownLine(_ text: ArraySlice<UInt8>) -> Bool {
        label(of: text).flatMap { HeaderLabels.kind(of: $0) } != nil
    }

    /// A line that says from whom something is, with the address.
    static func isSenderLine(_ text: ArraySlice<UInt8>) -> Bool {
        text.contains(ASCII.at) && isFrom(text)
    }

    /// A line that says from whom something is.
    static func isFrom(_ text: ArraySlice<UInt8>) -> Bool {
        label(of: text).flatMap { HeaderLabels.kind(of: $0) } == .from
    }

    private static func isRuled(_ index: Int, in body: ReplyBody) -> Bool {
        body.lines[index].isRuled || rule(above: index, in: body) != nil
    }

    /// The rule of underscores or dashes, or the line that says what the block is, right above it.
    static func rule(above index: Int, in body: ReplyBody) -> Int? {
        for above in stride(from: index - 1, through: max(0, index - 4), by: -1) where !body.lines[above].isBlank {
            let text = body.text(above)
            guard text.count >= 3, text.count <= 400, let first = text.first else { return nil }
            guard HistoryStart.isRule(first) || first >= 0x80 else { return nil }
            return body.folded(above).allSatisfy { HistoryStart.isRule($0) || $0.isBlank } ? above : nil
        }
        return nil
    }
}
