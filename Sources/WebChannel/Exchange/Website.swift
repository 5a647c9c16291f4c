import HTTPTypes
import Hummingbird
import Localization
import Logging
import MailFormat
import NIOCore
import PortalCore
import Templates

/// What answers requests: each is checked, led to its act, and answered with a page.
struct Website: Sendable {
    let portal: Portal
    let settings: WebSettings
    let logger: Logger
    let templates: TemplateSets
    let cookies: CookieNames
    let site: SiteAddress
    private let host: SiteHost
    private let fields: SecurityFields
    let errands = Errands()
    private let doorPace = Pace.atTheDoors
    private let hookPace = Pace.atTheHooks
    private let sessionPace = Pace.ofOneSession
    private let organizationPace = Pace.ofOneOrganization

    init(portal: Portal, site: SiteAddress, settings: WebSettings, logger: Logger) throws(TemplateErrors) {
        self.portal = portal
        self.settings = settings
        self.logger = logger
        templates = try PageTemplates.load(settings.languages)
        cookies = CookieNames(site: site)
        self.site = site
        host = SiteHost(site: site)
        fields = SecurityFields(isSecure: site.isSecure)
    }
}

extension Website: HTTPResponder {
    func respond(to request: Request, context: VisitContext) async throws -> Response {
        let answer: Answer
        do {
            answer = try await self.answer(request, from: context.peer)
        } catch let problem as Problem {
            answer = page(for: problem, request)
        } catch {
            answer = page(for: fault(error, request), request)
        }
        return fields.response(answer, isHead: request.method == .head)
    }

    private func answer(_ request: Request, from peer: String) async throws -> Answer {
        let authority = request.head.authority ?? ""
        guard host.isNamed(by: authority) else { throw Problem.misdirected }
        guard let place = Place(target: request.head.path ?? "") else { throw Problem.notFound }
        let visit = Visit(
            request: request, place: place,
            address: ClientAddress.of(
                peer: peer, forwardedFor: request.headers[values: Self.forwardedFor], trusted: settings.trustedProxies),
            cookies: cookies)
        let acts = try acts(at: place)
        switch (request.method, acts.get, acts.post) {
        case (.get, let get?, _), (.head, let get?, _): return try await get(visit)
        case (.post, _, let post?):
            guard FormOrigin.isOwn(request.headers, host: authority, of: host) else { throw Problem.foreignForm }
            guard isInTime(visit) else { throw Problem.tooMany }
            return try await post(visit)
        default: throw Problem.methodNotAllowed(allowed: acts.methods)
        }
    }

    /// Whether a form may be taken now: at the doors by where it comes from, inside by whose it is.
    private func isInTime(_ visit: Visit) -> Bool {
        let now = portal.now
        if case .paymentHook = visit.place {
            return hookPace.allows(ClientAddress.network(of: visit.address), at: now)
        }
        if visit.place.isDoor { return doorPace.allows(ClientAddress.network(of: visit.address), at: now) }
        guard case .organization(let slug, _) = visit.place, let session = visit.session(slug) else { return true }
        return sessionPace.allows(session.text, at: now) && organizationPace.allows(slug, at: now)
    }

    /// Logged once, here; the page shows nothing of it but a number to find it by.
    private func fault(_ error: any Error, _ request: Request) -> Problem {
        let id = Hexadecimal.text((0..<4).map { _ in UInt8.random(in: 0...255) })
        // The path may hold a secret; its first letters say enough.
        let path = String(decoding: (request.head.path ?? "").utf8.prefix(3), as: UTF8.self)
        logger.error("a page failed", metadata: ["id": "\(id)", "path": "\(path)…", "error": "\(error)"])
        return .fault(id: id)
    }

    private func page(for problem: Problem, _ request: Request) -> Answer {
        var frame = Frame()
        frame.language = language(at: request.head.path ?? "")
        var answer = page("problem", ["title": .phrase(problem.title), "text": .phrase(problem.text)], frame)
        answer.status = problem.status
        if case .methodNotAllowed(let allowed) = problem { answer.headers[.allow] = allowed }
        if problem == .tooMany { answer.headers[.retryAfter] = "60" }
        return answer.keepingItsAddress
    }

    /// What a page without a frame is said in: the language of the organization whose address it begins with, whoever looks;
    /// elsewhere the one that all organizations share.
    private func language(at target: String) -> LanguageCode {
        let first = target.utf8.dropFirst().prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        if case .organization(let slug, _)? = Place(target: "/" + String(decoding: first, as: UTF8.self)),
            let found = try? portal.organization(slug)
        {
            return LanguageCode(locale: found.settings.locale)
        }
        return sharedLanguage
    }

    private var sharedLanguage: LanguageCode {
        let codes = Set((try? portal.organizations())?.map { LanguageCode(locale: $0.settings.locale) } ?? [])
        return codes.count == 1 ? codes.first ?? .english : .english
    }

    private static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .origin
}

extension Acts {
    fileprivate var methods: String {
        [get.map { _ in "GET, HEAD" }, post.map { _ in "POST" }].compactMap { $0 }.joined(separator: ", ")
    }
}

extension Place {
    /// Whether somebody may come here who has not shown who they are.
    fileprivate var isDoor: Bool {
        switch self {
        case .invitation, .portalLink, .signInLink, .confirmation, .undoLink, .muteLink, .guestLink, .signing,
            .signingFile,
            .organization(_, .signIn), .organization(_, .signInCode):
            true
        case .home, .health, .style, .paymentHook, .organization: false
        }
    }
}

extension Website {
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
            ], frame)
    }

    /// Says “ok” while the database answers.
    func health() throws -> Answer {
        _ = try portal.commitsSeen()
        return .open(Array("ok\n".utf8), type: "text/plain; charset=utf-8", cache: "no-store")
    }
}
