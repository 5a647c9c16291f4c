/// A mail that is owed, on its way, or settled.
package struct OutboxEntry: Equatable, Sendable {
    package let id: OutboxID
    package let person: PersonID
    package let notice: Notice
    package let state: State
    package let attempts: Int
    package let due: Moment
    package let created: Moment
    package let settled: Moment?
    package let recipient: String?
    package let messageID: String?
    package let subject: String?
    package let result: String?

    package enum State: String, Codable, Sendable, CaseIterable {
        /// To be written and sent.
        case owed
        /// An attempt has begun; if nothing more is known after a crash, the same bytes are sent once more.
        case begun
        /// Deferred; tried again when due.
        case waiting
        case sent
        /// Refused for good, or not delivered in five days.
        case failed
        /// Not sent: it would come too late (an expired code), has nothing left to say, or travels in another mail.
        case dropped
    }

    /// The pauses between attempts, and how long attempts go on (RFC 5321 §4.5.4.1).
    static func pause(after attempts: Int) -> Moment.Span {
        let minutes: [Int64] = [1, 5, 15, 30, 60, 120, 240, 480]
        return .minutes(minutes[min(max(attempts - 1, 0), minutes.count - 1)])
    }

    static let patience = Moment.Span.days(5)
}

/// What came of an attempt to send a mail.
package enum SendingResult: Equatable, Sendable {
    case sent(String)
    /// Refused for good.
    case rejected(String)
    /// To be tried again later; also where the connection broke before the server had the whole mail.
    case deferred(String)
    /// The connection broke when the server may have had the mail: the same bytes go out once more.
    case unknown(String)
}
