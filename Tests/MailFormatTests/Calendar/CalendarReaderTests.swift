import MailFormat
import Testing

struct CalendarReaderTests {
    private func read(_ lines: String..., ending: String = "\r\n") -> [CalendarComponent] {
        CalendarReader(Array(lines.joined(separator: ending).utf8)).components
    }

    @Test(
        "Lines are unfolded, also where the blank was lost or the name stands alone", arguments: ["\r\n", "\n", "\r"])
    func folds(ending: String) {
        let components = read(
            "BEGIN:VCALENDAR", "METHOD", " :REPLY", "BEGIN:VEVENT", "UID:event-", "\t1@acme.test",
            "ATTENDEE;CN=Dana;PARTSTAT=ACCE",
            " PTED;ROLE=REQ-PARTICIPANT:mailto:dana@", "client.test", "END:VEVENT", "END:VCALENDAR", ending: ending)
        #expect(components.map(\.method) == ["REPLY"])
        #expect(components.map(\.uid) == ["event-1@acme.test"])
        #expect(components.first?.attendees.map(\.address) == ["dana@client.test"])
        #expect(components.first?.attendees.map(\.status) == ["ACCEPTED"])
    }

    @Test("Quotes and carets in parameters hide nothing behind them (RFC 6868)")
    func parameters() {
        let components = read(
            "BEGIN:VCALENDAR", "BEGIN:VTODO",
            "ATTENDEE;CN=\"a:b;PARTSTAT=DECLINED\";X=^n^^^';PARTSTAT=ACCEPTED:mailto:a@b.test",
            "DTSTART;TZID=a^nb^'c^^d^e:20260101", "END:VTODO", "END:VCALENDAR")
        #expect(components.first?.attendees.map(\.status) == ["ACCEPTED"])
        #expect(components.first?.start?.zone == "a\nb\"c^d^e")
    }

    @Test("What is nested in an event is not the event's, and the method is that of the calendar around it")
    func nesting() {
        let components = read(
            "BEGIN:VCALENDAR", "METHOD:PUBLISH", "BEGIN:VTIMEZONE", "UID:zone", "END:VTIMEZONE", "BEGIN:VEVENT",
            "BEGIN:VALARM",
            "UID:alarm", "ATTENDEE:mailto:x@x.test", "END:VALARM", "UID:event", "END:VEVENT", "BEGIN:VCALENDAR",
            "BEGIN:VJOURNAL",
            "UID:inner", "END:VJOURNAL", "METHOD:REPLY", "END:VCALENDAR", "BEGIN:VFREEBUSY", "UID:last",
            "END:VFREEBUSY", "END:VCALENDAR")
        #expect(components.map(\.uid) == ["event", "inner", "last"])
        #expect(components.map(\.method) == ["PUBLISH", "REPLY", "PUBLISH"])
        #expect(components.allSatisfy { $0.attendees.isEmpty })
    }

    @Test("Calendars without end are read within the limits")
    func limits() {
        let many = (0..<1_500).flatMap { ["BEGIN:VEVENT", "UID:\($0)", "END:VEVENT"] }
        #expect(
            CalendarReader(Array((["BEGIN:VCALENDAR"] + many).joined(separator: "\n").utf8)).components.count == 1_000)
        let deep = Array(repeating: "BEGIN:VEVENT", count: 5_000).joined(separator: "\n")
        #expect(CalendarReader(Array(deep.utf8)).components.count == 100)
        let attendees = Array(repeating: "ATTENDEE:mailto:a@b.test", count: 1_500).joined(separator: "\n")
        #expect(
            CalendarReader(Array("BEGIN:VCALENDAR\nBEGIN:VEVENT\n\(attendees)".utf8)).components.first?.attendees.count
                == 1_000)
        #expect(read("BEGIN:VCALENDAR", "BEGIN:VEVENT", "SEQUENCE:99999999999999999999").map(\.sequence) == [0])
    }
}
