/// A thread with one login to the mailbox, made anew after a fault.
actor IMAPLane {
    private let settings: IMAPSettings
    private let stop: StopSignal
    private let thread: BlockingThread
    private var session: IMAPSession?

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(_ settings: IMAPSettings, stop: StopSignal) throws(ResourceExhausted) {
        self.settings = settings
        self.stop = stop
        thread = try BlockingThread()
    }

    /// Logs in, if that is not done.
    func open() throws(ConnectionFault) {
        if session == nil { session = try IMAPSession(settings, stop: stop) }
    }

    func nextBatch() throws(ConnectionFault) -> [IMAPMail] {
        try open()
        return try withSession { session throws(ConnectionFault) in try session.nextBatch() }
    }

    /// Files mails of the last batch. Only over the login that gave them: to another, the identifiers may mean other mails.
    func file(_ mails: [IMAPSession.Filed]) throws(ConnectionFault) {
        try withSession { session throws(ConnectionFault) in try session.file(mails) }
    }

    func leave() {
        session?.leave()
        session = nil
    }

    private func withSession<Result>(
        _ work: (IMAPSession) throws(ConnectionFault) -> Result
    ) throws(ConnectionFault) -> Result {
        guard let session else {
            throw ConnectionFault(settings.server, phase: "filing", .closed, "the login has ended")
        }
        do {
            return try work(session)
        } catch {
            leave()
            throw error
        }
    }
}
