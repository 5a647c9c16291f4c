package import Logging

/// The mailbox of an IMAP server, watched by IDLE, or by asking where there is none.
package struct IMAPMailbox: IncomingMail {
    private let settings: IMAPSettings
    private let logger: Logger

    /// - Parameter logger: Hears once of a fault that lasts, and of its end.
    package init(_ settings: IMAPSettings, logger: Logger) {
        self.settings = settings
        self.logger = logger
    }

    package func receive(_ accept: @escaping @Sendable ([ReceivedMail]) async throws -> [Filing]) async throws {
        let stop = try StopSignal()
        let lane = try IMAPLane(settings, stop: stop)
        let handOver = HandOver(accept: accept, pauses: settings.timing.pauses, logger: logger)
        await withTaskCancellationHandler {
            var watch = Watch(settings: settings, logger: logger)
            while !Task.isCancelled { await watch.hold(lane, handOver) }
            await lane.leave()
        } onCancel: {
            stop.raise()
        }
    }
}

/// Logs in, hands over, files; and after a fault waits and begins again.
private struct Watch {
    let settings: IMAPSettings
    let logger: Logger
    private var failures = 0
    private var lastFault: String?

    init(settings: IMAPSettings, logger: Logger) {
        self.settings = settings
        self.logger = logger
    }

    /// Holds one login as long as it lasts.
    mutating func hold(_ lane: IMAPLane, _ handOver: HandOver) async {
        let begin = ContinuousClock.now
        do {
            try await lane.open()
            tellOfRecovery()
            try await work(lane, handOver)
        } catch let fault {
            guard !Task.isCancelled else { return }
            // A server that lets us in only to hang up must not be asked without a pause.
            if ContinuousClock.now - begin > settings.timing.pauses.longest { failures = 0 }
            failures += 1
            tell(of: fault)
            try? await Task.sleep(for: pause(after: fault))
        }
    }

    private func work(_ lane: IMAPLane, _ handOver: HandOver) async throws(ConnectionFault) {
        while !Task.isCancelled {
            let batch = try await lane.nextBatch()
            guard let filings = await handOver(batch.map(\.mail)) else { return }
            try await lane.file(
                zip(batch, filings).map {
                    IMAPSession.Filed(uid: $0.uid, filing: $1, isRead: $0.mail.extent == .whole)
                })
        }
    }

    private func pause(after fault: ConnectionFault) -> Duration {
        let pause = settings.timing.pauses.pause(afterFailures: failures)
        guard fault.kind == .loginRefused else { return pause }
        return settings.timing.afterRefusedLogin + settings.timing.pauses.first * Double.random(in: 0...1)
    }

    private mutating func tell(of fault: ConnectionFault) {
        guard lastFault != fault.description else { return }
        lastFault = fault.description
        let metadata: Logger.Metadata = ["reason": "\(fault)"]
        if fault.kind == .closed && failures == 1 {
            logger.info("the mailbox's connection ended and is made again", metadata: metadata)
        } else {
            logger.error("the mailbox cannot be read now", metadata: metadata)
        }
    }

    private mutating func tellOfRecovery() {
        guard lastFault != nil else { return }
        lastFault = nil
        logger.info(
            "the mailbox is read again", metadata: ["server": "\(settings.server.host):\(settings.server.port)"])
    }
}
