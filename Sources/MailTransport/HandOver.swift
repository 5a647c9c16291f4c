import Logging

/// Gives a batch to its receiver, again and again until it is taken.
struct HandOver: Sendable {
    let accept: @Sendable ([ReceivedMail]) async throws -> [Filing]
    let pauses: Pauses
    let logger: Logger

    /// - Returns: one filing for each mail; or nil when the task was cancelled before the batch was taken.
    func callAsFunction(_ mails: [ReceivedMail]) async -> [Filing]? {
        var failures = 0
        var lastReason: String?
        while !Task.isCancelled {
            do {
                let filings = try await accept(mails)
                if filings.count == mails.count { return zip(mails, filings).map(Self.filing) }
                throw WrongCount(mails: mails.count, filings: filings.count)
            } catch {
                if Task.isCancelled { return nil }
                failures += 1
                let reason = "\(error)"
                if reason != lastReason { log(reason, mails) }
                lastReason = reason
                try? await Task.sleep(for: pauses.pause(afterFailures: failures))
            }
        }
        return nil
    }

    /// A mail of which only the header was read is for a person to look at, whatever was made of its header.
    private static func filing(_ mail: ReceivedMail, _ filing: Filing) -> Filing {
        mail.extent == .whole ? filing : .quarantine
    }

    private func log(_ reason: String, _ mails: [ReceivedMail]) {
        logger.error(
            "mails were not taken and are handed over again",
            metadata: [
                "reason": "\(reason)", "count": "\(mails.count)", "first": "\(mails.first?.source.description ?? "")",
            ])
    }

    private struct WrongCount: Error, CustomStringConvertible {
        let mails: Int
        let filings: Int
        var description: String { "\(filings) filings for \(mails) mails" }
    }
}
