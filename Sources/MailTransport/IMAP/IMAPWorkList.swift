/// What is to be read of the mailbox: identifiers found, sized, planned, asked for and arrived.
struct IMAPWorkList {
    /// Mails that are fetched with one command.
    struct Plan: Hashable {
        var identifiers: [UInt32]
        /// The mail's size when it is too large: only its header is fetched.
        var sizeOfTooLarge: Int?
    }

    /// Found, but of unknown size.
    private var unsized: ArraySlice<UInt32> = []
    private var sizes: [UInt32: Int] = [:]
    private var planned: ArraySlice<Plan> = []
    private var asked: Set<UInt32> = []
    private var arrived: [UInt32: [UInt8]] = [:]
    /// Bytes that wait to be handed over.
    private(set) var arrivedBytes = 0

    init() {}

    /// - Parameter identifiers: ascending.
    init(_ identifiers: [UInt32]) {
        unsized = identifiers[...]
    }

    /// Some were found of which nothing else is known, and nothing is planned.
    var needsSizes: Bool { planned.isEmpty && !unsized.isEmpty }

    /// The next identifiers whose sizes are to be asked for. Limit: 500 at once.
    mutating func nextUnsized() -> [UInt32] {
        let identifiers = Array(unsized.prefix(500))
        unsized = unsized.dropFirst(500)
        asked = Set(identifiers)
        sizes = [:]
        return identifiers
    }

    /// Groups the identifiers, now that their sizes are known, in their order. One of which the server did not say the
    /// size is gone, or comes again with the next search.
    mutating func plan(_ identifiers: [UInt32], within limits: MailLimits) {
        var plans: [Plan] = []
        var (current, bytes) = (Plan(identifiers: []), 0)
        for identifier in identifiers {
            guard let size = sizes[identifier] else { continue }
            let isTooLarge = size > limits.mailBytes
            let isFull = current.identifiers.count >= limits.batchCount || bytes + size > limits.batchBytes
            if !current.identifiers.isEmpty && (isTooLarge || isFull) {
                plans.append(current)
                (current, bytes) = (Plan(identifiers: []), 0)
            }
            if isTooLarge {
                plans.append(Plan(identifiers: [identifier], sizeOfTooLarge: size))
            } else {
                current.identifiers.append(identifier)
                bytes += size
            }
        }
        if !current.identifiers.isEmpty { plans.append(current) }
        planned = plans[...]
        (asked, sizes) = ([], [:])
    }

    mutating func nextPlan() -> Plan? {
        guard let plan = planned.popFirst() else { return nil }
        asked.formUnion(plan.identifiers)
        return plan
    }

    /// Keeps what was asked for, once; a mail that nobody asked for is not ours.
    mutating func take(_ fetched: IMAPFetched) {
        guard let identifier = fetched.uid, asked.contains(identifier) else { return }
        if let size = fetched.size { sizes[identifier] = Int(size) }
        guard let body = fetched.body, arrived[identifier] == nil else { return }
        arrived[identifier] = body
        arrivedBytes += body.count
    }

    /// The bytes of a planned mail, if they came.
    mutating func handOver(_ identifier: UInt32) -> [UInt8]? {
        asked.remove(identifier)
        guard let body = arrived.removeValue(forKey: identifier) else { return nil }
        arrivedBytes -= body.count
        return body
    }
}
