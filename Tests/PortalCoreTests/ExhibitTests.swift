import MailFormat
import Testing

@testable import PortalCore

/// What is there to be looked at: its versions, who is told, and who may say something about it.
struct ExhibitTests {
    static func menu(_ dish: String = "Soup", title: String = "Dinner") -> ItemSettings {
        let dishes = [Menu.Dish(name: dish, details: "", marks: ["vegan"])]
        return .exhibit(
            ExhibitSettings(
                project: "rebrand", name: "dinner", title: title, details: "",
                content: .menu(Menu(sections: [Menu.Section(title: "First", dishes: dishes)]))))
    }

    /// Dana and Lee are in; Lee is not of the project.
    static func acme(_ items: [ItemSettings], tools: Set<Tool> = Set(Tool.allCases)) -> DesiredOrganization {
        var acme = DesiredOrganization.acme("acme")
        acme.settings.tools = tools
        acme.items = items
        acme.links = [.dana, .lee].map {
            PortalLinkSettings(client: $0, name: "phone", code: nil, days: nil, notified: true)
        }
        return acme
    }

    private static func world(_ items: [ItemSettings], tools: Set<Tool> = Set(Tool.allCases)) async throws -> World {
        let world = try World()
        try await world.apply(DesiredPortal(organizations: [acme([], tools: tools)]))
        try await world.apply(DesiredPortal(organizations: [acme(items, tools: tools)]))
        return world
    }

    @Test("a change of what is to be seen is a version, and one mail to each client of the project")
    func versions() async throws {
        let world = try await Self.world([Self.menu()])
        #expect(try world.news() == ["dana@client.test"])
        #expect(try world.exhibits().map(\.version.number) == [1])
        let same = DesiredPortal(organizations: [Self.acme([Self.menu()])])
        #expect(try await world.apply(same).isEmpty, "a second apply does nothing")
        try await world.apply(DesiredPortal(organizations: [Self.acme([Self.menu(title: "Supper")])]))
        #expect(try world.exhibits().map(\.version.number) == [1], "a new title is no version")
        try await world.apply(DesiredPortal(organizations: [Self.acme([Self.menu("Stew")])]))
        #expect(try world.exhibits().map(\.version.number) == [2])
        #expect(try world.news() == ["dana@client.test"], "what has not gone out yet shows the newest")
    }

    @Test("nobody is mailed about a tool that is off")
    func toolOff() async throws {
        let world = try await Self.world([Self.menu()], tools: [.messages])
        #expect(try world.news().isEmpty)
        #expect(try world.exhibits().count == 1)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let by: EmailAddress
        var tools = Set(Tool.allCases)
        var project = Int64(0)
        var tool = Tool.menus
        var text = "Less salt, please."
        let expected: Outcome
        var testDescription: String { "\(by) \(tools.count) \(project) \(tool) \(text) → \(expected)" }
    }

    static let rows = [
        Row(by: .dana, expected: .done(.item(.commented("Dinner")))),
        Row(by: .ana, expected: .done(.item(.commented("Dinner")))),
        Row(by: .ana, tools: [], expected: .done(.item(.commented("Dinner")))),
        Row(by: .dana, tools: [.menus], expected: .done(.item(.commented("Dinner")))),
        Row(by: .dana, tools: [.messages], expected: .refused(.toolOff(.menus))),
        Row(by: .lee, expected: .refused(.notFound)),
        Row(by: .dana, project: 1, expected: .refused(.notFound)),
        Row(by: .dana, tool: .itineraries, expected: .refused(.notFound)),
        Row(by: .dana, text: " \n", expected: .refused(.empty)),
    ]

    @Test("a comment is taken from whoever sees the thing", arguments: rows)
    func comment(row: Row) async throws {
        let world = try await Self.world([Self.menu()], tools: row.tools)
        let exhibit = try #require(try world.exhibits().first)
        let project = ProjectID(number: exhibit.project.number + row.project)
        let message = NewMessage(project: project, text: row.text, attachments: [])
        let comment = NewComment(message, about: .exhibit(exhibit.id, row.tool))
        #expect(try await world.perform(.exhibit(.comment(comment)), by: row.by) == row.expected)
        let said = try world.portal.database.read { connection in
            try MessageRecord.about(exhibit.thing, of: exhibit.project, in: connection).map(\.text)
        }
        guard case .done = row.expected else {
            #expect(said.isEmpty)
            return
        }
        #expect(said == [row.text])
    }

