import Foundation

/// A time as a clock on the wall shows it, without a zone: `2026-06-12T18:00`.
package struct LocalTime: Hashable, Sendable {
    /// As ISO 8601 writes it, to the minute.
    package let text: String
    /// Counted from 1970-01-01.
    private let days: Int64
    private let minute: Int64

    /// The time that `text` writes; nil where that is none. Limit: the years 1970 to 2999.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 16, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54, bytes[13] == 0x3A,
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10]), let hour = Self.number(bytes[11..<13]),
            let minute = Self.number(bytes[14..<16]), (1970...2999).contains(year), (1...12).contains(month),
            hour < 24, minute < 60, day > 0
        else { return nil }
        let days = Self.days(year, month, day)
        let first = Self.days(year, month, 1)
        guard days < (month == 12 ? Self.days(year + 1, 1, 1) : Self.days(year, month + 1, 1)), days >= first else {
            return nil
        }
        self.text = text
        self.days = days
        self.minute = hour * 60 + minute
    }

    /// `2026-06-12`.
    package var day: String { String(decoding: text.utf8.prefix(10), as: UTF8.self) }

    /// `18:00`.
    package var clock: String { String(decoding: text.utf8.suffix(5), as: UTF8.self) }

    /// Whether it is less than a day later than `start`, so that its clock alone says when.
    func isWithinDay(of start: LocalTime) -> Bool { (days - start.days) * 1440 + minute - start.minute < 1440 }

    /// 0 is Sunday.
    package var weekday: Int { Int((days + 4) % 7) }

    /// When that is in a time zone. Of a time that the clocks skip, the one that they show instead; of one that they show
    /// twice, the second.
    ///
    /// - Parameter zone: an IANA name; UTC where there is no such zone.
    package func moment(in zone: String) -> Moment {
        let zone = TimeZone(identifier: zone) ?? .gmt
        let local = (days * 1440 + minute) * 60
        let offset = { (second: Int64) in
            Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second))))
        }
        let guess = local - offset(local)
        return Moment(milliseconds: (local - offset(guess)) * 1000)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }

    /// Days of the Gregorian calendar from 1970-01-01, by years that begin in March.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let year = month > 2 ? year : year - 1
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + ofYear - 719_468
    }
}

extension LocalTime: Comparable {
    package static func < (left: LocalTime, right: LocalTime) -> Bool {
        (left.days, left.minute) < (right.days, right.minute)
    }
}

extension LocalTime: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let time = LocalTime(text) else { throw StorageFault.unreadable("the time \(text)") }
        self = time
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
