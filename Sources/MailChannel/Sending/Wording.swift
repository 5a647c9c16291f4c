import Localization
import PortalCore

/// The words that stand in several mails. Everything else that people read stands in the templates.
enum Wording {
    static func status(_ state: Deliverable.State) -> Phrase {
        switch state {
        case .pending: Phrase("waiting for a decision")
        case .decided(let kind, _, _): status(kind)
        }
    }

    static func status(_ kind: Decision.Kind) -> Phrase {
        switch kind {
        case .approved: Phrase("approved")
        case .revisionRequested: Phrase("revision requested")
        case .rejected: Phrase("rejected")
        }
    }

    /// What a notice is called when its mail did not arrive.
    static func name(of notice: Notice) -> Phrase {
        switch notice {
        case .invitation: Phrase("the invitation")
        case .portalLink: Phrase("the portal link")
        case .signIn: Phrase("the sign-in code")
        case .decisionAsked: Phrase("the request for a decision")
        case .decisionMade: Phrase("the news of a decision")
        case .decisionTakenBack: Phrase("the news that a decision was taken back")
        case .undoOffered: Phrase("the receipt for a decision")
        case .newMessage: Phrase("a new message")
        case .item: Phrase("news about the project")
        case .receipt: Phrase("a receipt")
        case .confirmationNeeded: Phrase("the request to confirm a decision")
        case .deliveryFailed: Phrase("a note about a failed delivery")
        }
    }
}
