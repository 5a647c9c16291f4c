import HTTPTypes
import Localization
import MailFormat
import PortalCore
import Templates

/// The page behind the link of a receipt: what was decided, and one button that takes it back.
struct UndoView {
    let page: UndoPage
    let until: Moment
    let token: FormToken
    let path: String

    static let names: TemplateNames = [
        "person": .value, "address": .value, "project": .value, "deliverable": .value, "details": .value,
        "decided": .value, "state": .value, "until": .value, "iso": .value, "action": .value, "form": .value,
    ]

    var value: TemplateValue {
        let settings = page.organization.settings
        let deliverable = page.deliverable.settings
        return [
            "title": .phrase(Phrase("Take back your decision about \(deliverable.title)")),
            "person": .text(page.person.name),
            "address": .text(MaskedAddress.text(page.person.address.text)),
            "project": .text(page.project.settings.title), "deliverable": .text(deliverable.title),
            "details": .phrase(deliverable.details), "decided": .phrase(page.decision.kind.past),
            "state": .text(page.decision.kind.rawValue),
            "until": .phrase(ReadableTime(zone: settings.timeZone).timeOfDay(until)),
            "iso": .text(ReadableTime.iso(until)), "action": .text(path), "form": .text(token.text),
        ]
    }
}

extension Website {
    func showUndo(_ secret: Secret, _ visit: Visit) throws -> Answer {
        guard let found = try portal.undoPage(secret) else { throw Problem.notFound }
        guard found.organization.settings.portalOpen else {
            return closed(
                .portal(of: found.organization), found.organization, for: found.person, status: .forbidden
            ).keepingItsAddress
        }
        guard found.refusal == nil, let until = found.decision.undoable(at: portal.now) else {
            return undone(found).keepingItsAddress
        }
        let browser = visit.browser ?? portal.freshSecret()
        let path = SitePath.undo(secret)
        let view = UndoView(page: found, until: until, token: token(for: path, key: browser), path: path)
        return page("undo", view.value, Frame(found.organization, for: found.person))
            .settingCookie(cookies.setting(cookies.browser, to: browser)).keepingItsAddress
    }

    func undo(_ secret: Secret, _ visit: Visit) async throws -> Answer {
        let path = SitePath.undo(secret)
        let sent = try await OwnForm(visit, at: path, key: visit.browser)
        guard let found = try portal.undoPage(secret) else { throw Problem.notFound }
        _ = try await portal.perform(
            [.undo(found.deliverable.id, version: found.decision.version)], for: .undoLink(secret), because: sent.cause)
        // The page says what came of it.
        return Answer.seeOther(path).keepingItsAddress
    }

    /// The same for somebody who is signed in, from the deliverable's own page.
    func undo(_ id: DeliverableID, _ slug: String, _ visit: Visit) async throws -> Answer {
        guard let session = visit.session(slug), try portal.viewer(session, of: slug) != nil else {
            return try inside(slug, visit) { _ in nil }
        }
        let sent = try await OwnForm(visit, at: SitePath.undo(id, slug), key: session)
        guard let version = Int(sent.value("version")) else { throw Problem.unreadableForm }
        let outcomes = try await portal.perform(
            [.undo(id, version: version)], for: .session(session, organization: slug), because: sent.cause)
        guard case .refused(let refusal)? = outcomes.first else { return .seeOther(SitePath.deliverable(id, slug)) }
        if let answer = try turnedAway(refusal, from: slug) { return answer }
        return try showDeliverable(
            id, slug, visit, sent: nil, notice: RefusalWords.text(refusal), status: .conflict)
    }

    private func undone(_ page: UndoPage) -> Answer {
        let title = page.deliverable.settings.title
        var door: ClosedDoor
        switch (page.refusal, page.deliverable.state) {
        case (.newerVersion(_, let current)?, _):
            door = ClosedDoor(
                title: Phrase("A newer version has arrived"),
                text: Phrase("Version \(current) of \(title) is there now, and waits for its own decision."))
        case (.alreadyUsed?, .pending):
            door = ClosedDoor(
                title: Phrase("Taken back"), text: Phrase("\(title) waits for your decision again."))
        case (.alreadyUsed?, .decided):
            door = ClosedDoor(
                title: Phrase("This decision does not stand any more"), text: Phrase("Another one has taken its place.")
            )
        default:
            door = ClosedDoor(
                title: Phrase("\(page.decision.kind.past): \(title)"),
                text: Phrase(
                    "The ten minutes in which this could be taken back are over. Please write, and a way will be found."
                )
            )
        }
        door.path = SitePath.deliverable(page.deliverable.id, page.organization.settings.slug)
        door.pathText = Phrase("Look at it in the portal")
        return closed(
            door, page.organization, for: page.person, status: page.refusal == .alreadyUsed ? .ok : .gone)
    }
}
