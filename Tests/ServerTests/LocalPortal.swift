import DevelopersMailbox
import Foundation
import Logging
import MailFormat
import ServiceLifecycle
import Testing

@testable import PortalCore
@testable import PosternTool

/// The example configuration in local mode, in this process and a temporary folder.
struct LocalPortal {
    let root: String
    let ground: DemoGround
    let portal: Portal
    let mailbox: DevelopersMailbox
    let client: EmailAddress

    var site: String { ground.settings.site.base }
    var address: String { "\(site)/\(ground.portalSettings.desired.organizations[0].settings.slug)" }
    var mailboxAddress: String { ground.mailboxAddress }

    /// Does by mail all that the demo's story does.
    func playStory(say: @escaping @Sendable (String) -> Void = { _ in }) async throws {
        var story = try ground.story(portal: portal, mailbox: mailbox, say: say)
        try await story.play(whenAppliedAgain: ground.portalSettings.desired)
    }

    /// - Parameter mail: how mail travels, where it is not by folders alone.
    static func run(
        mail: () throws -> MailSettings? = { nil }, _ body: (LocalPortal) async throws -> Void
    ) async throws {
        let root = NSTemporaryDirectory() + "postern-browser-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        var ground = try DemoGround(
            Configuration(folder: "\(AcmeConfiguration.checkout)/config"), folder: root,
            port: DemoGround.freePort(), mailboxPort: DemoGround.freePort())
        let mail = try mail()
        if let mail {
            ground.settings.mail = mail
            ground.settings.mail.together = 0
            ground.settings.mail.onPage = 0
        }
        let (portal, _) = try await ground.openedPortal()
        if mail != nil { _ = try await portal.carryOut(.noteExamination(portal.mailSetup)) }
        var logger = Logger(label: "test")
        logger.logLevel = .warning
        let mailbox = try ground.mailbox(logger: logger)
        let server = try Server(ground.settings, portal: portal, logger: logger)
        let (readiness, ready) = AsyncStream.makeStream(of: Void.self)
        let services = server.services(mailbox: mailbox) { _ in
            ready.yield()
        } whenMailboxReady: { _ in
            ready.yield()
        }
        async let served: Void = server.run(services)
        for await _ in readiness.prefix(2) {}
        let client = try #require(ground.portalSettings.desired.organizations[0].invitations.first)
        var fault: (any Error)?
        do {
            try await body(
                LocalPortal(root: root, ground: ground, portal: portal, mailbox: mailbox, client: client))
        } catch { fault = error }
        await services.triggerGracefulShutdown()
        try await served
        if let fault { throw fault }
    }
}
