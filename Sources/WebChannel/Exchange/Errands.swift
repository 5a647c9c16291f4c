import Synchronization

/// Work that is done after the answer, so that the answer takes the same time whatever there was to do.
final class Errands: Sendable {
    /// Limit: errands under way at a time.
    private static let most = 500

    /// How many are under way; answers on several threads add to it.
    private let underWay = Mutex(0)

    /// Takes an errand on; false when there are too many already.
    func run(_ errand: @escaping @Sendable () async -> Void) -> Bool {
        let isTaken = underWay.withLock { count in
            guard count < Self.most else { return false }
            count += 1
            return true
        }
        guard isTaken else { return false }
        Task {
            await errand()
            underWay.withLock { $0 -= 1 }
        }
        return true
    }
}
