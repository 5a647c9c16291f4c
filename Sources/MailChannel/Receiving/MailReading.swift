package import MailFormat
import MailSignatures
package import PortalCore

/// What one mail says, read from its bytes alone: nobody was asked, nothing was done.
package struct MailReading: Sendable {
    /// Whether this installation sent the mail itself; such a mail comes back only by a loop.
    package private(set) var isOwn: Bool
    package let kind: MailKind
    package let addressee: Addressee
    package private(set) var evidence: MailEvidence
    /// What its author wrote this time, without history, signature and footers.
    package var text: String { visible.text }
    private let visible: VisibleReply
    /// Everything that came with it and is not text to read.
    package let files: [AttachedFile]
    /// The addresses of its From field as written, for people who look at a list.
    package let sender: String
    package let subject: String

    /// Reads `message`; never fails.
    package init(_ message: MailFormat.Message, at mailbox: ReplyMailbox, border: TrustedBorder) {
        let reply = VisibleReply(of: message)
        isOwn = Self.isOwn(message.header, mailbox)
        kind = MailKind(of: message)
        addressee = Addressee(of: message, at: mailbox, border: border)
        evidence = MailEvidence(of: message, oddities: reply.warnings, border: border)
        visible = reply
        files = message.files
        sender = message.from.prefix(3).map(\.address).joined(separator: ", ")
        subject = message.subject ?? ""
    }

    /// What was written between the quoted lines, and below or behind these questions, by number.
    func passages(answering questions: [Int: String]) -> [ReplyPassage] { visible.passages(answering: questions) }

    /// The same mail with what our own check adds to its evidence: a pass where the border host says nothing.
    func adding(_ check: CheckedSender) -> MailReading {
        guard case .none(let reason) = evidence.authentication else { return self }
        var copy = self
        copy.evidence = evidence.adding(check.authentication, beside: reason)
        return copy
    }

    /// The same mail, known by its Message-ID as one of our own.
    func asOwn() -> MailReading {
        var copy = self
        copy.isOwn = true
        return copy
    }

    private static func isOwn(_ header: Header, _ mailbox: ReplyMailbox) -> Bool {
        if case .one(let address) = header.sender, mailbox.owns(address) { return true }
        return header.all(named: ReplyMailbox.instanceField).contains {
            $0.unfolded.equalsIgnoringASCIICase(mailbox.instance.utf8)
        }
    }
}
