import HTTPTypes
import Localization
import MailFormat
import PortalCore
import Templates

/// The page behind a portal link: whose it is, the access code where it has one, and one button.
struct PortalLinkView {
    let page: PortalLinkPage
    let path: String
    let token: FormToken
    let problem: Phrase?

    static let names: TemplateNames = ["person", "address", "welcome", "asksForCode", "problem", "action", "form"]

    var value: TemplateValue {
        let settings = page.organization.settings
        return [
            "title": .phrase(Phrase("Your portal at \(settings.name)")), "person": .text(page.person.name),
            "address": .text(MaskedAddress.text(page.person.address.text)), "welcome": .text(settings.welcome),
            "asksForCode": .flag(page.asksForCode), "problem": .optional(problem), "action": .text(path),
            "form": .text(token.text),
        ]
    }
}

extension Website {
    func showPortalLink(_ secret: Secret, _ visit: Visit) throws -> Answer {
        if let found = try portal.portalLinkPage(secret, browser: nil) {
            portal.noteLook(at: .portalLink(found.link.id))
        }
        return try showPortalLink(secret, visit, problem: nil)
    }

    func openPortalLink(_ secret: Secret, _ visit: Visit) async throws -> Answer {
        let form = try await OwnForm(visit, at: SitePath.portalLink(secret), key: visit.browser)
        guard let found = try portal.portalLinkPage(secret, browser: visit.browser), let browser = visit.browser,
            let session = form.session(in: browser)
        else { throw Problem.notFound }
        if found.refusal == .expired, form.value("mail").utf8.elementsEqual("again".utf8) {
            return try await askExtension(of: secret, found, because: form.cause)
        }
        let typed = form.value("code")
        let code = SixDigitCode(typed)
        if code == nil, found.asksForCode, found.refusal == nil {
            return try showPortalLink(secret, visit, problem: RefusalWords.text(.accessCodeNeeded))
        }
        let outcomes = try await portal.perform(
            [.openPortalLink(session: session)], for: .portalLink(secret, code: code, browser: browser),
            because: form.cause)
        guard case .refused(let refusal)? = outcomes.first else {
            return try enter(found.organization, with: session)
        }
        if refusal == .tooManyAttempts { return linkStaysShut(found) }
        return try showPortalLink(secret, visit, problem: RefusalWords.text(refusal))
    }

    private func showPortalLink(_ secret: Secret, _ visit: Visit, problem: Phrase?) throws -> Answer {
        let browser = visit.browser ?? portal.freshSecret()
        guard let found = try portal.portalLinkPage(secret, browser: browser) else { throw Problem.notFound }
        if found.refusal == .tooManyAttempts { return linkStaysShut(found) }
        if let refusal = found.refusal { return try linkClosed(refusal, secret, browser, found) }
        guard found.organization.settings.portalOpen else {
            return closed(
                .portal(of: found.organization), found.organization, for: found.person, status: .forbidden
            ).keepingItsAddress
        }
        let path = SitePath.portalLink(secret)
        let view = PortalLinkView(
            page: found, path: path, token: token(for: path, key: browser), problem: problem)
        return page(
            "portal-link", view.value, Frame(found.organization, for: found.person),
            status: problem == nil ? .ok : .unprocessableContent
        )
        .settingCookie(cookies.setting(cookies.browser, to: browser)).keepingItsAddress
    }

    /// The staff are told that somebody asks for another link.
    private func askExtension(
        of secret: Secret, _ page: PortalLinkPage, because cause: Cause
    ) async throws -> Answer {
        let outcomes = try await portal.perform(
            [.item(.account(.askExtension))], for: .expiredLink(secret), because: cause)
        if case .refused? = outcomes.first { throw Problem.notFound }
        let door = ClosedDoor(
            title: Phrase("You have asked for a new link"),
            text: Phrase(
                "\(page.organization.settings.name) knows now. A new link comes by mail when they have made it."))
        return closed(door, page.organization, for: page.person, status: .ok).keepingItsAddress
    }

    private func linkClosed(
        _ refusal: Refusal, _ secret: Secret, _ browser: Secret, _ page: PortalLinkPage
    ) throws -> Answer {
        let organization = page.organization
        let name = organization.settings.name
        let path = SitePath.portalLink(secret)
        let door: ClosedDoor
        switch SpentLink(refusal) {
        case .expired:
            door = ClosedDoor(
                title: Phrase("This link has expired"),
                text: Phrase("It was made for a limited time. Press the button, and \(name) is asked for a new one."),
                again: organization.settings.portalOpen ? (path, token(for: path, key: browser)) : nil,
                againText: Phrase("Ask for a new link"))
        case .revoked:
            door = ClosedDoor(
                title: Phrase("This link was withdrawn"),
                text: Phrase("\(name) has closed it. If that surprises you, write to them."))
        case .used, nil: throw Problem.notFound
        }
        return closed(door, organization, for: page.person)
            .settingCookie(cookies.setting(cookies.browser, to: browser)).keepingItsAddress
    }

    private func linkStaysShut(_ page: PortalLinkPage) -> Answer {
        let door = ClosedDoor(
            title: Phrase("There were too many wrong codes"),
            text: Phrase(
                "To keep your files safe this link stays shut now. Write to \(page.organization.settings.name), and they can send you a new one."
            ))
        return closed(door, page.organization, for: page.person, status: .forbidden).keepingItsAddress
    }
}
