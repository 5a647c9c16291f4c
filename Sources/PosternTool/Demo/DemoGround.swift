import DevelopersMailbox
import Foundation
import Glibc
import Logging
import MailFormat
import MailTransport
import PortalCore

/// Local mode: the whole product in one process, without a mail server, in one folder.
struct DemoGround {
    var settings: ServerSettings
    let portalSettings: PortalSettings
    let outgoing: Maildir
    let incoming: Maildir
    let mailboxPort: Int

    /// The host that seems to take in the clients' mail.
    static let border = "mailbox.localhost"

    /// The configuration's organizations and the examples beside them, with a local site and Maildirs in place of the server's.
    init(_ configuration: Configuration, folder: String, port: Int, mailboxPort: Int) throws {
        let reading = configuration.readAll(secrets: .described, examples: true)
        guard var settings = reading.server, let portal = reading.portal else {
            throw ConfigurationFault(problems: reading.problems)
        }
        outgoing = Maildir("\(folder)/mail/sent")
        incoming = Maildir("\(folder)/mail/incoming")
        settings.site = SiteAddress(base: "http://localhost:\(port)")
        settings.listen = .init(host: "127.0.0.1", port: port)
        settings.folder = "\(folder)/data"
        settings.mail.border = TrustedBorder(hosts: [Self.border], authservIDs: [Self.border])
        // Whoever tries it out wants to see each mail at once.
        settings.mail.together = 0
        settings.mail.onPage = 0
        settings.mail.route = .local(outgoing: outgoing.path, incoming: incoming.path)
        self.settings = settings
        portalSettings = portal
        self.mailboxPort = mailboxPort
    }

    var mailboxAddress: String { "http://localhost:\(mailboxPort)" }

    /// Opens the portal and brings it to what the configuration says.
    func openedPortal() async throws -> (portal: Portal, changes: Int) {
        let portal = try Installation.opened(settings).portal
        try outgoing.prepare()
        try incoming.prepare()
        try portalSettings.store(in: portal.contents, limit: settings.limits.file)
        let plan = Plan(current: try portal.currentPortal(), desired: portalSettings.desired)
        let outcomes = try await portal.apply(plan)
        if let refused = outcomes.first(where: { $0.outcome.objection != nil }) {
            throw VerbFailure("\(refused.step.entry): \(refused.outcome.objection ?? "")")
        }
        return (portal, outcomes.count)
    }

    func mailbox(logger: Logger) throws -> DevelopersMailbox {
        try DevelopersMailbox(
            outgoing: outgoing, incoming: incoming, border: Self.border,
            portalName: portalSettings.desired.organizations.first?.settings.name ?? "Postern", port: mailboxPort,
            logger: logger)
    }

    /// A port that was free a moment ago.
    static func freePort() throws -> Int {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard bound else { throw VerbFailure("no port is free: \(String(cString: strerror(errno)))") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
