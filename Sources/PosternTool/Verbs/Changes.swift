import MailFormat
import PortalCore

/// A plan as people read it: what changes, and who is mailed.
struct Changes {
    let plan: Plan
    private let current: CurrentPortal
    private let rehearsals: [Rehearsal]

    /// - Parameter restoring: whether also what staff have set otherwise is brought back.
    init(_ portal: Portal, _ desired: PortalSettings, restoring: Bool = false) async throws {
        current = try portal.currentPortal()
        plan = Plan(current: current, desired: desired.desired, restoring: restoring)
        rehearsals = try await portal.rehearse(plan)
    }

    var isEmpty: Bool { plan.steps.isEmpty }

    /// `12 changes, 2 mails`
    var summary: String {
        let mails = rehearsals.map(\.mails.count).reduce(0, +)
        return "\(Count.text(plan.steps.count, "change")), \(mails == 0 ? "no mail" : Count.text(mails, "mail"))"
    }

    /// What is left as staff have it, below everything else; empty where nothing is.
    var left: String {
        guard !plan.left.isEmpty else { return "" }
        let lines = plan.left.map { "  \($0.entry)" }.joined(separator: "\n")
        return "\n\nLeft as staff have set it since (--restore brings back what the configuration says):\n\(lines)"
    }

    /// One row for each step, with every mail that it causes.
    var table: Table {
        var table = Table(
            columns: [
                Table.Column("", "change"), Table.Column("what"), Table.Column("entry"), Table.Column("detail"),
                Table.Column("mails"),
            ], whenEmpty: "")
        table.rows = rehearsals.map { rehearsal in
            let step = rehearsal.step
            let objection = rehearsal.outcome.objection.map { "will be refused: \($0)" }
            return [
                .text(step.isNew ? "+" : "~"), .text(step.command.noun), .text(step.entry),
                .text(objection ?? detail(of: step)), .text(Self.mails(rehearsal.mails)),
            ]
        }
        return table
    }

    /// `dana@client.example (invitation), 2 × jonas@client.example (decision asked)`
    private static func mails(_ mails: [Rehearsal.Mail]) -> String {
        var counted: [(text: String, count: Int)] = []
        for text in mails.map({ "\($0.address) (\($0.notice.word))" }) {
            if let last = counted.last, last.text.isSame(text) {
                counted[counted.endIndex - 1].count += 1
            } else {
                counted.append((text, 1))
            }
        }
        return counted.map { $0.count == 1 ? $0.text : "\($0.count) × \($0.text)" }.joined(separator: ", ")
    }

    /// What a new thing is called, or which of its settings change.
    private func detail(of step: Plan.Step) -> String {
        switch step.command {
        case .setOrganization(let new):
            describe(
                new.name, from: current.organizations.first { $0.settings.slug.isSame(new.slug) }?.settings, to: new)
        case .setPerson(let new, let slug):
            describe(
                "\(new.name), \(new.role.rawValue)", from: now(slug)?.people.first { $0.address == new.address },
                to: new)
        case .setProject(let new, let slug):
            describe(new.title, from: now(slug)?.projects.first { $0.name.isSame(new.name) }, to: new)
        case .setDeliverable(let new, let slug):
            describe(
                "\(new.title), version \(new.version)",
                from: now(slug)?.deliverables.first { $0.project.isSame(new.project) && $0.name.isSame(new.name) },
                to: new)
        case .shareFile(let file, _): "\(file.content.name), \(file.visible ? "visible" : "not visible") to clients"
        case .setItem(let item, let slug):
            describe(
                item.content.title, from: now(slug)?.items.first { $0.isSameThing(as: item) }?.content, to: item.content
            )
        case .invite(let address, _): "\(address)"
        case .createPortalLink(let link, _, _):
            "for \(link.client)" + (link.code == nil ? "" : ", with access code")
                + (link.days.map { ", for \(Count.text($0, "day"))" } ?? "")
        case .postMessage, .decide, .undo, .considerDecision, .item, .acceptInvitation, .openPortalLink, .askToSignIn,
            .signIn, .signOut, .revokePortalLink, .notifyPortalLink, .noteExamination, .remind, .bookBounce,
            .noteAutomaticReply,
            .setAside:
            ""
        }
    }

    private func now(_ slug: String) -> DesiredOrganization? {
        current.organizations.first { $0.settings.slug.isSame(slug) }
    }

    private func describe(_ title: String, from old: Any?, to new: Any) -> String {
        guard let old else { return title }
        let names = zip(Mirror(reflecting: old).children, Mirror(reflecting: new).children)
            .filter { !String(describing: $0.value).isSame(String(describing: $1.value)) }
            .compactMap { $0.0.label }
        return names.joined(separator: ", ")
    }
}

extension String {
    /// The same bytes, not merely the same look.
    func isSame(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension Command {
    /// What a step of a plan is about.
    fileprivate var noun: String {
        switch self {
        case .setOrganization: "organization"
        case .setPerson(let person, _): person.role == .client ? "client" : "staff"
        case .setProject: "project"
        case .setDeliverable: "deliverable"
        case .shareFile: "file"
        case .setItem(let item, _): item.content.tool.rawValue
        case .invite: "invitation"
        case .createPortalLink: "link"
        case .postMessage, .decide, .undo, .considerDecision, .item, .acceptInvitation, .openPortalLink, .askToSignIn,
            .signIn, .signOut, .revokePortalLink, .notifyPortalLink, .noteExamination, .remind, .bookBounce,
            .noteAutomaticReply,
            .setAside:
            "command"
        }
    }
}

extension Notice {
    /// What kind of mail this becomes, for lists.
    var word: String {
        switch self {
        case .invitation: "invitation"
        case .portalLink: "portal link"
        case .signIn: "sign-in"
        case .decisionAsked: "decision asked"
        case .decisionMade: "decision made"
        case .decisionTakenBack: "decision taken back"
        case .undoOffered: "receipt"
        case .newMessage: "new message"
        case .item: "news"
        case .receipt: "receipt"
        case .confirmationNeeded: "confirmation"
        case .deliveryFailed: "delivery failed"
        }
    }
}
