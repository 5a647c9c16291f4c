/// A day of the calendar, without time and zone.
package struct CalendarDay: Hashable, Sendable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// The day, or `nil` when the calendar has none such between the years 1900 and 2199.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2199).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        guard day <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDay {
    /// The day until which the writer of an absence note is away: the latest one that stands behind a word of returning.
    ///
    /// Read are `2026-03-12`, `12.3.2026`, `12/3/2026` where only one order is possible, `12 March 2026`, `March 12, 2026`.
    init?(returnNamedIn text: String) {
        let folded = LetterCase.folded(text.unicodeScalars.prefix(10_000))
        let words = folded.split { $0.isBlank || $0.isLineBreak }.flatMap(Self.words)
        var latest: CalendarDay?
        for index in words.indices where AbsenceWords.returning.contains(words[index]) {
            let near = words[(index + 1)...].prefix(Self.mostWords)
            for start in near.indices.prefix(while: { $0 + 2 < near.endIndex }) {
                guard let day = Self.day(words[start], words[start + 1], words[start + 2]) else { continue }
                latest = max(latest ?? day, day)
            }
        }
        guard let latest else { return nil }
        self = latest
    }

    /// Limit: words between "until" and its date, and the date.
    private static let mostWords = 9

    /// The words of what stands between blanks; a date with dots, whose order is certain, with the year first.
    private static func words(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
        let words = LetterCase.words(of: text)
        let hasDots = text.filter { $0 == ASCII.dot }.count >= 2
        return hasDots && words.count == 3 && words[2].count == 4 ? words.reversed() : words
    }

    private static func day(_ first: [UInt8], _ second: [UInt8], _ third: [UInt8]) -> CalendarDay? {
        let numbers = (number(first), number(second), number(third))
        switch numbers {
        case (let a?, let b?, let c?) where a > 1_000: return CalendarDay(year: a, month: b, day: c)
        case (let a?, let b?, let c?):
            let european = CalendarDay(year: c, month: b, day: a)
            let american = CalendarDay(year: c, month: a, day: b)
            return european == nil || american == nil || a == b ? european ?? american : nil
        case (let day?, nil, let year?): return month(second).flatMap { CalendarDay(year: year, month: $0, day: day) }
        case (nil, let day?, let year?): return month(first).flatMap { CalendarDay(year: year, month: $0, day: day) }
        default: return nil
        }
    }

    /// A number, also with the ending of an ordinal: `12`, `12th`, `1er`. Limit: four digits.
    private static func number(_ word: [UInt8]) -> Int? {
        let digits = word.prefix { $0.isASCIIDigit }
        guard (1...4).contains(digits.count), word.count - digits.count <= 3 else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    private static func month(_ word: [UInt8]) -> Int? { AbsenceWords.months[word] }
}
