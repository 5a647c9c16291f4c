import HTTPTypes
import Hummingbird
import Localization
import NIOCore
import PortalCore
import Templates

/// The certificate of the signatures under one version: all that is known of them.
struct CertificateView {
    let page: DocumentPage

    static let names: TemplateNames = ToolHeading.names.merging([
        "documentTitle": .value, "documentPath": .value, "details": .value, "file": .value, "size": .value,
        "digest": .value, "missing": .value, "key": .value, "proofPath": .value,
        "signatures": .each([
            "typed", "name", "address", "at", "iso", "from", "evidence", "number", "entry", "previous",
        ]),
    ])

    var value: TemplateValue {
        let settings = page.document.settings
        let slug = page.viewer.organization.settings.slug
        let number = page.document.id.number
        return ToolHeading(viewer: page.viewer, project: page.project, tool: .documents).value.adding([
            "title": .phrase(Phrase("Certificate: \(settings.title)")),
            "heading": .phrase(Phrase("Signature certificate")),
            "documentTitle": .text(settings.title),
            "documentPath": .text(SitePath.thing(number, .documents, of: page.project.id, slug)),
            "details": .phrase(DocumentWords.details(of: settings)),
            "file": .text(settings.file.name), "size": .phrase(ReadableSize.text(settings.file.size)),
            "digest": .text(settings.file.digest.description),
            "missing": .text(page.document.missing.map(\.name).joined(separator: ", ")),
            "key": .text(page.document.signatures.first?.entry.publicKey?.description ?? ""),
            "proofPath": .text(SitePath.thing(number, .documents, of: page.project.id, slug, "proof")),
            "signatures": .list(page.document.signatures.map(value)),
        ])
    }

    private func value(of signature: Signature) -> TemplateValue {
        let zone = page.viewer.organization.settings.timeZone
        let said = signature.entry.said
        return [
            "typed": .text(signature.typedName), "name": .text(signature.personName),
            "address": .text(signature.address), "at": .phrase(ReadableTime(zone: zone).text(signature.at)),
            "iso": .text(ReadableTime.iso(signature.at)), "from": .text(signature.from),
            "evidence": .text(said?.evidence ?? ""), "number": .text("\(said?.number ?? 0)"),
            "entry": .text(signature.entry.digest.description), "previous": .text(said?.previous ?? ""),
        ]
    }
}

extension Website {
    func showCertificate(_ id: DocumentID, _ project: ProjectID, _ slug: String, _ visit: Visit) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.documentPage(id, in: project, session, of: slug),
                !found.document.signatures.isEmpty
            else { return nil }
            return page("certificate", CertificateView(page: found).value, frame(found.viewer, session: session))
        }
    }

    /// The certificate as a file that `postern verify` checks.
    func proof(_ id: DocumentID, _ project: ProjectID, _ slug: String, _ visit: Visit) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.documentPage(id, in: project, session, of: slug),
                !found.document.signatures.isEmpty
            else { return nil }
            let proof = ChainProof(found.document.signatures.map(\.entry))
            return Answer(
                status: .ok,
                headers: [
                    .contentType: "application/json", .cacheControl: "no-store",
                    .contentSecurityPolicy: SecurityFields.filePolicy,
                    .contentDisposition: ContentDisposition.attachment(named: "certificate.json"),
                ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: proof.json)))
        }
    }
}
