import HTTPTypes
import Hummingbird
import NIOCore
import PortalCore

/// One request, as far as a page needs it.
struct Visit: Sendable {
    let request: Request
    let place: Place
    /// The IP address that the request came from.
    let address: String
    let cookies: CookieNames

    func header(_ name: HTTPField.Name) -> String? { request.headers[name] }

    /// Whether the page is for somebody to see: neither its head alone nor fetched before anybody asked for it.
    var isSeen: Bool { request.method == .get && Self.purpose.flatMap(header) == nil }

    private static let purpose = HTTPField.Name("Sec-Purpose")

    /// The secret of this browser's session with an organization.
    func session(_ slug: String) -> Secret? { secret(cookies.session(slug)) }

    /// The secret that this browser was given at a door.
    var browser: Secret? { secret(cookies.browser) }

    /// RFC 6265 §5.4. Where a name comes twice, the first counts.
    private func secret(_ name: String) -> Secret? {
        for field in request.headers[values: .cookie] {
            for pair in field.utf8.split(separator: UInt8(ascii: ";")) {
                let pair = pair.drop { $0 == 0x20 }
                guard pair.starts(with: name.utf8), pair.dropFirst(name.utf8.count).first == UInt8(ascii: "=") else {
                    continue
                }
                return Secret(wire: String(decoding: pair.dropFirst(name.utf8.count + 1), as: UTF8.self))
            }
        }
        return nil
    }
}

/// What Hummingbird knows of a request beside the request itself.
struct VisitContext: InitializableFromSource {
    /// The IP address at the other end of the connection.
    let peer: String

    init(source: ApplicationRequestContextSource) {
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }
}
