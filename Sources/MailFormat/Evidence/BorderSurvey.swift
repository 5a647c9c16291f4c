/// Who wrote what on a mail's way: what somebody must know to name the border.
package struct BorderSurvey: Sendable {
    /// A trace field, as far as it matters here.
    package enum Trace: Sendable, Hashable {
        /// A Received field, by the host that wrote it.
        case received(by: String)
        /// Authentication-Results, with the identifier that they are written under.
        case results(authservID: String)
        /// Authentication-Results that cannot be read, or that name nobody.
        case unreadableResults
    }

    /// From the newest to the oldest, as they stand from the top. Limit: 200.
    package let traces: [Trace]

    /// When the newest of them took the mail in by its own clock, in seconds since 1970 (RFC 5321 §4.4).
    package let newest: Int?

    package init(_ header: Header) {
        newest = header.first("Received").flatMap { field in
            field.unfolded.split(separator: ASCII.semicolon).last.flatMap { MailDate.seconds(Array($0)) }
        }
        let fields = header.fields.lazy.compactMap { field -> Trace? in
            if field.isNamed("Received") {
                return ReceivedField(field.unfolded).host.map { .received(by: $0) }
            }
            guard field.isNamed("Authentication-Results") else { return nil }
            return AuthenticationResults.parse(field.rawValue).map { .results(authservID: $0.authservID) }
                ?? .unreadableResults
        }
        traces = Array(fields.prefix(200))
    }
}
