import MailFormat
import Testing

@testable import PortalCore

/// Guests: who keeps the list, who answers, and what an answer reaches.
struct GuestTests {
    static let eva = EmailAddress("eva@guest.test")!
    static let kim = EmailAddress("kim@guest.test")!

    static func event(_ starts: String = "2026-12-12T18:00", asksAtOnce: Bool = false) -> EventSettings {
        EventSettings(
            project: "rebrand", starts: LocalTime(starts)!, ends: nil, place: "The Mill", details: "",
            asksAtOnce: asksAtOnce)
    }

    private let project = ProjectID(number: 1)

    private func world(_ event: EventSettings? = GuestTests.event()) async throws -> World {
        let world = try World()
        var acme = DesiredOrganization.acme("acme")
        acme.items = event.map { [.event($0)] } ?? []
        acme.links = [.dana, .lee].map {
            PortalLinkSettings(client: $0, name: "phone", code: nil, days: nil, notified: true)
        }
        try await world.apply(DesiredPortal(organizations: [acme]))
        return world
    }

    private static func table(_ guests: (String, EmailAddress)...) -> GuestTable {
        GuestTable(guests: guests.compactMap { NewGuest(name: $0.0, address: $0.1) })
    }

    private func guest(_ address: EmailAddress, _ world: World) throws -> Guest {
        try world.portal.database.read { try #require(try GuestRecord.find(address, of: project, in: $0)) }
    }

    private func session(of person: EmailAddress, _ world: World) async throws -> Claim {
        let session = world.portal.freshSecret()
        try await world.portal.database.write { connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            let person = try #require(
                try PersonRecord.find(person, of: organization.id, at: world.portal.now, in: connection))
            try SessionRecord.start(session.digest, for: person.id, by: nil, at: world.portal.now, in: connection)
        }
        return .session(session, organization: "acme")
    }

