import HTTPTypes
import Localization
import MailFormat
import PortalCore
import Templates

/// Portal links with how often they were used, and the form that makes one.
struct StaffLinksView {
    let page: StaffLinks
    let now: Moment
    var problem: Phrase?
    /// A form that could not be carried out.
    var sent: SentForm?
    let buttons: StaffButtons

    static let names: TemplateNames = StaffHeading.names.merging([
        "linkCount": .value, "left": .value,
        "links": .each([
            "link": .value, "person": .value, "address": .value, "state": .value, "stateText": .value, "code": .value,
            "people": .value, "scanners": .value, "last": .value, "lastISO": .value, "news": .value, "detail": .value,
            "projects": .each(["path", "project"]), "acts": .each(StaffButtons.names),
            "expiry": ["action", "form", "number", "name", "days", "mail", "isSent"],
        ]),
        "create": [
            "action": .value, "form": .value, "name": .value, "days": .value, "code": .value, "news": .value,
            "shown": .value, "clients": .each(["number", "person", "address", "chosen"]),
        ],
    ])

    var value: TemplateValue {
        StaffHeading(viewer: page.viewer, heading: Phrase("Portal links")).value(problem: problem).adding([
            "linkCount": .number(page.links.entries.count), "left": .number(page.links.left),
            "links": .list(page.links.entries.map(link)),
            "create": mayChange && !page.clients.isEmpty ? create : .absent,
        ])
    }

    private var mayChange: Bool { page.viewer.person.may(.access) }

    private var create: TemplateValue {
        let path = SitePath.staff(buttons.slug, "links")
        let chosen = sent?.text("client", at: path) ?? ""
        return [
            "action": .text(path), "form": .text(buttons.token(path)),
            "name": .text(sent?.text("name", at: path) ?? ""), "days": .text(sent?.text("days", at: path) ?? ""),
            "code": .flag(sent?.isChecked("code", at: path) ?? false),
            "news": .flag(sent?.isChecked("news", at: path) ?? true),
            "shown": .flag(sent?.isChecked("shown", at: path) ?? false),
            "clients": .list(
                page.clients.map {
                    [
                        "number": .text("\($0.id)"), "person": .text($0.name), "address": .text($0.address.text),
                        "chosen": .flag(chosen.utf8.elementsEqual("\($0.id)".utf8)),
                    ]
                }),
        ]
    }

    private func link(_ entry: LinkList.Entry) -> TemplateValue {
        let time = ReadableTime(zone: page.viewer.organization.settings.timeZone)
        let link = entry.link
        let words = AccessWords(link, at: now, time)
        let isOpen = link.revoked == nil
        return [
            "link": .text(link.name), "person": .text(entry.person.name), "address": .text(entry.person.address.text),
            "state": .text(words.name), "stateText": .phrase(words.text), "code": .flag(link.hasCode),
            "people": .text("\(link.accessCount)"), "scanners": .text("\(link.scanCount)"),
            "last": .optional(link.lastAccess.map(time.text)),
            "lastISO": .optional(link.lastAccess.map(ReadableTime.iso)), "news": .flag(link.notified),
            "detail": .optional(link.bounced),
            "projects": .list(
                (page.projects[entry.person.id] ?? []).map {
                    [
                        "path": .text("\(SitePath.project($0.id, buttons.slug))#newest"),
                        "project": .text($0.settings.title),
                    ]
                }),
            "acts": .list(mayChange && isOpen ? acts(on: entry) : []),
            "expiry": mayChange && isOpen ? expiry(of: link) : .absent,
        ]
    }

    private func acts(on entry: LinkList.Entry) -> [TemplateValue] {
        let whom = "\(entry.link.name), \(entry.person.name)"
        let place = "links/\(entry.link.id)"
        return [
            entry.link.notified
                ? buttons.button("\(place)/notify", Phrase("Stop notifications"), whom: whom)
                : buttons.button("\(place)/notify", Phrase("Send notifications"), whom: whom, on: true),
            buttons.button("\(place)/revoke", Phrase("Revoke"), whom: whom),
        ]
    }

    private func expiry(of link: PortalLink) -> TemplateValue {
        let path = SitePath.staff(buttons.slug, "links/\(link.id)/expiry")
        return [
            "action": .text(path), "form": .text(buttons.token(path)), "number": .text("\(link.id)"),
            "name": .text(link.name), "days": .text(sent?.text("days", at: path) ?? ""),
            "mail": .flag(sent?.isChecked("mail", at: path) ?? false),
            "isSent": .flag(sent?.isSent(to: path) ?? false),
        ]
    }
}

/// What is told of a new link: the one place where its secrets are shown.
struct StaffLinkMadeView {
    let viewer: Participant
    let name: String
    /// Nil where it is mailed.
    let address: String?
    let code: SixDigitCode?

    static let names: TemplateNames = StaffHeading.names.merging(["link", "address", "code"])

    var value: TemplateValue {
        StaffHeading(viewer: viewer, heading: Phrase("The link is made")).value(problem: nil).adding([
            "link": .text(name), "address": .optional(address), "code": .optional(code?.digits),
        ])
    }
}