    @Test(
        "GET mails everything of a kind that there is, to whoever may see it",
        arguments: [
            Row(by: .dana, expected: .done(.item(.listMailed(.menus)))),
            Row(by: .ana, expected: .done(.item(.listMailed(.menus)))),
            Row(by: .lee, expected: .refused(.notFound)),
            Row(by: .dana, tools: [.messages], expected: .refused(.toolOff(.menus))),
            Row(by: .dana, tool: .itineraries, expected: .refused(.notFound)),
        ])
    func get(row: Row) async throws {
        let world = try await Self.world([Self.menu()], tools: row.tools)
        let exhibit = try #require(try world.exhibits().first)
        #expect(try await world.perform(.exhibit(.get([row.tool], in: exhibit.project)), by: row.by) == row.expected)
    }

    @Test("an itinerary is in the order of its times, and its events keep their names when they move")
    func itinerary() throws {
        let at = { (text: String) in LocalTime(text)! }
        let entry = { (start: String, title: String) in
            Itinerary.Entry(start: at(start), end: nil, title: title, place: "", note: "")
        }
        let itinerary = Itinerary(entries: [
            entry("2026-06-13T09:00", "Coffee"), entry("2026-06-12T18:00", "Dinner"),
            entry("2026-06-12T18:00", "Speech"), entry("2026-06-14T09:00", "Coffee"),
        ])
        #expect(itinerary.entries.map(\.title) == ["Dinner", "Speech", "Coffee", "Coffee"])
        #expect(ItineraryDays(itinerary).all.map(\.entries.count) == [2, 1, 1])
        let moved = Itinerary(entries: [entry("2026-06-12T20:00", "Dinner")])
        let (first, second) = (Self.uids(of: itinerary), Self.uids(of: moved))
        #expect(Set(first).count == 4)
        #expect(second == [first[0]])
    }

    private static func uids(of itinerary: Itinerary) -> [String] {
        let settings = ExhibitSettings(
            project: "rebrand", name: "day", title: "The day", details: "", content: .itinerary(itinerary))
        let version = ExhibitVersion(
            number: 1, content: .itinerary(itinerary), author: nil, at: Moment(milliseconds: 0))
        let exhibit = Exhibit(
            id: ExhibitID(number: 1), project: ProjectID(number: 1), settings: settings, version: version)
        let organization = Organization(
            id: OrganizationID(number: 1), settings: DesiredOrganization.acme("acme").settings, logo: nil)
        return CalendarReader(exhibit.calendar(version, of: organization) ?? []).components.map(\.uid)
    }
}

extension World {
    func exhibits() throws -> [Exhibit] {
        try portal.database.read { connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            return try ProjectRecord.all(of: organization.id, in: connection).flatMap {
                try ExhibitRecord.all(of: $0.id, in: connection)
            }
        }
    }

    /// To whom news of things are owed.
    func news() throws -> [String] {
        try portal.outbox(newest: 100).filter { if case .item = $0.notice { true } else { false } }.map { entry in
            try portal.database.read { connection in
                try #require(try PersonRecord.find(entry.person, at: portal.now, in: connection)).address.text
            }
        }
    }

    func perform(_ command: ItemCommand, by person: EmailAddress) async throws -> Outcome {
        let session = portal.freshSecret()
        try await portal.database.write { [portal] connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            let person = try #require(
                try PersonRecord.find(person, of: organization.id, at: portal.now, in: connection))
            try SessionRecord.start(session.digest, for: person.id, by: nil, at: portal.now, in: connection)
        }
        let outcomes = try await portal.perform(
            [.item(command)], for: .session(session, organization: "acme"), because: press())
        return try #require(outcomes.first)
    }
}
