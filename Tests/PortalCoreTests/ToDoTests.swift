import MailFormat
import Testing

@testable import PortalCore

/// To-dos: who may tick them off, and who is told.
struct ToDoTests {
    private static func toDo(_ name: String, for assignee: EmailAddress) -> ItemSettings {
        .toDo(
            ToDoSettings(
                project: "rebrand", name: name, title: "Do \(name)", details: "", assignee: assignee, due: nil))
    }

    private func world(_ items: [ItemSettings]) async throws -> World {
        let world = try World()
        var acme = DesiredOrganization.acme("acme")
        acme.projects[0].people.append(.lee)
        acme.items = items
        acme.links = [.dana, .lee].map {
            PortalLinkSettings(client: $0, name: "phone", code: nil, days: nil, notified: true)
        }
        try await world.apply(DesiredPortal(organizations: [acme]))
        return world
    }

    private func id(_ name: String, _ world: World) throws -> (ToDoID, ProjectID) {
        try world.portal.database.read { connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            let project = try #require(try ProjectRecord.find("rebrand", of: organization.id, in: connection))
            return (try #require(try ToDoRecord.find(name, of: project.id, in: connection)).id, project.id)
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let of: EmailAddress
        let by: EmailAddress
        let isDone: Bool
        let expected: Outcome
        var testDescription: String { "\(by) about \(of)'s, done: \(isDone)" }
    }

    static let rows = [
        Row(of: .dana, by: .dana, isDone: false, expected: .done(.item(.toDosDone(["Do photos"])))),
        Row(of: .dana, by: .lee, isDone: false, expected: .refused(.item(.notTheirs))),
        Row(of: .dana, by: .ana, isDone: false, expected: .done(.item(.toDosDone(["Do photos"])))),
        Row(of: .ana, by: .dana, isDone: false, expected: .refused(.item(.notTheirs))),
        Row(of: .dana, by: .dana, isDone: true, expected: .refused(.item(.alreadySo("Do photos")))),
    ]

    @Test("are ticked off by whom they are for and by staff, once", arguments: rows)
    func finish(row: Row) async throws {
        let world = try await world([Self.toDo("photos", for: row.of)])
        let (id, project) = try id("photos", world)
        if row.isDone { _ = try await perform(.finish([id], in: project), row.of, world) }
        #expect(try await perform(.finish([id], in: project), row.by, world) == row.expected)
    }

    @Test("of another project are not found")
    func foreign() async throws {
        let world = try await world([Self.toDo("photos", for: .dana)])
        let (id, project) = try id("photos", world)
        let command = ToDoCommand.finish([id], in: ProjectID(number: project.number + 1))
        #expect(try await perform(command, .ana, world) == .refused(.notFound))
    }

    @Test("of which one is not theirs are left as they are, all of them")
    func allOrNone() async throws {
        let world = try await world([Self.toDo("photos", for: .dana), Self.toDo("names", for: .lee)])
        let (photos, project) = try id("photos", world)
        let names = try id("names", world).0
        #expect(
            try await perform(.finish([photos, names], in: project), .dana, world) == .refused(.item(.notTheirs)))
        let alone = try await perform(.finish([photos], in: project), .dana, world)
        #expect(alone == .done(.item(.toDosDone(["Do photos"]))))
    }

    @Test("that are new are mailed to whom they are for in one mail, and a second apply mails nobody")
    func assigned() async throws {
        let items = [Self.toDo("photos", for: .dana), Self.toDo("names", for: .dana)]
        let world = try await world(items)
        let news = { try world.portal.outbox(newest: 100).filter { if case .item = $0.notice { true } else { false } } }
        #expect(try news().count == 1, "she comes in by her link, and is told what waits")
        var acme = try #require(try world.portal.currentPortal().organizations.first)
        acme.items += [Self.toDo("third", for: .dana), Self.toDo("fourth", for: .dana)]
        try await world.apply(DesiredPortal(organizations: [acme]))
        #expect(try news().count == 1)
        #expect(try await world.apply(DesiredPortal(organizations: [acme])).isEmpty)
        #expect(try news().count == 1)
    }

    private func perform(_ command: ToDoCommand, _ person: EmailAddress, _ world: World) async throws -> Outcome {
        let session = world.portal.freshSecret()
        try await world.portal.database.write { connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            let person = try #require(
                try PersonRecord.find(person, of: organization.id, at: world.portal.now, in: connection))
            try SessionRecord.start(session.digest, for: person.id, by: nil, at: world.portal.now, in: connection)
        }
        let outcomes = try await world.portal.perform(
            [.item(.toDo(command))], for: .session(session, organization: "acme"), because: world.press())
        return try #require(outcomes.first)
    }
}
