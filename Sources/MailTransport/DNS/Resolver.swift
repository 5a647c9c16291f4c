/// Asks the DNS for TXT records by the system's resolver, remembers the answers for a while, and lets those who ask for the
/// same name at the same time wait for the same answer.
package actor Resolver {
    private struct Memory {
        let lookup: TextLookup
        let until: ContinuousClock.Instant
    }

    private struct Question {
        let number: Int
        var waiting: [CheckedContinuation<TextLookup, Never>]
    }

    private let lanes: [ResolverLane]
    private let clock: @Sendable () -> ContinuousClock.Instant
    private let patience: Duration
    private var memories: [String: Memory] = [:]
    private var questions: [String: Question] = [:]
    private var asked = 0

    /// Limit: questions on their way at once, each blocking a thread; what waits for one may run out of time.
    private static let laneCount = 4
    /// Limit: names that are remembered.
    private static let memoryLimit = 1000

    /// - Throws: when the system gives no threads.
    package init() throws(ResourceExhausted) {
        try self.init(NameServer())
    }

    /// - Parameters:
    ///   - patience: how long anybody waits for an answer.
    ///   - clock: by which answers grow old.
    init(
        _ server: NameServer, patience: Duration = .seconds(5),
        clock: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) throws(ResourceExhausted) {
        var lanes: [ResolverLane] = []
        for _ in 0..<Self.laneCount { lanes.append(try ResolverLane(server)) }
        (self.lanes, self.patience, self.clock) = (lanes, patience, clock)
    }

    /// The TXT records of a complete name without a final dot. Answers within five seconds.
    package func textRecords(of name: String) async -> TextLookup {
        if let memory = memories[name], memory.until > clock() { return memory.lookup }
        return await withCheckedContinuation { continuation in
            if questions[name] != nil {
                questions[name]?.waiting.append(continuation)
            } else {
                ask(name, for: continuation)
            }
        }
    }

    /// The question outlives who asked it, for others may have come to wait; so it is a task of its own, as is its end.
    private func ask(_ name: String, for continuation: CheckedContinuation<TextLookup, Never>) {
        asked += 1
        let (number, lane) = (asked, lanes[asked % lanes.count])
        questions[name] = Question(number: number, waiting: [continuation])
        let timeout = Task { [patience] in
            guard (try? await Task.sleep(for: patience)) != nil else { return }
            self.answer(name, number, NameServer.Reply(lookup: .failed, lifetime: 0))
        }
        Task {
            let reply = await lane.textRecords(of: name)
            timeout.cancel()
            self.answer(name, number, reply)
        }
    }

    /// An answer that comes too late is still remembered.
    private func answer(_ name: String, _ number: Int, _ reply: NameServer.Reply) {
        remember(reply, of: name)
        guard questions[name]?.number == number else { return }
        for continuation in questions.removeValue(forKey: name)?.waiting ?? [] {
            continuation.resume(returning: reply.lookup)
        }
    }

    private func remember(_ reply: NameServer.Reply, of name: String) {
        if memories.count >= Self.memoryLimit, memories[name] == nil {
            let oldest = memories.min { $0.value.until < $1.value.until }
            if let oldest { memories[oldest.key] = nil }
        }
        memories[name] = Memory(lookup: reply.lookup, until: clock() + reply.shelfLife)
    }
}

extension NameServer.Reply {
    /// What is found is kept for as long as its domain says, an hour at most; what is not there may come soon.
    fileprivate var shelfLife: Duration {
        switch lookup {
        case .found: .seconds(min(lifetime, 3600))
        case .none: .seconds(300)
        case .failed: .seconds(30)
        }
    }
}

/// A thread that waits for the DNS, so that none of Swift's own ever does.
private actor ResolverLane {
    private let thread: BlockingThread
    private let server: NameServer

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(_ server: NameServer) throws(ResourceExhausted) {
        self.server = server
        thread = try BlockingThread()
    }

    func textRecords(of name: String) -> NameServer.Reply { server.textRecords(of: name) }
}
