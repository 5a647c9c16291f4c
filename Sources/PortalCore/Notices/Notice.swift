/// What somebody is owed. The core says what; the mail channel says how when it sends.
package enum Notice: Equatable, Sendable, Codable {
    case invitation(InvitationID)
    case portalLink(PortalLinkID)
    case signIn(SignInID)
    case decisionAsked(DeliverableID, version: Int)
    case decisionMade(DeliverableID, DecisionID)
    case decisionTakenBack(DeliverableID, DecisionID)
    /// To whoever decided: what was decided on a page, or that an UNDO by mail was not enough; with the link that does it.
    case undoOffered(DeliverableID, DecisionID, askedByMail: Bool)
    case newMessage(MessageNumber)
    /// News about the things that a project holds.
    case item(ItemNotice)
    /// The one answer to a mail: how it was read and what came of it.
    case receipt(Receipt)
    case confirmationNeeded(ConfirmationID)
    /// To staff: a mail of ours to this person could not be delivered.
    case deliveryFailed(OutboxID, diagnostic: String)

    /// Whether it is news that nobody asked for, so that it can be muted: no receipt, link, code or answer.
    var isNews: Bool {
        switch self {
        case .decisionAsked, .decisionMade, .decisionTakenBack, .newMessage, .deliveryFailed: true
        case .item(let item): item.news.isNews
        case .invitation, .portalLink, .signIn, .undoOffered, .receipt, .confirmationNeeded: false
        }
    }

    /// What it asks for that waits for somebody; nil for all that is no ask.
    var ask: Ask? {
        switch self {
        case .decisionAsked(let id, let version): .thing(.deliverable(id, version: version))
        case .item(let item): item.news.ask
        case .invitation, .portalLink, .signIn, .decisionMade, .decisionTakenBack, .undoOffered, .newMessage, .receipt,
            .confirmationNeeded, .deliveryFailed:
            nil
        }
    }

    /// Notices with one topic share a mail thread.
    var topic: String {
        switch self {
        case .invitation: "invitation"
        case .portalLink: "link"
        case .signIn(let id): "sign-in-\(id)"
        case .decisionAsked(let id, _), .decisionMade(let id, _), .decisionTakenBack(let id, _),
            .undoOffered(let id, _, _):
            "deliverable-\(id)"
        case .newMessage(let id): "message-\(id)"
        case .item(let item): item.news.topic
        case .receipt(let receipt): receipt.topic
        case .confirmationNeeded(let id): "confirmation-\(id)"
        case .deliveryFailed: "delivery"
        }
    }
}

/// What came of one mail, for the person who sent it.
package struct Receipt: Equatable, Sendable, Codable {
    package let items: [Item]
    let topic: String
    package let subject: Subject
    /// The Message-ID of the mail that is answered, for threading only.
    package let answering: String?

    package struct Item: Equatable, Sendable, Codable {
        package let asked: Asked
        package let outcome: Outcome
    }

    /// How a part of the mail was read.
    package enum Asked: Equatable, Sendable, Codable {
        case message(attachments: [FileContent])
        /// `commented`: words came with it; where the decision is refused they are posted all the same.
        case decision(Decision.Kind, commented: Bool)
        case unclearDecision
        case undo
        /// A command about a thing, by its name.
        case item(String)
        /// The same with files, which the receipt lists.
        case itemWithFiles(String, [FileContent])
    }

    /// What the mail was about.
    package enum Subject: Equatable, Sendable, Codable {
        case project(ProjectID)
        case deliverable(DeliverableID)
        /// What it asked for is about no project.
        case nothing
        /// Things of the organization.
        case things(ListedThings)
    }
}
