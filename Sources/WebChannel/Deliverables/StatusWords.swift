import Localization
import PortalCore

/// Where a deliverable stands, in words for the person who reads it.
struct StatusWords {
    /// The word in the style.
    let name: String
    let label: Phrase

    init(_ state: Deliverable.State, forStaff: Bool) {
        switch state {
        case .pending:
            name = "pending"
            label = forStaff ? Phrase("Waiting for the client") : Phrase("Waiting for you")
        case .decided(let kind, _, _):
            name = kind.rawValue
            label = kind.past
        }
    }
}

extension Decision.Kind {
    /// What was decided.
    var past: Phrase {
        switch self {
        case .approved: Phrase("Approved")
        case .revisionRequested: Phrase("Revision requested")
        case .rejected: Phrase("Rejected")
        }
    }
}

extension DeliverableSettings {
    /// `Logo · PDF · version 3`.
    var details: Phrase {
        .joined([.verbatim(kind), .verbatim(format), Phrase("version \(version)")], by: " · ")
    }
}
