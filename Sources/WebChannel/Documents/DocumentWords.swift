import Localization
import PortalCore

/// Documents in words.
enum DocumentWords {
    static func name(of kind: DocumentSettings.Kind) -> Phrase {
        switch kind {
        case .proposal: Phrase("Proposal")
        case .contract: Phrase("Contract")
        case .banquetEventOrder: Phrase("Banquet event order")
        }
    }

    /// `Contract, version 2`.
    static func details(of settings: DocumentSettings) -> Phrase {
        Phrase("\(name(of: settings.kind)), version \(settings.version)")
    }

    /// Where it stands, for whom it is shown to: the label, and its look.
    static func state(of document: Document, for viewer: PersonID) -> (label: Phrase, look: String) {
        if document.signers.isEmpty { return (Phrase("To read"), "read") }
        if document.isComplete { return (Phrase("Signed by all"), "approved") }
        let isOwn = document.missing.contains { $0.person == viewer }
        return isOwn ? (Phrase("Please sign"), "pending") : (Phrase("Not signed by all yet"), "waiting")
    }
}
