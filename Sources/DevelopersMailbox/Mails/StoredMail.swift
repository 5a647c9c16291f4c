package import MailFormat

/// A mail that the portal sent, as it lies in the Maildir.
package struct StoredMail: Sendable {
    /// The unique part of the file's name. Later mails have greater ones.
    package let id: String
    /// Whom it was delivered to.
    package let recipient: EmailAddress
    /// Seconds since 1970.
    package let storedAt: Int
    package let message: Message

    /// Reads what `MailTransport.MaildirDelivery` wrote; `nil` for a mail that names nobody who could have received it.
    package init?(fileName: String, bytes: [UInt8]) {
        let message = Message(bytes)
        let delivered = message.header.first("Delivered-To").flatMap { EmailAddress($0.text) }
        guard let recipient = delivered ?? message.to.lazy.compactMap({ EmailAddress($0.address) }).first else {
            return nil
        }
        let seconds = fileName.utf8.prefix { $0.isASCIIDigit }
        id = Self.id(ofFile: fileName)
        storedAt = Int(String(decoding: seconds, as: UTF8.self)) ?? message.date ?? 0
        self.recipient = recipient
        self.message = message
    }

    /// A file's name without the flags that mail programs add behind a colon.
    static func id(ofFile name: String) -> String {
        String(decoding: name.utf8.prefix { $0 != ASCII.colon }, as: UTF8.self)
    }

    package var subject: String {
        guard let subject = message.subject, !subject.utf8.isEmpty else { return "(no subject)" }
        return subject
    }

    /// The recipient with the name that the mail calls them by.
    var person: Draft.Correspondent {
        let mailbox = message.to.first { EmailAddress($0.address) == recipient }
        return Draft.Correspondent(name: mailbox?.name ?? "", address: recipient)
    }

    /// Where a reply goes: Reply-To, else From (RFC 5322 §3.6.2); `nil` when neither names an address.
    package var replyAddress: Draft.Correspondent? {
        (message.replyTo.isEmpty ? message.from : message.replyTo).lazy.compactMap { mailbox in
            EmailAddress(mailbox.address).map { Draft.Correspondent(name: mailbox.name, address: $0) }
        }.first
    }
}
