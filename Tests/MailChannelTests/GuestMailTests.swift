import MailChannel
import MailFormat
import PortalCore
import TestGround
import Testing

/// Guests by mail: the list, the invitation with its entry for calendars, and answers by word and by button.
@Suite(.serialized)
struct GuestMailTests {
    private static let event = EventSettings(
        project: "rebrand", starts: LocalTime("2026-12-12T18:00")!, ends: LocalTime("2026-12-12T23:00")!,
        place: "The Mill, River Road 12", details: "Dinner is at eight.", asksAtOnce: true)
    private static let eva = EmailAddress("eva@guest.test")!

    private func compare(_ sent: Sent?, _ name: String) throws {
        try expectMail(sent, name, masked: Self.masked)
    }

    /// A guest's reply address is made from the installation's key, which no chance of ours makes.
    private static func masked(_ text: String) -> String {
        text.replacing(/replies\+[a-z2-7]{26}/, with: "replies+SECRET")
            .replacing(/<\d+\.[a-z2-7]{16}@/, with: "<ID@").replacing(/(=_[a-z]+_)[0-9a-f]{16}/) { "\($0.1)SEED" }
    }

    /// The event is there, and Dana's mail says so.
    private func world(_ body: String) async throws -> (World, Effects) {
        let world = try await World(.acme.with { $0.items = [.event(Self.event)] })
        _ = try await world.danaIsAsked()
        let conversation = try await world.anaWrites()
        var mail = MailText()
        mail.body = body
        return (world, try await world.receive(mail.bytes(conversation)))
    }

    private func toEva(_ sent: [Sent]) -> Sent? { sent.last { $0.recipient == "eva@guest.test" } }
    private func toDana(_ sent: [Sent]) -> Sent? { sent.last { $0.recipient == "dana@client.test" } }
    private func toAna(_ sent: [Sent]) -> Sent? { sent.last { $0.recipient == "ana@acme.test" } }

    private func evasMail(_ body: String) -> MailText {
        var mail = MailText()
        mail.results = ["mx.acme.test; dkim=pass header.d=guest.test; dmarc=pass header.from=guest.test"]
        mail.from = ["From: Eva <eva@guest.test>"]
        mail.body = body
        return mail
    }

