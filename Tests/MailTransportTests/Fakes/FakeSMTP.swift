import Glibc
import MailTransport
import Synchronization

/// An SMTP server whose every reaction can be replaced.
final class FakeSMTP: Sendable {
    /// Where in the talk the server is. The first EHLO and AUTH are libcurl's, the second EHLO is ours.
    enum Stage: Hashable, Sendable {
        case banner, firstHello, authentication, hello, mail, recipient, data
        /// After so many bytes of the mail.
        case body(Int)
        case dot
        case afterDot
        case reset
    }

    enum Reaction: Sendable {
        case say(String)
        /// The usual answer, a byte each fifth of a second.
        case drip
        case cut
        case silence
    }

    private struct Heard {
        var commands: [String] = []
        var mails: [String] = []
        var connections = 0
    }

    private let heard: HeardBox
    private let server: FakeServer

    private final class HeardBox: Sendable {
        let value = Mutex(Heard())
    }

    init(pipelining: Bool = true, _ react: @escaping @Sendable (_ stage: Stage, _ connection: Int) -> Reaction?) throws
    {
        let heard = HeardBox()
        self.heard = heard
        server = try FakeServer(receiveBuffer: 16_384) { peer, connection in
            heard.value.withLock { $0.connections = max($0.connections, connection) }
            var talk = Talk(peer: peer, heard: heard, pipelining: pipelining) { react($0, connection) }
            talk.run()
        }
    }

    var commands: [String] { heard.value.withLock { $0.commands } }
    var mails: [String] { heard.value.withLock { $0.mails } }
    var connections: Int { heard.value.withLock { $0.connections } }

    func mailServer(_ security: MailServer.Security = .none, user: String = "portal") throws -> MailServer {
        try MailServer(host: "127.0.0.1", port: server.port, security: security, user: user, password: "secret")
    }

    private struct Talk {
        let peer: FakePeer
        let heard: HeardBox
        let pipelining: Bool
        let react: (Stage) -> Reaction?
        var hellos = 0

        mutating func run() {
            guard answer(.banner, "220 fake ready") else { return peer.hangUp() }
            while let command = peer.line() {
                heard.value.withLock { $0.commands.append(command) }
                guard answer(command) else { return peer.hangUp() }
            }
        }

        private mutating func answer(_ command: String) -> Bool {
            switch command.prefix(4) {
            case "EHLO":
                hellos += 1
                let extensions = pipelining ? "250-PIPELINING\r\n250 AUTH PLAIN" : "250 AUTH PLAIN"
                return answer(hellos == 1 ? .firstHello : .hello, "250-fake\r\n" + extensions)
            case "AUTH":
                // libcurl sends the secret only when it is asked for.
                peer.send("334 \r\n")
                return peer.line() != nil && answer(.authentication, "235 welcome")
            case "MAIL": return answer(.mail, "250 sender ok")
            case "RCPT": return answer(.recipient, "250 recipient ok")
            case "DATA": return answer(.data, "354 go on", then: takeMail)
            case "RSET": return answer(.reset, "250 cleared")
            case "QUIT": return false
            default: return answer(.reset, "500 what?")
            }
        }

        private func answer(_ stage: Stage, _ usual: String, then next: () -> Bool = { true }) -> Bool {
            switch react(stage) {
            case nil:
                peer.send(usual + "\r\n")
                return next()
            case .say(let text):
                peer.send(text + "\r\n")
                return text.hasPrefix("354") ? next() : !text.hasPrefix("421")
            case .drip:
                for byte in usual.utf8 {
                    peer.send([byte])
                    usleep(200_000)
                }
                return false
            case .cut: return false
            case .silence:
                while peer.line() != nil {}
                return false
            }
        }

        private func takeMail() -> Bool {
            for bytes in [1_000, 50_000, 99_000] where react(.body(bytes)) != nil {
                _ = peer.take(bytes)
                return false
            }
            var lines: [String] = []
            while let line = peer.line() {
                if line == "." {
                    heard.value.withLock { $0.mails.append(lines.joined(separator: "\n")) }
                    return answer(.dot, "250 2.0.0 queued as F1") && react(.afterDot) == nil
                }
                lines.append(line)
            }
            return false
        }
    }
}
