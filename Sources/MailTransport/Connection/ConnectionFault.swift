/// Why a mail server could not be reached, or the talk with it could not go on.
///
/// The description is one line that says where, when and what, and what to do about it.
package struct ConnectionFault: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        /// No such host, nobody listens, no route.
        case unreachable
        /// The certificate does not hold, or TLS is older than 1.2.
        case untrusted
        /// The server does not offer encryption or speaks before it.
        case unencrypted
        /// User or password refused, or no way to log in that both know.
        case loginRefused
        case timedOut
        /// The server, or something on the way, ended the connection.
        case closed
        /// The server said no to something that it must do for us, such as opening the mailbox.
        case refused
        /// What the server said is against the protocol or over a limit.
        case violation
        /// Our own task was cancelled.
        case stopped
    }

    package let host: String
    package let port: Int
    /// What was going on: "connecting", or the protocol's command.
    package let phase: String
    package let kind: Kind
    /// What the library or the server said; one escaped line.
    package let detail: String
    /// The SMTP code with which the server refused the connection or the login.
    package let code: Int?

    init(_ server: MailServer, phase: String, _ kind: Kind, _ detail: String, code: Int? = nil) {
        host = server.host
        port = server.port
        self.phase = phase
        self.kind = kind
        self.detail = escapedLine(detail.utf8, limit: 240)
        self.code = code
    }

    /// What the person who runs Postern can do.
    package var advice: String {
        switch kind {
        case .unreachable: "check host and port, and that the server runs"
        case .untrusted: "check the host name and the server's certificate, or name its certificate authority"
        case .unencrypted: "the server does not offer STARTTLS here: use its port for implicit TLS"
        case .loginRefused: "check user and password"
        case .timedOut: "check the network and the server's load"
        case .closed: "it is tried again; look at the server's log if it goes on"
        case .refused: "look at the server's log and the mailbox's rights"
        case .violation: "check that the port is the one for this protocol; look at the server's log"
        case .stopped: "nothing: Postern is stopping"
        }
    }

    package var description: String {
        "\(host):\(port): \(phase): \(detail) (\(advice))"
    }
}