    private func invited() async throws -> (World, Sent) {
        let (world, _) = try await world("GUEST ADD Eva Nagy <eva@guest.test>")
        return (world, try #require(toEva(try await world.send())))
    }

    @Test func `a guest is added, asked with an entry for calendars, and a receipt says so`() async throws {
        let (world, effects) = try await world("GUEST ADD Eva Nagy <eva@guest.test>\nGUEST ADD Kim Li kim@guest.test")
        #expect(effects.outcomes.count == 2)
        let sent = try await world.send()
        let asked = try #require(toEva(sent))
        try compare(asked, "guest-asked")
        try compare(toDana(sent), "guest-receipt")
        let calendar = try #require(asked.message.leaves.first { $0.contentType.mimeType == "text/calendar" })
        #expect(calendar.contentType.parameters["method"] == "REQUEST")
        try expectGolden(
            Self.masked(calendar.decodedText().replacing("\r\n ", with: "").replacing("\r\n", with: "\n")),
            "guest-asked.ics")
        #expect(asked.message.files.contains { $0.name == "invitation.ics" })
        let read = try #require(CalendarReader(calendar.decodedBytes()).components.first)
        #expect(read.organizer == asked.letter.sender, "the calendar's answer comes to the guest's own address")
    }

    @Test(arguments: [
        (
            "GUEST REMOVE 1, 2", ItemRefusal.unread("GUEST REMOVE"),
            "please write GUEST REMOVE and one number of the list"
        ),
        ("GUEST ADD", .unread("GUEST ADD"), "please write GUEST ADD, a name and an address, in one line."),
        ("PASSENGER ADD Ann, 28.02.1980", .unread("PASSENGER ADD"), "the date of birth like 1980-02-28"),
        ("GUEST ADD www.evil.test <u@v.test>", .noGuest([]), "a name without a link in it"),
    ])
    func `a line that cannot be read is answered by how it is written, and by no decision's page`(
        body: String, refusal: ItemRefusal, said: String
    ) async throws {
        let (world, effects) = try await world(body)
        #expect(effects.outcomes == [.refused(.item(refusal))])
        let sent = try await world.send()
        #expect(sent.map(\.recipient) == ["dana@client.test"])
        let text = sent.first?.message.text?.split { $0.isWhitespace }.joined(separator: " ") ?? ""
        #expect(text.contains(said), "\(text)")
        #expect(text.contains("We read it as something close to") == (refusal != .noGuest([])), "\(text)")
    }

    @Test(arguments: [
        ("Eva Nagy", true), ("J.R.R. Tolkien", true), ("Dr.Reis", true), ("Dr. Eva St. John", true), ("Eva N.", true),
        ("李雷", true), ("محمد علي", true), ("Maria-José d’Aço", true), ("Number 5", true), ("Ada: host", true),
        ("www.evil.test", false), ("evil.test", false), ("Eva evil.Test Nagy", false), ("http://x", false),
        ("a@b", false), ("evil。test", false), ("x.test", false), ("Dr.evil", false),
    ])
    func `a name that mail programs would make a link of is no guest's`(name: String, isName: Bool) {
        #expect((NewGuest(name: name, address: Self.eva) != nil) == isName)
    }

    @Test func `a table's names with links are not read, and a line without a name is called by its address`() {
        let text = "name,email\nwin www.evil.test,u@v.test\n,eva.nagy@guest.test\n"
        let table = GuestTable(SeparatedValues(Array(text.utf8)))
        #expect(table.guests.map(\.name) == ["eva nagy"])
        #expect(table.unread == [2])
    }

    @Test func `a list names everybody by number`() async throws {
        let (world, _) = try await world("GUEST ADD Eva Nagy <eva@guest.test>")
        _ = try await world.send()
        var mail = MailText()
        mail.messageID = "m2@client.test"
        mail.body = "GUESTS"
        _ = try await world.receive(mail.bytes(try await world.anaWrites("Who comes?")))
        let list = try #require(toDana(try await world.send()))
        try compare(list, "guests")
        mail.messageID = "m3@client.test"
        mail.body = "YES 1 +2"
        let answered = try await world.receive(mail.bytes(list.secret(at: world.mailbox)))
        #expect(answered.outcomes == [.done(.item(.guestAnswered("Eva Nagy", .yes, party: 3)))])
        mail.messageID = "m4@client.test"
        mail.body = "GUEST REMOVE 1"
        let removed = try await world.receive(mail.bytes(list.secret(at: world.mailbox)))
        #expect(removed.outcomes == [.done(.item(.guestsRemoved(["Eva Nagy"])))])
        let gone = try #require(toEva(try await world.send()))
        try compare(gone, "guest-uninvited")
        #expect(gone.message.leaves.contains { $0.contentType.parameters["method"] == "CANCEL" })
    }

    @Test func `a table with GUESTS above it is put on the list, line by line`() async throws {
        let world = try await World(.acme.with { $0.items = [.event(Self.event)] })
        _ = try await world.danaIsAsked()
        var mail = MailText()
        mail.content = ["Content-Type: multipart/mixed; boundary=b"]
        mail.body =
            "--b\r\nContent-Type: text/plain\r\n\r\nGUESTS\r\n--b\r\nContent-Type: text/csv; name=guests.csv\r\n\r\n"
            + "name,email,party\r\nEva Nagy,eva@guest.test,2\r\nnobody,,\r\nKim,kim@guest.test\r\n--b--"
        let effects = try await world.receive(mail.bytes(try await world.anaWrites()))
        let added = AddedGuests(added: ["Eva Nagy", "Kim"], known: [], unread: [3], areAsked: true)
        #expect(effects.outcomes == [.done(.item(.guestsAdded(added)))])
        try compare(toDana(try await world.send()), "guest-table-receipt")
    }

    @Test(arguments: [
        ("YES", RSVP.yes, 1), ("YES +2", .yes, 3), ("YES 2", .yes, 2), ("no", .no, 1), ("Maybe.", .maybe, 1),
        ("Decline", .no, 1), ("Declined.", .no, 1),
    ])
    func `a guest answers by a word`(body: String, reply: RSVP, party: Int) async throws {
        let (world, asked) = try await invited()
        let effects = try await world.receive(evasMail(body).bytes(asked.secret(at: world.mailbox)))
        #expect(effects.outcomes == [.done(.item(.guestAnswered("Eva Nagy", reply, party: party)))])
    }

    @Test func `a guest is thanked, and those who keep the list hear of it`() async throws {
        let (world, asked) = try await invited()
        _ = try await world.receive(evasMail("YES +1\n\nWe eat no meat.").bytes(asked.secret(at: world.mailbox)))
        try compare(toEva(try await world.send()), "guest-noted")
        world.pass(.minutes(5))
        let sent = try await world.send()
        try compare(toAna(sent), "guest-answers")
        #expect(toDana(sent) != nil)
    }

    @Test(arguments: ["Yes, but can I come later?", "Is there parking?"])
    func `a guest's sentence is a note, and no answer`(body: String) async throws {
        let (world, asked) = try await invited()
        let effects = try await world.receive(evasMail(body).bytes(asked.secret(at: world.mailbox)))
        #expect(effects.outcomes == [.done(.item(.guestAnswered("Eva Nagy", .open, party: 1)))])
        #expect(toEva(try await world.send()) == nil)
    }

    @Test func `without evidence for the guest nothing is noted, and the page is mailed to their address`() async throws
    {
        let (world, asked) = try await invited()
        var mail = evasMail("YES")
        mail.results = []
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(effects.outcomes == [.needsConfirmation])
        try compare(toEva(try await world.send()), "guest-on-page")
    }

    @Test func `somebody else's mail to a guest's address is kept, and answered by silence`() async throws {
        let (world, asked) = try await invited()
        let effects = try await world.receive(MailText().bytes(asked.secret(at: world.mailbox)))
        #expect(effects.filing == .quarantine)
        #expect(effects.owed.isEmpty)
    }

    private func calendarMail(_ asked: Sent, _ method: String, _ status: String, _ more: String = "") throws -> MailText
    {
        let part = try #require(asked.message.leaves.first { $0.contentType.mimeType == "text/calendar" })
        let event = try #require(CalendarReader(part.decodedBytes()).components.first)
        var mail = evasMail(
            """
            BEGIN:VCALENDAR\r
            METHOD:\(method)\r
            BEGIN:VEVENT\r
            UID:\(event.uid)\r
            SEQUENCE:\(event.sequence)\r
            ORGANIZER:mailto:\(event.organizer)\r
            ATTENDEE;PARTSTAT=\(status):mailto:eva@guest.test\r
            \(more)END:VEVENT\r
            END:VCALENDAR\r
            """)
        mail.content = ["Content-Type: text/calendar; charset=utf-8; method=\(method)"]
        return mail
    }

    @Test(arguments: [("ACCEPTED", RSVP.yes), ("DECLINED", .no), ("TENTATIVE", .maybe)])
    func `the calendar's button is an answer`(status: String, reply: RSVP) async throws {
        let (world, asked) = try await invited()
        let mail = try calendarMail(asked, "REPLY", status)
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(effects.outcomes == [.done(.item(.guestAnswered("Eva Nagy", reply, party: 1)))])
        #expect(toEva(try await world.send()) == nil, "the calendar shows it by itself")
    }

    @Test(arguments: ["RSVP yes +2", "rsvp: YES +2."])
    func `CM-18: RSVP answers one's own invitation`(body: String) async throws {
        let (world, asked) = try await invited()
        let effects = try await world.receive(evasMail(body).bytes(asked.secret(at: world.mailbox)))
        #expect(effects.outcomes == [.done(.item(.guestAnswered("Eva Nagy", .yes, party: 3)))])
    }

    @Test func `CM-18: a calendar's answer counts for whoever sent it, and for no other attendee`() async throws {
        let (world, asked) = try await invited()
        let secret = try asked.secret(at: world.mailbox)
        let own = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:eva@guest.test\r\n"
        let other = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:other@x.test\r\n"
        var foreign = try calendarMail(asked, "REPLY", "ACCEPTED")
        foreign.body = foreign.body.replacing(own, with: other)
        let held = try await world.receive(foreign.bytes(secret))
        #expect(held.words == [.quarantine] && held.owed.isEmpty)
        var both = try calendarMail(asked, "REPLY", "DECLINED")
        both.body = both.body.replacing("ATTENDEE;", with: other + "ATTENDEE;")
        both.messageID = "m2@guest.test"
        #expect(
            try await world.receive(both.bytes(secret)).outcomes
                == [.done(.item(.guestAnswered("Eva Nagy", .no, party: 1)))])
    }

