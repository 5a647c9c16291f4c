import MailFormat
import Testing

@testable import PortalCore

@Suite("A deliverable is decided")
struct DecisionRuleTests {
    static let now = Moment(milliseconds: 1_000_000)

    struct Row: Sendable, CustomStringConvertible {
        let made: MadeDecision?
        let kind: Decision.Kind
        let version: Int
        let comment: String
        let role: Person.Role
        var door = Door.mail
        let refusal: Refusal?
        var description: String { "\(role) says \(kind) to version \(version) with “\(comment)”" }
    }

    static let dana = PersonID(number: 7), lee = PersonID(number: 9)

    static func made(by person: PersonID, through door: Door, ago seconds: Int64) -> MadeDecision {
        MadeDecision(
            id: DecisionID(number: 1), deliverable: DeliverableID(number: 1), version: 3, kind: .approved,
            person: person, door: door, at: now + .seconds(-seconds))
    }

    static let earlier = made(by: lee, through: .mail, ago: 5)
    static let before = Refusal.alreadyDecided(.approved, at: earlier.at)

    static let table: [Row] = [
        Row(made: nil, kind: .approved, version: 3, comment: "", role: .client, refusal: nil),
        Row(made: nil, kind: .approved, version: 3, comment: "lovely", role: .client, refusal: nil),
        Row(made: nil, kind: .rejected, version: 3, comment: "", role: .client, refusal: nil),
        Row(made: nil, kind: .revisionRequested, version: 3, comment: "bluer", role: .client, refusal: nil),
        Row(
            made: nil, kind: .revisionRequested, version: 3, comment: " \n", role: .client,
            refusal: .reasonMissing),
        Row(
            made: nil, kind: .approved, version: 2, comment: "", role: .client,
            refusal: .newerVersion(shown: 2, current: 3)),
        Row(
            made: nil, kind: .approved, version: 4, comment: "", role: .client,
            refusal: .newerVersion(shown: 4, current: 3)),
        Row(
            made: earlier, kind: .rejected, version: 3, comment: "", role: .client,
            refusal: before),
        Row(
            made: earlier, kind: .approved, version: 2, comment: "", role: .client,
            refusal: .newerVersion(shown: 2, current: 3)),
        Row(
            made: made(by: dana, through: .mail, ago: 599), kind: .rejected, version: 3, comment: "", role: .client,
            refusal: nil),
        Row(
            made: made(by: dana, through: .mail, ago: 600), kind: .rejected, version: 3, comment: "", role: .client,
            refusal: .alreadyDecided(.approved, at: now + .seconds(-600))),
        Row(
            made: made(by: dana, through: .mail, ago: 5), kind: .approved, version: 3, comment: "", role: .client,
            refusal: before),
        Row(
            made: made(by: dana, through: .page, ago: 5), kind: .rejected, version: 3, comment: "", role: .client,
            refusal: before),
        Row(
            made: made(by: dana, through: .mail, ago: 5), kind: .rejected, version: 3, comment: "", role: .client,
            door: .page, refusal: before),
        Row(made: nil, kind: .approved, version: 3, comment: "", role: .member, refusal: .onlyClientsDecide),
        Row(made: nil, kind: .approved, version: 3, comment: "", role: .owner, refusal: .onlyClientsDecide),
    ]

    @Test("by the table", arguments: table)
    func byTheTable(row: Row) {
        let person = Self.person(row.role)
        let decision = Decision(
            deliverable: DeliverableID(number: 1), version: row.version, kind: row.kind, comment: row.comment)
        switch Self.deliverable(row.made).deciding(decision, by: person, through: row.door, at: Self.now) {
        case .success(let replaced):
            #expect(row.refusal == nil)
            #expect(replaced == row.made)
        case .failure(let refusal): #expect(refusal == row.refusal)
        }
    }

    struct Undo: Sendable, CustomStringConvertible {
        let made: MadeDecision?
        var version = 3
        var role = Person.Role.client
        let refusal: Refusal?
        var description: String { "\(role) takes back version \(version)" }
    }

    @Test(
        "and is taken back by the table",
        arguments: [
            Undo(made: made(by: dana, through: .mail, ago: 0), refusal: nil),
            Undo(made: made(by: dana, through: .page, ago: 599), refusal: nil),
            Undo(made: made(by: dana, through: .mail, ago: 600), refusal: .decisionIsFinal(since: now)),
            Undo(made: nil, refusal: .nothingToTakeBack),
            Undo(made: earlier, refusal: .nothingToTakeBack),
            Undo(made: earlier, version: 2, refusal: .newerVersion(shown: 2, current: 3)),
            Undo(made: earlier, role: .owner, refusal: .onlyClientsDecide),
        ])
    func undo(row: Undo) {
        let result = Self.deliverable(row.made).takingBack(
            version: row.version, by: Self.person(row.role), at: Self.now)
        switch result {
        case .success(let decision):
            #expect(row.refusal == nil)
            #expect(decision == row.made)
        case .failure(let refusal): #expect(refusal == row.refusal)
        }
    }

    static func deliverable(_ decision: MadeDecision?) -> Deliverable {
        let settings = DeliverableSettings(
            project: "p", name: "d", title: "D", kind: "", format: "", visible: true, version: 3, files: [])
        return Deliverable(
            id: DeliverableID(number: 1), project: ProjectID(number: 1), settings: settings, decision: decision)
    }

    static func person(_ role: Person.Role) -> Person {
        Person(
            id: dana, organization: OrganizationID(number: 1), address: .dana, name: "Dana", role: role, locale: nil,
            notified: true, access: .active, hasOpenLink: false, hasNotifiedLink: false)
    }
}
