import Glibc
import Synchronization

/// A thread of its own on which an actor may block, so that it never holds one of Swift's cooperative threads.
///
/// It lives as long as its actor. The jobs of one actor run one after another, in the order of their arrival.
final class BlockingThread: SerialExecutor {
    /// Shared with the running thread, which may still be asleep in it when the executor is gone.
    private let jobs: JobQueue

    init() throws(ResourceExhausted) {
        jobs = try JobQueue()
        let thread = Unmanaged.passRetained(jobs)
        var identifier = pthread_t()
        guard pthread_create(&identifier, nil, runJobs, thread.toOpaque()) == 0 else {
            thread.release()
            throw .threads
        }
        pthread_detach(identifier)
    }

    deinit {
        jobs.close()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        jobs.add(JobQueue.Entry(job: UnownedJob(job), executor: self))
    }
}

private func runJobs(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    let jobs = Unmanaged<JobQueue>.fromOpaque(context).takeRetainedValue()
    while let entries = jobs.next() {
        for entry in entries { entry.job.runSynchronously(on: entry.executor.asUnownedSerialExecutor()) }
    }
    return nil
}

/// What the actors' calls put in, and the thread takes out.
private final class JobQueue: Sendable {
    struct Entry: Sendable {
        let job: UnownedJob
        /// Held until the job has ended, which may be what lets go of the actor.
        let executor: BlockingThread
    }

    private struct State {
        var entries: [Entry] = []
        var isClosed = false
    }

    /// Protects the entries, which every thread adds to.
    private let state = Mutex(State())
    private let wakeUp: WakeUp

    init() throws(ResourceExhausted) {
        wakeUp = try WakeUp()
    }

    func add(_ entry: Entry) {
        state.withLock { $0.entries.append(entry) }
        wakeUp.signal()
    }

    func close() {
        state.withLock { $0.isClosed = true }
        wakeUp.signal()
    }

    /// Waits for entries. Returns nil when the executor is gone.
    func next() -> [Entry]? {
        while true {
            _ = wait(for: [(wakeUp.descriptor, POLLIN)], until: .now + .seconds(60))
            wakeUp.reset()
            let (entries, isClosed) = state.withLock { state in
                defer { state.entries = [] }
                return (state.entries, state.isClosed)
            }
            if !entries.isEmpty { return entries }
            if isClosed { return nil }
        }
    }
}
