import ArgumentParser
import Glibc
import Logging
import PortalCore

/// `postern serve`
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the portal: pages, mail in, mail out.",
        discussion: """
            Reads server.yaml in the configuration's folder. What the portal holds is put there by `postern apply`, which
            can be run at any time beside it.

            Ends on SIGTERM or SIGINT within two seconds, with what it had begun finished. It may be killed at any point:
            nothing is lost, and nothing is done twice. SIGHUP changes nothing.
            """)

    @OptionGroup var common: ConfigurationOption

    @Option(help: "How much is logged: trace, debug, info, notice, warning or error.", transform: Self.level)
    var log = Logger.Level.info

    func run() async throws {
        // Until the server listens to it.
        signal(SIGHUP, SIG_IGN)
        let settings = try common.configuration.serverSettings(secrets: .needed)
        let logger = Logger.postern(log)
        let portal = try Installation.opened(settings).portal
        if try !portal.isMailExamined() {
            logger.warning("decisions by mail wait for a button on a page until `postern doctor` has passed once")
        }
        let server = try Server(settings, portal: portal, logger: logger)
        let services = server.services { port in
            logger.info("the portal is open", metadata: ["site": "\(settings.site.base)", "port": "\(port)"])
        }
        try await server.run(services)
    }

    private static func level(_ word: String) throws -> Logger.Level {
        guard let level = Logger.Level(rawValue: word) else {
            throw ValidationError("--log takes one of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return level
    }
}
