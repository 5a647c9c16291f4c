import Synchronization
import Testing

/// Waits until something is so, ten seconds at most.
func eventually(_ condition: @Sendable () -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(10)
    while !condition() {
        try #require(ContinuousClock.now < deadline, "it did not come true in ten seconds")
        try await Task.sleep(for: .milliseconds(5))
    }
}

/// False the first time that it is asked, then true.
final class SecondTime: Sendable {
    private let asked = Atomic(false)
    func next() -> Bool { asked.exchange(true, ordering: .relaxed) }
}
