import Synchronization
import Testing

/// Waits until something is so, twenty seconds at most.
func eventually(_ condition: @Sendable () -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while !condition() {
        try #require(ContinuousClock.now < deadline, "it did not come true in twenty seconds")
        try await Task.sleep(for: .milliseconds(5))
    }
}

/// False the first time that it is asked, then true.
final class SecondTime: Sendable {
    private let asked = Atomic(false)
    func next() -> Bool { asked.exchange(true, ordering: .relaxed) }
}

/// Counts from 0.
final class Counter: Sendable {
    private let count = Atomic(0)
    func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).oldValue }
}
