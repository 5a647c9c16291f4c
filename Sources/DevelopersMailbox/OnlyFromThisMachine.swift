import HTTPTypes
import Hummingbird
import MailFormat

/// Keeps other web sites out: one that a developer visits could otherwise send mails in their name.
///
/// The Host must be this machine's (a name that an attacker makes resolve to 127.0.0.1 is not), and a form must come
/// from the mailbox' own pages.
struct OnlyFromThisMachine: RouterMiddleware {
    typealias Context = BasicRequestContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let authority = request.head.authority ?? ""
        guard Self.isLocal(authority), Self.isOwn(request.headers[.origin], authority) else {
            return Response(status: .forbidden, headers: [.contentSecurityPolicy: ContentPolicy.page])
        }
        var response = try await next(request, context)
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = ContentPolicy.page
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        if let name = ContentPolicy.referrer { response.headers[name] = "same-origin" }
        return response
    }

    private static func isLocal(_ authority: String) -> Bool {
        let host =
            authority.utf8.last { $0 == ASCII.colon || $0 == ASCII.closeBracket } == ASCII.colon
            ? authority.utf8[..<(authority.utf8.lastIndex(of: ASCII.colon) ?? authority.endIndex)] : authority.utf8[...]
        return ["127.0.0.1", "localhost", "[::1]"].contains { host.equalsIgnoringASCIICase($0.utf8) }
    }

    /// Browsers send Origin with every form; scripts without one are no browser that could be misled.
    private static func isOwn(_ origin: String?, _ authority: String) -> Bool {
        origin.map { $0.equalsIgnoringASCIICase("http://\(authority)") } ?? true
    }
}

/// What the mailbox' pages may load.
enum ContentPolicy {
    static let page = """
        default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; \
        frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """

    /// A mail in its frame: its own styles, pictures from anywhere, no script, no form.
    static let frame = """
        default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: http: https:; \
        frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox
        """

    /// Types that may be shown; everything else is offered for download.
    static let pictures: Set<String> = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml"]

    static let referrer = HTTPField.Name(parsed: "Referrer-Policy")
}
