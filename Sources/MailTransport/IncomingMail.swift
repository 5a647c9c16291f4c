/// A mailbox that hands over what arrives in it.
package protocol IncomingMail: Sendable {
    /// Hands over batches of mails, in order of arrival, until its task is cancelled, and then returns.
    ///
    /// Only after `accept` returned are the mails of a batch marked as read and moved to their folders, by one `Filing` for
    /// each mail in the same order. When `accept` throws, the batch stays unread and is handed over again after a pause that
    /// grows. A crash or a lost connection between the two hands the same mails over again: acting once on the same bytes
    /// is the receiver's duty.
    /// - Throws: only what ends the watch for good (out of file descriptors); faults of the connection are logged and retried.
    func receive(_ accept: @escaping @Sendable ([ReceivedMail]) async throws -> [Filing]) async throws
}

/// A mail as it lies in a mailbox.
package struct ReceivedMail: Hashable, Sendable {
    /// How much of the mail was read.
    package enum Extent: Hashable, Sendable {
        case whole
        /// The mail, of `size` bytes, is over the limit: only its header was read. It goes to quarantine, unread, whatever
        /// the receiver says.
        case headerOnly(size: Int)
    }

    package var bytes: [UInt8]
    package var source: MailSource
    package var extent: Extent

    package init(bytes: [UInt8], source: MailSource, extent: Extent = .whole) {
        self.bytes = bytes
        self.source = source
        self.extent = extent
    }
}

/// Where a mail was found. It names the copy, not the mail: the same mail may be found twice.
package enum MailSource: Hashable, Sendable, CustomStringConvertible {
    /// RFC 9051 §2.3.1.1: the UID means something only together with the mailbox's UIDVALIDITY.
    case imap(mailbox: String, validity: UInt32, uid: UInt32)
    /// A file of a Maildir, by its unique name (without folder and flags).
    case maildir(folder: String, name: String)

    package var description: String {
        switch self {
        case .imap(let mailbox, let validity, let uid): "imap:\(mailbox)/\(validity)/\(uid)"
        case .maildir(let folder, let name): "maildir:\(folder)/\(name)"
        }
    }
}

/// Where a mail that was taken goes.
package enum Filing: Hashable, Sendable {
    case processed
    case quarantine
}
