package import Localization
package import PortalCore

/// An invoice as a PDF file, made of what configuration says. The same invoice always gives the same bytes.
package struct InvoiceDocument {
    private let invoice: Invoice
    private let organization: Organization
    private let words: InvoiceWords

    /// - Parameter language: the organization's, so that everybody gets the same file.
    package init(_ invoice: Invoice, of organization: Organization, in language: Language = .english) {
        self.invoice = invoice
        words = InvoiceWords(language: language)
        self.organization = organization
    }

    /// - Parameter logo: the bytes of the organization's logo; shown when they are a PNG.
    /// - Throws: `PDFFault`.
    package func bytes(logo: [UInt8]?) throws(PDFFault) -> [UInt8] {
        let canvas = try Canvas(Typeface(for: texts))
        var sheet = InvoiceSheet(
            canvas: canvas, invoice: invoice, organization: organization.settings, words: words,
            amounts: AmountText(locale: organization.settings.locale))
        sheet.draw(logo: logo.flatMap { Picture(png: $0) })
        let date = invoice.settings.date.utf8.split(separator: UInt8(ascii: "-")).compactMap {
            Int(String(decoding: $0, as: UTF8.self))
        }
        canvas.describe(title: "\(words.invoice) \(invoice.settings.name)", date: date)
        return try canvas.finished()
    }

    /// Everything on it that somebody wrote.
    private var texts: [String] {
        let settings = invoice.settings
        return [settings.title, settings.to, settings.note, organization.settings.name].map {
            String(decoding: $0.utf8.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
        } + settings.lines.all.map(\.text)
    }
}
