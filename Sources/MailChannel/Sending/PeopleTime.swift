import Foundation
import PortalCore

/// Moments as people read them, in an organization's time zone.
struct PeopleTime {
    private let calendar: Calendar
    private let zone: String

    /// - Parameter zone: an IANA name; UTC stands in for one that is not known.
    init(zone: String) {
        let known = TimeZone(identifier: zone)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = known ?? .gmt
        self.calendar = calendar
        self.zone = known == nil ? "UTC" : zone
    }

    /// `Tuesday, 12 May 2026, 14:05 (Europe/Berlin)`.
    func text(_ moment: Moment) -> String { "\(day(moment)), \(clock(moment)) (\(zone))" }

    /// `12 May 2026`.
    func date(_ moment: Moment) -> String {
        let parts = parts(moment)
        return "\(parts.day ?? 0) \(Self.name((parts.month ?? 1) - 1, in: Wording.months)) \(parts.year ?? 0)"
    }

    /// `14:05 (Europe/Berlin)`.
    func timeOfDay(_ moment: Moment) -> String { "\(clock(moment)) (\(zone))" }

    /// An ISO 8601 date, `2026-03-12`, as `12 March 2026`; as it is when it is none.
    static func day(_ iso: String) -> String {
        let parts = iso.utf8.split(separator: UInt8(ascii: "-")).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard parts.count == 3, (1...12).contains(parts[1]) else { return iso }
        return "\(parts[2]) \(Wording.months[parts[1] - 1]) \(parts[0])"
    }

    private func day(_ moment: Moment) -> String {
        "\(Self.name((parts(moment).weekday ?? 1) - 1, in: Wording.weekdays)), \(date(moment))"
    }

    private func clock(_ moment: Moment) -> String {
        let parts = parts(moment)
        return "\(Self.twoDigits(parts.hour ?? 0)):\(Self.twoDigits(parts.minute ?? 0))"
    }

    private func parts(_ moment: Moment) -> DateComponents {
        let date = Date(timeIntervalSince1970: TimeInterval(moment.seconds))
        return calendar.dateComponents([.weekday, .day, .month, .year, .hour, .minute], from: date)
    }

    private static func name(_ index: Int, in names: [String]) -> String {
        names.indices.contains(index) ? names[index] : ""
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
