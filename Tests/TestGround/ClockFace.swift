package import PortalCore
import Synchronization

/// A clock that tests turn.
package final class ClockFace: Sendable {
    private let moment: Mutex<Moment>

    /// Stands at `start` until time passes.
    package init(_ start: Moment) { moment = Mutex(start) }

    /// Where the hands stand.
    package var now: Moment { moment.withLock { $0 } }

    /// Turns the hands forward.
    package func pass(_ span: Moment.Span) { moment.withLock { $0 = $0 + span } }
}
