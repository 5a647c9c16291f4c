/// What speaks for some folded lines being an attribution rather than a sentence.
struct AttributionEvidence {
    private let verb: Range<Int>?
    private let isQuoter: Bool
    private let isFirstPerson: Bool
    let hasAddress: Bool
    private let hasBrackets: Bool
    let hasDate: Bool
    let hasTime: Bool
    private let hasDay: Bool
    private let hasColon: Bool
    private let endsWithVerb: Bool
    private let beginsWithAddress: Bool
    private let length: Int
    let isTorn: Bool

    /// Limit: bytes of an attribution that nothing quoted follows.
    private static let longest = 400

    init(_ folded: [UInt8]) {
        verb = AttributionWords.verbs.first(in: folded)
        isQuoter = AttributionWords.quoters.begins(folded)
        isFirstPerson = verb.map { Self.isFirstPerson(before: $0.lowerBound, in: folded) } ?? false
        hasAddress = Self.hasAddress(folded)
        hasBrackets =
            hasAddress && folded.contains { $0 == ASCII.less || $0 == ASCII.openParenthesis || $0 == ASCII.openBracket }
        hasTime = Self.hasTime(folded)
        hasDay = Self.hasDate(folded)
        hasDate = hasTime || hasDay
        hasColon = Self.endsWithColon(folded)
        endsWithVerb = verb?.upperBound == folded.count
        beginsWithAddress = Self.hasAddress(Array(folded.prefix { $0 != ASCII.space }))
        length = folded.count
        isTorn = folded.first { $0 == ASCII.less || $0 == ASCII.greater } == ASCII.greater
    }

    var hasVerb: Bool { verb != nil || isQuoter }
    var hasSender: Bool { hasVerb && hasAddress }

    /// Nothing can be missing above.
    var isWhole: Bool { hasDate && (hasVerb || hasAddress) && !isTorn }

    /// Even the day is there, so that the line above is not needed for it.
    var isComplete: Bool { isWhole && hasDay }

    /// Whether the lines are an attribution; `beginning` says how their first line begins.
    func suffices(_ beginning: AttributionBeginning?, isQuoteBelow: Bool) -> Bool {
        if isQuoteBelow {
            if hasColon && hasVerb || hasDate && hasAddress { return true }
            return hasDate && (hasVerb || hasColon && beginning != nil)
        }
        guard length <= Self.longest, !isFirstPerson else { return false }
        guard hasColon else { return endsWithVerb && hasBrackets && hasTime && beginning != nil }
        if hasVerb && beginsWithAddress || hasBrackets && (hasVerb || hasDate) { return true }
        return hasVerb && hasDate && (hasAddress || hasTime || beginning == .opening)
    }

    /// "I wrote", "schrieb ich": the word beside the verb.
    private static func isFirstPerson(before verb: Int, in folded: [UInt8]) -> Bool {
        let before = folded[..<verb].dropLast(while: { $0 == ASCII.space })
        let start = before.lastIndex(of: ASCII.space).map { $0 + 1 } ?? 0
        if AttributionWords.firstPersons.isWhole(Array(before[start...])) { return true }
        guard let end = folded[verb...].firstIndex(of: ASCII.space) else { return false }
        return AttributionWords.firstPersons.isWhole(Array(folded[(end + 1)...].prefix { $0.isASCIILetter }))
    }

    private static func hasAddress(_ folded: [UInt8]) -> Bool {
        guard let at = folded.firstIndex(of: ASCII.at), at > 0, at + 1 < folded.count else { return false }
        return folded[at - 1] != ASCII.space && folded[at + 1] != ASCII.space
    }

    static func endsWithColon(_ folded: [UInt8]) -> Bool {
        folded.last { $0 != ASCII.space && $0 != ASCII.underscore && $0 != ASCII.hyphen && $0 != 0x27 } == ASCII.colon
    }

    /// Hours and minutes: digits on both sides of a colon, dot or `h`.
    static func hasTime(_ folded: [UInt8]) -> Bool {
        folded.indices.dropFirst().dropLast(2).contains { index in
            guard folded[index] == ASCII.colon || folded[index] == 0x68 || folded[index] == ASCII.dot else {
                return false
            }
            guard folded[index - 1].isASCIIDigit, folded[index + 1].isASCIIDigit, folded[index + 2].isASCIIDigit
            else { return false }
            let tens = folded[index + 1] <= 0x35
            let ends = index + 3 >= folded.count || !folded[index + 3].isASCIIDigit && folded[index + 3] != ASCII.dot
            return tens && ends
        } || hasColonTime(folded)
    }

    private static func hasColonTime(_ folded: [UInt8]) -> Bool {
        guard folded.count >= 4, folded[folded.count - 1].isASCIIDigit else { return false }
        return folded.suffix(3).first == ASCII.colon && folded.suffix(2).allSatisfy { $0.isASCIIDigit }
            && folded[folded.count - 4].isASCIIDigit
    }