    private func perform(_ command: GuestCommand, _ claim: Claim, _ world: World) async throws -> Outcome {
        try #require(
            try await world.portal.perform([.item(.guest(command))], for: claim, because: world.press()).first)
    }

    private func perform(_ command: GuestCommand, _ person: EmailAddress, _ world: World) async throws -> Outcome {
        try await perform(command, session(of: person, world), world)
    }

    /// Eva is on the list and was asked; the letter that asks her.
    private func evaIsAsked(_ world: World) async throws -> Letter {
        _ = try await perform(.add(Self.table(("Eva Nagy", Self.eva)), in: project), .dana, world)
        _ = try await perform(.ask([], in: project), .dana, world)
        return try #require(try await world.post().first { $0.letter.recipient.address == Self.eva }?.letter)
    }

    @Test(
        "are added by clients of the project and by staff; others find nothing",
        arguments: [(.dana, true), (.ana, true), (.ben, true), (.lee, false)] as [(EmailAddress, Bool)])
    func roles(person: EmailAddress, mayDo: Bool) async throws {
        let world = try await world()
        let outcome = try await perform(.add(Self.table(("Eva Nagy", Self.eva)), in: project), person, world)
        let added = AddedGuests(added: ["Eva Nagy"], known: [], unread: [], areAsked: false)
        #expect(outcome == (mayDo ? .done(.item(.guestsAdded(added))) : .refused(.notFound)))
    }

    @Test("are each on the list once, whatever the case of their address")
    func once() async throws {
        let world = try await world()
        _ = try await perform(.add(Self.table(("Eva Nagy", Self.eva)), in: project), .dana, world)
        let again = Self.table(("Eva N.", EmailAddress("EVA@guest.test")!), ("Kim", Self.kim))
        let outcome = try await perform(.add(again, in: project), .dana, world)
        #expect(
            outcome
                == .done(
                    .item(.guestsAdded(AddedGuests(added: ["Kim"], known: ["Eva N."], unread: [], areAsked: false)))))
    }

    @Test("beyond the limit are refused, all of them")
    func limit() async throws {
        let world = try await world()
        let many = (0...Guest.most).compactMap {
            NewGuest(name: "Guest \($0)", address: EmailAddress("g\($0)@guest.test")!)
        }
        let outcome = try await perform(.add(GuestTable(guests: many), in: project), .dana, world)
        #expect(outcome == .refused(.item(.tooManyGuests(Guest.most))))
        #expect(
            try await perform(.add(GuestTable(guests: []), in: project), .dana, world) == .refused(.item(.noGuest([]))))
    }

    @Test("are asked when somebody says so, once a day while they do not answer")
    func asking() async throws {
        let world = try await world()
        let letter = try await evaIsAsked(world)
        #expect(letter.recipient.name == "Eva Nagy")
        #expect(try await perform(.ask([], in: project), .dana, world) == .nothingToDo(.unchanged))
        let id = try guest(Self.eva, world).id
        #expect(try await perform(.ask([id], in: project), .dana, world) == .nothingToDo(.unchanged))
        world.pass(.days(1))
        #expect(try await perform(.ask([id], in: project), .dana, world) == .done(.item(.guestsAsked(["Eva Nagy"]))))
    }

    @Test("are asked at once where the event says so, and not at all where it has no time or is over")
    func atOnce() async throws {
        let ready = try await world(Self.event(asksAtOnce: true))
        _ = try await perform(.add(Self.table(("Eva Nagy", Self.eva)), in: project), .dana, ready)
        #expect(try await ready.post().contains { $0.letter.recipient.address == Self.eva })
        let timeless = try await world(nil)
        _ = try await perform(.add(Self.table(("Eva Nagy", Self.eva)), in: project), .dana, timeless)
        #expect(try await perform(.ask([], in: project), .dana, timeless) == .refused(.item(.noTime)))
        let over = try await world(Self.event("2026-01-01T18:00"))
        _ = try await perform(.add(Self.table(("Eva Nagy", Self.eva)), in: project), .dana, over)
        #expect(try await perform(.ask([], in: project), .dana, over) == .refused(.item(.closed)))
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let what: String
        let evidence: MailEvidence
        let answer: GuestAnswer
        let expected: Outcome
        var testDescription: String { what }
    }

    static let rows = [
        Row(
            what: "proved, yes", evidence: .evidence(.one(eva)), answer: GuestAnswer(.yes, party: 3),
            expected: .done(.item(.guestAnswered("Eva Nagy", .yes, party: 3)))),
        Row(
            what: "proved, no", evidence: .evidence(.one(eva)), answer: GuestAnswer(.no),
            expected: .done(.item(.guestAnswered("Eva Nagy", .no, party: 1)))),
        Row(
            what: "not proved", evidence: .evidence(.one(eva), .none("no stamp")), answer: GuestAnswer(.yes),
            expected: .needsConfirmation),
        Row(
            what: "from somebody else", evidence: .evidence(.one(kim)), answer: GuestAnswer(.yes),
            expected: .held(.otherPerson("kim@guest.test"))),
        Row(
            what: "from whoever asked", evidence: .evidence(.one(.dana)), answer: GuestAnswer(.yes),
            expected: .held(.otherPerson("dana@client.test"))),
        Row(
            what: "disproved", evidence: .evidence(.one(eva), .fail("dmarc")), answer: GuestAnswer(.yes),
            expected: .held(.authenticationFailed("dmarc"))),
        Row(
            what: "a party beyond the limit", evidence: .evidence(.one(eva)), answer: GuestAnswer(.yes, party: 101),
            expected: .refused(.tooLong(limit: Guest.longestNote))),
    ]

    @Test("answer by mail from their own address, as the evidence allows", arguments: rows)
    func mail(row: Row) async throws {
        let world = try await world()
        let letter = try await evaIsAsked(world)
        let id = try guest(Self.eva, world).id
        let outcome = try await perform(
            .answer(id, in: project, row.answer), .reply(letter.reply, row.evidence), world)
        #expect(outcome == row.expected)
        if case .done = row.expected {} else { #expect(try guest(Self.eva, world).reply == .open) }
    }

    @Test("reach nothing but their own answer, by mail and by link")
    func reach() async throws {
        let world = try await world()
        let letter = try await evaIsAsked(world)
        _ = try await perform(.add(Self.table(("Kim", Self.kim)), in: project), .dana, world)
        let kim = try guest(Self.kim, world).id
        let secret = try #require(letter.content.guestSecret)
        for claim in [Claim.reply(letter.reply, .evidence(.one(Self.eva))), .guestLink(secret)] {
            for command: Command in [
                .item(.guest(.answer(kim, in: project, GuestAnswer(.no)))), .item(.guest(.remove([kim], in: project))),
                .item(.guest(.add(Self.table(("X", EmailAddress("x@guest.test")!)), in: project))),
                .item(.list(ListThings(.guests, in: project))),
                .postMessage(NewMessage(project: project, text: "Hello", attachments: [])),
                .decide(world.decision(.approved)), .signIn(session: world.portal.freshSecret()),
                .invite(.dana, organization: "acme"),
            ] {
                let outcomes = try await world.portal.perform([command], for: claim, because: world.press())
                #expect(outcomes == [.refused(.notFound)], "\(command)")
            }
        }
    }

    @Test("keep their address from mail to mail, so that calendars know who organizes")
    func sameAddress() async throws {
        let world = try await world()
        let first = try await evaIsAsked(world)
        var acme = try #require(try world.portal.currentPortal().organizations.first)
        acme.items = [.event(Self.event("2026-12-13T18:00"))]
        try await world.apply(DesiredPortal(organizations: [acme]))
        let second = try #require(try await world.post().first { $0.letter.recipient.address == Self.eva }?.letter)
        #expect(first.reply == second.reply)
        #expect(first.content.guestSecret != second.content.guestSecret)
        guard case .item(.guestAsked(let letter)) = second.content else { throw Unexpected() }
        #expect(letter.event.sequence == 1)
    }

    @Test("who accept another time than the present one are asked again; who decline it have declined")
    func olderTime() async throws {
        let world = try await world()
        let letter = try await evaIsAsked(world)
        var acme = try #require(try world.portal.currentPortal().organizations.first)
        acme.items = [.event(Self.event("2026-12-13T18:00"))]
        try await world.apply(DesiredPortal(organizations: [acme]))
        _ = try await world.post()
        let id = try guest(Self.eva, world).id
        let claim = Claim.reply(letter.reply, .evidence(.one(Self.eva)))
        let accepted = try await perform(.answer(id, in: project, GuestAnswer(.yes, sequence: 0)), claim, world)
        #expect(accepted == .refused(.newerVersion(shown: 0, current: 1)))
        #expect(try guest(Self.eva, world).reply == .open)
        _ = try await perform(.answer(id, in: project, GuestAnswer(.no, sequence: 0)), claim, world)
        #expect(try guest(Self.eva, world).reply == .no)
    }

    @Test("are told when they are taken off the list, if they knew of it; their link and address are dead then")
    func removed() async throws {
        let world = try await world()
        let letter = try await evaIsAsked(world)
        let id = try guest(Self.eva, world).id
        #expect(
            try await perform(.remove([id], in: project), .dana, world) == .done(.item(.guestsRemoved(["Eva Nagy"]))))
        let told = try await world.post().filter { $0.letter.recipient.address == Self.eva }
        #expect(told.count == 1)
        guard case .item(.guestUninvited)? = told.first?.letter.content else { throw Unexpected() }
        let secret = try #require(letter.content.guestSecret)
        #expect(try world.portal.invitationToEvent(secret) == nil)
        let answer = GuestCommand.answer(id, in: project, GuestAnswer(.yes))
        #expect(try await perform(answer, .guestLink(secret), world) == .refused(.notFound))
        #expect(
            try await perform(answer, .reply(letter.reply, .evidence(.one(Self.eva))), world) == .held(.notAllowedIn))
    }

    @Test("who answer within five minutes are told of in one mail, another time that is proposed at once")
    func news() async throws {
        let world = try await world()
        let letter = try await evaIsAsked(world)
        let id = try guest(Self.eva, world).id
        let claim = Claim.reply(letter.reply, .evidence(.one(Self.eva)))
        _ = try await perform(.answer(id, in: project, GuestAnswer(.maybe)), claim, world)
        _ = try await perform(.answer(id, in: project, GuestAnswer(.yes, note: "Vegan, please.")), claim, world)
        let atOnce = try await world.post()
        #expect(!atOnce.contains { if case .item(.guestAnswers) = $0.letter.content { true } else { false } })
        world.pass(.minutes(5))
        let news = try await world.post().compactMap { posted -> GuestNews? in
            if case .item(.guestAnswers(let news)) = posted.letter.content { news } else { nil }
        }
        #expect(news.count == 2, "Ana and Dana, one mail each")
        #expect(news.first?.counts.people == 1)
        _ = try await perform(.answer(id, in: project, GuestAnswer(proposal: "2026-12-12 20:00")), claim, world)
        let proposed = try await world.post().filter {
            if case .item(.guestProposes) = $0.letter.content { true } else { false }
        }
        #expect(proposed.map(\.letter.recipient.name) == ["Ana"])
    }

    @Test("keep their answer when configuration is applied again")
    func applied() async throws {
        let world = try await world()
        _ = try await evaIsAsked(world)
        let current = try #require(try world.portal.currentPortal().organizations.first)
        #expect(try await world.apply(DesiredPortal(organizations: [current])).isEmpty)
    }
}

