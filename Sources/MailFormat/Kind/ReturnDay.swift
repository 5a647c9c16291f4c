/// Finds the day on which the writer of an absence note is there again.
///
/// That is the first day back: the day that stands with a word of returning; without such a day, the last day that stands
/// with "until", and where the note counts that one in ("through", "einschließlich"), the day behind it. A date without
/// year is the next such day after the note; one whose day and month could be either is read by the language of the word
/// beside it, by a second writing in the same note, or by the zone of the sender's clock; if none settles it, there is none.
struct ReturnDay {
    private let text: AbsenceText
    private let dates: [WrittenDate]
    /// The day on which the note was written, by the clock of its sender.
    private let today: CalendarDay?
    private let usesMonthFirst: Bool?

    /// The day that `message` names in subject or text; `nil` without one.
    static func named(in message: Message) -> CalendarDay? {
        let note = (message.subject ?? "") + "\n\n" + VisibleReply(of: message).text
        return ReturnDay(AbsenceText(note), sent: SentDay(message)).day
    }

    private init(_ text: AbsenceText, sent: SentDay) {
        self.text = text
        dates = Array(WrittenDate.all(in: text).prefix(Self.mostDates))
        today = sent.day
        usesMonthFirst = sent.usesMonthFirst
    }

    /// Limit: dates of a note that are looked at.
    private static let mostDates = 100

    private var day: CalendarDay? {
        var back: CalendarDay?
        var until: CalendarDay?
        for index in dates.indices {
            guard let reading = reading(of: index), let day = resolved(dates[index].form, reading.order) else {
                continue
            }
            let first = reading.isInclusive ? day.advanced(by: 1) ?? day : day
            if reading.meaning == .back { back = back ?? first }
            if reading.meaning == .until { until = max(until ?? first, first) }
        }
        return back ?? until
    }
}

// What the words beside a date mean.
extension ReturnDay {
    private struct Reading {
        var meaning: AbsenceWords.Meaning
        var order: AbsenceWords.Order
        var isInclusive: Bool
    }

    /// Limit: tokens before and behind a date that are looked at.
    private static let reach = 10

    private func reading(of index: Int) -> Reading? {
        let before = keywords(before: index), behind = keywords(behind: index)
        if let meaning = joinedMeaning(at: index) {
            return Reading(meaning: meaning, order: .monthFirst, isInclusive: false)
        }
        let all = before + behind
        guard let chosen = chosen(before, behind) else { return nil }
        let isInclusive =
            all.contains { $0.meaning == .inclusive }
            && (chosen.meaning != .back || before.first?.meaning == .inclusive)
        let order = all.map(\.order).first { $0 != .unknown } ?? .unknown
        return Reading(
            meaning: chosen.meaning == .inclusive ? .until : chosen.meaning, order: order, isInclusive: isInclusive)
    }

    /// Before a date a word of returning says most, then the nearest; behind it only one of returning counts.
    private func chosen(_ before: [AbsenceWords.Keyword], _ behind: [AbsenceWords.Keyword]) -> AbsenceWords.Keyword? {
        if let back = before.first(where: { $0.meaning == .back }) { return back }
        if let until = before.first(where: { $0.meaning == .until }), before.first?.meaning != .from { return until }
        let back = behind.first { $0.meaning == .back } ?? behind.first { $0.meaning == .until && before.isEmpty }
        return back ?? before.first { $0.meaning == .inclusive }
    }

    /// The nearest first; no further than the sentence and the last date reach.
    private func keywords(before index: Int) -> [AbsenceWords.Keyword] {
        let start = index > 0 ? dates[index - 1].range.upperBound : 0
        let tokens = text.tokens[start..<dates[index].range.lowerBound].suffix(Self.reach)
        return tokens.reversed().prefix { $0 != .end }.compactMap(Self.keyword)
    }

    /// None where another date follows in the sentence: they belong to that one.
    private func keywords(behind index: Int) -> [AbsenceWords.Keyword] {
        let end = index + 1 < dates.count ? dates[index + 1].range.lowerBound : text.tokens.count
        let tokens = text.tokens[dates[index].range.upperBound..<end].prefix(Self.reach)
        let near = tokens.prefix { $0 != .end }
        let reachesNextDate =
            near.count == tokens.count && dates[index].range.upperBound + near.count == end && end < text.tokens.count
        return near.prefix(reachesNextDate ? 1 : Self.reach).compactMap(Self.keyword)
    }

