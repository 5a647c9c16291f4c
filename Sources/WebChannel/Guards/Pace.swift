import PortalCore
import Synchronization

/// How fast one address may send forms at the doors: a few at once, then one every few seconds.
///
/// It only keeps the machine quiet; how often a code may be tried is the core's rule.
final class Pace: Sendable {
    /// Limit: forms at once.
    private static let burst = 30.0
    /// Limit: forms a second, in the long run.
    private static let perSecond = 0.5
    /// Limit: addresses remembered; when there are more, those that have been quiet are forgotten.
    private static let mostAddresses = 10_000

    private struct Bucket {
        var left: Double
        var at: Moment
    }

    /// Protects the buckets, which requests on several threads fill and empty.
    private let buckets = Mutex<[String: Bucket]>([:])

    /// Whether a form from this address may be taken now.
    func allows(_ address: String, at now: Moment) -> Bool {
        buckets.withLock { buckets in
            var bucket = buckets[address] ?? Bucket(left: Self.burst, at: now)
            bucket.left = Self.refilled(bucket, at: now)
            bucket.at = now
            let allowed = bucket.left >= 1
            if allowed { bucket.left -= 1 }
            buckets[address] = bucket
            if buckets.count > Self.mostAddresses { Self.forget(&buckets, at: now) }
            return allowed
        }
    }

    private static func refilled(_ bucket: Bucket, at now: Moment) -> Double {
        let seconds = max(0, Double(now.milliseconds) - Double(bucket.at.milliseconds)) / 1000
        return min(burst, bucket.left + seconds * perSecond)
    }

    private static func forget(_ buckets: inout [String: Bucket], at now: Moment) {
        buckets = buckets.filter { refilled($0.value, at: now) < burst }
        if buckets.count > mostAddresses { buckets = [:] }
    }
}
