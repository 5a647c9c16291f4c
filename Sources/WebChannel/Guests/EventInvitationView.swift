import HTTPTypes
import Localization
import MailFormat
import PortalCore
import Templates

/// The page behind a guest's link: when and where, and whether they come. Nothing is chosen beforehand but what they
/// said before.
struct EventInvitationView {
    let page: InvitationToEvent
    var problem: Phrase?
    /// The form, where it could not be carried out.
    var sent: SentForm?
    /// Whether it was about another time or place: what was chosen for that is forgotten.
    var isStale = false
    let token: FormToken
    let path: String

    static let names: TemplateNames = [
        "person": .value, "address": .value, "event": .value, "when": .value, "place": .value, "details": .value,
        "answered": .value, "party": .value, "note": .value, "problem": .value, "action": .value, "form": .value,
        "sequence": .value, "choices": .each(["value", "label", "isChosen"]),
    ]

    var value: TemplateValue {
        let words = EventWords(page.event.settings, zone: page.organization.settings.timeZone)
        let guest = page.guest
        let chosen = isStale ? nil : sent?.text("reply", at: path).flatMap(RSVP.init(sent:))
        let reply = chosen ?? guest.reply
        return [
            "title": .phrase(Phrase("Invitation: \(page.project.settings.title)")), "person": .text(guest.name),
            "address": .text(MaskedAddress.text(guest.address.text)), "event": .text(page.project.settings.title),
            "when": .phrase(words.when), "place": .optional(words.place), "details": .text(page.event.settings.details),
            "answered": guest.reply == .open ? .absent : .phrase(guest.reply.label),
            "party": .text(sent?.text("party", at: path) ?? "\(guest.party)"),
            "note": .text(sent?.text("note", at: path) ?? guest.note), "sequence": .number(page.event.sequence),
            "problem": .optional(problem), "action": .text(path),
            "form": .text(token.text),
            "choices": .list(
                RSVP.allCases.filter { $0 != .open }.map {
                    [
                        "value": .text($0.rawValue), "label": .phrase($0.label), "isChosen": .flag($0 == reply),
                    ]
                }),
        ]
    }
}

extension Website {
    func showEventInvitation(
        _ secret: Secret, _ visit: Visit, problem: Phrase? = nil, sent: OwnForm? = nil,
        status: HTTPResponse.Status = .unprocessableContent
    ) throws -> Answer {
        guard let found = try portal.invitationToEvent(secret) else { throw Problem.notFound }
        guard !found.isOver else {
            let door = ClosedDoor(
                title: Phrase("This is over"),
                text: Phrase("\(found.project.settings.title) was before today. Thank you!"))
            return closed(door, found.organization).keepingItsAddress
        }
        let browser = visit.browser ?? portal.freshSecret()
        let path = SitePath.guest(secret)
        let view = EventInvitationView(
            page: found, problem: problem, sent: sent.map { SentForm($0, at: path) }, isStale: status == .conflict,
            token: token(for: path, key: browser), path: path)
        return page(
            "event-invitation", view.value, Frame(found.organization), status: problem == nil ? .ok : status
        )
        .settingCookie(cookies.setting(cookies.browser, to: browser)).keepingItsAddress
    }

    func answerEventInvitation(_ secret: Secret, _ visit: Visit) async throws -> Answer {
        let path = SitePath.guest(secret)
        let sent = try await OwnForm(visit, at: path, key: visit.browser)
        guard let found = try portal.invitationToEvent(secret) else { throw Problem.notFound }
        let answer: GuestAnswer
        do {
            answer = try GuestForms.answerOfGuest(sent)
        } catch let wrong as WrongEntry {
            return try showEventInvitation(secret, visit, problem: wrong.text, sent: sent)
        }
        let outcomes = try await portal.perform(
            [.item(.guest(.answer(found.guest.id, in: found.project.id, answer)))], for: .guestLink(secret),
            because: sent.cause)
        switch outcomes.first {
        case .refused(.newerVersion)?:
            return try showEventInvitation(
                secret, visit,
                problem: Phrase(
                    "Your answer was not taken: time or place have changed since you opened this page. Please look at them above, and answer again."
                ), sent: sent, status: .conflict)
        case .refused(let refusal)? where refusal.isAboutWhatWasTyped:
            return try showEventInvitation(secret, visit, problem: RefusalWords.text(refusal), sent: sent)
        default:
            // The page says what came of it.
            return Answer.seeOther(path).keepingItsAddress
        }
    }
}
