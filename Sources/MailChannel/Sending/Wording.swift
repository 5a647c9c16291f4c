import PortalCore
import Templates

/// The words that stand in several mails. Everything else that people read stands in the templates.
enum Wording {
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    static func status(_ state: Deliverable.State) -> String {
        switch state {
        case .pending: "waiting for a decision"
        case .decided(let kind, _, _): status(kind)
        }
    }

    static func status(_ kind: Decision.Kind) -> String {
        switch kind {
        case .approved: "approved"
        case .revisionRequested: "revision requested"
        case .rejected: "rejected"
        }
    }

    /// What a notice is called when its mail did not arrive.
    static func name(of notice: Notice) -> String {
        switch notice {
        case .invitation: "the invitation"
        case .portalLink: "the portal link"
        case .signIn: "the sign-in code"
        case .decisionAsked: "the request for a decision"
        case .decisionMade: "the news of a decision"
        case .decisionTakenBack: "the news that a decision was taken back"
        case .undoOffered: "the receipt for a decision"
        case .newMessage: "a new message"
        case .item: "news about the project"
        case .receipt: "a receipt"
        case .confirmationNeeded: "the request to confirm a decision"
        case .deliveryFailed: "a note about a failed delivery"
        }
    }
}
