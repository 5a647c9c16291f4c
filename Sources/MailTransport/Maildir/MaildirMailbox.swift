package import Logging

/// A Maildir into which mails are delivered, watched by inotify.
///
/// What was taken goes to `.Processed` or `.Quarantine` beside it.
package struct MaildirMailbox: IncomingMail {
    private let maildir: Maildir
    private let limits: MailLimits
    private let pauses: Pauses
    private let logger: Logger

    /// - Parameter logger: Hears once of a fault that lasts, and of its end.
    package init(_ maildir: Maildir, limits: MailLimits = MailLimits(), pauses: Pauses = Pauses(), logger: Logger) {
        (self.maildir, self.limits, self.pauses, self.logger) = (maildir, limits, pauses, logger)
    }

    package func receive(_ accept: @escaping @Sendable ([ReceivedMail]) async throws -> [Filing]) async throws {
        let stop = try StopSignal()
        let lane = try MaildirLane(maildir, limits: limits, stop: stop, logger: logger)
        let handOver = HandOver(accept: accept, pauses: pauses, logger: logger)
        await withTaskCancellationHandler {
            await watch(lane, handOver)
        } onCancel: {
            stop.raise()
        }
    }

    private func watch(_ lane: MaildirLane, _ handOver: HandOver) async {
        var failures = 0
        while !Task.isCancelled {
            do {
                let batch = try await lane.nextBatch()
                guard !batch.isEmpty, let filings = await handOver(batch.map(\.mail)) else { continue }
                try await lane.file(zip(batch, filings).map { ($0, $1) })
                if failures > 0 { logger.info("the Maildir is read again", metadata: ["path": "\(maildir.path)"]) }
                failures = 0
            } catch {
                failures += 1
                if failures == 1 { logger.error("the Maildir cannot be read now", metadata: ["reason": "\(error)"]) }
                try? await Task.sleep(for: pauses.pause(afterFailures: failures))
            }
        }
    }
}
