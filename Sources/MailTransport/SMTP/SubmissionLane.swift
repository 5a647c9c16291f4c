import MailFormat

/// A thread with one connection to the submission server, for one mail after another.
actor SubmissionLane {
    private let server: MailServer
    private let timing: SubmissionTiming
    private let thread: BlockingThread
    private var session: SMTPSession?
    /// Hangs up when no mail has come for a while; the next mail, and `hangUp`, cancel it.
    private var farewell: Task<Void, Never>?

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(_ server: MailServer, timing: SubmissionTiming) throws(ResourceExhausted) {
        self.server = server
        self.timing = timing
        thread = try BlockingThread()
    }

    func deliver(
        _ message: [UInt8], from sender: EmailAddress, to recipient: EmailAddress, stop: StopSignal
    ) -> DeliveryAttempt {
        farewell?.cancel()
        defer { farewellAfterIdleTime() }
        let body = SMTPBody(message)
        if let session, session.isQuiet() {
            session.connection.stop = stop
            let result = transact(body, from: sender, to: recipient, over: session)
            if case .settled(let attempt) = result { return attempt }
        }
        // None, or one that the server had closed meanwhile: once more, over a fresh one.
        do {
            let fresh = try SMTPSession(server, timing: timing, stop: stop)
            session = fresh
            switch transact(body, from: sender, to: recipient, over: fresh) {
            case .settled(let attempt), .notBegun(let attempt): return attempt
            }
        } catch {
            return .deferred(code: error.code, text: escapedLine(error.description.utf8))
        }
    }

    /// Closes the connection; the next mail opens another.
    func hangUp() {
        farewell?.cancel()
        session?.quit()
        session = nil
    }

    private func transact(
        _ body: SMTPBody, from sender: EmailAddress, to recipient: EmailAddress, over session: SMTPSession
    ) -> SMTPTransaction.Result {
        var transaction = SMTPTransaction(body, from: sender, to: recipient, over: session, timing: timing)
        let result = transaction.perform()
        if !session.isUsable { self.session = nil }
        return result
    }

    private func farewellAfterIdleTime() {
        guard session != nil else { return }
        farewell = Task { [weak self, idle = timing.idle] in
            guard (try? await Task.sleep(for: idle)) != nil else { return }
            await self?.hangUp()
        }
    }
}
