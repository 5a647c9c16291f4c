import Glibc

/// A point in time, in milliseconds since 1970-01-01 00:00 UTC.
package struct Moment: Hashable, Comparable, Sendable, Codable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package var seconds: Int64 { milliseconds / 1000 }

    package static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }

    /// Later (or earlier) by a span; stops at the ends of the number instead of trapping.
    package static func + (moment: Moment, span: Span) -> Moment {
        let (sum, overflow) = moment.milliseconds.addingReportingOverflow(span.milliseconds)
        return Moment(milliseconds: overflow ? (span.milliseconds > 0 ? .max : .min) : sum)
    }

    /// A length of time, in milliseconds.
    package struct Span: Hashable, Sendable {
        package let milliseconds: Int64

        package static func seconds(_ count: Int64) -> Span { Span(milliseconds: count * 1000) }
        package static func minutes(_ count: Int64) -> Span { .seconds(count * 60) }
        package static func hours(_ count: Int64) -> Span { .minutes(count * 60) }
        package static func days(_ count: Int64) -> Span { .hours(count * 24) }
    }
}

/// What tells the time; passed in, so that tests and simulations can make time pass.
package typealias Clock = @Sendable () -> Moment

/// The machine's clock.
package let systemClock: Clock = {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Moment(milliseconds: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
}
