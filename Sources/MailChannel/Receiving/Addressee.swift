import MailFormat
package import PortalCore

/// Which of our reply addresses a mail was sent to.
package enum Addressee: Hashable, Sendable {
    case reply(Secret)
    /// None of its addresses is a reply address.
    case nobody
    /// More than one: what the mail is about cannot be told.
    case several

    /// Reads To and Cc, and what the organization's own servers noted above the line of the border host; what stands
    /// below that line anybody may have written.
    init(of message: MailFormat.Message, at mailbox: ReplyMailbox, border: TrustedBorder) {
        let noted = message.header.fields(above: border).filter { field in Self.notes.contains(where: field.isNamed) }
        self.init(Self.addressed(message) + noted, at: mailbox)
    }

    /// Reads To and Cc alone, which is what the author wrote and a signature may cover.
    init(writtenIn message: MailFormat.Message, at mailbox: ReplyMailbox) {
        self.init(Self.addressed(message), at: mailbox)
    }

    private init(_ fields: [HeaderField], at mailbox: ReplyMailbox) {
        let addresses = fields.flatMap { Mailbox.list($0.unfolded).map(\.address) }
        let secrets = Set(addresses.compactMap { Self.secret(in: $0, mailbox) })
        switch (secrets.first, secrets.count) {
        case (let secret?, 1): self = .reply(secret)
        case (.some, _): self = .several
        case (nil, _): self = .nobody
        }
    }

    private static func addressed(_ message: MailFormat.Message) -> [HeaderField] {
        ["To", "Cc"].flatMap(message.header.all(named:))
    }

    /// QUIRK: how mail servers note the recipient that they delivered to.
    private static let notes = ["Delivered-To", "X-Original-To", "X-Delivered-To", "Envelope-To", "X-Envelope-To"]

    private static func secret(in address: String, _ mailbox: ReplyMailbox) -> Secret? {
        EmailAddress(address)?.tag(ofBase: mailbox.address).flatMap { Secret(wire: $0) }
    }
}
