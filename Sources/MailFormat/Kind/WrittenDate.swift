/// A date as people write it, before the order of its numbers and its year are settled.
struct WrittenDate {
    enum Form {
        /// Day and month by their names or by an order that is certain.
        case certain(day: Int, month: Int, year: Int?)
        /// Two numbers with a slash or a hyphen: which is the month, depends.
        case numbers(Int, Int, year: Int?)
        /// 1 is Monday.
        case weekday(Int)
        case tomorrow
    }

    let form: Form
    /// The tokens that it takes.
    let range: Range<Int>

    /// All dates in `text`, in order.
    static func all(in text: AbsenceText) -> [WrittenDate] {
        var reader = WrittenDateReader(tokens: text.tokens)
        var dates: [WrittenDate] = []
        var index = 0
        while index < text.tokens.count {
            if let date = reader.date(at: index) {
                dates.append(date)
                index = date.range.upperBound
            } else {
                index += 1
            }
        }
        return dates
    }
}

/// Reads the date that begins at a token.
private struct WrittenDateReader {
    let tokens: [AbsenceText.Token]
    private var next = 0

    init(tokens: [AbsenceText.Token]) { self.tokens = tokens }

    mutating func date(at start: Int) -> WrittenDate? {
        guard let form = form(at: start, Way.allCases) else { return nil }
        guard case .weekday = form else { return WrittenDate(form: form, range: start..<next) }
        // `Friday, 15 May 2026`: the day of the week adds nothing.
        let behind = next
        skipFillers()
        if let date = self.form(at: next, Way.allCases.dropLast()) {
            return WrittenDate(form: date, range: start..<next)
        }
        return WrittenDate(form: form, range: start..<behind)
    }

    private mutating func form(at start: Int, _ ways: some Sequence<Way>) -> WrittenDate.Form? {
        for way in ways {
            next = start
            if let form = form(way) { return form }
        }
        return nil
    }

    private enum Way: CaseIterable { case signs, numbers, yearAndMonth, dayAndMonth, monthAndDay, name }

    private mutating func form(_ way: Way) -> WrittenDate.Form? {
        switch way {
        case .signs: signs()
        case .numbers: numbers()
        case .yearAndMonth: yearAndMonth()
        case .dayAndMonth: dayAndMonth()
        case .monthAndDay: monthAndDay()
        case .name: name()
        }
    }

    private mutating func number(digits: ClosedRange<Int>) -> Int? {
        guard next < tokens.count, case .number(let number, let count) = tokens[next], digits.contains(count) else {
            return nil
        }
        next += 1
        return number
    }

    private mutating func skip(_ mark: UInt8) -> Bool {
        guard next < tokens.count, tokens[next] == .mark(mark) else { return false }
        next += 1
        return true
    }

    private mutating func skip(word: String) -> Bool {
        guard next < tokens.count, case .word(let found) = tokens[next], found.elementsEqual(word.utf8) else {
            return false
        }
        next += 1
        return true
    }

    /// Words and marks without meaning between the pieces of a date, at most three.
    private mutating func skipFillers() {
        for _ in 0..<3 where next < tokens.count {
            switch tokens[next] {
            case .word(let word) where DateWords.fillers.contains(word): next += 1
            case .mark(let mark) where ".,-º".utf8.contains(mark): next += 1
            default: return
            }
        }
    }

    private mutating func month() -> Int? {
        guard next < tokens.count, case .word(let word) = tokens[next] else { return nil }
        // QUIRK: `d'août`, `d'octubre`.
        let bare = word.starts(with: "d'".utf8) ? Array(word.dropFirst(2)) : word
        guard let month = DateWords.months[bare] else { return nil }
        next += 1
        return month
    }
}

// The ways.
extension WrittenDateReader {
    /// `2026年3月12日`, `3월 12일`.
    private mutating func signs() -> WrittenDate.Form? {
        guard let first = number(digits: 1...4) else { return nil }
        var year: Int?
        var month = first
        if skip(word: "年") || skip(word: "년") {
            year = first
            guard let second = number(digits: 1...2) else { return nil }
            month = second
        }
        guard skip(word: "月") || skip(word: "월"), let day = number(digits: 1...2) else { return nil }
        if !skip(word: "日") { _ = skip(word: "일") }
        return .certain(day: day, month: month, year: year)
    }

    /// `2026-03-12`, `12.3.2026`, `12.3.`, `12/3/26`, `12-03-2026`, `12/3`.
    private mutating func numbers() -> WrittenDate.Form? {
        guard let first = number(digits: 1...4), next < tokens.count, case .mark(let mark) = tokens[next],
            mark == ASCII.dot || mark == ASCII.slash || mark == ASCII.hyphen, skip(mark),
            let second = number(digits: 1...2)
        else { return nil }
        if first > 99 {
            guard skip(mark), let third = number(digits: 1...2) else { return nil }
            _ = skip(ASCII.dot)
            return .certain(day: third, month: second, year: first)
        }
        let behind = next
        if skip(mark), let year = year() { return form(first, second, year: year, mark) }
        next = behind
        guard mark != ASCII.hyphen, !isTime(behind) else { return nil }
        if mark == ASCII.dot { _ = skip(ASCII.dot) }
        return form(first, second, year: nil, mark)
    }

    private func form(_ first: Int, _ second: Int, year: Int?, _ mark: UInt8) -> WrittenDate.Form {
        mark == ASCII.dot ? .certain(day: first, month: second, year: year) : .numbers(first, second, year: year)
    }

    private mutating func year() -> Int? {
        if let year = number(digits: 4...4) { return year }
        return number(digits: 2...2).map { 2000 + $0 }
    }

    /// `10.30 Uhr` is no day.
    private func isTime(_ index: Int) -> Bool {
        guard index < tokens.count, case .word(let word) = tokens[index] else { return false }
        return ["uhr", "h", "hrs", "klo", "godz"].contains { word.elementsEqual($0.utf8) }
    }

    /// `2026. március 12`.
    private mutating func yearAndMonth() -> WrittenDate.Form? {
        guard let year = number(digits: 4...4) else { return nil }
        skipFillers()
        guard let month = month() else { return nil }
        skipFillers()
        return number(digits: 1...2).map { .certain(day: $0, month: month, year: year) }
    }

    /// `12 March 2026`, `12. März`, `1er mars`, `12 de marzo de 2026`.
    private mutating func dayAndMonth() -> WrittenDate.Form? {
        guard let day = number(digits: 1...2) else { return nil }
        skipFillers()
        guard let month = month() else { return nil }
        return .certain(day: day, month: month, year: yearBehind())
    }

    /// `March 12th, 2026`.
    private mutating func monthAndDay() -> WrittenDate.Form? {
        guard let month = month() else { return nil }
        skipFillers()
        guard let day = number(digits: 1...2) else { return nil }
        return .certain(day: day, month: month, year: yearBehind())
    }

    private mutating func yearBehind() -> Int? {
        let behind = next
        skipFillers()
        if let year = number(digits: 4...4), (1970...2199).contains(year) { return year }
        next = behind
        return nil
    }

    private mutating func name() -> WrittenDate.Form? {
        guard next < tokens.count, case .word(let word) = tokens[next] else { return nil }
        next += 1
        if let weekday = DateWords.weekdays[word] { return .weekday(weekday) }
        return DateWords.tomorrow.contains(word) ? .tomorrow : nil
    }
}
