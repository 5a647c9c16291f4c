import MailFormat

/// An SPF record (RFC 7208 §4.5), as far as whoever published it should know what it says.
package struct SenderPolicy: Sendable, Hashable {
    /// What it says of servers that it does not name.
    package enum Others: Sendable, Hashable {
        case pass, neutral, softFail, fail
        /// Another domain's record says it.
        case redirected
        /// Nothing, which counts as neutral (RFC 7208 §4.7).
        case unsaid
    }

    package let others: Others
    /// Terms of this record that make others ask the DNS; what it includes comes on top.
    package let lookups: Int

    /// Limit: more lookups than these, included ones too, and the record counts for nothing (RFC 7208 §4.6.4).
    package static let mostLookups = 10

    /// The policy that a TXT record is; nil when it is none.
    init?(_ record: [UInt8]) {
        let terms = record.split(separator: ASCII.space).map { $0.asciiLowercased }
        guard let version = terms.first, version.elementsEqual("v=spf1".utf8), record.first != ASCII.space else {
            return nil
        }
        var others: Others?
        var (lookups, isRedirected) = (0, false)
        for term in terms.dropFirst() {
            if term.starts(with: "redirect=".utf8) { isRedirected = true }
            let (qualifier, name) = Self.mechanism(term)
            // What follows `all` is never looked at (RFC 7208 §5.1).
            if others == nil, name.elementsEqual("all".utf8) { others = qualifier }
            if others == nil, Self.asking.contains(where: { $0.utf8.elementsEqual(name) }) { lookups += 1 }
        }
        self.lookups = lookups + (others == nil && isRedirected ? 1 : 0)
        self.others = others ?? (isRedirected ? .redirected : .unsaid)
    }

    private static let asking = ["include", "a", "mx", "ptr", "exists"]

    /// `-include:example.org/24` without what follows the name.
    private static func mechanism(_ term: [UInt8]) -> (Others, ArraySlice<UInt8>) {
        let qualifiers: [(UInt8, Others)] = [
            (UInt8(ascii: "+"), .pass), (UInt8(ascii: "-"), .fail), (UInt8(ascii: "~"), .softFail),
            (UInt8(ascii: "?"), .neutral),
        ]
        let found = qualifiers.first { $0.0 == term.first }
        let name = term.dropFirst(found == nil ? 0 : 1).prefix { $0 != ASCII.colon && $0 != UInt8(ascii: "/") }
        return (found?.1 ?? .pass, name)
    }
}
