package import MailFormat
package import PortalCore

/// What one mail says, read from its bytes alone: nobody was asked, nothing was done.
package struct MailReading: Sendable {
    /// Whether this installation sent the mail itself; such a mail comes back only by a loop.
    package let isOwn: Bool
    package let kind: MailKind
    package let addressee: Addressee
    package let evidence: MailEvidence
    /// What its author wrote this time, without history, signature and footers.
    package let text: String
    /// Everything in it that is not text to read.
    package let attachments: [Part]
    /// The addresses of its From field as written, for people who look at a list.
    package let sender: String
    package let subject: String

    /// Reads `message`; never fails.
    package init(_ message: MailFormat.Message, at mailbox: ReplyMailbox, border: TrustedBorder) {
        let reply = VisibleReply(of: message)
        let further = Self.furtherTexts(of: message)
        var oddities: [String] = []
        if reply.viewsDiffer { oddities.append("views-differ") }
        if !further.isEmpty { oddities.append("several-texts") }
        isOwn = Self.isOwn(message.header, mailbox)
        kind = MailKind(of: message)
        addressee = Addressee(of: message, at: mailbox, border: border)
        evidence = MailEvidence(of: message, oddities: oddities, border: border)
        text = ([reply.text] + further).filter { !$0.isEmpty }.joined(separator: "\n\n")
        attachments = message.attachments
        sender = message.from.prefix(3).map(\.address).joined(separator: ", ")
        subject = message.subject ?? ""
    }

    private static func isOwn(_ header: Header, _ mailbox: ReplyMailbox) -> Bool {
        if case .one(let address) = header.sender, mailbox.owns(address) { return true }
        return header.all(named: ReplyMailbox.instanceField).contains {
            $0.unfolded.equalsIgnoringASCIICase(mailbox.instance.utf8)
        }
    }

    /// QUIRK: Apple Mail divides the text around a picture into parts of their own; what is written in the later ones must
    /// neither be lost nor overlooked by a decision.
    private static func furtherTexts(of message: MailFormat.Message) -> [String] {
        let subtype = message.text == nil ? "html" : "plain"
        let leaves = message.leaves.filter {
            $0.isBodyLeaf && $0.contentType.subtype.utf8.elementsEqual(subtype.utf8)
        }
        return leaves.dropFirst().map { leaf in
            let text = leaf.readableText()
            return (message.text == nil ? VisibleReply(ofHTML: text) : VisibleReply(ofText: text)).text
        }.filter { !$0.isEmpty }
    }
}
