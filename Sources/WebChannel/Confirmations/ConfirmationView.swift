import HTTPTypes
import Localization
import MailFormat
import PortalCore
import Templates

/// The page of a decision that a mail came close to: what it is about, and the choices, none of them chosen.
struct ConfirmationView {
    let page: ConfirmationPage
    let form: TemplateValue

    static let names: TemplateNames = [
        "person": .value, "address": .value, "project": .value, "deliverable": .value, "details": .value,
        "fileNames": .value, "decision": DecisionForm.names, "path": .value,
    ]

    var value: TemplateValue {
        let settings = page.organization.settings
        let deliverable = page.item.deliverable
        return [
            "title": .phrase(Phrase("Your decision about \(deliverable.settings.title)")),
            "person": .text(page.person.name),
            "address": .text(MaskedAddress.text(page.person.address.text)),
            "project": .text(page.item.project.settings.title), "deliverable": .text(deliverable.settings.title),
            "details": .phrase(deliverable.settings.details),
            "fileNames": .text(page.item.files.map(\.content.name).joined(separator: ", ")), "decision": form,
            "path": .text(SitePath.deliverable(deliverable.id, settings.slug)),
        ]
    }
}

extension Website {
    func showConfirmation(_ secret: Secret, _ visit: Visit) throws -> Answer {
        try showConfirmation(secret, visit, sent: nil)
    }

    func confirm(_ secret: Secret, _ visit: Visit) async throws -> Answer {
        let path = SitePath.confirmation(secret)
        let sent = try await OwnForm(visit, at: path, key: visit.browser)
        guard let found = try portal.confirmationPage(secret) else { throw Problem.notFound }
        guard var form = DecisionForm(sent, of: found.item.deliverable.id) else { throw Problem.unreadableForm }
        guard let command = form.command else {
            form.problem = RefusalWords.noChoice
            return try showConfirmation(secret, visit, sent: form)
        }
        let outcomes = try await portal.perform([command], for: .confirmation(secret), because: sent.cause)
        if case .refused(let refusal)? = outcomes.first, refusal.isAboutWhatWasTyped {
            form.problem = RefusalWords.decision(refusal)
            return try showConfirmation(secret, visit, sent: form)
        }
        return Answer.seeOther(path).keepingItsAddress
    }

    private func showConfirmation(_ secret: Secret, _ visit: Visit, sent: DecisionForm?) throws -> Answer {
        guard let found = try portal.confirmationPage(secret) else { throw Problem.notFound }
        if let refusal = found.refusal { return try confirmationClosed(refusal, found).keepingItsAddress }
        guard found.organization.settings.portalOpen || found.person.isStaff else {
            return closed(
                .portal(of: found.organization), found.organization, for: found.person, status: .forbidden
            ).keepingItsAddress
        }
        let browser = visit.browser ?? portal.freshSecret()
        let path = SitePath.confirmation(secret)
        var form = sent ?? DecisionForm(found.item.deliverable)
        if sent == nil { form.comment = found.confirmation.comment }
        let view = ConfirmationView(
            page: found, form: form.value(path: path, token: token(for: path, key: browser)))
        return page(
            "confirmation", view.value, Frame(found.organization, for: found.person),
            status: form.problem == nil ? .ok : .unprocessableContent
        )
        .settingCookie(cookies.setting(cookies.browser, to: browser)).keepingItsAddress
    }

    private func confirmationClosed(_ refusal: Refusal, _ page: ConfirmationPage) throws -> Answer {
        let title = page.item.deliverable.settings.title
        if case .newerVersion(let shown, let current) = refusal {
            let text = Phrase("Your mail was about version \(shown) of \(title). Version \(current) is there now.")
            return opened(ClosedDoor(title: Phrase("A newer version has arrived"), text: text), page, status: .gone)
        }
        if case .decided(let kind, _, _) = page.item.deliverable.state {
            let text = Phrase("The decision about this version is made. Nothing more to do here.")
            return opened(ClosedDoor(title: Phrase("\(kind.past): \(title)"), text: text), page, status: .ok)
        }
        switch SpentLink(refusal) {
        case .used:
            let text = Phrase(
                "What it asked about waits for a decision again: a newer version, or one that was taken back.")
            return opened(ClosedDoor(title: Phrase("This page was used before"), text: text), page, status: .gone)
        case .expired:
            let text = Phrase("It was open for a week. You can still decide in the portal.")
            return opened(ClosedDoor(title: Phrase("This page has expired"), text: text), page, status: .gone)
        case .revoked, nil: throw Problem.notFound
        }
    }

    private func opened(_ door: ClosedDoor, _ page: ConfirmationPage, status: HTTPResponse.Status) -> Answer {
        var door = door
        door.path = SitePath.deliverable(page.item.deliverable.id, page.organization.settings.slug)
        door.pathText = Phrase("Look at it in the portal")
        return closed(door, page.organization, for: page.person, status: status)
    }
}
