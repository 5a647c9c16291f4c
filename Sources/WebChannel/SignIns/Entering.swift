import PortalCore

extension Website {
    /// To the dashboard, with the session that a door has opened.
    ///
    /// Where the door's form had been sent before, its session is there already, or was never opened: then the cookie
    /// that the browser has is left alone.
    func enter(_ organization: Organization, with session: Secret) throws -> Answer {
        let slug = organization.settings.slug
        let answer = Answer.seeOther(SitePath.dashboard(slug)).keepingItsAddress
        guard try portal.viewer(session, of: slug) != nil else { return answer }
        return answer.settingCookie(cookies.setting(cookies.session(slug), to: session))
    }

    func signOut(_ slug: String, _ visit: Visit) async throws -> Answer {
        guard let session = visit.session(slug) else { return try inside(slug, visit) { _ in nil } }
        let form = try await OwnForm(visit, at: SitePath.signOut(slug), key: session)
        _ = try await portal.perform([.signOut], for: .session(session, organization: slug), because: form.cause)
        return Answer.seeOther(SitePath.signIn(slug)).settingCookie(cookies.clearing(cookies.session(slug)))
    }
}
