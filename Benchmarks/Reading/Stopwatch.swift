import Glibc

/// Processor time of this process, and time on the wall.
struct Stopwatch {
    private let processor = clock()
    private let wall = ContinuousClock.now

    /// What has passed since the watch was made.
    var reading: Spent {
        Spent(
            processor: Double(clock() - processor) / Self.clocksPerSecond,
            wall: (ContinuousClock.now - wall).seconds)
    }

    /// Seconds of the processor and on the wall.
    struct Spent {
        let processor: Double
        let wall: Double
    }

    /// CLOCKS_PER_SEC: one million wherever there is POSIX.
    private static let clocksPerSecond = 1_000_000.0
}
