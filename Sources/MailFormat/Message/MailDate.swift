/// The date of a message, RFC 5322 §3.3, as mailers write it.
enum MailDate {
    /// Seconds since 1970 that `bytes`, unfolded, name, or `nil` when they name no moment.
    ///
    /// The words may stand in any order that leaves no doubt; a missing zone counts as UTC.
    static func seconds(_ bytes: [UInt8]) -> Int? {
        var reading = Reading()
        // Limit: 20 words.
        for word in words(of: bytes).prefix(20) { reading.take(word) }
        return reading.seconds
    }

    /// The words without comments, which stand anywhere (RFC 5322 §3.2.2).
    private static func words(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var depth = 0
        let text = bytes.map { byte -> UInt8 in
            if byte == ASCII.openParenthesis { depth += 1 }
            defer { if byte == ASCII.closeParenthesis, depth > 0 { depth -= 1 } }
            return depth > 0 ? ASCII.space : byte
        }
        return text.split { $0.isBlank || $0 == ASCII.comma }
    }
}

extension MailDate {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `seconds` since 1970 as RFC 5322 §3.3 writes them, in UTC. Limit: 1970 to 9999; beyond, the nearer end.
    static func text(_ seconds: Int) -> String {
        let seconds = min(max(seconds, 0), 253_402_300_799)
        let (days, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let (year, month, day) = date(ofDay: days)
        let clock = [time / 3600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(Self.days[days % 7]), \(day) \(months[month]) \(year) \(clock.joined(separator: ":")) +0000"
    }

    /// Year, month from 0 and day of the month of a day since 1970, in years that begin in March.
    private static func date(ofDay days: Int) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = (days + 719_468).quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthsSinceMarch = (5 * dayOfYear + 2) / 153
        let month = (monthsSinceMarch + 2) % 12
        let year = era * 400 + yearOfEra + (month < 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthsSinceMarch + 2) / 5 + 1)
    }
}

/// The words of a date, as far as they are understood.
private struct Reading {
    var day: Int?
    var month: Int?
    var year: Int?
    var time: Int?
    var zone: Int?

    mutating func take(_ word: ArraySlice<UInt8>) {
        if word.contains(ASCII.colon), time == nil {
            time = Self.time(word)
        } else if let sign = word.first, sign == ASCII.plus || sign == ASCII.hyphen, time != nil {
            zone = zone ?? Self.offset(word)
        } else if let number = Self.number(word) {
            takeNumber(number, digits: word.count)
        } else if word.dropFirst().contains(ASCII.hyphen) {
            for piece in word.split(separator: ASCII.hyphen) { take(piece) }
        } else {
            takeName(word)
        }
    }

    private mutating func takeNumber(_ number: Int, digits: Int) {
        if day == nil, digits <= 2 {
            day = number
        } else if year == nil {
            year = digits <= 2 ? number + (number < 50 ? 2000 : 1900) : digits == 3 ? number + 1900 : number
        }
    }

    private mutating func takeName(_ word: ArraySlice<UInt8>) {
        let name = Array(word.prefix(3)).asciiLowercased
        if month == nil, let found = Self.months.firstIndex(where: { $0.utf8.elementsEqual(name) }) {
            month = found + 1
        } else if time != nil, zone == nil {
            zone = Self.zones[String(decoding: word.asciiLowercased, as: UTF8.self)]
        }
    }

    /// Seconds since 1970, when day, month, year and time make a moment. QUIRK: no mail is older than that; clocks that
    /// were never set say so.
    var seconds: Int? {
        guard let day, let month, let year, let time, (1...31).contains(day), (1970...9999).contains(year) else {
            return nil
        }
        return Self.days(year: year, month: month, day: day) * 86_400 + time - (zone ?? 0)
    }

    /// Days since 1970 in the Gregorian calendar, counted in years that begin in March.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let years = month > 2 ? year : year - 1
        let monthsSinceMarch = (month + 9) % 12
        let dayOfYear = (153 * monthsSinceMarch + 2) / 5 + day - 1
        return years * 365 + years / 4 - years / 100 + years / 400 + dayOfYear - 719_468
    }

    /// Seconds since midnight of `h:m` or `h:m:s`; QUIRK: fractions of seconds are dropped.
    private static func time(_ word: ArraySlice<UInt8>) -> Int? {
        let pieces = word.split(separator: ASCII.colon, omittingEmptySubsequences: false)
        let numbers = pieces.compactMap { number($0.prefix { $0.isASCIIDigit }) }
        guard numbers.count == pieces.count, (2...3).contains(numbers.count), numbers[0] <= 24, numbers[1] <= 59,
            numbers.count == 2 || numbers[2] <= 60
        else { return nil }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }

    /// Seconds east of UTC of `+hhmm`.
    private static func offset(_ word: ArraySlice<UInt8>) -> Int? {
        guard word.count == 5, let number = number(word.dropFirst()), number % 100 < 60, number <= 2400 else {
            return nil
        }
        let seconds = number / 100 * 3600 + number % 100 * 60
        return word.first == ASCII.hyphen ? -seconds : seconds
    }

    /// Limit: five digits.
    private static func number(_ word: ArraySlice<UInt8>) -> Int? {
        guard (1...5).contains(word.count), word.allSatisfy(\.isASCIIDigit) else { return nil }
        return word.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// Seconds east of UTC (RFC 5322 §4.3); unknown names count as UTC.
    private static let zones = [
        "edt": -14_400, "est": -18_000, "cdt": -18_000, "cst": -21_600, "mdt": -21_600, "mst": -25_200,
        "pdt": -25_200, "pst": -28_800,
    ]
}
