import Localization
import MailFormat
import PortalCore

/// Where a mail stands among those that its recipient already has: the subject that stays the same, and RFC 5322 §3.6.4.
struct MailThreading {
    let subject: String
    let inReplyTo: MessageID?
    let references: [MessageID]

    /// - Parameter subject: the template's, for a mail that begins a thread.
    init(of letter: Letter, subject: String) {
        guard letter.content.continuesThread else {
            self.init(subject: subject, inReplyTo: nil, references: [])
            return
        }
        let answered: MessageID? =
            if case .receipt(let receipt, _, _, _) = letter.content { receipt.answering.flatMap { MessageID($0) } } else
            {
                nil
            }
        let earlier = [letter.thread?.root, letter.thread?.last, answered].compactMap { $0 }
        let references = earlier.reduce(into: [MessageID]()) { if !$0.contains($1) { $0.append($1) } }
        self.init(
            subject: letter.thread.map { "Re: \($0.subject)" } ?? subject, inReplyTo: answered ?? letter.thread?.last,
            references: references)
    }

    private init(subject: String, inReplyTo: MessageID?, references: [MessageID]) {
        self.subject = subject
        self.inReplyTo = inReplyTo
        self.references = references
    }

    /// The subject of a reply to this letter that is begun by a button.
    static func replySubject(to letter: Letter) -> Phrase {
        if let thread = letter.thread { return .verbatim("Re: \(thread.subject)") }
        return .joined([.verbatim("Re:"), subject(of: letter)], by: " ")
    }

    private static func subject(of letter: Letter) -> Phrase {
        switch letter.content {
        case .decisionAsked(let item), .decisionMade(let item, _, _, _), .decisionTakenBack(let item, _, _),
            .undoOffered(let item, _, _, _), .confirmation(_, _, let item):
            .verbatim(item.deliverable.settings.title)
        case .receipt(_, let project, let deliverable, _):
            .verbatim(deliverable?.settings.title ?? project?.settings.title ?? letter.organization.settings.name)
        case .newMessage(let project, _, _): .verbatim(project.settings.title)
        case .item(let item): ItemLetterValues(item).about(letter.organization)
        case .invitation, .portalLink, .signIn, .deliveryFailed: .verbatim(letter.organization.settings.name)
        }
    }
}

extension Letter.Content {
    /// Whether it belongs to a conversation; what carries a key, or is about another person each time, stands alone.
    fileprivate var continuesThread: Bool {
        switch self {
        case .decisionAsked, .decisionMade, .decisionTakenBack, .undoOffered, .newMessage, .item, .receipt,
            .confirmation:
            true
        case .invitation, .portalLink, .signIn, .deliveryFailed: false
        }
    }
}
