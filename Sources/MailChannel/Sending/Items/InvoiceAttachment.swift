import InvoicePDF
import Localization
import MailFormat
import PortalCore

/// The invoice that goes along with a mail about it, made of its lines where configuration names no file.
struct InvoiceAttachment {
    let file: Draft.File

    /// Nil where the mail brings no such file, or none could be made: then it is got from its page.
    ///
    /// - Parameter language: the organization's.
    init?(to letter: Letter, logo: [UInt8]?, in language: Language) {
        guard case .item(.invoice(let about)) = letter.content, about.bringsFile, about.invoice.settings.file == nil,
            let type = MediaType("application/pdf"),
            let bytes = try? InvoiceDocument(about.invoice, of: letter.organization, in: language).bytes(logo: logo)
        else { return nil }
        file = Draft.File(name: about.invoice.fileName, contentType: type, bytes: bytes)
    }
}
