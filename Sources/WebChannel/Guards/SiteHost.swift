import MailFormat
import PortalCore

/// The host and port of the site: requests must name it, and forms must come from it.
///
/// A name that an attacker makes resolve to this machine is not it (DNS rebinding). Where the site is on loopback, its
/// three names are the same, on any port.
struct SiteHost: Sendable {
    private let scheme: String
    private let authority: String
    private let isLoopback: Bool

    init(site: SiteAddress) {
        scheme = site.isSecure ? "https" : "http"
        let named = String(decoding: site.base.utf8.dropFirst(scheme.utf8.count + 3), as: UTF8.self)
        authority = Self.withoutDefaultPort(named, scheme)
        isLoopback = Self.isLoopback(authority)
    }

    /// Whether a request's Host is the site's.
    func isNamed(by host: String) -> Bool {
        if host.utf8.elementsEqual(authority.utf8) { return true }
        if isLoopback { return Self.isLoopback(host) }
        return Self.withoutDefaultPort(host, scheme).equalsIgnoringASCIICase(authority)
    }

    /// Whether an Origin (RFC 6454 §6.1) is the site itself, as the request's Host names it.
    func isOrigin(_ origin: String, host: String) -> Bool {
        let own = "\(scheme)://\(Self.withoutDefaultPort(host, scheme))"
        return Self.withoutDefaultPort(origin, scheme).equalsIgnoringASCIICase(own)
    }

    private static func withoutDefaultPort(_ authority: String, _ scheme: String) -> String {
        let port = scheme.utf8.count == 5 ? ":443" : ":80"
        guard authority.utf8.suffix(port.utf8.count).elementsEqual(port.utf8) else { return authority }
        return String(decoding: authority.utf8.dropLast(port.utf8.count), as: UTF8.self)
    }

    private static func isLoopback(_ authority: String) -> Bool {
        ["127.0.0.1", "localhost", "[::1]"].contains { name in
            guard authority.utf8.startsIgnoringASCIICase(with: name.utf8) else { return false }
            let rest = authority.utf8.dropFirst(name.utf8.count)
            return rest.isEmpty || rest.first == ASCII.colon && rest.dropFirst().allSatisfy(\.isASCIIDigit)
        }
    }
}
