import Foundation
import Localization
import PortalCore

/// Moments as people read them, in the organization's time zone.
struct ReadableTime: Sendable {
    private let zone: TimeZone

    /// - Parameter zone: an IANA name; UTC when there is no such zone.
    init(zone: String) { self.zone = TimeZone(identifier: zone) ?? .gmt }

    /// `12 March 2026, 14:05`.
    func text(_ moment: Moment) -> Phrase { .moment(seconds: moment.seconds, offset: offset(at: moment)) }

    /// `14:05`.
    func timeOfDay(_ moment: Moment) -> Phrase { .time(seconds: moment.seconds, offset: offset(at: moment)) }

    /// `2026-03-12T13:05:09Z`, for programs.
    static func iso(_ moment: Moment) -> String {
        let second = (moment.seconds % 86_400 + 86_400) % 86_400
        let date = CivilDate(days: (moment.seconds - second) / 86_400)
        let clock = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
        return "\(date.year)-\(two(Int64(date.month)))-\(two(Int64(date.day)))T\(clock)Z"
    }

    /// A date of the configuration, `2026-03-12`, as `12 March 2026`; as it is when it is none.
    static func day(_ iso: String) -> Phrase { .day(iso) }

    private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private func offset(at moment: Moment) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
    }
}
