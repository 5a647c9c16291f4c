import MailFormat
import Testing

@testable import PortalCore

/// Forms: what is an answer, who answers, until when.
struct QuestionnaireTests {
    private static let questions = [
        Question(text: "How many?", kind: .number(from: 1, to: 300), isRequired: true),
        Question(text: "What to eat?", kind: .choice(["Soup", "Bread"]), isRequired: true),
        Question(text: "Anything else?", kind: .text(longest: 20), isRequired: false),
    ]

    private static func form(_ questions: [Question] = questions, isLocked: Bool = false) -> ItemSettings {
        .form(
            QuestionnaireSettings(
                project: "rebrand", name: "brief", title: "Brief", details: "", due: nil, isLocked: isLocked,
                questions: questions))
    }

    private let id = QuestionnaireID(number: 1)
    private let project = ProjectID(number: 1)

    private func world(isLocked: Bool = false) async throws -> World {
        let world = try World()
        var acme = DesiredOrganization.acme("acme")
        acme.items = [Self.form(isLocked: isLocked)]
        acme.links = [.dana, .lee].map {
            PortalLinkSettings(client: $0, name: "phone", code: nil, days: nil, notified: true)
        }
        try await world.apply(DesiredPortal(organizations: [acme]))
        return world
    }

    private func answer(
        _ answers: [(String, String)], _ person: EmailAddress, _ world: World, in project: ProjectID? = nil
    ) async throws -> Outcome {
        let session = world.portal.freshSecret()
        try await world.portal.database.write { connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            let person = try #require(
                try PersonRecord.find(person, of: organization.id, at: world.portal.now, in: connection))
            try SessionRecord.start(session.digest, for: person.id, by: nil, at: world.portal.now, in: connection)
        }
        let command = QuestionnaireCommand.answer(
            id, answers.map { FormAnswer(question: $0.0, text: $0.1) }, in: project ?? self.project)
        let outcomes = try await world.portal.perform(
            [.item(.form(command))], for: .session(session, organization: "acme"), because: world.press())
        return try #require(outcomes.first)
    }

    private func stored(_ world: World) throws -> [String: String] {
        try world.portal.database.read { try #require(try QuestionnaireRecord.find(id, in: $0)).answers }
    }

    private static func done(_ kept: String) -> Outcome {
        .done(.item(.formAnswered("Brief", [ReadAnswer(question: "How many?", kept: kept, problem: nil)])))
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let by: EmailAddress
        let isLocked: Bool
        let expected: Outcome
        var testDescription: String { "\(by), locked: \(isLocked)" }
    }

    static let rows = [
        Row(by: .dana, isLocked: false, expected: done("12")), Row(by: .ana, isLocked: false, expected: done("12")),
        Row(by: .ben, isLocked: false, expected: done("12")),
        Row(by: .lee, isLocked: false, expected: .refused(.notFound)),
        Row(by: .dana, isLocked: true, expected: .refused(.item(.closed))),
        Row(by: .ana, isLocked: true, expected: .refused(.item(.closed))),
    ]

    @Test("are answered by clients of the project and by staff, until they are locked", arguments: rows)
    func roles(row: Row) async throws {
        let world = try await world(isLocked: row.isLocked)
        #expect(try await answer([("How many?", "12")], row.by, world) == row.expected)
        #expect(try stored(world).isEmpty == (row.expected != Self.done("12")))
    }

    @Test("keep what can be read, and say of the rest why not; a blank answer takes one back")
    func byItself() async throws {
        let world = try await world()
        let outcome = try await answer(
            [("How many?", "many"), ("What to eat?", "soup"), ("Who?", "Ana")], .dana, world)
        #expect(
            outcome
                == .done(
                    .item(
                        .formAnswered(
                            "Brief",
                            [
                                ReadAnswer(question: "How many?", kept: nil, problem: .noNumber(from: 1, to: 300)),
                                ReadAnswer(question: "What to eat?", kept: "Soup", problem: nil),
                                ReadAnswer(question: "Who?", kept: nil, problem: .notAsked),
                            ]))))
        #expect(try stored(world) == ["What to eat?": "Soup"])
        _ = try await answer([("What to eat?", " ")], .dana, world)
        #expect(try stored(world).isEmpty)
    }

    @Test("of another project, or without any answer, are not answered")
    func foreign() async throws {
        let world = try await world()
        #expect(try await answer([("How many?", "1")], .ana, world, in: ProjectID(number: 9)) == .refused(.notFound))
        #expect(try await answer([], .dana, world) == .refused(.empty))
    }

    @Test(
        "wait on the dashboard while something that must be answered is blank, and keep answers when questions change")
    func waiting() async throws {
        let world = try await world()
        let waiting = { () throws -> Int in
            try world.portal.database.read { connection in
                let organization = try #require(try OrganizationRecord.find("acme", in: connection))
                let dana = try #require(
                    try PersonRecord.find(.dana, of: organization.id, at: world.portal.now, in: connection))
                return try Questionnaires.waiting(for: dana, in: connection).count
            }
        }
        #expect(try waiting() == 1)
        _ = try await answer([("How many?", "3"), ("What to eat?", "b")], .dana, world)
        #expect(try waiting() == 0)
        var acme = try #require(try world.portal.currentPortal().organizations.first)
        #expect(try await world.apply(DesiredPortal(organizations: [acme])).isEmpty)
        acme.items = [Self.form(Self.questions + [Question(text: "When?", kind: .date, isRequired: true)])]
        try await world.apply(DesiredPortal(organizations: [acme]))
        #expect(try stored(world) == ["How many?": "3", "What to eat?": "Bread"])
        #expect(try waiting() == 1)
    }

    struct Reading: Sendable, CustomTestStringConvertible {
        let kind: Question.Kind
        let typed: String
        let kept: String?
        var testDescription: String { "\(kind): \(typed.debugDescription)" }
    }

    static let readings = [
        Reading(kind: .number(from: 1, to: 300), typed: " 120 ", kept: "120"),
        Reading(kind: .number(from: 1, to: 9_999), typed: "1 200", kept: "1200"),
        Reading(kind: .number(from: 1, to: 300), typed: "301", kept: nil),
        Reading(kind: .number(from: 1, to: 300), typed: "12.5", kept: nil),
        Reading(kind: .number(from: 1, to: 300), typed: "99999999999999999999", kept: nil),
        Reading(kind: .number(from: 1, to: 300), typed: "-1", kept: nil),
        Reading(kind: .choice(["Soup", "Bread"]), typed: "SOUP", kept: "Soup"),
        Reading(kind: .choice(["Soup", "Bread"]), typed: "b)", kept: "Bread"),
        Reading(kind: .choice(["Soup", "Bread"]), typed: "c", kept: nil),
        Reading(kind: .choice(["Soup", "Bread"]), typed: "Soup and bread", kept: nil),
        Reading(kind: .date, typed: "2026-6-12", kept: "2026-06-12"),
        Reading(kind: .date, typed: "12.6.2026", kept: "2026-06-12"),
        Reading(kind: .date, typed: "6/12/2026", kept: nil),
        Reading(kind: .date, typed: "2026-02-30", kept: nil),
        Reading(kind: .yesNo, typed: "Yes.", kept: "yes"), Reading(kind: .yesNo, typed: "nein", kept: "no"),
        Reading(kind: .yesNo, typed: "yes, but", kept: nil),
        Reading(kind: .text(longest: 5), typed: "12345", kept: "12345"),
        Reading(kind: .text(longest: 5), typed: "123456", kept: nil), Reading(kind: .date, typed: " \n", kept: ""),
    ]

    @Test("read an answer as what was asked for, or not at all", arguments: readings)
    func reading(row: Reading) {
        let question = Question(text: "?", kind: row.kind, isRequired: true)
        #expect((try? question.reading(row.typed).get()) == row.kept)
    }
}
