/// The line, or the few lines, with which a mail program introduces what it quotes: "On Monday, Ana wrote:".
///
/// Found from its end: a colon, with a word for writing before it and a date, a time or an address as evidence.
struct Attribution {
    var lines: Range<Int>
    /// Whether quoted lines follow; otherwise all below it is history.
    var introducesQuote: Bool

    /// Limit: lines that an attribution is wrapped over.
    private static let mostLines = 5

    static func find(endingAt end: Int, in lines: [ReplyLine]) -> Attribution? {
        guard lines[end].role == .written, !lines[end].bytes.isEmpty else { return nil }
        let introducesQuote = isQuoteBelow(end, in: lines)
        guard mayEndAttribution(lines[end], introducesQuote) else { return nil }
        var joined: [UInt8] = []
        var whole: Attribution?
        for start in stride(from: end, through: max(0, end - mostLines + 1), by: -1) {
            let line = lines[start]
            guard line.role == .written, !line.isBlank else { break }
            let folded = line.folded
            joined = folded + [ASCII.space] + joined
            let evidence = Evidence(joined)
            guard evidence.suffices(beforeQuote: introducesQuote) else { continue }
            let found = Attribution(lines: start..<(end + 1), introducesQuote: introducesQuote)
            // A date at the head is where it begins; without one, the line of the verb alone must do.
            if evidence.isDatedSender && AttributionWords.isOpening(folded) { return found }
            if start == end || startsWithSender(folded) { whole = found }
            if evidence.isWhole { break }
        }
        return whole
    }

    /// A colon; or, before quoted lines only, the address of whom they are from; or the verb itself (QUIRK: Zoho).
    private static func mayEndAttribution(_ line: ReplyLine, _ introducesQuote: Bool) -> Bool {
        if endsWithColon(line.bytes) { return true }
        guard line.bytes.count <= 200, let last = line.bytes.last else { return false }
        return (introducesQuote && last == ASCII.greater) || AttributionWords.endsWithVerb(line.bytes)
    }

    /// `Ana Berg <ana@acme.test> schrieb am …`, wrapped behind the address.
    private static func startsWithSender(_ folded: [UInt8]) -> Bool {
        folded.contains(ASCII.at) && AttributionWords.hasVerb(folded)
    }

    /// QUIRK: marks of writing direction behind the colon; the full-width colon of Chinese and Japanese mailers.
    private static func endsWithColon(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while let last = rest.last, last != ASCII.colon {
            if rest.suffix(3).elementsEqual("：".utf8) { return true }
            guard rest.suffix(2).first == 0x80 || rest.suffix(2).elementsEqual([0xC2, 0xA0]) || last == ASCII.asterisk
            else { return false }
            rest = rest.dropLast(last == ASCII.asterisk ? 1 : last == 0xA0 ? 2 : 3)
        }
        return rest.last == ASCII.colon
    }

    private static func isQuoteBelow(_ end: Int, in lines: [ReplyLine]) -> Bool {
        for line in lines[(end + 1)...].prefix(3) where !line.isBlank { return line.role == .quoted }
        return false
    }
}

extension Attribution {
    /// What speaks for a line being an attribution rather than a sentence.
    private struct Evidence {
        var hasVerb: Bool
        var hasAddress: Bool
        var hasDigits: Bool
        var hasDate: Bool
        private var isTorn: Bool

        init(_ folded: [UInt8]) {
            hasVerb = AttributionWords.hasVerb(folded)
            hasAddress = folded.contains(ASCII.at)
            hasDigits = folded.dropLast().contains { $0.isASCIIDigit }
            hasDate = Self.hasYearOrTime(folded)
            isTorn = folded.first { $0 == ASCII.less || $0 == ASCII.greater } == ASCII.greater
        }

        /// A date is nothing without who wrote, or that someone did.
        var isDatedSender: Bool { hasDigits && (hasVerb || hasAddress) }

        /// Nothing can be missing above: there is a date, and an address whose brackets are not torn apart.
        var isWhole: Bool { hasAddress && hasDate && !isTorn }

        func suffices(beforeQuote: Bool) -> Bool {
            if beforeQuote { return hasVerb || (hasDigits && hasAddress) || hasDate }
            return (hasVerb && (hasAddress || hasDate)) || (hasAddress && hasDate)
        }

        /// Four digits in a row, or digits on both sides of a colon, dot, slash or `h`.
        private static func hasYearOrTime(_ folded: [UInt8]) -> Bool {
            var run = 0
            for (index, byte) in folded.enumerated() {
                if byte.isASCIIDigit {
                    run += 1
                    if run == 4 { return true }
                    continue
                }
                let next = index + 1 < folded.count ? folded[index + 1] : 0
                if run > 0, next.isASCIIDigit, ":./-h".utf8.contains(byte) { return true }
                run = 0
            }
            return false
        }
    }
}
