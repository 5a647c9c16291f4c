/// What a server says about a mail that it could not deliver.
package struct DeliveryReport: Equatable, Sendable {
    /// Whether the server has given up; otherwise it still tries, or what hindered it passes.
    ///
    /// By the class of the status (RFC 3463 §2), and a delay is never permanent; a report without any code is permanent
    /// unless its words say otherwise.
    package let permanent: Bool
    /// The addresses that were not reached, as the server names them; perhaps none. Limit: 100.
    package let failedRecipients: [String]
    /// The Message-ID of the mail that was not delivered, where the report names it.
    package let originalMessageID: MessageID?
    /// The server's own words, for staff only. Limit: 500 bytes.
    package let diagnostic: String?

    static let mostRecipients = 100
    static let longestDiagnostic = 500

    init(permanent: Bool, recipients: [String], originalMessageID: MessageID?, diagnostic: String?) {
        self.permanent = permanent
        failedRecipients = Array(recipients.prefix(Self.mostRecipients))
        self.originalMessageID = originalMessageID
        self.diagnostic = diagnostic.map { String(decoding: $0.utf8.prefix(Self.longestDiagnostic), as: UTF8.self) }
    }
}
