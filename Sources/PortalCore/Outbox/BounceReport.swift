import MailFormat

/// What a mail says that came to the envelope address of one of ours and reports that it was not delivered.
package struct BounceReport: Equatable, Sendable {
    /// Whether the reporting server has given up.
    let permanent: Bool
    /// The server's words, for staff.
    let diagnostic: String
    private let messageID: String?
    private let recipients: [String]

    /// - Parameters:
    ///   - messageID: the Message-ID of the mail that is reported, where the report names one.
    ///   - recipients: the addresses that were not reached, as the report names them.
    package init(permanent: Bool, diagnostic: String, messageID: String?, recipients: [String]) {
        self.permanent = permanent
        self.diagnostic = diagnostic
        self.messageID = messageID
        self.recipients = recipients
    }

    /// Whether it is about this very mail: by its Message-ID, which nobody can guess who has not seen it; in a report that
    /// names none, by the person that it went to.
    ///
    /// Whoever has the mail can still write a report about it. So nothing hangs on one but a word to staff, once.
    func isAbout(_ entry: OutboxEntry) -> Bool {
        if let messageID { return messageID == entry.messageID }
        guard let recipient = entry.recipient.flatMap({ EmailAddress($0) }) else { return false }
        return recipients.contains { EmailAddress($0) == recipient }
    }
}
