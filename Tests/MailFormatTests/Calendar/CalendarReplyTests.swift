import MailFormat
import Testing

struct CalendarReplyTests {
    private func reply(_ type: String, _ calendar: [String]) -> CalendarReply? {
        let mail =
            ["From: Dana <dana@client.test>", "Subject: Accepted: Review", "Content-Type: \(type)", ""] + calendar
        guard case .calendarReply(let reply) = MailKind(of: Message(Array(mail.joined(separator: "\r\n").utf8))) else {
            return nil
        }
        return reply
    }

    private func calendar(_ method: String, _ lines: String...) -> [String] {
        ["BEGIN:VCALENDAR", "METHOD:\(method)", "BEGIN:VEVENT"] + lines + ["END:VEVENT", "END:VCALENDAR"]
    }

    @Test(
        "A reply says who answers what to which event",
        arguments: [
            ("ACCEPTED", CalendarReply.Answer.accepted), ("declined", .declined), ("TENTATIVE", .tentative),
            ("DELEGATED", .delegated),
            ("NEEDS-ACTION", .needsAction), ("COMPLETED", .other("COMPLETED")),
        ])
    func answers(status: String, answer: CalendarReply.Answer) throws {
        let read = try #require(
            reply(
                "text/calendar; method=REPLY; charset=utf-8",
                calendar(
                    "REPLY", "UID:event-1@acme.test", "SEQUENCE:2", "RECURRENCE-ID;TZID=Europe/Berlin:20260312T100000",
                    "ATTENDEE;CN=\"Blau, Dana; Dr.\";PARTSTAT=\(status):MAILTO:Dana@Client.test",
                    "COMMENT:I come\\, but late\\nDana")))
        #expect(read.method == .reply)
        let response = try #require(read.responses.first)
        #expect(response.attendee == "dana@client.test")
        #expect(response.answer == answer)
        #expect(response.event.uid == "event-1@acme.test")
        #expect(response.event.sequence == 2)
        #expect(response.event.recurrenceID == "20260312T100000")
        #expect(response.event.comment == "I come, but late\nDana")
    }

    @Test("A counter-proposal names the time, and the zone as text")
    func counter() throws {
        let read = try #require(
            reply(
                "text/calendar; method=COUNTER",
                calendar(
                    "COUNTER", "UID:event-1@acme.test", "ATTENDEE;PARTSTAT=TENTATIVE:mailto:dana@client.test",
                    "DTSTART;TZID=\"W. Europe Standard Time\":20260313T090000",
                    "DTEND;TZID=\"W. Europe Standard Time\":20260313T100000")))
        #expect(read.method == .counter)
        let event = try #require(read.responses.first).event
        #expect(event.start?.text == "20260313T090000")
        #expect(event.start?.zone == "W. Europe Standard Time")
        #expect(event.end?.text == "20260313T100000")
    }

    @Test(
        "The method counts where it stands, in the calendar before the type",
        arguments: [
            ("text/calendar", "REPLY", true), ("application/ics; name=invite.ics", "REPLY", true),
            ("text/calendar; method=REPLY", "REQUEST", false),
            ("text/calendar; method=REQUEST", "REQUEST", false),
            ("application/octet-stream; name=\"Antwort.ICS\"", "REPLY", true),
            ("text/plain", "REPLY", false),
        ])
    func methods(type: String, method: String, isReply: Bool) {
        let lines = calendar(method, "UID:1", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:dana@client.test")
        #expect((reply(type, lines) != nil) == isReply)
    }

    @Test(
        "A program's own mark is against a button, but for the word that Google puts on presses of it",
        arguments: [
            ("Auto-Submitted: auto-generated", true), ("Auto-Submitted: auto-generated (by a button)", true),
            ("Auto-Submitted: no", true), ("X-Auto-Response-Suppress: All", true), ("Precedence: normal", true),
            ("Auto-Submitted: auto-replied", false), ("Auto-Submitted: auto-notified", false),
            ("Auto-Submitted: auto-generated\r\nAuto-Submitted: auto-replied", false), ("List-Id: <x>", false),
            ("Return-Path: <>", false), ("Precedence: bulk", false), ("Precedence: list", false),
            ("X-Autoreply: yes", false),
        ])
    func programs(field: String, isReply: Bool) {
        let lines = calendar("REPLY", "UID:1", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:dana@client.test")
        #expect((reply("text/calendar; method=REPLY\r\n\(field)", lines) != nil) == isReply)
    }

    @Test("A second calendar that says otherwise is heard, too; a copy is not")
    func copies() throws {
        let parts = ["ACCEPTED", "ACCEPTED", "DECLINED"].flatMap { status in
            ["--b", "Content-Type: text/calendar; method=REPLY", ""]
                + calendar("REPLY", "UID:1", "ATTENDEE;PARTSTAT=\(status):mailto:dana@client.test")
        }
        let read = try #require(reply("multipart/mixed; boundary=b", parts + ["--b--"]))
        #expect(read.responses.map(\.answer) == [.accepted, .declined])
    }

    @Test("A labelled part that is no calendar answers nothing")
    func unreadable() throws {
        #expect(try #require(reply("text/calendar; method=REPLY", ["garbage"])).responses.isEmpty)
    }
}
