import HTTPTypes
import Localization
import PortalCore
import Templates

/// One document: its version to the byte, who has signed it, and the way to sign it.
struct DocumentView {
    let page: DocumentPage
    var problem: Phrase?
    /// The token of the form that opens the signing page; nil for whoever has nothing to sign.
    let token: FormToken?
    /// Whether the browser can show the file.
    let isShown: Bool

    static let names: TemplateNames = ToolHeading.names.merging([
        "documentsPath": .value, "documentsTitle": .value, "details": .value, "problem": .value, "look": .value,
        "state": .value, "filePath": .value, "viewPath": .value, "file": .value, "size": .value, "digest": .value,
        "signatures": .each(["name", "typed", "at", "iso"]), "missing": .each(.value), "sign": ["action", "form"],
        "certificatePath": .value,
    ])

    var value: TemplateValue {
        let settings = page.document.settings
        let slug = page.viewer.organization.settings.slug
        let state = DocumentWords.state(of: page.document, for: page.viewer.person.id)
        return ToolHeading(viewer: page.viewer, project: page.project, tool: .documents).value.adding([
            "title": .text("\(settings.title) · \(page.project.settings.title)"), "heading": .text(settings.title),
            "documentsPath": .text(SitePath.tool(.documents, of: page.project.id, slug)),
            "documentsTitle": .phrase(Tool.documents.title),
            "details": .phrase(DocumentWords.details(of: settings)),
            "problem": .optional(problem), "look": .text(state.look), "state": .phrase(state.label),
            "filePath": .text(path("file")), "viewPath": isShown ? .text(path("view")) : .absent,
            "file": .text(settings.file.name),
            "size": .phrase(ReadableSize.text(settings.file.size)), "digest": .text(settings.file.digest.description),
            "signatures": .list(page.document.signatures.map(value)),
            "missing": .list(page.document.missing.map { .text($0.name) }),
            "sign": token.map { ["action": .text(path("sign")), "form": .text($0.text)] } ?? .absent,
            "certificatePath": page.document.signatures.isEmpty ? .absent : .text(path("certificate")),
        ])
    }

    private func path(_ act: String) -> String {
        SitePath.thing(
            page.document.id.number, .documents, of: page.project.id, page.viewer.organization.settings.slug, act)
    }

    private func value(of signature: Signature) -> TemplateValue {
        let zone = page.viewer.organization.settings.timeZone
        return [
            "name": .text(signature.personName), "typed": .text(signature.typedName),
            "at": .phrase(ReadableTime(zone: zone).text(signature.at)), "iso": .text(ReadableTime.iso(signature.at)),
        ]
    }
}

extension Website {
    func showDocument(
        _ id: DocumentID, _ project: ProjectID, _ slug: String, _ visit: Visit, problem: Phrase? = nil
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.documentPage(id, in: project, session, of: slug) else { return nil }
            let path = SitePath.thing(id.number, .documents, of: project, slug, "sign")
            let form = found.refusal == nil ? token(for: path, key: session) : nil
            return page(
                "document",
                DocumentView(
                    page: found, problem: problem, token: form, isShown: isShown(found.document.settings.file)
                ).value,
                frame(found.viewer, session: session), status: problem == nil ? .ok : .conflict)
        }
    }

    /// The page on which it is signed opens at once for whoever is signed in; its address is as secret as one by mail.
    func openSigning(_ id: DocumentID, _ project: ProjectID, _ slug: String, _ visit: Visit) async throws -> Answer {
        guard let session = visit.session(slug),
            let found = try portal.documentPage(id, in: project, session, of: slug)
        else { return try inside(slug, visit) { _ in nil } }
        let path = SitePath.thing(id.number, .documents, of: project, slug, "sign")
        let form = try await OwnForm(visit, at: path, key: session)
        guard let secret = form.session(in: session) else { throw Problem.unreadableForm }
        let command = DocumentCommand.askToSign(
            id, version: found.document.settings.version, in: project, handedOver: secret)
        let outcomes = try await portal.perform(
            [.item(.document(command))], for: .session(session, organization: slug), because: form.cause)
        guard case .refused(let refusal)? = outcomes.first else {
            return Answer.seeOther(SitePath.signing(secret)).keepingItsAddress
        }
        if let answer = try turnedAway(refusal, from: slug) { return answer }
        return try showDocument(id, project, slug, visit, problem: RefusalWords.text(refusal))
    }

    func documentFile(
        _ id: DocumentID, _ project: ProjectID, as use: Download.Use, _ slug: String, _ visit: Visit
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.documentPage(id, in: project, session, of: slug) else { return nil }
            let file = found.document.settings.file
            guard use == .kept || isShown(file) else { return nil }
            let stream = ContentStream(
                path: portal.contents.path(of: file.digest),
                mayGoOn: { [portal] in try portal.documentPage(id, in: project, session, of: slug) != nil })
            return Download(content: file, stream: stream, use: use).answer(visit)
        }
    }

    /// Whether a document's file is shown by browsers: what the staff put up to be read and signed, where it is a PDF.
    func isShown(_ file: FileContent) -> Bool { portal.contents.begins(with: Array("%PDF-".utf8), file.digest) }
}
