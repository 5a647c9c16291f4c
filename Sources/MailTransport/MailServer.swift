/// A mail server, and how to log in to it.
package struct MailServer: Hashable, Sendable {
    package enum Security: String, Hashable, Sendable {
        /// TLS from the first byte (RFC 8314 §3).
        case implicitTLS
        /// TLS after STARTTLS, which must be offered: nothing is sent in the clear instead.
        case startTLS
        /// No TLS: only for this machine itself.
        case none
    }

    /// Why a server cannot be used as it is described. The description is one sentence for the person who configured it.
    package enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
        case host
        case port
        case nulCharacter
        case plainTextToAnotherMachine

        package var description: String {
            switch self {
            case .host: "the host must be a host name or an IP address"
            case .port: "the port must be between 1 and 65535"
            case .nulCharacter: "user, password and certificate authority may not contain a NUL character"
            case .plainTextToAnotherMachine: "TLS may be switched off only for localhost: use startTLS or implicitTLS"
            }
        }
    }

    package let host: String
    package let port: Int
    package let security: Security
    /// Empty: no login (only for a relay on this machine or one that knows it by its address).
    package let user: String
    package let password: String
    /// A PEM file that replaces the system's certificate authorities.
    package let certificateAuthority: String?

    package init(
        host: String, port: Int, security: Security, user: String, password: String, certificateAuthority: String? = nil
    ) throws(Problem) {
        guard Self.isHost(host) else { throw .host }
        guard (1...65535).contains(port) else { throw .port }
        guard ![user, password, certificateAuthority ?? ""].contains(where: { $0.utf8.contains(0) }) else {
            throw .nulCharacter
        }
        guard security != .none || Self.isLoopback(host) else { throw .plainTextToAnotherMachine }
        self.host = host
        self.port = port
        self.security = security
        self.user = user
        self.password = password
        self.certificateAuthority = certificateAuthority
    }

    /// The same server for somebody who only looks.
    var withoutLogin: MailServer { MailServer(withoutLogin: self) }

    private init(withoutLogin other: MailServer) {
        (host, port, security) = (other.host, other.port, other.security)
        (user, password, certificateAuthority) = ("", "", other.certificateAuthority)
    }

    /// Letters, digits, dots and hyphens, or the characters of an IPv6 address: nothing that could mean more in a URL.
    private static func isHost(_ host: String) -> Bool {
        let bytes = Array(host.utf8)
        guard let first = bytes.first, bytes.count <= 253, first != UInt8(ascii: "-") else { return false }
        if bytes.contains(UInt8(ascii: ":")) {
            return bytes.allSatisfy { $0.isHexDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        }
        return bytes.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    }

    private static func isLoopback(_ host: String) -> Bool {
        let bytes = Array(host.utf8)
        if bytes == Array("::1".utf8) || bytes.lowercasedASCII == Array("localhost".utf8) { return true }
        let groups = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return groups.count == 4 && groups[0].elementsEqual("127".utf8)
            && groups.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(\.isDigit) }
    }
}

extension MailServer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never shows the password; nor do `debugDescription` and `dump`.
    package var description: String { "\(user)@\(host):\(port) (\(security.rawValue))" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
