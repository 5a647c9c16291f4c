import Foundation
import Localization
import PortalCore

/// Moments as people read them, in an organization's time zone.
struct PeopleTime {
    private let zone: TimeZone
    private let name: String

    /// - Parameter zone: an IANA name; UTC stands in for one that is not known.
    init(zone: String) {
        let known = TimeZone(identifier: zone)
        (self.zone, name) = (known ?? .gmt, known == nil ? "UTC" : zone)
    }

    /// `Tuesday, 12 May 2026, 14:05 (Europe/Berlin)`.
    func text(_ moment: Moment) -> Phrase {
        .moment(seconds: moment.seconds, offset: offset(at: moment), .weekday, zone: name)
    }

    /// `12 May 2026`.
    func date(_ moment: Moment) -> Phrase { .day(seconds: moment.seconds, offset: offset(at: moment)) }

    /// `14:05 (Europe/Berlin)`.
    func timeOfDay(_ moment: Moment) -> Phrase {
        .time(seconds: moment.seconds, offset: offset(at: moment), zone: name)
    }

    /// An ISO 8601 date, `2026-03-12`, as `12 March 2026`; as it is when it is none.
    static func day(_ iso: String) -> Phrase { .day(iso) }

    private func offset(at moment: Moment) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
    }
}
