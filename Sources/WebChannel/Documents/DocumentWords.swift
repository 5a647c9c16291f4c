import PortalCore

/// Documents in words.
enum DocumentWords {
    static func name(of kind: DocumentSettings.Kind) -> String {
        switch kind {
        case .proposal: "Proposal"
        case .contract: "Contract"
        case .banquetEventOrder: "Banquet event order"
        }
    }

    /// Where it stands, for whom it is shown to: the label, and its look.
    static func state(of document: Document, for viewer: PersonID) -> (label: String, look: String) {
        if document.signers.isEmpty { return ("To read", "read") }
        if document.isComplete { return ("Signed by all", "approved") }
        let isOwn = document.missing.contains { $0.person == viewer }
        return isOwn ? ("Please sign", "pending") : ("Not signed by all yet", "waiting")
    }
}