extension Letter.Content {
    fileprivate var guestSecret: Secret? {
        guard case .item(.guestAsked(let letter)) = self else { return nil }
        return letter.secret
    }
}

private struct Unexpected: Error {}

/// Tables of guests, and times.
struct GuestTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let names: [String]
        let unread: [Int]
        var testDescription: String { text.debugDescription }
    }

    static let rows = [
        Row(text: "name,email,party\nEva,eva@guest.test,2\n", names: ["Eva 2"], unread: []),
        Row(text: "Eva,eva@guest.test\nKim,kim@guest.test", names: ["Eva 1", "Kim 1"], unread: []),
        Row(text: "E-Mail;Name;Anzahl\neva@guest.test;Eva;3", names: ["Eva 3"], unread: []),
        Row(text: "email\neva@guest.test", names: ["eva 1"], unread: []),
        Row(text: "name,email\nEva,\nKim,kim@guest.test\n,not an address", names: ["Kim 1"], unread: [2, 4]),
        Row(text: "name,email,party\nEva,eva@guest.test,0\nKim,kim@guest.test,many", names: [], unread: [2, 3]),
        Row(text: "shopping,list\nmilk,2", names: [], unread: [1, 2]),
        Row(text: "Eva\u{202E},eva@guest.test", names: [], unread: [1]),
    ]

    @Test("are read by their headings; what is no guest is said by its line", arguments: rows)
    func read(row: Row) {
        let table = GuestTable(SeparatedValues(Array(row.text.utf8)))
        #expect(table.guests.map { "\($0.name) \($0.party)" } == row.names)
        #expect(table.unread == row.unread)
    }

    @Test(
        "times are days and minutes, and moments in a zone",
        arguments: [
            ("2026-06-12T18:00", "Europe/Berlin", 1_781_280_000), ("2026-12-12T18:00", "Europe/Berlin", 1_797_094_800),
            ("2026-06-12T18:00", "No/Such", 1_781_287_200),
        ] as [(String, String, Int64)])
    func moments(text: String, zone: String, seconds: Int64) {
        #expect(LocalTime(text)?.moment(in: zone).seconds == seconds)
    }

    @Test(
        "anything else is no time",
        arguments: [
            "", "2026-06-12", "2026-06-12 18:00", "2026-02-30T18:00", "2026-06-12T24:00", "2026-06-12T18:60",
            "2026-06-12T18:0٠", "2026-06-12T18:00Z",
        ])
    func noTime(text: String) { #expect(LocalTime(text) == nil) }
}
