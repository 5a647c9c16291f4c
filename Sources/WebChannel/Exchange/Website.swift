import HTTPTypes
import Hummingbird
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
        case (.get, nil, _?), (.head, nil, _?):
            guard let answer = try await pageAround(visit) else {
                throw Problem.methodNotAllowed(allowed: acts.methods)
            }
            return answer
        case (.post, _, let post?):
            guard FormOrigin.isOwn(request.headers, host: authority, of: host) else { throw Problem.foreignForm }
            guard try isInTime(visit) else { throw Problem.tooMany }
            return try await post(visit)
        default: throw Problem.methodNotAllowed(allowed: acts.methods)
        }
    }

    /// Whether a form may be taken now: inside, of those whom the portal knows, by whose it is; of all others by where it
    /// comes from. A cookie that anybody can make up counts for nobody, and uses up nothing of an organization's.
    private func isInTime(_ visit: Visit) throws -> Bool {
        let now = portal.now
        let network = ClientAddress.network(of: visit.address)
        if case .paymentHook = visit.place { return hookPace.allows(network, at: now) }
        guard !visit.place.isDoor, case .organization(let slug, _) = visit.place, let session = visit.session(slug),
            try portal.viewer(session, of: slug) != nil
        else { return doorPace.allows(network, at: now) }
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
            .signingFile, .signingView,
            .organization(_, .signIn), .organization(_, .signInCode):
            true
        case .home, .health, .style, .paymentHook, .organization: false
        }
    }
}
