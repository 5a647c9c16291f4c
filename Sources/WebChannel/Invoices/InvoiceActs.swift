import HTTPTypes
import Hummingbird
import InvoicePDF
import Localization
import NIOCore
import PortalCore

extension Website {
    func invoiceActs(_ place: Place.ToolPlace, _ project: ProjectID, _ slug: String) -> Acts? {
        switch (place.thing, place.act) {
        case (nil, nil): return Acts(get: { try showInvoices(project, slug, $0) })
        case (let number?, nil):
            return Acts(get: { try showInvoice(InvoiceID(number: number), project, slug, $0) })
        case (let number?, "file"?):
            return Acts(get: { try invoiceFile(InvoiceID(number: number), project, slug, $0) })
        case (let number?, "paid"?):
            let id = InvoiceID(number: number)
            return Acts(post: { try await book(.markPaid(id, in: project), "paid", of: id, project, slug, $0) })
        case (let number?, "cancel"?):
            let id = InvoiceID(number: number)
            return Acts(post: { try await book(.cancel(id, in: project), "cancel", of: id, project, slug, $0) })
        default: return nil
        }
    }

    private func showInvoices(_ project: ProjectID, _ slug: String, _ visit: Visit) throws -> Answer {
        try inside(slug, visit) { session in
            try portal.invoiceList(project, session, of: slug).map { found in
                page(
                    "invoices", InvoiceListView(page: found, now: portal.now).value,
                    frame(found.viewer, session: session))
            }
        }
    }

    private func showInvoice(
        _ id: InvoiceID, _ project: ProjectID, _ slug: String, _ visit: Visit, problem: Phrase? = nil
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.invoicePage(id, of: project, session, slug) else { return nil }
            let view = InvoiceView(page: found, now: portal.now, problem: problem) { token(for: $0, key: session).text }
            return page(
                "invoice", view.value, frame(found.viewer, session: session),
                status: problem == nil ? .ok : .unprocessableContent)
        }
    }

    /// The file that configuration names, or one that is made of the lines.
    private func invoiceFile(
        _ id: InvoiceID, _ project: ProjectID, _ slug: String, _ visit: Visit
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.invoicePage(id, of: project, session, slug) else { return nil }
            guard let file = found.invoice.settings.file else { return try made(found) }
            let stream = ContentStream(
                path: portal.contents.path(of: file.digest),
                mayGoOn: { [portal] in try portal.invoicePage(id, of: project, session, slug) != nil })
            return Download(content: file, stream: stream).answer(visit)
        }
    }

    private func made(_ page: InvoicePage) throws -> Answer {
        let organization = page.viewer.organization
        let logo = try portal.logo(of: organization).flatMap { try? portal.contents.bytes(of: $0.content.digest) }
        let bytes = try InvoiceDocument(
            page.invoice, of: organization, in: settings.languages.language(of: organization.settings.locale)
        ).bytes(logo: logo)
        return Answer(
            status: .ok,
            headers: [
                .contentType: "application/pdf", .cacheControl: "private, no-cache",
                .contentSecurityPolicy: SecurityFields.filePolicy,
                .contentDisposition: ContentDisposition.attachment(named: page.invoice.fileName),
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func book(
        _ command: InvoiceCommand, _ act: String, of id: InvoiceID, _ project: ProjectID, _ slug: String, _ visit: Visit
    ) async throws -> Answer {
        try await carryOut(
            formAt: SitePath.thing(id.number, .invoices, of: project, slug, act), of: slug, visit,
            next: SitePath.thing(id.number, .invoices, of: project, slug),
            { _ in .invoice(command) },
            again: { reason, _ in try showInvoice(id, project, slug, visit, problem: reason) })
    }
}
