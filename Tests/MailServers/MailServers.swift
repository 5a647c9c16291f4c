import Foundation
package import Logging
import MailFormat
package import MailTransport

/// A real Postfix and a real Dovecot on loopback, in a folder that goes away with them.
///
/// - `*@portal.test` is one mailbox, `portal@portal.test`, plus addresses included (`X-Original-To` says which).
/// - `*@client.test`, and all addresses at `.example`, are mailboxes of their own. Exceptions: `nobody@` is refused (550), `greylisted@` is refused for now
///   (450), `bounces@` is accepted and then bounced to the envelope's sender by a real report.
/// - Everybody's password is `secret`; the submission ports want it. No mail leaves the machine.
/// - Mail that comes in from outside gets `Authentication-Results: mx.portal.test; dmarc=…` for the domain of the
///   envelope's sender (`spoofed.test` fails, `nodmarc.test` has none, all others pass), above the `Received` line of
///   `mx.portal.test`; those that a sender brought along are removed.
package final class MailServers: Sendable {
    /// Everything of the servers, mail and logs included.
    package let folder: String
    package let ports: Ports
    private let logger: Logger
    private let dovecot: RunningProgram
    private let postfix: RunningProgram
    private let stamped: Submission
    private let unstamped: Submission

    package struct Ports: Sendable {
        package let imap: Int
        package let imaps: Int
        /// STARTTLS, then AUTH.
        package let submission: Int
        /// Implicit TLS, then AUTH.
        package let submissions: Int
        /// From outside, with results stamped.
        package let inbound: Int
        /// From outside, by a server that checks nothing and says nothing.
        package let unstamped: Int
        /// The server that refuses what `bounces@client.test` is sent.
        package let refusing: Int

        var all: [Int] { [imap, imaps, submission, submissions, inbound, unstamped, refusing] }
    }

    /// The name of the border host, and the id of its Authentication-Results.
    package static let borderHost = "mx.portal.test"
    /// The one mailbox of all addresses at portal.test.
    package static let portalAddress = "portal@portal.test"
    /// Everybody's.
    package static let password = "secret"

    /// The throw-away certificate authority of every TLS port; the certificate is for `localhost`.
    package var certificateAuthority: String { folder + "/tls/ca.pem" }

    /// Starts the servers, lets something happen with them, and stops them.
    package static func running<Result>(_ body: (MailServers) async throws -> Result) async throws -> Result {
        let servers = try MailServers()
        defer { servers.stop() }
        return try await body(servers)
    }

    /// Starts the servers; takes about a second. The caller stops them.
    package init(logger: Logger = Logger(label: "mail-servers") { _ in SwiftLogNoOpLogHandler() }) throws {
        try Self.requirePrograms()
        folder = try temporaryFolder()
        ports = try Ports(freePorts(7))
        self.logger = logger
        try makeCertificates(in: folder + "/tls")
        try DovecotFiles(folder: folder, ports: ports).write()
        try PostfixFiles(folder: folder, ports: ports).write()
        dovecot = try RunningProgram(
            "/usr/sbin/dovecot", ["-F", "-c", folder + "/dovecot/dovecot.conf"], log: folder + "/dovecot.out")
        // Makes the queue's folders.
        try runProgram("/usr/sbin/postfix", ["-c", folder + "/postfix/etc", "check"], log: folder + "/postfix.out")
        postfix = try RunningProgram(
            "/usr/lib/postfix/sbin/master", ["-d", "-c", folder + "/postfix/etc"], log: folder + "/postfix.out")
        stamped = try Submission(Self.relay(ports.inbound), connections: 1, logger: logger)
        unstamped = try Submission(Self.relay(ports.unstamped), connections: 1, logger: logger)
        do {
            try waitForPorts(ports.all)
        } catch {
            let logs = logTail()
            stop()
            throw Fault(description: "\(error)\n\(logs)")
        }
    }

    /// Stops the servers and removes their folder.
    package func stop() {
        postfix.stop()
        dovecot.stop()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Where mail is fetched from.
    package func imap(_ security: MailServer.Security = .implicitTLS) throws -> MailServer {
        try server(security == .implicitTLS ? ports.imaps : ports.imap, security)
    }

    /// Where mail is sent to.
    package func submission(_ security: MailServer.Security = .startTLS) throws -> MailServer {
        try server(security == .implicitTLS ? ports.submissions : ports.submission, security)
    }

    private func server(_ port: Int, _ security: MailServer.Security) throws -> MailServer {
        try MailServer(
            host: "localhost", port: port, security: security, user: Self.portalAddress, password: Self.password,
            certificateAuthority: certificateAuthority)
    }

    private static func relay(_ port: Int) throws -> MailServer {
        try MailServer(host: "localhost", port: port, security: .none, user: "", password: "")
    }

    /// A mail comes in from outside, as a client's own server would bring it.
    /// - Parameter isStamped: whether our border says what it found about the sender's domain.
    package func bring(_ mail: String, from sender: String, to recipient: String, isStamped: Bool = true) async throws {
        try await bring(Array(mail.utf8), from: sender, to: recipient, isStamped: isStamped)
    }

    /// The same with any bytes.
    package func bring(_ mail: [UInt8], from sender: String, to recipient: String, isStamped: Bool = true) async throws
    {
        guard let sender = EmailAddress(sender), let recipient = EmailAddress(recipient) else {
            throw Fault(description: "no address: \(sender) or \(recipient)")
        }
        let attempt = await (isStamped ? stamped : unstamped).deliver(mail, from: sender, to: recipient)
        guard case .accepted = attempt else { throw Fault(description: "\(attempt)\n\(logTail())") }
    }

    /// Everybody who has a mailbox by now, because mail came for them.
    package var people: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/mail")) ?? []).sorted()
    }

    /// The mails in someone's INBOX, oldest first.
    package func mails(of address: String) -> [String] {
        files(of: address).map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// The same by the names of their files.
    package func files(of address: String) -> [(name: String, bytes: [UInt8])] {
        let maildir = "\(folder)/mail/\(address)/Maildir"
        let files = ["new", "cur"].flatMap { sub in
            ((try? FileManager.default.contentsOfDirectory(atPath: "\(maildir)/\(sub)")) ?? []).map {
                (name: $0, sub: sub)
            }
        }
        return files.sorted { $0.name < $1.name }.compactMap { file in
            FileManager.default.contents(atPath: "\(maildir)/\(file.sub)/\(file.name)").map {
                (file.name, [UInt8]($0))
            }
        }
    }

    /// Waits until someone has so many mails, ten seconds at most, and returns them.
    package func mails(of address: String, count: Int) async throws -> [String] {
        let deadline = ContinuousClock.now + .seconds(10)
        while true {
            let mails = mails(of: address)
            if mails.count >= count { return mails }
            guard ContinuousClock.now < deadline else {
                throw Fault(description: "\(address) has \(mails.count) mails, not \(count)\n\(logTail())")
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// The end of all logs, for a test that fails.
    package func logTail() -> String {
        ["dovecot.log", "dovecot.out", "postfix.log", "postfix.out"].map { name in
            let text = (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? ""
            return "--- \(name)\n" + text.split(separator: "\n").suffix(15).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    package struct Fault: Error, CustomStringConvertible {
        package let description: String
    }

    private static func requirePrograms() throws {
        let needed = [
            "/usr/sbin/dovecot", "/usr/lib/dovecot/lmtp", "/usr/lib/dovecot/imap", "/usr/sbin/postfix",
            "/usr/bin/openssl",
        ]
        let missing = needed.filter { !FileManager.default.isExecutableFile(atPath: $0) }
        guard missing.isEmpty else {
            throw Fault(
                description: "missing \(missing.joined(separator: ", ")): run `make test`, or "
                    + "`apt-get install -y --no-install-recommends dovecot-imapd dovecot-lmtpd postfix openssl`")
        }
        guard geteuid() == 0 else {
            throw Fault(description: "Postfix can be started by root only: run the tests as root")
        }
    }
}
