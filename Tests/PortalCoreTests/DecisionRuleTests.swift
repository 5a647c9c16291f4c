import MailFormat
import Testing

@testable import PortalCore

@Suite("A deliverable is decided")
struct DecisionRuleTests {
    static let now = Moment(milliseconds: 1000)

    struct Row: Sendable, CustomStringConvertible {
        let state: Deliverable.State
        let kind: Decision.Kind
        let version: Int
        let comment: String
        let role: Person.Role
        let refusal: Refusal?
        var description: String { "\(role) says \(kind) to version \(version) with “\(comment)”" }
    }

    static let earlier = Deliverable.State.decided(.approved, by: PersonID(number: 9), at: Moment(milliseconds: 5))

    static let table: [Row] = [
        Row(state: .pending, kind: .approved, version: 3, comment: "", role: .client, refusal: nil),
        Row(state: .pending, kind: .approved, version: 3, comment: "lovely", role: .client, refusal: nil),
        Row(state: .pending, kind: .rejected, version: 3, comment: "", role: .client, refusal: nil),
        Row(state: .pending, kind: .revisionRequested, version: 3, comment: "bluer", role: .client, refusal: nil),
        Row(
            state: .pending, kind: .revisionRequested, version: 3, comment: " \n", role: .client,
            refusal: .reasonMissing),
        Row(
            state: .pending, kind: .approved, version: 2, comment: "", role: .client,
            refusal: .newerVersion(shown: 2, current: 3)),
        Row(
            state: .pending, kind: .approved, version: 4, comment: "", role: .client,
            refusal: .newerVersion(shown: 4, current: 3)),
        Row(
            state: earlier, kind: .rejected, version: 3, comment: "", role: .client,
            refusal: .alreadyDecided(.approved, at: Moment(milliseconds: 5))),
        Row(
            state: earlier, kind: .approved, version: 2, comment: "", role: .client,
            refusal: .newerVersion(shown: 2, current: 3)),
        Row(state: .pending, kind: .approved, version: 3, comment: "", role: .member, refusal: .onlyClientsDecide),
        Row(state: .pending, kind: .approved, version: 3, comment: "", role: .owner, refusal: .onlyClientsDecide),
    ]

    @Test("by the table", arguments: table)
    func byTheTable(row: Row) {
        let settings = DeliverableSettings(
            project: "p", name: "d", title: "D", kind: "", format: "", visible: true, version: 3, files: [])
        let deliverable = Deliverable(
            id: DeliverableID(number: 1), project: ProjectID(number: 1), settings: settings, state: row.state)
        let person = Person(
            id: PersonID(number: 7), organization: OrganizationID(number: 1), address: .dana, name: "Dana",
            role: row.role, locale: nil, notified: true, access: .active, hasOpenLink: false, hasNotifiedLink: false)
        let decision = Decision(
            deliverable: deliverable.id, version: row.version, kind: row.kind, comment: row.comment)
        switch deliverable.deciding(decision, by: person, at: Self.now) {
        case .success(let decided):
            #expect(row.refusal == nil)
            #expect(decided.state == .decided(row.kind, by: person.id, at: Self.now))
        case .failure(let refusal): #expect(refusal == row.refusal)
        }
    }
}
