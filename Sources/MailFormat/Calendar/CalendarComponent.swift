/// An event, task, journal entry or free/busy answer of a calendar, as far as scheduling needs it (RFC 5545 §3.6).
package struct CalendarComponent: Equatable, Sendable {
    /// Somebody whom the component names, with the answer given.
    package struct Attendee: Equatable, Sendable {
        /// In ASCII lower case, without `mailto:`.
        package let address: String
        /// The PARTSTAT in ASCII upper case; `NEEDS-ACTION` where there is none (RFC 5545 §3.2.12).
        package let status: String
    }

    /// A moment or day as the calendar writes it: `20260312T100000`, with the zone's name as text, `nil` without one.
    package struct Time: Equatable, Sendable {
        package let text: String
        package let zone: String?
    }

    /// `VEVENT`, `VTODO`, `VJOURNAL` or `VFREEBUSY`.
    package let type: String
    /// The METHOD of the calendar around it in ASCII upper case, `""` without one.
    package internal(set) var method = ""
    package internal(set) var uid = ""
    package internal(set) var sequence = 0
    /// As written, `""` without one.
    package internal(set) var recurrenceID = ""
    /// The organizer's address in ASCII lower case, `""` without one.
    package internal(set) var organizer = ""
    /// Limit: 1,000.
    package internal(set) var attendees: [Attendee] = []
    package internal(set) var comment: String?
    package internal(set) var start: Time?
    package internal(set) var end: Time?

    static let mostAttendees = 1_000
    /// Limit: bytes of a comment.
    static let longestComment = 10_000

    init(type: String) { self.type = type }

    mutating func take(_ line: ContentLine) {
        switch line.name {
        case "UID": if uid.isEmpty { uid = line.text.trimmedBytes }
        case "SEQUENCE": sequence = Self.number(line.value)
        case "RECURRENCE-ID": recurrenceID = String(decoding: line.value.trimmed, as: UTF8.self)
        case "ORGANIZER": if organizer.isEmpty { organizer = line.address }
        case "ATTENDEE": takeAttendee(line)
        case "COMMENT":
            if comment == nil { comment = String(decoding: line.text.utf8.prefix(Self.longestComment), as: UTF8.self) }
        case "DTSTART": start = start ?? Self.time(line)
        case "DTEND", "DUE": end = end ?? Self.time(line)
        default: break
        }
    }

    private mutating func takeAttendee(_ line: ContentLine) {
        guard attendees.count < Self.mostAttendees else { return }
        // QUIRK: Outlook 2000 writes STATUS, RFC 2445's ancestor did.
        let status = line.parameter("PARTSTAT") ?? ""
        let upper = status.utf8.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }
        attendees.append(
            Attendee(
                address: line.address, status: upper.isEmpty ? "NEEDS-ACTION" : String(decoding: upper, as: UTF8.self)))
    }

    private static func time(_ line: ContentLine) -> Time {
        Time(text: String(decoding: line.value.trimmed.prefix(100), as: UTF8.self), zone: line.parameter("TZID"))
    }

    /// Limit: nine digits; anything else counts as 0.
    private static func number(_ value: ArraySlice<UInt8>) -> Int {
        let digits = value.trimmed
        guard (1...9).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return 0 }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}

extension String {
    fileprivate var trimmedBytes: String { String(decoding: Array(utf8).trimmed, as: UTF8.self) }
}
