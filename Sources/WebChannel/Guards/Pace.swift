import PortalCore
import Synchronization

/// How fast forms may come from one source: a few at once, then one every so often.
///
/// It only keeps the machine quiet; how often a code may be tried is the core's rule.
final class Pace: Sendable {
    /// Forms at the doors, from one address.
    static var atTheDoors: Pace { Pace(burst: 30, perSecond: 0.5) }
    /// Reports of other services, from one address: they come in bursts, and again when they are turned away.
    static var atTheHooks: Pace { Pace(burst: 600, perSecond: 20) }
    /// Forms inside, of one session.
    static var ofOneSession: Pace { Pace(burst: 120, perSecond: 2) }
    /// Forms inside one organization.
    static var ofOneOrganization: Pace { Pace(burst: 3000, perSecond: 100) }

    /// Limit: forms at once.
    private let burst: Double
    /// Limit: forms a second, in the long run.
    private let perSecond: Double
    /// Limit: sources remembered; when there are more, those that have been quiet are forgotten, and then the quarter that
    /// was last heard of the longest ago.
    private static let mostSources = 10_000

    private struct Bucket {
        var left: Double
        var at: Moment
    }

    /// Protects the buckets, which requests on several threads fill and empty.
    private let buckets = Mutex<[String: Bucket]>([:])

    private init(burst: Double, perSecond: Double) {
        self.burst = burst
        self.perSecond = perSecond
    }

    /// Whether a form from this source may be taken now.
    func allows(_ source: String, at now: Moment) -> Bool {
        buckets.withLock { buckets in
            var bucket = buckets[source] ?? Bucket(left: burst, at: now)
            bucket.left = refilled(bucket, at: now)
            bucket.at = now
            let allowed = bucket.left >= 1
            if allowed { bucket.left -= 1 }
            buckets[source] = bucket
            if buckets.count > Self.mostSources { forget(&buckets, at: now) }
            return allowed
        }
    }

    private func refilled(_ bucket: Bucket, at now: Moment) -> Double {
        let seconds = max(0, Double(now.milliseconds) - Double(bucket.at.milliseconds)) / 1000
        return min(burst, bucket.left + seconds * perSecond)
    }

    private func forget(_ buckets: inout [String: Bucket], at now: Moment) {
        buckets = buckets.filter { refilled($0.value, at: now) < burst }
        guard buckets.count > Self.mostSources else { return }
        let stalest = buckets.sorted { $0.value.at < $1.value.at }.prefix(Self.mostSources / 4)
        for (source, _) in stalest { buckets[source] = nil }
    }
}
