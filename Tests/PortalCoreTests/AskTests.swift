import MailFormat
import Testing

@testable import PortalCore

@Suite("What asks a client for something within five minutes")
struct AskTests {
    private static func toDo(_ name: String, for assignee: EmailAddress = .dana) -> ItemSettings {
        .toDo(
            ToDoSettings(
                project: "rebrand", name: name, title: "Do \(name)", details: "", assignee: assignee, due: nil))
    }

    private static let form = ItemSettings.form(
        QuestionnaireSettings(
            project: "rebrand", name: "brief", title: "Brief", details: "", due: nil, isLocked: false,
            questions: [Question(text: "How many?", kind: .number(from: 1, to: 300), isRequired: true)]))

    private static let everything = [
        toDo("photos"), form, .invoice(InvoiceGround.settings()), .document(DocumentTests.settings()),
    ]

    private static func deliverable(_ name: String, in project: String = "rebrand", version: Int = 1)
        -> DeliverableSettings
    {
        DeliverableSettings(
            project: project, name: name, title: name, kind: "card", format: "PDF", visible: true, version: version,
            files: [])
    }

    /// Dana is invited to a project in which this waits for her, beside the logo.
    private func invited(_ items: [ItemSettings] = everything, together: Moment.Span = .minutes(5)) async throws
        -> World
    {
        let world = try World(together: together)
        var acme = DesiredOrganization.acme("acme")
        acme.items = items
        try await world.apply(DesiredPortal(organizations: [acme]))
        return world
    }

    /// Dana accepts.
    private func accept(_ world: World) async throws {
        let invitation = try #require(try await world.post().compactMap(\.letter.content.invitationSecret).first)
        let outcomes = try await world.portal.perform(
            [.acceptInvitation(session: world.portal.freshSecret())], for: .invitation(invitation),
            because: world.press())
        #expect(outcomes == [.done(.accepted)])
    }

    private func change(_ world: World, _ body: (inout DesiredOrganization) -> Void) async throws {
        var acme = try #require(try world.portal.currentPortal().organizations.first)
        body(&acme)
        try await world.apply(DesiredPortal(organizations: [acme]))
    }

    private func toDana(_ posted: [World.Posted]) -> [World.Posted] {
        posted.filter { $0.letter.recipient.address == .dana }
    }

    private func ended(_ world: World, _ state: OutboxEntry.State) throws -> [OutboxEntry] {
        try world.portal.outbox(newest: 1000).filter { $0.state == state }
    }

    @Test("is one mail for whoever accepts an invitation, at once, about all that waits")
    func accepted() async throws {
        let world = try await invited()
        try await accept(world)
        let mails = toDana(try await world.post())
        let digest = try #require(mails.first?.letter.content.digest)
        #expect(mails.count == 1)
        #expect(digest.waiting.map(\.tool) == [.deliverables, .todos, .forms, .invoices, .documents])
        let dropped = try ended(world, .dropped)
        #expect(dropped.count == 5)
        #expect(dropped.allSatisfy { $0.result == "travels in mail \(mails[0].entry.id)" })
        #expect(try world.portal.nextMailDue() == nil)
    }

    @Test("goes by itself where nothing else is asked, or where the installation wants it so")
    func byItself() async throws {
        let one = try await invited([])
        try await accept(one)
        #expect(toDana(try await one.post()).map(\.entry.notice.isDecisionAsked) == [true])
        let each = try await invited(together: .minutes(0))
        try await accept(each)
        #expect(toDana(try await each.post()).count == 5)
        #expect(try ended(each, .dropped).isEmpty)
    }

    @Test("waits until five minutes after the last, while messages and codes go at once")
    func waits() async throws {
        let world = try await invited()
        try await accept(world)
        _ = try await world.post()
        let asked = world.portal.now
        world.pass(.minutes(2))
        try await change(world) { $0.deliverables.append(Self.deliverable("card")) }
        #expect(toDana(try await world.post()).isEmpty)
        #expect(try world.portal.nextMailDue() == asked + .minutes(5))
        let project = try #require(try world.portal.project("rebrand", of: "acme"))
        _ = try await world.portal.perform(
            [.postMessage(NewMessage(project: project.id, text: "Hello", attachments: []))],
            for: .staff(.ana, organization: "acme"), because: world.press())
        _ = try await world.portal.perform(
            [.askToSignIn(address: "dana@client.test", browser: world.portal.freshSecret())],
            for: .visitor(organization: "acme"), because: world.press())
        let now = toDana(try await world.post())
        #expect(now.count == 2 && now.allSatisfy { $0.entry.notice.ask == nil })
        world.pass(.minutes(3))
        #expect(toDana(try await world.post()).map(\.entry.notice.isDecisionAsked) == [true])
    }

