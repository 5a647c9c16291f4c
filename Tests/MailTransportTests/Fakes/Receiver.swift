import Logging
import MailTransport
import Synchronization

/// Takes what a mailbox hands over, and remembers it.
final class Receiver: Sendable {
    struct Failure: Error {}

    private struct State {
        var batches: [[ReceivedMail]] = []
        var failuresLeft: Int
    }

    private let state: Mutex<State>
    private let filing: @Sendable (ReceivedMail) -> Filing

    /// - Parameter failing: how many batches are not taken, before one is.
    init(failing: Int = 0, filing: @escaping @Sendable (ReceivedMail) -> Filing = { _ in .processed }) {
        state = Mutex(State(failuresLeft: failing))
        self.filing = filing
    }

    var batches: [[ReceivedMail]] { state.withLock { $0.batches } }
    var mails: [ReceivedMail] { batches.flatMap { $0 } }
    var texts: [String] { mails.map { String(decoding: $0.bytes, as: UTF8.self) } }

    @Sendable func accept(_ mails: [ReceivedMail]) throws -> [Filing] {
        try state.withLock { state in
            state.batches.append(mails)
            guard state.failuresLeft == 0 else {
                state.failuresLeft -= 1
                throw Failure()
            }
        }
        return mails.map(filing)
    }

    /// Lets the mailbox hand over while something happens, then stops it.
    func watching(_ mailbox: some IncomingMail, while body: () async throws -> Void) async throws {
        let watch = Task { try await mailbox.receive(accept) }
        defer { watch.cancel() }
        try await body()
        watch.cancel()
        try await watch.value
    }
}

/// Keeps what is logged.
final class LogBook: Sendable {
    private let kept = Mutex([String]())

    var lines: [String] { kept.withLock { $0 } }

    var logger: Logger { Logger(label: "test") { _ in Handler(book: self) } }

    private struct Handler: LogHandler {
        let book: LogBook
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let reason = event.metadata?["reason"].map { ": \($0)" } ?? ""
            book.kept.withLock { $0.append("\(event.level) \(event.message)\(reason)") }
        }
    }
}
