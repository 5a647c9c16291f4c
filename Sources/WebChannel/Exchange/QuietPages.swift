import HTTPTypes
import Hummingbird
import Localization
import PortalCore
import Templates

/// Pages that are of nobody's portal: they stand without a frame.
extension Website {
    /// What a page without a frame has beside its title.
    static let quietNames: TemplateNames = ["text": .value, "overview": .value]

    /// The quiet page at the root: who has no link has nothing to see.
    func home() -> Answer {
        var frame = Frame()
        frame.language = sharedLanguage
        return page(
            "problem",
            [
                "title": .phrase(Phrase("A client portal")),
                "text": .phrase(
                    Phrase("You come in by the link in your mail, or at the address that your contact gave you.")),
                "overview": .absent,
            ], frame)
    }

    /// Says “ok” while the database answers.
    func health() throws -> Answer {
        _ = try portal.commitsSeen()
        return .open(Array("ok\n".utf8), type: "text/plain; charset=utf-8", cache: "no-store")
    }

    /// Why there is no page. Of all that one session does not find the page is the same, to the byte.
    func page(for problem: Problem, _ request: Request) -> Answer {
        let named = organization(at: request.head.path ?? "")
        let viewer = viewer(of: request, at: named)
        var frame = Frame()
        frame.language =
            viewer.map { Frame($0.organization, for: $0.person).language }
            ?? named.map { LanguageCode(locale: $0.settings.locale) } ?? sharedLanguage
        var answer = page(
            "problem",
            [
                "title": .phrase(problem.title), "text": .phrase(problem.text),
                "overview": .optional(viewer.map { SitePath.dashboard($0.organization.settings.slug) }),
            ], frame)
        answer.status = problem.status
        if case .methodNotAllowed(let allowed) = problem { answer.headers[.allow] = allowed }
        if problem == .tooMany { answer.headers[.retryAfter] = "60" }
        return answer.keepingItsAddress
    }

    /// For a place that only takes forms: the way to the nearest page above it, where that is there for whoever asks, and
    /// otherwise what that page answers; nil where there is none.
    func pageAround(_ visit: Visit) async throws -> Answer? {
        guard case .organization = visit.place else { return nil }
        var path = Substring(visit.request.head.path ?? "").utf8.prefix { $0 != UInt8(ascii: "?") }
        while let slash = path.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex {
            path = path[..<slash]
            let above = String(decoding: path, as: UTF8.self)
            guard let place = Place(target: above), let get = try? acts(at: place).get else { continue }
            let page = Visit(request: visit.request, place: place, address: visit.address, cookies: cookies)
            let answer = try await get(page)
            return answer.status == .ok ? .seeOther(above) : answer
        }
        return nil
    }

    /// The organization whose address a target begins with, whatever comes behind it.
    private func organization(at target: String) -> Organization? {
        let first = target.utf8.dropFirst().prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        guard case .organization(let slug, _)? = Place(target: "/" + String(decoding: first, as: UTF8.self)) else {
            return nil
        }
        return try? portal.organization(slug)
    }

    /// Who is signed in: at the organization that the address names, or else at any.
    private func viewer(of request: Request, at named: Organization?) -> Participant? {
        for organization in [named].compactMap(\.self) + ((try? portal.organizations()) ?? []) {
            let slug = organization.settings.slug
            let visit = Visit(
                request: request, place: .organization(slug: slug, .dashboard), address: "", cookies: cookies)
            if let session = visit.session(slug), let viewer = try? portal.viewer(session, of: slug) { return viewer }
        }
        return nil
    }

    /// Where no organization is named: the language that all of them share.
    private var sharedLanguage: LanguageCode {
        let codes = Set((try? portal.organizations())?.map { LanguageCode(locale: $0.settings.locale) } ?? [])
        return codes.count == 1 ? codes.first ?? .english : .english
    }
}
