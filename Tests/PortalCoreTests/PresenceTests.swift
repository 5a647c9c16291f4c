import MailFormat
import Testing

@testable import PortalCore

@Suite("A message to somebody who has its page open")
struct PresenceTests {
    private static let start = Moment(milliseconds: 1_000_000)

    private static func at(_ seconds: Int64) -> Moment { start + .seconds(seconds) }

    struct Row: Sendable {
        /// When they looked last, in seconds after the message came; nil for never.
        let looked: Int64?
        let shown: ClosedRange<Int64>?
        let now: Int64
        let turn: PresenceTurn
    }

    static let rows = [
        Row(looked: nil, shown: nil, now: 0, turn: .mail),
        Row(looked: -10, shown: 1...6, now: 0, turn: .wait(until: at(120))),
        Row(looked: -10, shown: nil, now: 0, turn: .wait(until: at(120))),
        Row(looked: -119, shown: 1...6, now: 60, turn: .wait(until: at(120))),
        Row(looked: -120, shown: 1...6, now: 0, turn: .mail), Row(looked: -10, shown: 1...6, now: 120, turn: .mail),
        Row(looked: 5, shown: 1...7, now: 6, turn: .seen), Row(looked: -1, shown: 1...7, now: 0, turn: .seen),
        // A page that was made while the message was being written does not show it.
        Row(looked: 1, shown: 1...6, now: 1, turn: .wait(until: at(120))),
        Row(looked: 50, shown: 8...300, now: 60, turn: .wait(until: at(120))),
        Row(looked: 50, shown: 1...6, now: 130, turn: .mail),
    ]

    @Test("is mailed unless a page showed that very message; it waits for a look as long as the span", arguments: rows)
    func rule(row: Row) {
        let look = row.looked.map { Presence.Look(at: Self.at($0), shown: row.shown) }
        let turn = PresenceTurn(
            MessageNumber(number: 7), cameAt: Self.start, look, now: Self.at(row.now), span: .minutes(2))
        #expect(turn == row.turn)
        let off = PresenceTurn(
            MessageNumber(number: 7), cameAt: Self.start, look, now: Self.at(row.now), span: .minutes(0))
        #expect(off == .mail)
    }

    private func write(_ world: World, _ text: String = "Hello") async throws {
        let project = try #require(try world.portal.project("rebrand", of: "acme"))
        _ = try await world.portal.perform(
            [.postMessage(NewMessage(project: project.id, text: text, attachments: []))],
            for: .staff(.ana, organization: "acme"), because: world.press())
    }

    private func look(_ world: World, _ session: Secret) throws {
        let page = try #require(
            try world.portal.projectPage(ProjectID(number: 1), session, of: "acme"))
        world.portal.noteSeen(page)
    }

    @Test("is not mailed when they look again, and is when they do not")
    func messages() async throws {
        let world = try World(onPage: .minutes(2))
        let (session, _) = try await world.danaComesIn()
        _ = try await world.post()
        try look(world, session)
        try await write(world, "one")
        #expect(try await world.post().isEmpty)
        #expect(try world.portal.nextMailDue() == world.portal.now + .minutes(2))
        world.pass(.seconds(30))
        try look(world, session)
        world.pass(.seconds(90))
        #expect(try await world.post().isEmpty)
        let seen = try #require(try world.portal.outbox(newest: 1).first)
        #expect(seen.state == .dropped && seen.result == "seen on the page")
        try await write(world, "two")
        world.pass(.seconds(119))
        #expect(try await world.post().isEmpty)
        world.pass(.seconds(1))
        #expect(try await world.post().map(\.letter.recipient.address) == [.dana])
        #expect(try world.portal.nextMailDue() == nil)
    }

    @Test("is mailed at once where nobody looks, another looks, or it is a link that was perhaps handed on")
    func others() async throws {
        let world = try World(onPage: .minutes(2))
        let (session, _) = try await world.danaComesIn()
        _ = try await world.post()
        try await write(world)
        #expect(try await world.post().count == 1)
        let byLink = world.portal.freshSecret()
        try await world.portal.database.write { connection in
            let dana = try #require(
                try PersonRecord.find(.dana, of: OrganizationID(number: 1), at: world.portal.now, in: connection))
            let link = try PortalLinkRecord.add(
                PortalLinkSettings(client: .dana, name: "own", code: nil, days: nil, notified: true), code: nil,
                for: dana.id, at: world.portal.now, in: connection)
            try SessionRecord.start(byLink.digest, for: dana.id, by: link, at: world.portal.now, in: connection)
        }
        try look(world, byLink)
        try await write(world)
        #expect(try await world.post().count == 1)
        try look(world, session)
        world.pass(.minutes(2))
        try await write(world)
        #expect(try await world.post().count == 1)
    }

    @Test("is mailed after a start, which forgets who looked")
    func forgotten() async throws {
        let world = try World(onPage: .minutes(2))
        let (session, _) = try await world.danaComesIn()
        _ = try await world.post()
        try look(world, session)
        try await write(world)
        let due = try #require(try world.portal.dueMails(limit: 1).first)
        #expect(try await !world.portal.take(due))
        let again = try Portal(folder: world.folder, onPage: .minutes(2), clock: { [world] in world.portal.now })
        defer { again.close() }
        world.pass(.minutes(2))
        let owed = try #require(try again.dueMails(limit: 1).first)
        #expect(try await again.take(owed))
    }

    @Test("nothing else waits for a look: what asks for something, receipts, codes")
    func onlyMessages() async throws {
        let world = try World(onPage: .minutes(2))
        let (session, _) = try await world.danaComesIn()
        _ = try await world.post()
        try look(world, session)
        var acme = try #require(try world.portal.currentPortal().organizations.first)
        acme.deliverables[0].version = 4
        try await world.apply(DesiredPortal(organizations: [acme]))
        _ = try await world.portal.perform(
            [.askToSignIn(address: "dana@client.test", browser: world.portal.freshSecret())],
            for: .visitor(organization: "acme"), because: world.press())
        #expect(try await world.post().count == 2)
    }
}
