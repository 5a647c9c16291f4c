import Foundation
import MailFormat
import TestGround
import Testing

@testable import PortalCore

/// One table of state, command and role: what comes of each command, of whoever asks, in each state of what it is about.
@Suite("Who may do what")
struct WhoMayWhatTests {
    private static let project = ProjectID(number: 1)

    private static let people: [(name: String, address: EmailAddress)] = [
        ("client of the project", .dana), ("another client", .lee), ("member", .ben), ("owner", .ana),
    ]

    private static let commands: [(name: String, command: Command)] = [
        ("message", .postMessage(NewMessage(project: project, text: "Hello", attachments: []))),
        ("approve", .decide(decision(.approved, ""))), ("revise", .decide(decision(.revisionRequested, "Bluer"))),
        ("reject", .decide(decision(.rejected, ""))),
        ("undo", .undo(DeliverableID(number: 1), version: 3)),
        ("to-do: done", .item(.toDo(.finish([ToDoID(number: 1)], in: project)))),
        ("to-do: reopen", .item(.toDo(.reopen(ToDoID(number: 1), in: project)))),
        ("menu: comment", .item(.exhibit(.comment(comment(.exhibit(ExhibitID(number: 1), .menus)))))),
        ("floor plan: arrange", .item(.floorPlan(.arrange(ExhibitID(number: 2), on: 1, [], in: project)))),
        ("form: answer", .item(.form(.answer(QuestionnaireID(number: 1), [answer], in: project)))),
        ("guest: add", .item(.guest(.add(GuestTable(guests: [kim]), in: project)))),
        ("guest: remove", .item(.guest(.remove([GuestID(number: 1)], in: project)))),
        ("guest: ask", .item(.guest(.ask([GuestID(number: 1)], in: project)))),
        ("guest: yes", .item(.guest(.answer(GuestID(number: 1), in: project, GuestAnswer(.yes, party: 2))))),
        ("invoice: pay", .item(.invoice(.pay(.invoice(InvoiceID(number: 1)), in: project)))),
        ("invoice: paid", .item(.invoice(.markPaid(InvoiceID(number: 1), in: project)))),
        ("invoice: cancel", .item(.invoice(.cancel(InvoiceID(number: 1), in: project)))),
        ("request", .item(.request(.submit(.trip)))), ("request: confirm", .item(.request(.confirm(request)))),
        ("request: decline", .item(.request(.decline(request, reason: "Full")))),
        ("request: assign", .item(.request(.assign(request, to: "Ben")))),
        ("request: message", .item(.request(.remark(request, text: "When?", attachments: [])))),
        ("passenger: add", .item(.passenger(.add(bo, of: nil)))),
        ("passenger: change", .item(.passenger(.change(PassengerID(number: 1), bo)))),
        ("passenger: remove", .item(.passenger(.remove(PassengerID(number: 1))))),
        ("list", .item(.list(ListThings(.todos, in: project)))),
        ("status", .item(.account(.status(project)))), ("mute", .item(.account(.notify(false)))),
        ("clients", .item(.account(.clients))), ("access", .item(.account(.access))),
    ]

    private static let request = RequestID(number: 1)
    private static let bo = PassengerDetails(name: "Bo Lind", bornText: "2019-11-30")!
    private static let ida = PassengerDetails(name: "Ida Lind", bornText: "1980-02-01")!
    private static let kim = NewGuest(name: "Kim", address: GuestTests.kim)!
    private static let eva = NewGuest(name: "Eva", address: GuestTests.eva)!
    private static let answer = FormAnswer(question: "How many people come?", text: "12")

    private static func comment(_ thing: Thing) -> NewComment {
        NewComment(NewMessage(project: project, text: "Nice", attachments: []), about: thing)
    }

    private static func decision(_ kind: Decision.Kind, _ comment: String) -> Decision {
        Decision(deliverable: DeliverableID(number: 1), version: 3, kind: kind, comment: comment)
    }

    /// What has happened before each command.
    private enum State: String, CaseIterable {
        case new, done
        case toolsOff = "tools off"
        case portalOff = "portal off"
    }

    @Test("the table is the one that people have read")
    func table() async throws {
        var text = ""
        for state in State.allCases {
            let world = try await Self.world(in: state)
            text += "\(state.rawValue)\n"
            for (name, command) in Self.commands {
                text += "  \(name)\n"
                for (person, address) in Self.people {
                    let outcome = try await Self.outcome(of: command, by: address, in: world)
                    text += "    \(person): \(outcome)\n"
                }
            }
        }
        try expectGolden(text, "who-may-what.txt")
    }

