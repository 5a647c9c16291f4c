import HTTPTypes
import Localization
import MailFormat
import PortalCore
import Templates

/// The page behind an invitation: who invites whom, and one button.
struct InvitationView {
    let page: InvitationPage
    let path: String
    let token: FormToken

    static let names: TemplateNames = ["person", "address", "welcome", "action", "form"]

    var value: TemplateValue {
        let settings = page.organization.settings
        return [
            "title": .phrase(Phrase("\(settings.name) invites you")), "person": .text(page.person.name),
            "address": .text(MaskedAddress.text(page.person.address.text)), "welcome": .text(settings.welcome),
            "action": .text(path), "form": .text(token.text),
        ]
    }
}

/// An address, as much of it as its owner needs to know it again: `d•••@client.test`.
enum MaskedAddress {
    static func text(_ address: String) -> String {
        let parts = address.utf8.split(separator: UInt8(ascii: "@"))
        guard parts.count == 2 else { return "" }
        return "\(String(decoding: parts[0].prefix(1), as: UTF8.self))•••@\(String(decoding: parts[1], as: UTF8.self))"
    }
}

extension Website {
    func showInvitation(_ secret: Secret, _ visit: Visit) throws -> Answer {
        guard let found = try portal.invitationPage(secret) else { throw Problem.notFound }
        if let refusal = found.refusal { return try invitationClosed(refusal, secret, found, visit).keepingItsAddress }
        guard found.organization.settings.portalOpen else {
            return closed(
                .portal(of: found.organization), found.organization, for: found.person, status: .forbidden
            ).keepingItsAddress
        }
        if visit.isSeen { portal.noteLook(at: .invitation(found.invitation)) }
        let browser = visit.browser ?? portal.freshSecret()
        let path = SitePath.invitation(secret)
        let view = InvitationView(page: found, path: path, token: token(for: path, key: browser))
        return page("invitation", view.value, Frame(found.organization, for: found.person))
            .settingCookie(cookies.setting(cookies.browser, to: browser)).keepingItsAddress
    }

    func acceptInvitation(_ secret: Secret, _ visit: Visit) async throws -> Answer {
        let form = try await OwnForm(visit, at: SitePath.invitation(secret), key: visit.browser)
        guard let found = try portal.invitationPage(secret), let browser = visit.browser,
            let session = form.session(in: browser)
        else { throw Problem.notFound }
        if found.refusal == .alreadyUsed, form.value("mail") == "again" {
            let slug = found.organization.settings.slug
            return try mailSignIn(to: found.person.address.text, browser, slug, because: form.cause)
        }
        let outcomes = try await portal.perform(
            [.acceptInvitation(session: session)], for: .invitation(secret), because: form.cause)
        if case .refused? = outcomes.first { return try showInvitation(secret, visit) }
        return try enter(found.organization, with: session)
    }

    private func invitationClosed(
        _ refusal: Refusal, _ secret: Secret, _ page: InvitationPage, _ visit: Visit
    ) throws -> Answer {
        let organization = page.organization
        let settings = organization.settings
        switch SpentLink(refusal) {
        case .used:
            let browser = visit.browser ?? portal.freshSecret()
            let path = SitePath.invitation(secret)
            let door = ClosedDoor(
                title: Phrase("This invitation was accepted already"),
                text: Phrase(
                    "You are in: press the button, and a link goes to \(MaskedAddress.text(page.person.address.text)). Some mail programs open links by themselves; then this is how you get in."
                ),
                again: (path, token(for: path, key: browser)))
            return closed(door, organization, for: page.person)
                .settingCookie(cookies.setting(cookies.browser, to: browser))
        case .expired:
            let text = Phrase(
                "Invitations are open for a week. Write to \(settings.name), and they will send you a new one.")
            return closed(
                ClosedDoor(title: Phrase("This invitation has expired"), text: text), organization, for: page.person)
        case .revoked:
            let text = Phrase(
                "A newer mail may hold a newer link. If there is none, \(settings.name) can tell you more.")
            return closed(
                ClosedDoor(title: Phrase("This invitation is not valid any more"), text: text), organization,
                for: page.person)
        case nil: throw Problem.notFound
        }
    }
}
