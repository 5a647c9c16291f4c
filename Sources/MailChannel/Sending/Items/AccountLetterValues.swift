import Localization
import MailFormat
import PortalCore
import Templates

/// What mails about somebody's own access, and about where their work stands, say.
struct AccountLetterValues {
    private let letter: AccountLetter

    init(_ letter: AccountLetter) { self.letter = letter }

    var template: String {
        switch letter {
        case .status: "status"
        case .login: "login"
        case .muting: "muting"
        case .organizations: "organizations"
        case .clients: "clients"
        case .access: "access"
        case .extensionAsked: "extension-asked"
        case .complained: "complaint"
        case .linkExpiring: "link-expiring"
        case .addressChanged: "address-changed"
        }
    }

    static let names: [String: TemplateNames] = [
        "status": [
            "deliverables": .each(["number", "title", "version", "status", "pending", "link"]),
            "waiting": .each(["number", "title", "due", "page"]), "decide": .each(["label", "link"]), "first": .value,
        ],
        "login": ["link", "code", "until"],
        "muting": ["link"],
        "organizations": ["all": .each(["name", "link"])],
        "clients": ["all": .each(["number", "name", "address", "state", "projects"]), "left": .value],
        "access": [
            "all": .each(["number", "name", "address", "label", "state", "people", "scanners", "last"]), "left": .value,
        ],
        "extension-asked": ["person", "address", "label", "until", "link"],
        "complaint": ["person", "address"],
        "link-expiring": ["until", "verb", "extend"],
        "address-changed": ["former", "present", "isFormer", "link"],
    ]

    /// What a reply that is begun by a button is about.
    func about(_ organization: Organization) -> String {
        if case .status(let status) = letter { status.project.settings.title } else { organization.settings.name }
    }

    func values(_ frame: LetterValues) -> TemplateValue {
        switch letter {
        case .status(let status): StatusValues(status: status, frame: frame).all
        case .login(let secret, let code, let expires):
            [
                "link": .text(frame.site.signInLink(secret)), "code": .text(code.digits),
                "until": .phrase(frame.time.text(expires)),
            ]
        case .muting(let secret): ["link": .text(frame.site.mute(secret))]
        case .organizations(let all):
            [
                "all": .list(
                    all.map { ["name": .text($0.settings.name), "link": .text(frame.site.signIn($0))] })
            ]
        case .clients(let list):
            ["all": .list(list.entries.enumerated().map { client($0, $1, frame) }), "left": .number(list.left)]
        case .access(let list):
            ["all": .list(list.entries.enumerated().map { link($0, $1, frame) }), "left": .number(list.left)]
        case .extensionAsked(let person, let link):
            [
                "person": .text(person.name), "address": .text(person.address.text), "label": .text(link.name),
                "until": .optional(link.expires.map(frame.time.text)),
                "link": .text(frame.site.staff("links", frame.organization)),
            ]
        case .complained(let person): ["person": .text(person.name), "address": .text(person.address.text)]
        case .linkExpiring(let link):
            [
                "until": .optional(link.expires.map(frame.time.text)), "verb": .phrase(VerbWords.phrase(.extend)),
                "extend": frame.reply(VerbWords.phrase(.extend)),
            ]
        case .addressChanged(let change, let place):
            [
                "former": .text(change.former.text), "present": .text(change.present.text),
                "isFormer": .flag(place == .former), "link": .text(frame.site.signIn(frame.organization)),
            ]
        }
    }

    private func client(_ index: Int, _ entry: ClientList.Entry, _ frame: LetterValues) -> TemplateValue {
        [
            "number": .number(index + 1), "name": .text(entry.person.name), "address": .text(entry.person.address.text),
            "state": .phrase(AccessWords.state(of: entry, at: frame.letter.at, frame.time)),
            "projects": .text(entry.projects.map(\.settings.title).joined(separator: ", ")),
        ]
    }

    private func link(_ index: Int, _ entry: LinkList.Entry, _ frame: LetterValues) -> TemplateValue {
        [
            "number": .number(index + 1), "name": .text(entry.person.name), "address": .text(entry.person.address.text),
            "label": .text(entry.link.name),
            "state": .phrase(AccessWords.state(of: entry.link, at: frame.letter.at, frame.time)),
            "people": .number(entry.link.accessCount), "scanners": .number(entry.link.scanCount),
            "last": .optional(entry.link.lastAccess.map(frame.time.text)),
        ]
    }
}

/// The state of a project, as its template takes it.
struct StatusValues {
    let status: ProjectStatus
    let frame: LetterValues

    var all: TemplateValue {
        let pending = status.deliverables.enumerated().filter { $0.element.state == .pending }.map { $0.offset + 1 }
        let mayDecide = !frame.letter.recipient.isStaff && frame.organization.settings.decisionsByMail != .off
        return [
            "project": frame.value(of: status.project),
            "deliverables": .list(status.deliverables.enumerated().map(deliverable)),
            "waiting": .list(status.waiting.enumerated().map(waiting)),
            // Limit: prefilled replies for the first three.
            "decide": .list(
                mayDecide
                    ? pending.prefix(3).map(prefilled)
                    : []),
            "first": .optional(mayDecide ? pending.first.map { VerbWords.phrase(.approve, $0) } : nil),
        ]
    }

    private func prefilled(_ number: Int) -> TemplateValue {
        let reply = VerbWords.phrase(.approve, number)
        return ["label": .phrase(reply), "link": frame.reply(reply)]
    }

    private func deliverable(_ index: Int, _ deliverable: Deliverable) -> TemplateValue {
        [
            "number": .number(index + 1), "title": .text(deliverable.settings.title),
            "version": .number(deliverable.settings.version), "status": .phrase(Wording.status(deliverable.state)),
            "pending": .flag(deliverable.state == .pending),
            "link": .text(frame.site.deliverable(deliverable.id, frame.organization)),
        ]
    }

    private func waiting(_ index: Int, _ thing: WaitingThing) -> TemplateValue {
        [
            "number": .number(status.deliverables.count + index + 1), "title": .text(thing.title),
            "due": .optional(thing.due.map(PeopleTime.day)),
            "page": .text(frame.site.tool(thing.tool, of: status.project.id, frame.organization)),
        ]
    }
}