    /// What would come of it; nothing of it stays.
    private static func outcome(of command: Command, by address: EmailAddress, in world: World) async throws -> String {
        struct TakenBack: Error {
            let outcome: Outcome
        }
        let session = world.portal.freshSecret()
        do {
            try await world.portal.database.write { connection in
                let now = world.portal.now
                let transaction = Transaction(
                    connection: connection, now: now, randomness: world.portal.randomness, cause: world.press(),
                    chainKey: world.portal.chainKey,
                    mailSetup: .local)
                let organization = try #require(try OrganizationRecord.find("acme", in: connection))
                let person = try #require(
                    try PersonRecord.find(address, of: organization.id, at: now, in: connection))
                try SessionRecord.start(session.digest, for: person.id, by: nil, at: now, in: connection)
                let outcomes = try transaction.perform([command], for: .session(session, organization: "acme"))
                throw TakenBack(outcome: try #require(outcomes.first))
            }
        } catch let taken as TakenBack { return "\(taken.outcome)".replacing(/[A-Z][A-Za-z]*\./, with: "") }
        return ""
    }

    private static func world(in state: State) async throws -> World {
        let world = try World()
        var acme = DesiredOrganization.acme("acme")
        acme.items = items(isLocked: state == .done)
        acme.settings.floorPlans = .edit
        acme.links = [.dana, .lee].map {
            PortalLinkSettings(client: $0, name: "phone", code: nil, days: nil, notified: true)
        }
        try await world.apply(DesiredPortal(organizations: [acme]))
        try await settle(
            [
                (.item(.guest(.add(GuestTable(guests: [eva]), in: project))), .dana),
                (.item(.request(.submit(.trip))), .dana), (.item(.passenger(.add(ida, of: nil))), .dana),
            ], in: world)
        switch state {
        case .new: break
        case .done:
            try await settle(
                [
                    (.decide(decision(.approved, "")), .dana),
                    (.item(.toDo(.finish([ToDoID(number: 1)], in: project))), .dana),
                    (.item(.invoice(.markPaid(InvoiceID(number: 1), in: project))), .ana),
                    (.item(.request(.confirm(request))), .ana),
                    (.item(.guest(.answer(GuestID(number: 1), in: project, GuestAnswer(.yes, party: 2)))), .dana),
                ], in: world)
        case .toolsOff: acme.settings.tools = []
        case .portalOff: acme.settings.portalOpen = false
        }
        try await world.apply(DesiredPortal(organizations: [acme]))
        return world
    }

    private static func settle(_ steps: [(Command, EmailAddress)], in world: World) async throws {
        for (command, address) in steps {
            let session = world.portal.freshSecret()
            try await world.portal.database.write { connection in
                let organization = try #require(try OrganizationRecord.find("acme", in: connection))
                let person = try #require(
                    try PersonRecord.find(address, of: organization.id, at: world.portal.now, in: connection))
                try SessionRecord.start(session.digest, for: person.id, by: nil, at: world.portal.now, in: connection)
            }
            let outcomes = try await world.portal.perform(
                [command], for: .session(session, organization: "acme"), because: world.press())
            guard case .done = outcomes.first else { throw NotDone(command: command, outcomes: outcomes) }
        }
    }

    private struct NotDone: Error {
        let command: Command
        let outcomes: [Outcome]
    }

    private static func items(isLocked: Bool) -> [ItemSettings] {
        let plan = FloorPlan(width: 1000, height: 800, pieces: [])
        return [
            .toDo(
                ToDoSettings(
                    project: "rebrand", name: "photos", title: "Photos", details: "", assignee: .dana, due: nil)),
            ExhibitTests.menu(),
            .exhibit(
                ExhibitSettings(
                    project: "rebrand", name: "hall", title: "The hall", details: "", content: .floorPlan(plan))),
            .event(GuestTests.event()), .invoice(InvoiceGround.settings()),
            .form(
                QuestionnaireSettings(
                    project: "rebrand", name: "brief", title: "Brief", details: "", due: nil, isLocked: isLocked,
                    questions: [
                        Question(text: "How many people come?", kind: .number(from: 1, to: 300), isRequired: true)
                    ])),
        ]
    }
}
