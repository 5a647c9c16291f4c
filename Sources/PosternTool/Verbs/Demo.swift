import ArgumentParser
import Foundation
import Logging
import PortalCore
import ServiceLifecycle

/// `postern demo`
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Try everything on this machine, without a mail server.",
        discussion: """
            Serves the organizations of the configuration, and beside them a mailbox for developers: every mail that goes
            out can be read, clicked and answered there.

            Examples:
              postern demo                 and open the two addresses that it prints
              postern demo --story         play the main job by itself; exit 0 only if all of it came true

            What was done stays in the folder; delete it to begin anew.
            """)

    @OptionGroup var common: ConfigurationOption

    @Option(help: ArgumentHelp("Where the demo lives.", valueName: "dir"))
    var folder = "var/demo"

    @Option(help: "The port of the portal's pages.")
    var port = 8025

    @Option(help: "The port of the developers' mailbox.")
    var mailboxPort = 8026

    @Flag(help: "Play the story in a temporary folder, on ports that are free, and say what came true.")
    var story = false

    func run() async throws {
        if story { try await playStory() } else { try await serve() }
    }

    private func serve() async throws {
        let ground = try DemoGround(common.configuration, folder: folder, port: port, mailboxPort: mailboxPort)
        let (portal, changes) = try await ground.openedPortal()
        let logger = Self.quietLogger
        let server = try Server(ground.settings, portal: portal, logger: logger)
        let site = ground.settings.site.base
        let slugs = ground.portalSettings.desired.organizations.map(\.settings.slug)
        do {
            let services = server.services(mailbox: try ground.mailbox(logger: logger)) { _ in
                print(Self.greeting(site: site, slugs: slugs, mailbox: ground.mailboxAddress, changes: changes))
                fflush(nil)
            }
            try await server.run(services)
        } catch let fault where "\(fault)".contains("already in use") {
            throw VerbFailure("port \(port) or \(mailboxPort) is taken: say --port and --mailbox-port")
        }
    }

    private func playStory() async throws {
        let root = "\(NSTemporaryDirectory())postern-story-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        let ground = try DemoGround(
            common.configuration, folder: root, port: DemoGround.freePort(), mailboxPort: DemoGround.freePort())
        let (portal, changes) = try await ground.openedPortal()
        print("  ✓ The configuration is applied: \(Self.counted(changes)).")
        let logger = Self.quietLogger
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
        var story = try ground.story(portal: portal, mailbox: mailbox) {
            print("  ✓ \($0)")
            fflush(nil)
        }
        var fault: (any Error)?
        do { try await story.play(whenAppliedAgain: ground.portalSettings.desired) } catch { fault = error }
        await services.triggerGracefulShutdown()
        try await served
        if let fault { throw fault }
        print("\nAll of it came true.")
    }

    private static func counted(_ changes: Int) -> String { changes == 1 ? "1 change" : "\(changes) changes" }

    private static func greeting(site: String, slugs: [String], mailbox: String, changes: Int) -> String {
        """

        The portal       \(slugs.map { "\(site)/\($0)" }.joined(separator: "\n                 "))
        Mailbox          \(mailbox)

        \(changes == 0 ? "Everything is as you left it." : "The configuration is applied: \(counted(changes)).")
        Open the mailbox, read the invitation, click, accept. Then press Reply on “Decision asked”, type APPROVE, send.
        Ctrl-C ends it.
        """
    }

    private static var quietLogger: Logger {
        .postern(.warning)
    }
}
