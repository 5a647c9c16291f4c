import InvoicePDF
import Localization
import PortalCore
import Templates

/// The invoices of a project, as a table.
struct InvoiceListView {
    let page: InvoiceList
    let now: Moment

    static let names: TemplateNames = ToolHeading.names.merging([
        "count": .value,
        "invoices": .each(["path", "number", "subject", "date", "due", "total", "state", "stateText"]),
    ])

    var value: TemplateValue {
        let settings = page.viewer.organization.settings
        let words = InvoiceWords(page.viewer.organization, now: now)
        return ToolHeading(viewer: page.viewer, project: page.project, tool: .invoices).value.adding([
            "count": .number(page.invoices.count),
            "invoices": .list(
                page.invoices.reversed().map { invoice in
                    words.values(invoice).adding([
                        "path": .text(
                            SitePath.thing(invoice.id.number, .invoices, of: page.project.id, settings.slug))
                    ])
                }),
        ])
    }
}

/// What the pages say of an invoice.
struct InvoiceWords {
    private let time: ReadableTime
    private let today: String

    init(_ organization: Organization, now: Moment) {
        time = ReadableTime(zone: organization.settings.timeZone)
        today = now.day(in: organization.settings.timeZone)
    }

    func values(_ invoice: Invoice) -> TemplateValue {
        let settings = invoice.settings
        let state = state(of: invoice)
        return [
            "number": .text(settings.name), "subject": .text(settings.title),
            "date": .phrase(ReadableTime.day(settings.date)), "due": .phrase(ReadableTime.day(settings.due)),
            "total": .phrase(AmountPhrase.text(invoice.total)), "state": .text(state.label),
            "stateText": .phrase(state.text),
        ]
    }

    /// The name of a tag's color, and its words.
    private func state(of invoice: Invoice) -> (label: String, text: Phrase) {
        switch invoice.state(on: today) {
        case .open: ("pending", Phrase("Open"))
        case .overdue: ("rejected", Phrase("Overdue"))
        case .paid(let moment): ("approved", Phrase("Paid \(time.text(moment))"))
        case .cancelled: ("cancelled", Phrase("Cancelled"))
        }
    }
}
