/// An event on its way into a calendar file (RFC 5545 §3.6.1). Moments are seconds since 1970.
package struct CalendarEvent: Equatable, Sendable {
    /// Names the event for good, whatever changes about it.
    package var uid: String
    /// Rises with every change.
    package var sequence: Int
    /// When this version of it was made.
    package var stamp: Int64
    package var start: Int64
    package var end: Int64?
    package var title: String
    package var place: String
    package var details: String
    /// Of an event that people are asked to.
    package var scheduling: CalendarScheduling?

    package init(
        uid: String, sequence: Int, stamp: Int64, start: Int64, end: Int64?, title: String, place: String,
        details: String
    ) {
        self.uid = uid
        self.sequence = sequence
        self.stamp = stamp
        self.start = start
        self.end = end
        self.title = title
        self.place = place
        self.details = details
    }
}

/// Writes calendars (RFC 5545): CR LF, lines of at most 75 bytes, all times in UTC. The same events give the same bytes.
package struct CalendarWriter {
    /// What has been written so far.
    package private(set) var bytes: [UInt8] = []

    /// - Parameter method: `PUBLISH` for a file, `REQUEST` for an invitation (RFC 5546 §1.4).
    package static func calendar(method: String, events: [CalendarEvent]) -> [UInt8] {
        var writer = CalendarWriter()
        writer.line("BEGIN", "VCALENDAR")
        writer.line("VERSION", "2.0")
        writer.line("PRODID", "-//Postern//Calendar//EN")
        writer.line("METHOD", method)
        for event in events { writer.event(event) }
        writer.line("END", "VCALENDAR")
        return writer.bytes
    }

    private mutating func event(_ event: CalendarEvent) {
        line("BEGIN", "VEVENT")
        line("UID", Self.escaped(event.uid))
        line("SEQUENCE", "\(event.sequence)")
        line("DTSTAMP", Self.time(event.stamp))
        line("DTSTART", Self.time(event.start))
        if let end = event.end { line("DTEND", Self.time(end)) }
        line("SUMMARY", Self.escaped(event.title))
        if !event.place.utf8.isEmpty { line("LOCATION", Self.escaped(event.place)) }
        if !event.details.utf8.isEmpty { line("DESCRIPTION", Self.escaped(event.details)) }
        for property in event.scheduling?.properties ?? [] { line(property.name, property.value) }
        line("END", "VEVENT")
    }

    /// One line, folded where it is longer than 75 bytes, never within a character (RFC 5545 §3.1).
    private mutating func line(_ name: String, _ value: String) {
        var column = 0
        for scalar in "\(name):\(value)".unicodeScalars {
            let encoded = Array(String(scalar).utf8)
            if column + encoded.count > 75 {
                bytes += [ASCII.cr, ASCII.lf, ASCII.space]
                column = 1
            }
            bytes += encoded
            column += encoded.count
        }
        bytes += [ASCII.cr, ASCII.lf]
    }

    /// RFC 5545 §3.3.11; control characters are left out.
    private static func escaped(_ text: String) -> String {
        var output: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case ASCII.backslash, ASCII.semicolon, ASCII.comma: output += [ASCII.backslash, byte]
            case ASCII.lf: output += [ASCII.backslash, UInt8(ascii: "n")]
            case ASCII.tab, 0x20...0x7E, 0x80...0xFF: output.append(byte)
            default: break
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// `20260312T100000Z` (RFC 5545 §3.3.5, form 2). Limit: 1970 to 9999; beyond, the nearer end.
    private static func time(_ seconds: Int64) -> String {
        let (days, second) = min(max(Int(clamping: seconds), 0), 253_402_300_799).quotientAndRemainder(
            dividingBy: 86_400)
        let date = MailDate.date(ofDay: days)
        let digits = [(date.year, 4), (date.month + 1, 2), (date.day, 2)].map(padded).joined()
        return digits + "T" + [(second / 3600, 2), (second / 60 % 60, 2), (second % 60, 2)].map(padded).joined() + "Z"
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