    @Test(arguments: [
        "ATTENDEE;PARTSTAT=DECLINED:mailto:eva@guest.test\r\n",
        "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:guest-1@acme.test\r\nATTENDEE;PARTSTAT=DECLINED:mailto:Eva@guest.test\r\n",
    ])
    func `a calendar's answer that says one thing and another is kept for staff`(more: String) async throws {
        let (world, asked) = try await invited()
        let mail = try calendarMail(asked, "REPLY", "ACCEPTED", more)
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(effects.words == [.quarantine] && effects.owed.isEmpty)
    }

    @Test(arguments: [
        ("Auto-Submitted: auto-generated", true), ("Auto-Submitted: auto-replied", false), ("List-Id: <x>", false),
        ("X-Autoreply: yes", false),
    ])
    func `a calendar's answer counts only as the press of a button`(field: String, counts: Bool) async throws {
        let (world, asked) = try await invited()
        var mail = try calendarMail(asked, "REPLY", "ACCEPTED")
        mail.below = [field]
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(
            effects.outcomes.contains(.done(.item(.guestAnswered("Eva Nagy", .yes, party: 1)))) == counts,
            "\(effects.outcomes)")
    }

    @Test func `another time that the calendar proposes is a message to staff`() async throws {
        let (world, asked) = try await invited()
        let mail = try calendarMail(
            asked, "COUNTER", "TENTATIVE",
            "DTSTART;TZID=Europe/Berlin:20261212T200000\r\nCOMMENT:We come from work.\r\n")
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(effects.outcomes == [.done(.item(.guestAnswered("Eva Nagy", .open, party: 1)))])
        try compare(toAna(try await world.send()), "guest-proposes")
    }

    @Test func `an answer about another invitation, or by a forger, notes nothing`() async throws {
        let (world, asked) = try await invited()
        let secret = try asked.secret(at: world.mailbox)
        var other = try calendarMail(asked, "REPLY", "ACCEPTED")
        other.body = other.body.replacing("UID:guest-1@", with: "UID:guest-2@")
        #expect(try await world.receive(other.bytes(secret)).filing == .quarantine)
        var forged = try calendarMail(asked, "REPLY", "ACCEPTED")
        forged.from = ["From: Kim <kim@guest.test>"]
        forged.messageID = "m2@guest.test"
        #expect(try await world.receive(forged.bytes(secret)).filing == .quarantine)
        var unproved = try calendarMail(asked, "REPLY", "ACCEPTED")
        unproved.results = []
        unproved.messageID = "m3@guest.test"
        #expect(try await world.receive(unproved.bytes(secret)).outcomes == [.needsConfirmation])
    }
}