    /// A year of four digits, or day and month as numbers.
    private static func hasDate(_ folded: [UInt8]) -> Bool {
        var run = 0
        for (index, byte) in folded.enumerated() {
            if byte.isASCIIDigit {
                run += 1
                continue
            }
            if run == 4, isCentury(folded[(index - 4)...]) { return true }
            if run == 1 || run == 2, isDay(folded[(index + 1)...], behind: byte) { return true }
            run = 0
        }
        return run == 4 && isCentury(folded.suffix(4))
    }

    /// Whether the month stands behind the day and its mark: a number, which behind a dot must have a dot or year, too, so
    /// that it is no time of day.
    private static func isDay(_ rest: ArraySlice<UInt8>, behind mark: UInt8) -> Bool {
        guard mark == ASCII.dot || mark == ASCII.slash || mark == ASCII.hyphen else { return false }
        let month = rest.prefix { $0.isASCIIDigit }
        guard month.count == 1 || month.count == 2 else { return false }
        return mark != ASCII.dot || rest.dropFirst(month.count).first == ASCII.dot
    }

    private static func isCentury(_ digits: ArraySlice<UInt8>) -> Bool {
        digits.starts(with: "20".utf8) || digits.starts(with: "19".utf8) || digits.starts(with: "25".utf8)
    }
}

/// How the first line of an attribution begins.
enum AttributionBeginning {
    /// With a word such as "on" or "am", and a date soon behind it.
    case opening
    /// With a date.
    case date
    /// With a name and its address in brackets.
    case sender

    init?(_ folded: [UInt8]) {
        if Self.hasNumberSoon(folded) {
            self = Self.hasOpening(folded) ? .opening : .date
        } else if Self.hasAddressSoon(folded) {
            self = .sender
        } else {
            return nil
        }
    }

    /// Whether a line above others that make an attribution belongs to it: dated or named itself, and no sentence.
    static func belongs(_ folded: [UInt8], above joined: [UInt8]) -> Bool {
        guard folded.contains(ASCII.less) || !endsSentence(folded), let beginning = AttributionBeginning(folded) else {
            return false
        }
        if isOpenBracket(folded) { return true }
        let below = AttributionEvidence(joined)
        return beginning == .sender ? !below.hasAddress : !below.isComplete && AttributionEvidence(folded).hasDate
    }

    /// A bracket that the line below must close.
    private static func isOpenBracket(_ folded: [UInt8]) -> Bool {
        folded.last { $0 == ASCII.less || $0 == ASCII.greater } == ASCII.less
    }

    /// "!", "?", or a dot behind a word too long for an abbreviation, or behind a number.
    static func endsSentence(_ folded: [UInt8]) -> Bool {
        guard let last = folded.last else { return true }
        if last == 0x21 || last == ASCII.question { return true }
        return last == ASCII.dot && folded.dropLast().suffix(6).allSatisfy { $0.isASCIILetter }
            || last == ASCII.dot && folded.dropLast().last?.isASCIIDigit == true
    }

    /// A bracketed address, or the bracket before one, behind a name of at most five words.
    private static func hasAddressSoon(_ folded: [UInt8]) -> Bool {
        guard let bracket = folded.prefix(80).firstIndex(of: ASCII.less) else { return false }
        let isAddress = bracket == folded.count - 1 || folded[bracket...].prefix(80).contains(ASCII.at)
        return isAddress && folded[..<bracket].count(where: { $0 == ASCII.space }) <= 6
    }

    /// One of the words with a space behind it, or with the date itself in scripts that need none.
    private static func hasOpening(_ folded: [UInt8]) -> Bool {
        guard let length = AttributionWords.openings.length(at: 0, of: folded), length < folded.count else {
            return false
        }
        return folded[length] == ASCII.space || folded[0] >= 0xD7 || folded[length - 1] == ASCII.dot
    }

    /// A number among the first five words.
    private static func hasNumberSoon(_ folded: [UInt8]) -> Bool {
        var words = 0
        for (index, byte) in folded.prefix(48).enumerated() {
            if byte == ASCII.space { words += 1 }
            if words == 5 || byte == ASCII.less || byte == ASCII.at { return false }
            if byte.isASCIIDigit, index == 0 || !folded[index - 1].isASCIILetter { return true }
        }
        return false
    }
}

extension Collection where Element == UInt8, Self: BidirectionalCollection {
    /// The bytes without the last ones that `isMargin` holds for.
    func dropLast(while isMargin: (UInt8) -> Bool) -> SubSequence {
        guard let last = lastIndex(where: { !isMargin($0) }) else { return self[startIndex..<startIndex] }
        return self[...last]
    }
}
