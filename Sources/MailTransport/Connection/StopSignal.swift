import Synchronization

/// Says to a thread that waits in `poll` that it should end: raised once, from any thread, and never lowered.
final class StopSignal: Sendable {
    private let wakeUp: WakeUp
    private let raised = Atomic(false)

    init() throws(ResourceExhausted) {
        wakeUp = try WakeUp()
    }

    /// Readable for `poll` from the moment that the signal is raised.
    var descriptor: Int32 { wakeUp.descriptor }

    var isRaised: Bool { raised.load(ordering: .acquiring) }

    func raise() {
        raised.store(true, ordering: .releasing)
        wakeUp.signal()
    }
}
