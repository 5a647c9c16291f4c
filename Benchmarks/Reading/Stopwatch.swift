import Glibc

/// Processor time and time on the wall, in seconds.
struct Stopwatch {
    private let processor = Self.seconds(CLOCK_PROCESS_CPUTIME_ID)
    private let wall = Self.seconds(CLOCK_MONOTONIC)

    /// What has passed since the watch was made.
    var reading: Spent {
        Spent(
            processor: Self.seconds(CLOCK_PROCESS_CPUTIME_ID) - processor,
            wall: Self.seconds(CLOCK_MONOTONIC) - wall)
    }

    /// Seconds of the processor and on the wall.
    struct Spent {
        let processor: Double
        let wall: Double
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var now = timespec()
        clock_gettime(clock, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
