import HTTPTypes
import Localization
import Logging
import MailFormat
import PortalCore
import Templates

/// Where somebody asks for a link and a code.
struct SignInView {
    let organization: Organization
    let token: FormToken

    static let names: TemplateNames = ["action", "form", "codePath"]

    var value: TemplateValue {
        let slug = organization.settings.slug
        return [
            "title": .phrase(Phrase("Sign in to \(organization.settings.name)")),
            "action": .text(SitePath.signIn(slug)),
            "form": .text(token.text), "codePath": .text(SitePath.signInCode(slug)),
        ]
    }
}

/// Where the code of a sign-in mail is typed. It looks the same whether a mail was sent or not.
struct SignInCodeView {
    let organization: Organization
    let token: FormToken
    let problem: Phrase?

    static let names: TemplateNames = ["action", "form", "problem", "again"]

    var value: TemplateValue {
        let slug = organization.settings.slug
        return [
            "title": .phrase(Phrase("Look into your mailbox")), "action": .text(SitePath.signInCode(slug)),
            "form": .text(token.text), "problem": .optional(problem), "again": .text(SitePath.signIn(slug)),
        ]
    }
}

/// The page behind the link of a sign-in mail.
struct SignInLinkView {
    let page: SignInPage
    let path: String
    /// Nil in another browser than the one that asked.
    let token: FormToken?

    var problem: Phrase?

    static let names: TemplateNames = ["address", "action", "form", "elsewhere", "code", "problem"]

    var value: TemplateValue {
        [
            "title": .phrase(Phrase("Sign in to \(page.organization.settings.name)")),
            "address": .text(MaskedAddress.text(page.person.address.text)), "action": .text(path),
            "form": .optional(token?.text), "elsewhere": .flag(token == nil), "code": .flag(page.asksForCode),
            "problem": .optional(problem),
        ]
    }
}

extension Website {
    func showSignIn(_ slug: String, _ visit: Visit) throws -> Answer {
        guard let organization = try portal.organization(slug) else { throw Problem.notFound }
        if let session = visit.session(slug), try portal.viewer(session, of: slug) != nil {
            return .seeOther(SitePath.dashboard(slug))
        }
        let browser = visit.browser ?? portal.freshSecret()
        let view = SignInView(organization: organization, token: token(for: SitePath.signIn(slug), key: browser))
        return page("sign-in", view.value, Frame(organization))
            .settingCookie(cookies.setting(cookies.browser, to: browser))
    }

    /// The answer is the same for whoever is known and whoever is not, and takes as long: the work comes after it.
    func askToSignIn(_ slug: String, _ visit: Visit) async throws -> Answer {
        let form = try await OwnForm(visit, at: SitePath.signIn(slug), key: visit.browser)
        guard let browser = visit.browser, try portal.organization(slug) != nil else { throw Problem.notFound }
        return try mailSignIn(to: form.text("email"), browser, slug, because: form.cause)
    }

    /// To where the code is typed; a mail follows if the address is known.
    func mailSignIn(to address: String, _ browser: Secret, _ slug: String, because cause: Cause) throws -> Answer {
        let isTaken = errands.run { [portal, logger] in
            do {
                _ = try await portal.perform(
                    [.askToSignIn(address: address, browser: browser)], for: .visitor(organization: slug),
                    because: cause)
            } catch {
                logger.error("a sign-in mail is not owed", metadata: ["error": "\(error)"])
            }
        }
        guard isTaken else { throw Problem.tooMany }
        return .seeOther(SitePath.signInCode(slug))
    }

    func showSignInCode(_ slug: String, _ visit: Visit) throws -> Answer {
        try showSignInCode(slug, visit, problem: nil)
    }

    func signIn(byCode slug: String, _ visit: Visit) async throws -> Answer {
        let form = try await OwnForm(visit, at: SitePath.signInCode(slug), key: visit.browser)
        guard let organization = try portal.organization(slug), let browser = visit.browser,
            let session = form.session(in: browser)
        else { throw Problem.notFound }
        guard let code = SixDigitCode(form.value("code")) else {
            return try showSignInCode(slug, visit, problem: Phrase("The code has six digits."))
        }
        let outcomes = try await portal.perform(
            [.signIn(session: session)], for: .signInCode(code, browser: browser, organization: slug),
            because: form.cause)
        if case .refused(let refusal)? = outcomes.first {
            return try showSignInCode(slug, visit, problem: RefusalWords.text(refusal))
        }
        return try enter(organization, with: session)
    }

    func showSignInLink(_ secret: Secret, _ visit: Visit) throws -> Answer {
        try showSignInLink(secret, visit, problem: nil)
    }

    private func showSignInLink(_ secret: Secret, _ visit: Visit, problem: Phrase?) throws -> Answer {
        guard let found = try portal.signInPage(secret, browser: visit.browser) else { throw Problem.notFound }
        let path = SitePath.signInLink(secret)
        let browser = visit.browser ?? portal.freshSecret()
        let token = found.sameBrowser || found.asksForCode ? self.token(for: path, key: browser) : nil
        let view = SignInLinkView(page: found, path: path, token: token, problem: problem)
        let answer = page(
            "sign-in-link", view.value, Frame(found.organization, for: found.person),
            status: problem == nil ? .ok : .unprocessableContent
        ).keepingItsAddress
        guard found.asksForCode else { return answer }
        return answer.settingCookie(cookies.setting(cookies.browser, to: browser))
    }

    func signIn(byLink secret: Secret, _ visit: Visit) async throws -> Answer {
        let form = try await OwnForm(visit, at: SitePath.signInLink(secret), key: visit.browser)
        guard let browser = visit.browser, let session = form.session(in: browser) else { throw Problem.notFound }
        let page = try portal.signInPage(secret, browser: browser)
        if let page, page.asksForCode { return try await signIn(secret, page, session, form, visit) }
        let outcomes = try await portal.perform(
            [.signIn(session: session)], for: .signInLink(secret, browser: browser), because: form.cause)
        guard let organization = try page?.organization ?? organization(of: session) else { throw Problem.notFound }
        if case .refused? = outcomes.first { throw Problem.notFound }
        return try enter(organization, with: session)
    }

    /// Asked for by mail: the code that stands beside the link is typed.
    private func signIn(
        _ secret: Secret, _ page: SignInPage, _ session: Secret, _ form: OwnForm, _ visit: Visit
    ) async throws -> Answer {
        guard let code = SixDigitCode(form.value("code")) else {
            return try showSignInLink(secret, visit, problem: Phrase("The code has six digits."))
        }
        let outcomes = try await portal.perform(
            [.signIn(session: session)], for: .mailedSignIn(secret, code), because: form.cause)
        if case .refused(let refusal)? = outcomes.first {
            return try showSignInLink(secret, visit, problem: RefusalWords.text(refusal))
        }
        return try enter(page.organization, with: session)
    }

    /// Whose session this is, for a link that was spent by the first of two presses.
    private func organization(of session: Secret) throws -> Organization? {
        try portal.organizations().first { try portal.viewer(session, of: $0.settings.slug) != nil }
    }

    private func showSignInCode(_ slug: String, _ visit: Visit, problem: Phrase?) throws -> Answer {
        guard let organization = try portal.organization(slug) else { throw Problem.notFound }
        let browser = visit.browser ?? portal.freshSecret()
        let view = SignInCodeView(
            organization: organization, token: token(for: SitePath.signInCode(slug), key: browser), problem: problem)
        return page(
            "sign-in-code", view.value, Frame(organization), status: problem == nil ? .ok : .unprocessableContent
        )
        .settingCookie(cookies.setting(cookies.browser, to: browser))
    }
}
