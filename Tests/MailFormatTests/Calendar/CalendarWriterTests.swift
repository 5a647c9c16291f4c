import Testing

@testable import MailFormat

/// What is written into a calendar file reads back as it was meant.
struct CalendarWriterTests {
    private static func event(title: String, end: Int64? = nil, place: String = "") -> CalendarEvent {
        CalendarEvent(
            uid: "a1@acme", sequence: 2, stamp: 1_790_000_000, start: 1_773_307_800, end: end, title: title,
            place: place, details: "")
    }

    private static func lines(_ events: [CalendarEvent]) -> [String] {
        String(decoding: CalendarWriter.calendar(method: "PUBLISH", events: events), as: UTF8.self)
            .split(separator: "\r\n").map(String.init)
    }

    @Test func `an event has what RFC 5545 asks for, in UTC`() {
        #expect(
            Self.lines([Self.event(title: "Dinner", end: 1_773_311_400, place: "The barn")]) == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Postern//Calendar//EN", "METHOD:PUBLISH", "BEGIN:VEVENT",
                "UID:a1@acme", "SEQUENCE:2", "DTSTAMP:20260921T141320Z", "DTSTART:20260312T093000Z",
                "DTEND:20260312T103000Z", "SUMMARY:Dinner", "LOCATION:The barn", "END:VEVENT", "END:VCALENDAR",
            ])
    }

    @Test(arguments: [
        ("a, b; c\\d", "a\\, b\\; c\\\\d"), ("two\nlines", "two\\nlines"), ("no\r\u{7}\u{0} tricks", "no tricks"),
        ("END:VEVENT", "END:VEVENT"),
    ])
    func `a text cannot break out of its line`(text: String, written: String) {
        #expect(Self.lines([Self.event(title: text)]).contains("SUMMARY:\(written)"))
    }

    @Test func `long lines are folded within 75 bytes and never within a character`() throws {
        let title = String(repeating: "Größe 🛶 ", count: 40)
        let bytes = CalendarWriter.calendar(method: "PUBLISH", events: [Self.event(title: title)])
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { $0.dropLast() }
        #expect(lines.allSatisfy { $0.count <= 75 && String(validating: $0, as: UTF8.self) != nil })
        let unfolded = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
        #expect(unfolded.contains("SUMMARY:\(title)"))
    }

    @Test func `our own reader finds the event again`() throws {
        let event = try #require(
            CalendarReader(CalendarWriter.calendar(method: "PUBLISH", events: [Self.event(title: "x")])).components
                .first)
        #expect(event.uid == "a1@acme" && event.sequence == 2 && event.method == "PUBLISH")
        #expect(event.start == .init(text: "20260312T093000Z", zone: nil))
        #expect(event.end == nil)
    }
}