    private static func keyword(_ token: AbsenceText.Token) -> AbsenceWords.Keyword? {
        guard case .word(let word) = token else { return nil }
        return AbsenceWords.keywords[word]
    }

    private func joinedMeaning(at index: Int) -> AbsenceWords.Meaning? {
        let range = dates[index].range
        let end = index + 1 < dates.count ? dates[index + 1].range.lowerBound : text.tokens.count
        // Korean sets blanks between its words, but none within them.
        for case .word(let word) in text.tokens[range.upperBound..<end].prefix(3).prefix(while: { $0 != .end }) {
            if let found = AbsenceWords.joinedBehind.first(where: { PhraseSet.stands($0.word, in: word.prefix(90)) }) {
                return found.meaning
            }
        }
        guard range.lowerBound > 0, case .word(let word) = text.tokens[range.lowerBound - 1] else { return nil }
        return AbsenceWords.joinedBefore.first { PhraseSet.stands($0.word, in: word.suffix(6)) }?.meaning
    }
}

// Which day it is.
extension ReturnDay {
    private func resolved(_ form: WrittenDate.Form, _ order: AbsenceWords.Order) -> CalendarDay? {
        switch form {
        case .certain(let day, let month, let year): return dated(day: day, month: month, year: year)
        case .weekday(let weekday):
            guard let today else { return nil }
            return today.advanced(by: (weekday - 1 - today.weekday + 6) % 7 + 1)
        case .tomorrow: return today?.advanced(by: 1)
        case .numbers(let first, let second, let year):
            let dayFirst = dated(day: first, month: second, year: year)
            let monthFirst = dated(day: second, month: first, year: year)
            guard let dayFirst, let monthFirst, dayFirst != monthFirst else { return dayFirst ?? monthFirst }
            return isMonthFirst(order, dayFirst, monthFirst).map { $0 ? monthFirst : dayFirst }
        }
    }

    /// Whether the first of two numbers is the month; `nil` when nothing tells.
    private func isMonthFirst(_ order: AbsenceWords.Order, _ dayFirst: CalendarDay, _ monthFirst: CalendarDay) -> Bool?
    {
        if order != .unknown { return order == .monthFirst }
        if certainDays.contains(dayFirst) != certainDays.contains(monthFirst) {
            return certainDays.contains(monthFirst)
        }
        if let usesMonthFirst { return usesMonthFirst }
        guard let today else { return nil }
        let isNear = [dayFirst, monthFirst].map { (0...120).contains($0.number - today.number) }
        return isNear[0] == isNear[1] ? nil : isNear[1]
    }

    private var certainDays: [CalendarDay] {
        dates.compactMap { date in
            guard case .certain(let day, let month, let year) = date.form else { return nil }
            return dated(day: day, month: month, year: year)
        }
    }

    /// Without a year, the next such day; one that has just passed is that of a note that nobody switched off.
    private func dated(day: Int, month: Int, year: Int?) -> CalendarDay? {
        if let year { return CalendarDay(year: year, month: month, day: day) }
        guard let today, let here = CalendarDay(year: today.year, month: month, day: day) else { return nil }
        if here.number < today.number - 60 { return CalendarDay(year: today.year + 1, month: month, day: day) }
        let before = here.number > today.number + 305 ? CalendarDay(year: today.year - 1, month: month, day: day) : nil
        return before ?? here
    }
}

/// When and by what clock a mail was sent.
private struct SentDay {
    let day: CalendarDay?
    /// Whether people there write the month first: by the zones of North America; `nil` for UTC, which is everywhere.
    let usesMonthFirst: Bool?

    init(_ message: Message) {
        let words = (message.header.first("Date")?.unfolded ?? []).split(whereSeparator: \.isBlank)
        let zone = words.lazy.compactMap(Self.offset).first ?? 0
        day = message.date.flatMap { CalendarDay(number: ($0 + zone * 60) / 86_400) }
        usesMonthFirst = zone == 0 ? nil : (-600 ... -240).contains(zone)
    }

    /// Minutes east of UTC of `+hhmm`.
    private static func offset(_ word: ArraySlice<UInt8>) -> Int? {
        guard word.count == 5, let sign = word.first, sign == ASCII.plus || sign == ASCII.hyphen,
            word.dropFirst().allSatisfy(\.isASCIIDigit)
        else { return nil }
        let number = word.dropFirst().reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return (number / 100 * 60 + number % 100) * (sign == ASCII.hyphen ? -1 : 1)
    }
}
