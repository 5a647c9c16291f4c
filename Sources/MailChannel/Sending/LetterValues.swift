import Localization
import MailFormat
import PortalCore
import Templates

/// What a letter says, as values for its template.
struct LetterValues {
    let letter: Letter
    let site: SiteAddress
    let replyTo: EmailAddress
    /// The subject that a prefilled reply begins with.
    let subject: String
    /// Says what is no part of the templates.
    let language: Language
    /// The Content-ID of the logo within the mail; nil where it is set in type.
    let logo: String?
    /// The files that go along with the mail.
    var attached: Set<ContentDigest> = []
    /// Whether the invoice that the mail is about goes along as a file.
    var bringsInvoice = false

    var organization: Organization { letter.organization }
    var time: PeopleTime { PeopleTime(zone: organization.settings.timeZone) }

    /// The name of the template.
    static func template(of content: Letter.Content) -> String {
        switch content {
        case .invitation: "invitation"
        case .portalLink: "portal-link"
        case .signIn: "sign-in"
        case .decisionAsked: "decision-asked"
        case .decisionMade: "decision-made"
        case .decisionTakenBack: "decision-taken-back"
        case .undoOffered: "undo-offered"
        case .newMessage: "new-message"
        case .item(let item): ItemLetterValues(item).template
        case .receipt: "receipt"
        case .confirmation: "confirmation-needed"
        case .deliveryFailed: "delivery-failed"
        }
    }

    var all: TemplateValue { frame.adding(content) }

    private var frame: TemplateValue {
        let settings = organization.settings
        let color = BrandColor(settings.color) ?? .standard
        return [
            "organization": [
                "name": .text(settings.name), "website": .text(settings.website),
                "contact": .text(settings.contact.text), "color": .text(color.text),
                "ink": .text(color.ink.text), "bright": .text(color.bright.text), "logo": .optional(logo),
                "portal": .text(site.dashboard(organization)),
            ],
            "recipient": [
                "name": .text(letter.recipient.name), "staff": .flag(letter.recipient.isStaff),
                "guest": .flag(isToGuest),
            ],
            "language": .text(language.code.rawValue),
        ]
    }

    /// Guests have no portal to be led to.
    private var isToGuest: Bool { if case .guest = letter.subject { true } else { false } }

    private var content: TemplateValue {
        switch letter.content {
        case .invitation(let secret, let expires, let projects): invitation(secret, expires, projects)
        case .portalLink(let link, let secret):
            [
                "link": .text(site.portalLink(secret)), "until": .optional(link.expires.map(time.text)),
                "code": .flag(link.hasCode),
            ]
        case .signIn(let secret, let code, let expires):
            [
                "link": .text(site.signInLink(secret)), "code": .text(code.digits),
                "until": .phrase(time.text(expires)),
            ]
        case .decisionAsked(let item):
            [
                "project": value(of: item.project), "deliverable": value(of: item.deliverable),
                "files": files(item.files.map(\.content)), "decide": prefilledReplies,
            ]
        case .decisionMade(let item, let decision, let person, let comment):
            made(decision, item, by: person, comment)
        case .decisionTakenBack(let item, let decision, let person): takenBack(decision, item, by: person)
        case .undoOffered(let item, let decision, let offer, let asked): undo(of: decision, item, offer, asked)
        case .newMessage(let project, let message, let attached):
            [
                "project": value(of: project), "author": .text(message.authorName),
                "unverified": .flag(!message.verified), "message": lines(message.text),
                "files": files(attached),
            ]
        case .item(let item): ItemLetterValues(item).values(self)
        case .receipt(let receipt, let project, let deliverable, let offer):
            value(of: receipt, project, deliverable, offer)
        case .confirmation(let secret, let confirmation, let item):
            [
                "project": value(of: item.project), "deliverable": value(of: item.deliverable),
                "version": .number(confirmation.version), "link": .text(site.confirmation(secret)),
                "until": .phrase(time.text(confirmation.expires)), "comment": lines(confirmation.comment),
            ]
        case .deliveryFailed(let person, let notice, let diagnostic):
            [
                "person": .text(person.name), "address": .text(person.address.text),
                "about": .phrase(Wording.name(of: notice)), "diagnostic": .text(diagnostic),
            ]
        }
    }
}

extension LetterValues {
    private func invitation(_ secret: Secret, _ expires: Moment, _ projects: [Project]) -> TemplateValue {
        [
            "link": .text(site.invitation(secret)), "until": .phrase(time.text(expires)),
            "welcome": lines(organization.settings.welcome),
            "projects": .list(
                projects.map { ["title": .text($0.settings.title), "phase": .text(phase(of: $0))] }),
        ]
    }

