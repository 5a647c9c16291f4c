import DevelopersMailbox
import Hummingbird
import Logging
import MailChannel
import MailFormat
import MailTransport
import PortalCore
import ServiceLifecycle
import UnixSignals
import WebChannel

/// The whole product in one process: pages, mail in, mail out.
struct Server {
    let portal: Portal
    let web: WebChannel
    let receiver: MailReceiver
    let sender: MailSender
    let incoming: any IncomingMail
    let logger: Logger
    /// Keep other processes from serving the same folder and the same Maildir.
    let locks: [InstanceLock]

    /// The server's services, ready to run until SIGTERM or SIGINT; then each finishes what it has begun.
    ///
    /// - Parameters:
    ///   - mailbox: the developers' mailbox, in local mode.
    ///   - whenReady: told the port of the pages once they are served; `whenMailboxReady` that of the mailbox.
    func services(
        mailbox: DevelopersMailbox? = nil, whenReady: @escaping @Sendable (_ port: Int) async -> Void = { _ in },
        whenMailboxReady: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> ServiceGroup {
        var services: [any Service] = [
            SendingService(sender: sender), ReceivingService(incoming: incoming, receiver: receiver),
            RemindingService(portal: portal, logger: logger), HangUpService(logger: logger),
        ]
        if let mailbox { services.append(mailbox.application(started: whenMailboxReady)) }
        services.append(web.application(started: whenReady))
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: $0, failureTerminationBehavior: .gracefullyShutdownGroup) },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        // Limit: whoever holds a connection open is cut, so that a stop takes two seconds at most.
        configuration.maximumGracefulShutdownDuration = .milliseconds(1500)
        return ServiceGroup(configuration: configuration)
    }

    /// Runs the services to their end.
    func run(_ services: ServiceGroup) async throws {
        defer { portal.close() }
        try await receiver.resume()
        try await services.run()
    }
}

/// Mails go out until the server stops; what has begun is settled first.
private struct SendingService: Service {
    let sender: MailSender

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await sender.run() }
    }
}

/// Mails come in until the server stops; a batch that was taken is filed first.
private struct ReceivingService: Service {
    let incoming: any IncomingMail
    let receiver: MailReceiver

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await incoming.receive { mails in try await take(mails) }
        }
    }

    private func take(_ mails: [ReceivedMail]) async throws -> [MailTransport.Filing] {
        let whole = mails.filter { $0.extent == .whole }
        var filings = try await receiver.receive(whole.map(\.bytes))[...]
        var filed: [MailTransport.Filing] = []
        for mail in mails {
            switch mail.extent {
            case .whole: filed.append(MailTransport.Filing(filings.popFirst() ?? .quarantine))
            case .headerOnly(let size):
                let aside = try await receiver.setAside(header: mail.bytes, ofMailWith: size)
                filed.append(MailTransport.Filing(aside))
            }
        }
        return filed
    }
}

/// Looks every minute whether it is time to remind people.
private struct RemindingService: Service {
    let portal: Portal
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await portal.remind()
                    try await portal.announceLinkEnds()
                } catch {
                    logger.error("nobody could be reminded", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }
}

/// SIGHUP, which closing a terminal sends and which makes other servers read their configuration again, ends nothing and
/// changes nothing: whoever sent it is told what does.
private struct HangUpService: Service {
    let logger: Logger

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        await cancelWhenGracefulShutdown {
            for await _ in signals {
                logger.notice(
                    "SIGHUP changes nothing: `postern apply` carries out portal.yaml, a restart what server.yaml says")
            }
        }
    }
}

extension MailTransport.Filing {
    fileprivate init(_ filing: MailChannel.Filing) {
        switch filing {
        case .processed: self = .processed
        case .quarantine: self = .quarantine
        }
    }
}

extension SendingResult {
    /// What the transport says, in the core's words.
    init(_ attempt: DeliveryAttempt) {
        switch attempt {
        case .accepted(let text): self = .sent(text)
        case .rejected(let code, let text): self = .rejected("\(code) \(text)")
        case .deferred(let code, let text): self = .deferred(code.map { "\($0) \(text)" } ?? text)
        case .unknown(let text): self = .unknown(text)
        }
    }
}
