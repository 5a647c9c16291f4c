import Synchronization

/// A clock that does not go back: what has expired stays expired when the machine's clock is set back.
///
/// Limit: a clock that goes back by more than a day is believed, because then it had been wrong before.
final class SteadyClock: Sendable {
    private static let believed = Moment.Span.days(-1)

    private let clock: Clock
    /// The latest moment that was seen; protects itself against the threads that ask for the time.
    private let latest: Mutex<Moment>

    /// - Parameter latest: the latest moment of an earlier run.
    init(_ clock: @escaping Clock, latest: Moment) {
        self.clock = clock
        self.latest = Mutex(latest)
    }

    var now: Moment {
        let now = clock()
        return latest.withLock { latest in
            if now > latest || now < latest + Self.believed { latest = now }
            return latest
        }
    }
}
