import PortalCore

/// Where a deliverable stands, in words for the person who reads it.
struct StatusWords {
    /// The word in the style.
    let name: String
    let label: String

    init(_ state: Deliverable.State, forStaff: Bool) {
        switch state {
        case .pending:
            name = "pending"
            label = forStaff ? "Waiting for the client" : "Waiting for you"
        case .decided(let kind, _, _):
            name = kind.rawValue
            label = kind.past
        }
    }
}

extension Decision.Kind {
    /// What was decided.
    var past: String {
        switch self {
        case .approved: "Approved"
        case .revisionRequested: "Revision requested"
        case .rejected: "Rejected"
        }
    }
}

extension DeliverableSettings {
    /// `Logo · PDF · version 3`.
    var details: String {
        [kind, format, "version \(version)"].filter { !$0.utf8.isEmpty }.joined(separator: " · ")
    }
}
