/// The line, or the few lines, with which a mail program introduces what it quotes: "On Monday, Ana wrote:".
///
/// Found from its end: a colon, with a word for writing before it and a date, a time or an address as evidence.
struct Attribution {
    var lines: Range<Int>
    /// Where in its first line it begins, when that line begins with text of the sender.
    var splitAt: Int?
    /// Whether quoted lines follow; otherwise all below it is history.
    var introducesQuote: Bool

    /// Limit: lines that an attribution is wrapped over.
    private static let mostLines = 5

    /// The attribution whose last line is `end`, if any.
    static func find(endingAt end: Int, in body: ReplyBody) -> Attribution? {
        let next = body.nextLine(below: end)
        if let next, isTornEnd(next, in: body) { return nil }
        let text = body.text(end)
        let isQuoteBelow = next.map {
            body.isQuotation($0) || isDated(text) && HeaderBlock.isFrom(body.text($0))
        }
        guard mayEnd(text, isQuoteBelow ?? false) else { return nil }
        var search = Search(end: end, isQuoteBelow: isQuoteBelow ?? false, body: body)
        return search.run()
    }

    private static func isDated(_ text: ArraySlice<UInt8>) -> Bool { text.count(where: \.isASCIIDigit) >= 4 }

    /// A colon; or, before quoted lines only, the address of whom they are from; or a verb.
    private static func mayEnd(_ text: ArraySlice<UInt8>, _ isQuoteBelow: Bool) -> Bool {
        guard let last = text.last, text.count <= TextFolding.mostBytes else { return false }
        if isQuoteBelow { return true }
        return last == ASCII.colon || last == ASCII.asterisk || last == ASCII.underscore || last == 0x9A
            || text.contains(ASCII.at) || text.hasSuffix("wrote")
    }

    /// The lines above `end`, one after the other, until the attribution is whole.
    private struct Search {
        let end: Int
        let isQuoteBelow: Bool
        let body: ReplyBody
        private var joined: [UInt8] = []
        private var best: (start: Int, isWhole: Bool)?

        init(end: Int, isQuoteBelow: Bool, body: ReplyBody) {
            self.end = end
            self.isQuoteBelow = isQuoteBelow
            self.body = body
        }

        mutating func run() -> Attribution? {
            var start: Int? = end
            for _ in 0..<mostLines {
                guard let at = start else { break }
                let folded = body.folded(at)
                guard at != end || mayGoOn(folded) else { return nil }
                let belongs = AttributionBeginning.belongs(folded, above: joined) || isNameAlone(at, folded)
                if best?.isWhole == true, !belongs { break }
                let isNameless = joined.first == ASCII.less
                joined = joined.isEmpty ? folded : folded + [ASCII.space] + joined
                if let found = judge(at, folded, belongs, isNameless) { return found }
                start = lineAbove(at)
            }
            return best.map { attribution(from: $0.start) }
        }

        /// Takes the lines from `at` on for the attribution as far as is known; what shares its line with text is found.
        private mutating func judge(_ at: Int, _ folded: [UInt8], _ belongs: Bool, _ isNameless: Bool) -> Attribution? {
            let evidence = AttributionEvidence(joined)
            let beginning = AttributionBeginning(joined)
            guard evidence.suffices(beginning, isQuoteBelow: isQuoteBelow) else { return split(at, evidence) }
            if let found = split(at, evidence) { return found }
            let begins = beginning == .opening || AttributionBeginning(folded) == .date
            let isMeant = begins && (evidence.hasDate || isNameless) && !AttributionBeginning.endsSentence(folded)
            if at == end || belongs || isMeant { best = (at, evidence.isWhole) }
            return nil
        }

        /// QUIRK: the reply and the attribution on one line, which is wrapped.
        private func split(_ at: Int, _ evidence: AttributionEvidence) -> Attribution? {
            guard at != end, evidence.hasVerb, evidence.hasDate,
                let offset = GluedAttribution.opening(in: body.text(at)), offset > body.lines[at].start,
                !body.bytes[body.lines[at].start..<offset].contains(where: \.isASCIIDigit)
            else { return nil }
            var found = attribution(from: at)
            found.splitAt = offset
            return found
        }

        private func attribution(from start: Int) -> Attribution {
            Attribution(lines: start..<(end + 1), introducesQuote: body.isQuoteBelow(end))
        }

        /// QUIRK: a name on a line of its own, below a blank one, with its address below.
        private func isNameAlone(_ at: Int, _ folded: [UInt8]) -> Bool {
            guard joined.first == ASCII.less, at == 0 || body.lines[at - 1].isBlank, let last = folded.last else {
                return false
            }
            return folded.count <= 60 && folded.count(where: { $0 == ASCII.space }) <= 4 && !".,!?:".utf8.contains(last)
        }

        /// The last line must end as an attribution does; only then are the lines above read.
        private func mayGoOn(_ folded: [UInt8]) -> Bool {
            if AttributionEvidence.endsWithColon(folded) { return true }
            return folded.last == ASCII.greater || folded.last == ASCII.closeParenthesis
                || AttributionWords.verbs.isIn(folded)
        }

        /// The next line up. QUIRK: blank lines stand inside only where an address is torn from its name.
        private func lineAbove(_ at: Int) -> Int? {
            guard at > 0 else { return nil }
            if body.isWritten(at - 1) { return at - 1 }
            guard joined.first == ASCII.less || AttributionEvidence(joined).isTorn, body.lines[at - 1].isBlank, at > 1,
                body.isWritten(at - 2)
            else { return nil }
            return at - 2
        }
    }
}

extension Attribution {
    /// QUIRK: a wrapped address whose closing bracket begins a line looks like a quoted one: `> wrote:`.
    static func isTornEnd(_ index: Int, in body: ReplyBody) -> Bool {
        let text = body.text(index)
        guard index > 0, body.isWritten(index - 1), text.first == ASCII.greater, text.count <= 40 else { return false }
        let rest = TextFolding.folded(text.dropFirst())
        guard rest.first == ASCII.colon || AttributionEvidence.endsWithColon(rest) && AttributionWords.verbs.isIn(rest)
        else { return false }
        let above = body.text(index - 1)
        return above.contains(ASCII.less) || above.contains(ASCII.at)
    }
}

extension ArraySlice<UInt8> {
    func hasSuffix(_ text: StaticString) -> Bool { text.withUTF8Buffer { suffix($0.count).elementsEqual($0) } }
}