    private func value(
        of receipt: Receipt, _ project: Project?, _ deliverable: Deliverable?, _ offer: Letter.UndoOffer?
    ) -> TemplateValue {
        let wording = ReceiptWording(
            deliverable: deliverable?.settings.title, time: time, isForClient: !letter.recipient.isStaff)
        let items = receipt.items.map { item -> TemplateValue in
            [
                "read": .phrase(wording.read(item)), "did": .phrase(wording.did(item)),
                "files": files(item.filesKept),
            ]
        }
        return [
            "project": project.map { value(of: $0) } ?? .absent, "items": .list(items),
            "about": .text(project?.settings.title ?? organization.settings.name),
            "page": .text(page(of: project)),
            "done": .flag(receipt.items.allSatisfy(\.isDone)),
            "again": again(receipt, deliverable), "undo": value(of: offer),
        ]
    }

    /// Where a decision was not made, or was taken back: how to make it about the present version.
    private func again(_ receipt: Receipt, _ deliverable: Deliverable?) -> TemplateValue {
        guard let deliverable, deliverable.state == .pending, !letter.recipient.isStaff,
            receipt.items.contains(where: \.leavesDecisionOpen)
        else { return .absent }
        return ["deliverable": value(of: deliverable), "decide": prefilledReplies]
    }

    private func phase(of project: Project) -> String {
        let phases = organization.settings.phases
        let index = project.settings.phase - 1
        return phases.indices.contains(index) ? phases[index] : ""
    }

    /// Where a project is seen; or everything, where it is about none.
    func page(of project: Project?) -> String {
        project.map { site.project($0.id, organization) } ?? site.dashboard(organization)
    }

    func value(of project: Project) -> TemplateValue {
        let phases = organization.settings.phases.enumerated().map { index, name -> TemplateValue in
            let number = index + 1
            return [
                "name": .text(name), "done": .flag(number < project.settings.phase),
                "current": .flag(number == project.settings.phase), "ahead": .flag(number > project.settings.phase),
            ]
        }
        return [
            "title": .text(project.settings.title), "link": .text(site.project(project.id, organization)),
            "phase": .text(phase(of: project)), "number": .number(project.settings.phase),
            "count": .number(phases.count), "phases": .list(phases),
        ]
    }

    func value(of deliverable: Deliverable) -> TemplateValue {
        let settings = deliverable.settings
        return [
            "title": .text(settings.title), "kind": .text(settings.kind), "format": .text(settings.format),
            "version": .number(settings.version), "due": .optional(settings.due.map(PeopleTime.day)),
            "status": .phrase(Wording.status(deliverable.state)),
            "link": .text(site.deliverable(deliverable.id, organization)),
        ]
    }

    func files(_ files: [FileContent]) -> TemplateValue { value(of: files.map { ($0, nil) }) }

    /// Files of a conversation, with what the reader should know of those that run.
    func files(_ files: [StoredFile]) -> TemplateValue {
        value(
            of: files.map { file in
                guard letter.recipient.isStaff else {
                    return (file.content, file.isHeld ? Phrase("kept back until the team has looked at it") : nil)
                }
                return (file.content, file.content.runs ? Phrase("can run programs") : nil)
            })
    }

    private func value(of files: [(content: FileContent, mark: Phrase?)]) -> TemplateValue {
        guard !files.isEmpty else { return .absent }
        let all = files.map { file -> TemplateValue in
            [
                "name": .text(file.content.name), "size": .phrase(ReadableSize.text(file.content.size)),
                "digest": .text(file.content.digest.description), "mark": .optional(file.mark),
            ]
        }
        return ["all": .list(all)]
    }

    func lines(_ text: String?) -> TemplateValue {
        guard let text, !text.utf8.allSatisfy({ $0 <= 0x20 }) else { return .absent }
        let lines = text.utf8.split(separator: ASCII.lf, omittingEmptySubsequences: false)
        return ["lines": .list(lines.map { .text(String(decoding: $0, as: UTF8.self)) })]
    }

    /// Absent where the organization takes no decisions by mail.
    var prefilledReplies: TemplateValue {
        guard organization.settings.decisionsByMail != .off else { return .absent }
        return [
            "approve": reply(VerbWords.phrase(.approve)), "revise": reply(begun(.revise)),
            "reject": reply(VerbWords.phrase(.reject)),
        ]
    }

    /// A link that opens a reply with `body` in it.
    func reply(_ body: Phrase) -> TemplateValue {
        .text(MailtoLink.text(to: replyTo, subject: subject, body: language(body)))
    }

    /// `REVISE: `, for what is to be written behind it.
    func begun(_ verb: CommandVerb) -> Phrase { .joined([VerbWords.phrase(verb), .verbatim(" ")], by: ":") }
}

extension Receipt.Item {
    fileprivate var isDone: Bool { if case .done = outcome { true } else { false } }

    fileprivate var leavesDecisionOpen: Bool {
        switch asked {
        case .decision, .unclearDecision: !isDone
        case .undo: true
        case .message, .item, .itemWithFiles: false
        }
    }

    /// The files that this part of the mail brought, once they are kept.
    fileprivate var filesKept: [FileContent] {
        switch asked {
        case .message(let attachments), .itemWithFiles(_, let attachments): return isDone ? attachments : []
        case .decision, .unclearDecision, .undo, .item: return []
        }
    }
}
