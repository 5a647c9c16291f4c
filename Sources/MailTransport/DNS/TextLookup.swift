private import CResolv

/// What the DNS says of a name's TXT records.
package enum TextLookup: Sendable, Hashable {
    /// The records in the order of the answer, each with its strings joined, as in RFC 6376 §3.6.2.2.
    case found([[UInt8]])
    /// The name does not exist, or has no such records.
    case none
    /// Nobody answered in time, or with an error that may pass.
    case failed
}

/// One question to the system's resolver, or to a server that is named.
struct NameServer: Sendable {
    /// IPv4 address and port; the servers of `/etc/resolv.conf` where it is nil.
    var address: (host: String, port: UInt16)?
    /// Seconds that one try may take, and how often each server is tried.
    var seconds = 2
    var tries = 2

    /// An answer with the seconds that it may be kept.
    struct Reply: Sendable {
        let lookup: TextLookup
        let lifetime: Int
    }

    /// Limit: bytes of an answer, by RFC 1035 §4.2.2; TXT records in it.
    private static let answerLimit = 65_535
    private static let recordLimit = 100

    /// Blocks until there is an answer, or for the time that all tries take.
    func textRecords(of name: String) -> Reply {
        var answer = [UInt8](repeating: 0, count: Self.answerLimit)
        let size = postern_resolv_ask(
            name, address?.host, address?.port ?? 0, Int32(seconds), Int32(tries), &answer, Int32(answer.count))
        if size == Int32(POSTERN_RESOLV_NONE) { return Reply(lookup: .none, lifetime: 0) }
        guard size > 0 else { return Reply(lookup: .failed, lifetime: 0) }
        return Self.reply(answer, size)
    }

    private static func reply(_ answer: [UInt8], _ size: Int32) -> Reply {
        var records: [[UInt8]] = []
        var lifetime = Int.max
        var text = [UInt8](repeating: 0, count: answerLimit)
        for place in 0..<recordLimit {
            var seconds: UInt32 = 0
            let count = postern_resolv_text(answer, size, Int32(place), &text, Int32(text.count), &seconds)
            if count == Int32(POSTERN_RESOLV_NONE) { break }
            guard count >= 0 else { return Reply(lookup: .failed, lifetime: 0) }
            records.append(Array(text.prefix(Int(count))))
            lifetime = min(lifetime, Int(seconds))
        }
        return records.isEmpty ? Reply(lookup: .none, lifetime: 0) : Reply(lookup: .found(records), lifetime: lifetime)
    }
}
