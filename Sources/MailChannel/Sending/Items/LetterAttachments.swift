import MailFormat
import PortalCore

/// The files that go with a letter and are made when it is written.
struct LetterAttachments {
    let letter: Letter

    var made: [Draft.File] {
        switch letter.content {
        case .item(.exhibit(let exhibit)): calendar(exhibit) + plan(exhibit)
        case .item(.document(let document)): proof(document.proof, "certificate.json")
        case .receipt, .undoOffered: proof(letter.proof, "receipt.json")
        default: []
        }
    }

    /// A floor plan comes as a picture to look at, and to draw on.
    private func plan(_ exhibit: ExhibitLetter) -> [Draft.File] {
        if case .commented = exhibit.occasion { return [] }
        guard case .floorPlan(let plan) = exhibit.exhibit.version.content, let type = MediaType("image/svg+xml") else {
            return []
        }
        let title = exhibit.exhibit.settings.title
        return [
            Draft.File(name: "\(title).svg", contentType: type, bytes: FloorPlanDrawing.svg(plan, title: title))
        ]
    }

    /// What can be checked by `postern verify`.
    private func proof(_ proof: ChainProof?, _ name: String) -> [Draft.File] {
        guard let proof, let type = MediaType("application/json") else { return [] }
        return [Draft.File(name: name, contentType: type, bytes: proof.json)]
    }

    /// An itinerary comes with a calendar that programs take in at a press.
    private func calendar(_ exhibit: ExhibitLetter) -> [Draft.File] {
        if case .commented = exhibit.occasion { return [] }
        guard let type = MediaType("text/calendar"),
            let bytes = exhibit.exhibit.calendar(exhibit.exhibit.version, of: letter.organization)
        else { return [] }
        return [Draft.File(name: "\(exhibit.exhibit.settings.title).ics", contentType: type, bytes: bytes)]
    }
}
