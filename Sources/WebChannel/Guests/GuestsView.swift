import HTTPTypes
import Localization
import MailFormat
import PortalCore
import Templates

/// The guest list of a project: who is on it, what they answered, and forms to change both.
struct GuestsView {
    let page: GuestPage
    /// What came of the form that was sent, beyond what the list shows.
    var notice: Phrase?
    var problem: Phrase?
    /// A form that could not be carried out.
    var sent: SentForm?
    /// The token of the form at a path.
    let token: (String) -> String

    static let names: TemplateNames = ToolHeading.names.merging([
        "notice": .value, "problem": .value, "when": .value, "place": .value, "yes": .value, "people": .value,
        "no": .value, "maybe": .value, "open": .value, "count": .value, "action": .value, "form": .value,
        "draftName": .value, "draftAddress": .value, "draftParty": .value, "unasked": .value, "csv": .value,
        "guests": .each([
            "name": .value, "address": .value, "answer": .value, "state": .value, "party": .value, "note": .value,
            "typedParty": .value, "isSent": .value,
            "bounced": .value, "answerPath": .value, "answerForm": .value, "removePath": .value, "removeForm": .value,
            "choices": .each(["value", "label", "isChosen"]),
        ]),
    ])

    var value: TemplateValue {
        let path = SitePath.tool(.guests, of: page.project.id, page.viewer.organization.settings.slug)
        let event = page.event.map { EventWords($0.settings, zone: page.viewer.organization.settings.timeZone) }
        return ToolHeading(viewer: page.viewer, project: page.project, tool: .guests).value.adding([
            "notice": .optional(notice), "problem": .optional(problem), "when": .optional(event?.when),
            "place": .optional(event?.place),
            "yes": .number(page.counts.count(.yes)),
            "people": page.counts.people > page.counts.count(.yes) ? .number(page.counts.people) : .absent,
            "no": .number(page.counts.count(.no)), "maybe": .number(page.counts.count(.maybe)),
            "open": .number(page.counts.count(.open)), "count": .number(page.guests.count), "action": .text(path),
            "form": .text(token(path)), "draftName": .text(sent?.text("name", at: path) ?? ""),
            "draftAddress": .text(sent?.text("address", at: path) ?? ""),
            "draftParty": .text(sent?.text("party", at: path) ?? "1"),
            "unasked": .number(page.event == nil ? 0 : page.unasked), "guests": .list(page.guests.map(value)),
            "csv": page.viewer.person.isStaff
                ? .text(SitePath.staff(page.viewer.organization.settings.slug, "guests/\(page.project.id)")) : .absent,
        ])
    }

    private func value(of guest: Guest) -> TemplateValue {
        let path = { (act: String) in
            SitePath.thing(guest.id.number, .guests, of: page.project.id, page.viewer.organization.settings.slug, act)
        }
        let isWaiting = guest.reply == .open && guest.asked == nil
        let answer = path("answer")
        let reply = sent?.text("reply", at: answer).flatMap(RSVP.init(sent:)) ?? guest.reply
        return [
            "name": .text(guest.name), "address": .text(guest.address.text),
            "answer": .phrase(isWaiting ? Phrase("Not asked yet") : guest.reply.label),
            "state": .text(guest.reply.style),
            "party": .number(guest.party), "note": guest.note.utf8.isEmpty ? .absent : .text(guest.note),
            "bounced": .flag(guest.bounced != nil), "answerPath": .text(answer),
            "answerForm": .text(token(answer)),
            "typedParty": .text(sent?.text("party", at: answer) ?? "\(guest.party)"),
            "isSent": .flag(sent?.isSent(to: answer) ?? false), "removePath": .text(path("remove")),
            "removeForm": .text(token(path("remove"))),
            "choices": .list(
                RSVP.allCases.filter { $0 != .open }.map {
                    [
                        "value": .text($0.rawValue), "label": .phrase($0.label), "isChosen": .flag($0 == reply),
                    ]
                }),
        ]
    }
}

/// When and where, as people read it.
struct EventWords {
    let when: Phrase
    let place: String?

    init(_ event: EventSettings, zone: String) {
        let time = ReadableTime(zone: zone)
        let start = time.text(event.starts.moment(in: zone))
        when = event.ends.map { .span(from: start, to: time.text($0.moment(in: zone))) } ?? start
        place = event.place.utf8.isEmpty ? nil : event.place
    }
}

extension RSVP {
    var label: Phrase {
        switch self {
        case .open: Phrase("No answer yet")
        case .yes: Phrase("Yes")
        case .no: Phrase("No")
        case .maybe: Phrase("Maybe")
        }
    }

    /// The name of its color.
    fileprivate var style: String {
        switch self {
        case .open, .maybe: "pending"
        case .yes: "approved"
        case .no: "rejected"
        }
    }

    init?(sent value: String) {
        guard let reply = Self.allCases.first(where: { $0 != .open && $0.rawValue.utf8.elementsEqual(value.utf8) })
        else { return nil }
        self = reply
    }
}
