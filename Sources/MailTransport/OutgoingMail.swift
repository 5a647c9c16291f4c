package import MailFormat

/// A way out of the house for a rendered mail.
package protocol OutgoingMail: Sendable {
    /// Hands one mail over for one recipient.
    ///
    /// Returns what became of it and never throws: every fault is one of the attempt's cases. A cancelled task gives the
    /// mail up while nothing of it is sent, and else waits one second at most for the server's answer.
    /// - Parameters:
    ///   - message: The whole mail, header and 7-bit body. Any line ends; on the wire they become CRLF.
    ///   - sender: The envelope's sender (RFC 5321 §4.1.1.2), to whom bounces go.
    ///   - recipient: The envelope's only recipient.
    func deliver(_ message: [UInt8], from sender: EmailAddress, to recipient: EmailAddress) async -> DeliveryAttempt
}

/// What became of one attempt to deliver one mail to one recipient.
///
/// Every text is one escaped line of at most 500 bytes, fit for a log, a table and a page for staff.
package enum DeliveryAttempt: Hashable, Sendable {
    /// The server answers for the mail from now on. The text is its word, mostly with its queue id.
    case accepted(String)
    /// Refused for good, with the SMTP code (5xx): trying the same again is of no use.
    case rejected(code: Int, text: String)
    /// Not now: try again later, with the SMTP code if the server gave one.
    case deferred(code: Int?, text: String)
    /// The connection was lost after the end of the mail was, perhaps, sent: the server may have it or not.
    /// Resend the same bytes with the same Message-ID.
    case unknown(text: String)
}
