import Foundation
import PortalCore

/// Moments as people read them: in the organization's time zone, in English.
struct ReadableTime: Sendable {
    private let zone: TimeZone

    /// - Parameter zone: an IANA name; UTC when there is no such zone.
    init(zone: String) { self.zone = TimeZone(identifier: zone) ?? .gmt }

    /// `12 March 2026, 14:05`.
    func text(_ moment: Moment) -> String {
        let seconds = moment.seconds + Int64(zone.secondsFromGMT(for: Self.date(moment)))
        let (day, second) = (Self.floored(seconds, by: 86_400), Self.rest(seconds, by: 86_400))
        let date = Self.civil(day)
        return "\(date.day) \(Self.months[date.month - 1]) \(date.year), \(Self.clock(second))"
    }

    /// `14:05`.
    func timeOfDay(_ moment: Moment) -> String {
        Self.clock(Self.rest(moment.seconds + Int64(zone.secondsFromGMT(for: Self.date(moment))), by: 86_400))
    }

    /// `2026-03-12T13:05:09Z`, for programs.
    static func iso(_ moment: Moment) -> String {
        let date = civil(floored(moment.seconds, by: 86_400))
        let second = rest(moment.seconds, by: 86_400)
        let digits = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
        return "\(date.year)-\(two(date.month))-\(two(date.day))T\(digits)Z"
    }

    /// A date of the configuration, `2026-03-12`, as `12 March 2026`; as it is when it is none.
    static func day(_ iso: String) -> String {
        let parts = iso.utf8.split(separator: UInt8(ascii: "-")).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard parts.count == 3, (1...12).contains(parts[1]) else { return iso }
        return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
    }

    /// From Sunday.
    static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static func date(_ moment: Moment) -> Date { Date(timeIntervalSince1970: Double(moment.seconds)) }

    private static func clock(_ second: Int) -> String { "\(two(second / 3600)):\(two(second / 60 % 60))" }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func floored(_ number: Int64, by size: Int64) -> Int64 {
        number / size - (number % size < 0 ? 1 : 0)
    }

    private static func rest(_ number: Int64, by size: Int64) -> Int {
        Int(number - floored(number, by: size) * size)
    }

    /// The Gregorian date of a day counted from 1970-01-01, by eras of 400 years that begin in March.
    private static func civil(_ day: Int64) -> (year: Int64, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = floored(shifted, by: 146_097)
        let ofEra = shifted - era * 146_097
        let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let fromMarch = (5 * ofYear + 2) / 153
        let month = Int(fromMarch < 10 ? fromMarch + 3 : fromMarch - 9)
        return (year + era * 400 + (month <= 2 ? 1 : 0), month, Int(ofYear - (153 * fromMarch + 2) / 5 + 1))
    }
}
