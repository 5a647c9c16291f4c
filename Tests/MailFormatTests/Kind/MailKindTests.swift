import MailFormat
import Testing

struct MailKindTests {
    private func kind(_ fields: String..., body: String = "Hello") -> MailKind {
        let header = ["From: Dana <dana@client.test>", "Subject: Re: Logo"].filter { line in
            !fields.contains { $0.utf8.starts(with: line.utf8.prefix { $0 != 0x3A }) }
        }
        return MailKind(of: Message(Array((header + fields + ["", body]).joined(separator: "\r\n").utf8)))
    }

    @Test(
        "LP-01, LP-02: what a program marked is automatic",
        arguments: [
            "Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated (x)",
            "Auto-Submitted: (x) Auto-Replied; a=b", "Auto-Submitted: no, auto-replied", "Auto-Submitted: (no) \"x\"",
            "Precedence: bulk", "Precedence: junk", "Precedence: auto_reply", "X-Autoreply: yes", "X-Autorespond: y",
            "Return-Path: <>", "Return-Path: (x) <>", "Return-Path: < > (x)",
            "Content-Type: multipart/report; boundary=b",
        ])
    func automatic(field: String) {
        #expect(kind(field) == .automaticReply(returning: nil))
        #expect(kind(field, body: "APPROVE") == .automaticReply(returning: nil))
    }

    @Test("LP-02: lists, and the mail system itself")
    func lists() {
        #expect(kind("List-Id: <x>") == .list)
        #expect(kind("Precedence: list") == .list)
        #expect(kind("From: MAILER-DAEMON@acme.test") != .ordinary)
        #expect(kind("From: MAILER-DAEMON <>") != .ordinary)
    }

    @Test(
        "A person's mail is never taken for a machine's",
        arguments: [
            "Auto-Submitted: No", "Auto-Submitted: no (really)", "Auto-Submitted: (x (y)) \"No\"; a=b",
            "X-Autoreply: no", "Precedence: normal", "List-Id:",
            "Return-Path: <dana@client.test>", "Return-Path: (<>) <dana@client.test>", "X-Auto-Response-Suppress: All",
            "Importance: high",
            "Subject: Re: Automatic reply: Logo", "Subject: Delivery failure of the vase", "Subject: Undelivered",
            "Subject: Out of officers", "From: postmaster@client.test", "List-Unsubscribe: <mailto:x@client.test>",
            "Content-Type: text/calendar; method=REQUEST",
        ])
    func person(field: String) {
        #expect(kind(field) == .ordinary)
    }

    @Test(
        "LP-03: the subjects that only autoresponders write count, also above a command",
        arguments: [
            "Automatic reply: Logo", "Abwesenheitsnotiz: Logo", "=?utf-8?q?R=C3=A9ponse_automatique?= : Logo",
            "AUTO: Dana is out of the office (returning 03/12/2026)", "[Auto-Reply] Please decide: Logo",
        ])
    func subjects(subject: String) {
        #expect(kind("Subject: \(subject)", body: "I am away.") == .automaticReply(returning: nil))
        #expect(kind("Subject: \(subject)", body: "APPROVE") == .automaticReply(returning: nil))
        #expect(kind("Subject: Re: \(subject)", body: "APPROVE") == .ordinary)
    }

    @Test("What people write, too, counts for nothing above a command")
    func command() {
        #expect(kind("Subject: Urlaub", "X-Loop: x", body: "Ich bin im Urlaub.") == .automaticReply(returning: nil))
        #expect(kind("Subject: Urlaub", "X-Loop: x", body: "APPROVE\nIch bin im Urlaub.") == .ordinary)
    }

    @Test(
        "The day of return is found",
        arguments: [
            ("I am out of the office until 2026-03-12.", 12), ("Ich bin bis einschließlich 12.3.2026 im Urlaub.", 13),
            ("I will be back on March 12th, 2026 and read mail then.", 12), ("de retour le 13 mars 2026", 13),
            ("From 2 March 2026 until 14 March 2026", 14), ("tot 25/03/2026", 25), ("Zurück am 12. März 2026.", 12),
        ])
    func returning(text: String, day: Int) {
        let day = CalendarDay(year: 2026, month: 3, day: day)
        #expect(kind("Auto-Submitted: auto-replied", body: text) == .automaticReply(returning: day))
    }

    @Test(
        "No day is better than a wrong one",
        arguments: [
            "until 03/04/2026", "until Monday", "back on 30 February 2026", "until 99999999999999 March 2026",
            "2026-03-12",
        ])
    func noDay(text: String) {
        #expect(kind("Auto-Submitted: auto-replied", body: text) == .automaticReply(returning: nil))
    }

    @Test("Calendar answers and complaints have their own kind, and all kinds a name")
    func others() {
        #expect(kind("Content-Type: text/calendar; method=REPLY").inspectName == "calendar_reply")
        #expect(kind("Content-Type: text/calendar; method=\"counter\"").inspectName == "calendar_reply")
        let complaint = kind("Content-Type: multipart/report; report-type=feedback-report; boundary=b")
        guard case .complaint = complaint else {
            Issue.record("a complaint was taken for \(complaint)")
            return
        }
        #expect(complaint.inspectName == "ordinary")
        #expect(kind("List-Id: <x>").inspectName == "list")
        #expect(kind("Auto-Submitted: auto-replied").inspectName == "auto_reply")
        #expect(kind("From: MAILER-DAEMON@acme.test", "Subject: Undelivered").inspectName == "bounce_permanent")
        #expect(kind("X-Mailer: Pigeon").inspectName == "ordinary")
    }
}
