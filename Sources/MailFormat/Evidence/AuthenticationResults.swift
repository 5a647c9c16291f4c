/// One Authentication-Results field: who checked, and what it found (RFC 8601 §2.2).
package struct AuthenticationResults: Sendable, Equatable {
    /// One result: `dkim=pass header.d=example.org`.
    package struct Clause: Sendable, Equatable {
        /// `dkim`, `dmarc`, `spf` …; ASCII lower case.
        package let method: String
        /// `pass`, `fail`, `none` …; ASCII lower case.
        package let result: String
        /// Values by name, `header.d`; names in ASCII lower case, values as written. They belong to this clause only.
        package let properties: [String: String]
        /// A property that stands twice has no value one could rely on.
        let hasRepeatedProperty: Bool
    }

    /// The authserv-id as written, without a final dot; empty where the field has none.
    package let authservID: String
    package let clauses: [Clause]

    /// The field that `value` is, or `nil` when any of it cannot be read: a field that is not understood whole proves
    /// nothing at all.
    package static func parse(_ value: some Collection<UInt8>) -> AuthenticationResults? {
        var reader = AuthenticationResultsReader(value)
        return reader.read()
    }

    /// Whose field `value` claims to be, though the rest of it may be unreadable; without a final dot.
    package static func claimedID(_ value: some Collection<UInt8>) -> String? {
        var reader = AuthenticationResultsReader(value)
        return reader.readIdentifier()
    }

    /// The field that `value` is, where its results begin at once, without the identifier of who checked.
    ///
    /// QUIRK: Microsoft 365 writes it so, RFC 8601 §2.2 does not allow it.
    package static func nameless(_ value: some Collection<UInt8>) -> AuthenticationResults? {
        var reader = AuthenticationResultsReader(value)
        return reader.readNameless()
    }
}
