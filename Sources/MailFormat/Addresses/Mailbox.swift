/// A mailbox as a header field names it: maybe odd, maybe no address that mail could be sent to.
package struct Mailbox: Sendable, Equatable {
    /// The decoded display name, `""` without one.
    package let name: String
    /// The addr-spec as written, without comments and blanks.
    package let address: String

    package init(name: String, address: String) {
        self.name = name
        self.address = address
    }

    /// The mailboxes that an unfolded address list (RFC 5322 §3.4) names, groups flattened. Limit: 1,000.
    package static func list(_ value: [UInt8]) -> [Mailbox] {
        var reader = AddressListReader(value)
        return reader.read()
    }
}
