/// A day of the Gregorian calendar.
package struct CivilDate: Sendable, Hashable {
    package let year: Int
    /// From 1.
    package let month: Int
    package let day: Int

    /// Nil where there is no such month, no such day in any month, or a year beyond 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// - Parameter iso: an ISO 8601 date, `2026-03-12`; nil for anything else.
    package init?(iso: String) {
        let parts = iso.utf8.split(separator: UInt8(ascii: "-")).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard parts.count == 3 else { return nil }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }

    /// - Parameter days: counted from 1970-01-01, by eras of 400 years that begin in March.
    package init(days: Int64) {
        let shifted = days + 719_468
        let era = Self.floored(shifted, by: 146_097)
        let ofEra = shifted - era * 146_097
        let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let fromMarch = (5 * ofYear + 2) / 153
        month = Int(fromMarch < 10 ? fromMarch + 3 : fromMarch - 9)
        day = Int(ofYear - (153 * fromMarch + 2) / 5 + 1)
        self.year = Int(year + era * 400) + (month <= 2 ? 1 : 0)
    }

    /// From Sunday, 0 to 6, by Sakamoto's rule.
    var weekday: Int {
        let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let year = Int64(month < 3 ? year - 1 : year)
        let sum = year + Self.floored(year, by: 4) - Self.floored(year, by: 100) + Self.floored(year, by: 400)
        let days = sum + Int64(shifts[month - 1] + day)
        return Int(days - Self.floored(days, by: 7) * 7)
    }

    static func floored(_ number: Int64, by size: Int64) -> Int64 {
        number / size - (number % size < 0 ? 1 : 0)
    }
}

/// A time of the day, to the minute.
package struct CivilTime: Sendable, Hashable {
    package let hour: Int
    package let minute: Int
    /// The time zone's name, shown behind it; empty where it goes without saying.
    package let zone: String

    /// - Parameter second: of the day.
    package init(second: Int, zone: String = "") {
        (hour, minute, self.zone) = (second / 3600, second / 60 % 60, zone)
    }

    fileprivate var withoutZone: CivilTime { CivilTime(second: (hour * 60 + minute) * 60) }

    /// `14:05`.
    var clock: String { "\(Self.two(hour)):\(Self.two(minute))" }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// How much of a date is said.
package enum DateStyle: Sendable, Hashable {
    /// `12 May 2026`
    case plain
    /// `Tuesday, 12 May 2026`
    case weekday
}

extension Phrase {
    /// A moment where its clocks are so far ahead of UTC.
    ///
    /// - Parameters:
    ///   - seconds: counted from 1970-01-01 00:00 UTC.
    ///   - offset: seconds that the clocks are ahead.
    package static func moment(
        seconds: Int64, offset: Int, _ style: DateStyle = .plain, zone: String = ""
    ) -> Phrase {
        let (date, time) = civil(seconds + Int64(offset), zone)
        return .moment(date, time, style)
    }

    /// From one moment to a later one. Within a day, its date and the time zone are said once.
    package static func span(from start: Phrase, to end: Phrase) -> Phrase {
        guard case .moment(let day, let from, let style) = start, case .moment(day, let until, _) = end else {
            return Phrase("\(start) to \(end)")
        }
        return Phrase("\(.date(day, style)), \(.time(from.withoutZone)) to \(.time(until))")
    }

    /// The day of it alone.
    package static func day(seconds: Int64, offset: Int, _ style: DateStyle = .plain) -> Phrase {
        .date(civil(seconds + Int64(offset), "").0, style)
    }

    /// The time of day of it alone.
    package static func time(seconds: Int64, offset: Int, zone: String = "") -> Phrase {
        .time(civil(seconds + Int64(offset), zone).1)
    }

    /// A date of the configuration, `2026-03-12`; as it is when it is none.
    package static func day(_ iso: String, _ style: DateStyle = .plain) -> Phrase {
        CivilDate(iso: iso).map { .date($0, style) } ?? .verbatim(iso)
    }

    private static func civil(_ seconds: Int64, _ zone: String) -> (CivilDate, CivilTime) {
        let day = CivilDate.floored(seconds, by: 86_400)
        return (CivilDate(days: day), CivilTime(second: Int(seconds - day * 86_400), zone: zone))
    }
}
