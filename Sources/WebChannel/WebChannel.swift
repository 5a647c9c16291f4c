package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
package import PortalCore
import Templates

/// The pages of the portal: forms become commands, outcomes become pages. No rule is here, and no SQL.
package struct WebChannel: Sendable {
    private let website: Website

    /// - Parameters:
    ///   - site: where people reach the pages; requests for any other host are turned away.
    /// - Throws: only if the program was built with templates that are wrong.
    package init(portal: Portal, site: SiteAddress, settings: WebSettings, logger: Logger) throws {
        website = try Website(portal: portal, site: site, settings: settings, logger: logger)
    }

    /// The server, ready to run as a service; it ends gracefully with its service group.
    ///
    /// - Parameter started: told the port once it listens.
    package func application(
        started: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        let settings = website.settings
        // Limit: header bytes and fields; browsers send about 1 kB in 20 fields.
        let limits = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 16 << 10, maxHeaderFieldCount: 100)
        return Application(
            responder: website,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [RequestWatch(window: .milliseconds(Int64(settings.patience * 500)))],
                    idleTimeout: .seconds(Int64(settings.idleTimeout)), httpDecoderConfiguration: limits)),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
            onServerRunning: { channel in await started(channel.localAddress?.port ?? 0) },
            logger: website.logger)
    }

    /// Limit: connections at a time; more wait in the listening queue.
    private static let mostConnections = 4096
}
