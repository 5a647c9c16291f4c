import Synchronization

/// SplitMix64: small, seeded, good enough to be chance in a test.
package final class SeededChance: Sendable {
    private let state: Mutex<UInt64>

    /// The same seed brings the same bytes.
    package init(_ seed: UInt64) { state = Mutex(seed) }

    /// The next bytes.
    package func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }

    private func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
