package import Logging
package import MailFormat
import Synchronization

/// Delivers to a submission server (RFC 6409), over a few connections that stay open for a moment after each mail.
package final class Submission: OutgoingMail {
    private let server: MailServer
    private let logger: Logger
    private let lanes: [SubmissionLane]
    /// How many mails each lane has, and whether the last attempt failed. Protects both from the callers' threads.
    private let state: Mutex<State>

    private struct State {
        var loads: [Int]
        var lastFault: String?
    }

    /// - Parameters:
    ///   - connections: How many mails may be on their way at once. Two to four keep a server busy.
    ///   - logger: Hears once of a fault that lasts, and of its end.
    package init(
        _ server: MailServer, connections: Int = 2, timing: SubmissionTiming = SubmissionTiming(), logger: Logger
    ) throws(ResourceExhausted) {
        self.server = server
        self.logger = logger
        var lanes: [SubmissionLane] = []
        for _ in 0..<max(1, connections) { lanes.append(try SubmissionLane(server, timing: timing)) }
        self.lanes = lanes
        state = Mutex(State(loads: lanes.map { _ in 0 }))
    }

    package func deliver(
        _ message: [UInt8], from sender: EmailAddress, to recipient: EmailAddress
    ) async -> DeliveryAttempt {
        let stop: StopSignal
        do { stop = try StopSignal() } catch { return .deferred(code: nil, text: error.description) }
        let lane = takeLane()
        defer { state.withLock { $0.loads[lane] -= 1 } }
        let attempt = await withTaskCancellationHandler {
            await lanes[lane].deliver(message, from: sender, to: recipient, stop: stop)
        } onCancel: {
            stop.raise()
        }
        if !stop.isRaised { report(attempt) }
        return attempt
    }

    /// Closes the connections. A later mail opens one again.
    package func close() async {
        for lane in lanes { await lane.hangUp() }
    }

    /// The first of the lanes with the fewest mails: mails that come singly share one connection.
    private func takeLane() -> Int {
        state.withLock { state in
            let lane = state.loads.indices.min { state.loads[$0] < state.loads[$1] } ?? 0
            state.loads[lane] += 1
            return lane
        }
    }

    /// Faults of the connection and the login only: what the server says of one mail is told to the caller.
    private func report(_ attempt: DeliveryAttempt) {
        let fault: String? =
            switch attempt {
            case .deferred(nil, let text), .unknown(let text): text
            case .deferred(let code?, let text) where code == 421 || code >= 500: text
            case .deferred, .accepted, .rejected: nil
            }
        let before = state.withLock { state in
            defer { state.lastFault = fault }
            return state.lastFault
        }
        guard before != fault else { return }
        if let fault {
            logger.warning("mail cannot be sent now", metadata: ["reason": "\(fault)"])
        } else {
            logger.info("mail can be sent again", metadata: ["server": "\(server.host):\(server.port)"])
        }
    }
}
