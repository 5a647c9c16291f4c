import Foundation

/// What day and hour it is somewhere.
struct DayAndHour {
    let day: ReminderDay
    let hour: Int

    /// - Parameter zone: an IANA name; UTC stands in for one that this machine does not know.
    init(_ moment: Moment, in zone: String) {
        let zone = TimeZone(identifier: zone) ?? .gmt
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(moment.seconds)))
        let seconds = moment.seconds + Int64(offset)
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        self.day = ReminderDay(number: Int(day))
        hour = Int((seconds - day * 86_400) / 3600)
    }
}

extension ReminderDay {
    /// An ISO 8601 date, `2026-03-12`; nil for anything else.
    package init?(iso: String) {
        let parts = iso.utf8.split(separator: UInt8(ascii: "-")).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard iso.utf8.count == 10, parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else {
            return nil
        }
        // Years that begin in March have their leap day at their end.
        let year = parts[1] > 2 ? parts[0] : parts[0] - 1
        let dayOfYear = (153 * ((parts[1] + 9) % 12) + 2) / 5 + parts[2] - 1
        self.init(number: year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468)
    }
}