    @Test("travels together when the five minutes are over, whenever it came")
    func later() async throws {
        let world = try await invited([])
        try await accept(world)
        #expect(toDana(try await world.post()).count == 1)
        for name in ["card", "sign"] {
            world.pass(.minutes(1))
            try await change(world) { $0.deliverables.append(Self.deliverable(name)) }
            #expect(toDana(try await world.post()).isEmpty)
        }
        world.pass(.minutes(3))
        let mails = toDana(try await world.post())
        #expect(mails.map { $0.letter.content.digest?.waiting.map(\.title) } == [["Logo", "card", "sign"]])
        #expect(try ended(world, .dropped).count == 2)
        try await change(world) { $0.items.append(Self.toDo("photos")) }
        world.pass(.seconds(299))
        #expect(toDana(try await world.post()).isEmpty, "a digest was an ask, too")
        world.pass(.seconds(1))
        #expect(toDana(try await world.post()).count == 1)
    }

    @Test("joins a digest that has not gone yet")
    func joins() async throws {
        let world = try await invited([Self.form])
        try await accept(world)
        let asked = try #require(try world.portal.dueMails(limit: 9).first { $0.notice.isDecisionAsked })
        #expect(try await !world.portal.take(asked))
        try await change(world) { $0.items.append(Self.toDo("photos")) }
        let mails = toDana(try await world.post())
        #expect(mails.map { $0.letter.content.digest?.waiting.count } == [3])
        #expect(try ended(world, .dropped).count == 3)
    }

    @Test("is neither lost nor doubled by a crash between gathering and sending")
    func crash() async throws {
        let world = try await invited()
        try await accept(world)
        let due = try world.portal.dueMails(limit: 9)
        let asked = try #require(due.first { $0.notice.isDecisionAsked })
        #expect(try await !world.portal.take(asked))
        let again = try Portal(folder: world.folder, clock: { [world] in world.portal.now })
        try await again.recoverOutbox()
        for entry in due where entry.notice.ask != nil { #expect(try await !again.take(entry)) }
        let owed = try again.dueMails(limit: 9)
        let digest = try #require(owed.first)
        #expect(owed.count == 1)
        #expect(try await again.take(digest))
        #expect(try again.letter(for: digest)?.content.digest?.waiting.count == 5)
        again.close()
        #expect(toDana(try await world.post()).count == 1)
        #expect(try ended(world, .dropped).count == 5)
    }

    @Test("is kept apart by project and by organization")
    func apart() async throws {
        let world = try World(together: .minutes(5))
        let organizations = ["acme", "beta"].map { slug in
            var organization = DesiredOrganization.acme(slug)
            organization.projects.append(
                .init(
                    name: "site", kind: .project, title: "Site", summary: "", status: "", phase: 1, starts: nil,
                    due: nil, people: [.ana, .dana]))
            organization.deliverables.append(Self.deliverable("home", in: "site"))
            return organization
        }
        try await world.apply(DesiredPortal(organizations: organizations))
        for invitation in try await world.post().compactMap(\.letter.content.invitationSecret) {
            _ = try await world.portal.perform(
                [.acceptInvitation(session: world.portal.freshSecret())], for: .invitation(invitation),
                because: world.press())
        }
        let mails = toDana(try await world.post())
        #expect(mails.map(\.entry.notice.isDecisionAsked) == [true, true, true, true])
        #expect(try ended(world, .dropped).isEmpty)
    }

    @Test("does not wait for staff")
    func staff() async throws {
        let world = try await invited([
            Self.toDo("photos", for: .ana), .document(DocumentTests.settings(sign: [.ana])),
        ])
        let toAna = try await world.post().filter { $0.letter.recipient.address == .ana }
        #expect(toAna.count == 2 && toAna.allSatisfy { $0.entry.notice.ask != nil })
    }

    @Test("asks only whoever must sign: for others a document is news")
    func readers() async throws {
        let world = try await invited([.document(DocumentTests.settings(sign: [.ana]))])
        try await accept(world)
        let mails = toDana(try await world.post())
        #expect(mails.count == 2 && mails.allSatisfy { $0.letter.content.digest == nil })
    }

    @Test("uses up no reminders")
    func reminders() async throws {
        let world = try await invited()
        try await change(world) { $0.settings.reminders.mostInAWeek = 1 }
        try await accept(world)
        #expect(toDana(try await world.post()).compactMap(\.letter.content.digest).count == 1)
        try await world.portal.remind()
        #expect(toDana(try await world.post()).compactMap(\.letter.content.digest).count == 1, "it is Monday")
        world.pass(.days(1))
        try await world.portal.remind()
        #expect(toDana(try await world.post()).isEmpty)
    }

    @Test("is not asked any more where it was hidden, or the client taken off the project, while it waited")
    func settled() async throws {
        let changes: [(inout DesiredOrganization) -> Void] = [
            { $0.deliverables[1].visible = false }, { $0.projects[0].people = [.ana] },
        ]
        for body in changes {
            let world = try await invited([])
            try await accept(world)
            _ = try await world.post()
            try await change(world) { $0.deliverables.append(Self.deliverable("card")) }
            _ = try await world.post()
            try await change(world, body)
            world.pass(.minutes(5))
            #expect(toDana(try await world.post()).isEmpty)
            #expect(try ended(world, .dropped).map(\.result) == ["nothing left to say"])
        }
    }
}

extension Letter.Content {
    var digest: Digest? { if case .item(.digest(let digest)) = self { digest } else { nil } }
}
