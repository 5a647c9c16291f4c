import HTTPTypes
import Localization
import MailFormat
import PortalCore
import Templates

/// The page behind the unsubscribe link of a notification: how it is, and one button that changes it.
struct MutingView {
    let page: MutePage
    let token: FormToken
    let path: String

    static let names: TemplateNames = ["address", "muted", "organizationName", "action", "form"]

    var value: TemplateValue {
        let name = page.organization.settings.name
        return [
            "title": .phrase(Phrase("Notifications from \(name)")),
            "address": .text(MaskedAddress.text(page.person.address.text)), "muted": .flag(page.person.muted),
            "organizationName": .text(name), "action": .text(path), "form": .text(token.text),
        ]
    }
}

extension Website {
    func showMuting(_ secret: Secret, _ visit: Visit) throws -> Answer {
        guard let found = try portal.mutePage(secret) else { throw Problem.notFound }
        let browser = visit.browser ?? portal.freshSecret()
        let path = SitePath.mute(secret)
        let view = MutingView(page: found, token: token(for: path, key: browser), path: path)
        return page("muting", view.value, Frame(found.organization, for: found.person))
            .settingCookie(cookies.setting(cookies.browser, to: browser)).keepingItsAddress
    }

    /// The page's button, or a mail program on its own: RFC 8058 §3.2, which sends this one field, without cookie or any
    /// context, and must not be redirected. It can only mute, and its secret is all that it needs.
    func mute(_ secret: Secret, _ visit: Visit) async throws -> Answer {
        let content = try await SubmittedForm(visit, limit: SubmittedForm.smallest)
        guard try portal.mutePage(secret) != nil else { throw Problem.notFound }
        if content.value("List-Unsubscribe").utf8.elementsEqual("One-Click".utf8) {
            try await notify(false, for: .muteLink(secret), because: .form(nonce: portal.freshSecret().text))
            return try showMuting(secret, visit)
        }
        let path = SitePath.mute(secret)
        let form = try OwnForm(content, at: path, key: visit.browser)
        try await notify(form.asksForMail, for: .muteLink(secret), because: form.cause)
        return Answer.seeOther(path).keepingItsAddress
    }

    /// The switch of somebody who is signed in.
    func notify(_ slug: String, _ visit: Visit) async throws -> Answer {
        guard let session = visit.session(slug), try portal.viewer(session, of: slug) != nil else {
            return try inside(slug, visit) { _ in nil }
        }
        let form = try await OwnForm(visit, at: SitePath.notifications(slug), key: session)
        let outcome = try await notify(
            form.asksForMail, for: .session(session, organization: slug), because: form.cause)
        if case .refused(let refusal)? = outcome, let answer = try turnedAway(refusal, from: slug) { return answer }
        return .seeOther(SitePath.dashboard(slug))
    }

    @discardableResult
    private func notify(_ on: Bool, for claim: Claim, because cause: Cause) async throws -> Outcome? {
        try await portal.perform([.item(.account(.notify(on)))], for: claim, because: cause).first
    }
}

extension OwnForm {
    fileprivate var asksForMail: Bool { value("mail").utf8.elementsEqual("on".utf8) }
}
