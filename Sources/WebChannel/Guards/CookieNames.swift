import PortalCore

/// The cookies' names and attributes. With `__Host-` a browser takes them only over https, for this host, for all paths
/// (RFC 6265bis §4.1.3.2); plain http, on loopback only, cannot have it.
struct CookieNames: Sendable {
    private let isSecure: Bool

    init(site: SiteAddress) { isSecure = site.isSecure }

    func session(_ slug: String) -> String { "\(prefix)postern-\(slug)" }

    /// With a dot, which no slug has, so that it is no organization's session.
    var browser: String { "\(prefix)postern.browser" }

    private var prefix: String { isSecure ? "__Host-" : "" }

    /// The field that sets a cookie for thirty days: as long as a session lives, and as an access code is remembered.
    func setting(_ name: String, to secret: Secret) -> String {
        "\(name)=\(secret.text); Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")"
    }

    func clearing(_ name: String) -> String {
        "\(name)=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")"
    }
}
