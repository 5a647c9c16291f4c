import HTTPTypes
import PortalCore
import Templates

/// The documents of a project.
struct DocumentShelfView {
    let shelf: DocumentShelf

    static let names: TemplateNames = ToolHeading.names.merging([
        "documents": .each(["document", "details", "path", "state", "look"]), "count": .value,
    ])

    var value: TemplateValue {
        let slug = shelf.viewer.organization.settings.slug
        return ToolHeading(viewer: shelf.viewer, project: shelf.project, tool: .documents).value.adding([
            "count": .number(shelf.documents.count),
            "documents": .list(
                shelf.documents.map { document in
                    let state = DocumentWords.state(of: document, for: shelf.viewer.person.id)
                    let settings = document.settings
                    return [
                        "document": .text(settings.title),
                        "details": .phrase(DocumentWords.details(of: settings)),
                        "path": .text(
                            SitePath.thing(document.id.number, .documents, of: shelf.project.id, slug)),
                        "state": .phrase(state.label), "look": .text(state.look),
                    ]
                }),
        ])
    }
}

extension Website {
    func documentActs(_ place: Place.ToolPlace, _ project: ProjectID, _ slug: String) -> Acts? {
        guard let number = place.thing else {
            return place.act == nil ? Acts(get: { try showDocuments(project, slug, $0) }) : nil
        }
        let id = DocumentID(number: number)
        return switch place.act {
        case nil: Acts(get: { try showDocument(id, project, slug, $0) })
        case "file": Acts(get: { try documentFile(id, project, as: .kept, slug, $0) })
        case "view": Acts(get: { try documentFile(id, project, as: .shown, slug, $0) })
        case "certificate": Acts(get: { try showCertificate(id, project, slug, $0) })
        case "proof": Acts(get: { try proof(id, project, slug, $0) })
        case "sign": Acts(post: { try await openSigning(id, project, slug, $0) })
        default: nil
        }
    }

    private func showDocuments(_ project: ProjectID, _ slug: String, _ visit: Visit) throws -> Answer {
        try inside(slug, visit) { session in
            guard let shelf = try portal.documentShelf(project, session, of: slug) else { return nil }
            return page("documents", DocumentShelfView(shelf: shelf).value, frame(shelf.viewer, session: session))
        }
    }
}
