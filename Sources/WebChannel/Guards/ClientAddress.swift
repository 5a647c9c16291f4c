import Glibc
import MailFormat
import PortalCore

/// The IP address that a request came from.
enum ClientAddress {
    /// The peer; behind proxies that are trusted, the last address in `X-Forwarded-For` that is none of them.
    static func of(peer: String, forwardedFor: [String], trusted: Set<String>) -> String {
        guard trusted.contains(peer) else { return peer }
        let hops = forwardedFor.flatMap { field in
            Array(field.utf8).split(separator: ASCII.comma).map { String(decoding: $0.trimmed, as: UTF8.self) }
        }
        // Limit: 64 bytes of an address; a proxy that passes on more is not believed.
        return hops.last { !trusted.contains($0) && $0.utf8.count <= 64 } ?? peer
    }

    /// What counts as one source: an IPv4 address, or the /64 of an IPv6 address, all of which one household has.
    static func network(of address: String) -> String {
        var bytes = in6_addr()
        guard inet_pton(AF_INET6, address, &bytes) == 1 else { return address }
        return withUnsafeBytes(of: bytes) { Hexadecimal.text($0.prefix(8)) }
    }
}
