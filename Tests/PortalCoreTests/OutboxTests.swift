import MailFormat
import Testing

@testable import PortalCore

@Suite("The outbox")
struct OutboxTests {
    let world: World
    init() throws { world = try World() }

    /// The one invitation, sealed and begun.
    func begun() async throws -> OutboxEntry {
        try await world.apply(.acme)
        let entry = try #require(try world.portal.dueMails(limit: 1).first)
        let letter = try #require(try world.portal.letter(for: entry))
        let sealed = SealedLetter(id: entry.id, sender: "r@acme.test", recipient: "dana@client.test", bytes: [1, 2, 3])
        try await world.portal.seal(sealed, of: letter, messageID: try #require(MessageID("1@acme.test")), subject: "S")
        return entry
    }

    @Test("tries a deferred mail with growing pauses, with the same bytes, and gives up after five days")
    func pauses() async throws {
        let entry = try await begun()
        var waited: [Int64] = []
        for _ in 0..<200 {
            try await world.portal.settle(entry.id, .deferred("450 later"))
            guard let next = try world.portal.nextMailDue(),
                try world.portal.outboxEntry(entry.id)?.state == .waiting
            else { break }
            waited.append((next.milliseconds - world.portal.now.milliseconds) / 60_000)
            world.pass(.minutes(waited.last ?? 0))
            let due = try #require(try world.portal.dueMails(limit: 10).first { $0.id == entry.id })
            #expect(try await world.portal.begin(due))
            #expect(try world.portal.sealedLetter(entry.id)?.bytes == [1, 2, 3])
        }
        #expect(Array(waited.prefix(9)) == [1, 5, 15, 30, 60, 120, 240, 480, 480])
        #expect(waited.reduce(0, +) >= 5 * 24 * 60)
        #expect(try world.portal.outboxEntry(entry.id)?.state == .failed)
    }

    @Test("books a mail refused for good to its invitation and tells staff")
    func refused() async throws {
        let entry = try await begun()
        try await world.portal.settle(entry.id, .rejected("550 no such user"))
        #expect(try world.portal.outboxEntry(entry.id)?.state == .failed)
        #expect(try world.portal.sealedLetter(entry.id) == nil)
        let clients = try #require(try world.portal.clients(of: "acme"))
        #expect(clients.first { $0.person.address == .dana }?.invitation?.state == .bounced)
        #expect(try await world.post().map(\.letter.recipient.name).sorted() == ["Ana", "Ben"])
    }

    @Test("sends a mail whose attempt had begun once more after a start")
    func recovered() async throws {
        let entry = try await begun()
        #expect(try world.portal.dueMails(limit: 10).isEmpty)
        try await world.portal.recoverOutbox()
        #expect(try world.portal.dueMails(limit: 10).map(\.id) == [entry.id])
    }

    @Test("MO-08: sends the mail of another beside a flood to one person")
    func flood() async throws {
        _ = try await world.danaComesIn()
        let project = try #require(try world.portal.project("rebrand", of: "acme"))
        let clients = try #require(try world.portal.clients(of: "acme"))
        let dana = try #require(clients.first { $0.person.address == .dana }).person.id
        for number in 0..<300 {
            _ = try await world.portal.perform(
                [.postMessage(NewMessage(project: project.id, text: "\(number)", attachments: []))],
                for: .staff(.ana, organization: "acme"), because: world.press())
        }
        _ = try await world.portal.perform(
            [.askToSignIn(address: "ana@acme.test", browser: world.portal.freshSecret())],
            for: .visitor(organization: "acme"), because: world.press())
        let due = try world.portal.dueMailOfEach(limit: 4)
        #expect(due.count { $0.person == dana } == 1)
        #expect(due.contains { if case .signIn = $0.notice { true } else { false } })
    }

    @Test("drops a code that would come too late")
    func tooLate() async throws {
        _ = try await world.danaComesIn()
        _ = try await world.portal.perform(
            [.askToSignIn(address: "dana@client.test", browser: world.portal.freshSecret())],
            for: .visitor(organization: "acme"), because: world.press())
        let entry = try #require(try world.portal.dueMails(limit: 1).first)
        world.pass(.minutes(11))
        #expect(try world.portal.letter(for: entry) == nil)
        #expect(try await !world.portal.begin(entry))
        #expect(try world.portal.outboxEntry(entry.id)?.state == .dropped)
    }

    @Test("writes a failed mail anew when asked to, with new secrets")
    func retried() async throws {
        let entry = try await begun()
        try await world.portal.settle(entry.id, .rejected("550 not now"))
        #expect(try await world.portal.retryMail(entry.id))
        #expect(try world.portal.dueMails(limit: 10).contains { $0.id == entry.id })
        #expect(try await !world.portal.retryMail(entry.id))
    }
}
