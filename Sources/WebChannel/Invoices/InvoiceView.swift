import InvoicePDF
import Localization
import PortalCore
import Templates

/// One invoice: its lines, what they come to, and how it is paid.
struct InvoiceView {
    let page: InvoicePage
    let now: Moment
    var problem: Phrase?
    /// The token of the form at a path.
    let token: (String) -> String

    static let names: TemplateNames = ToolHeading.names.merging([
        "listPath": .value, "number": .value, "subject": .value, "date": .value, "due": .value, "total": .value,
        "state": .value, "stateText": .value, "toLines": .each(.value), "note": .value, "net": .value,
        "lines": .each(["text", "quantity", "price", "tax", "amount"]), "taxes": .each(["rate", "base", "amount"]),
        "pay": .value, "file": .value, "fileName": .value, "paidPath": .value, "paidForm": .value,
        "cancelPath": .value, "cancelForm": .value, "problem": .value,
    ])

    var value: TemplateValue {
        let invoice = page.invoice
        let words = InvoiceWords(page.viewer.organization, now: now)
        let slug = page.viewer.organization.settings.slug
        func path(_ act: String) -> String {
            SitePath.thing(invoice.id.number, .invoices, of: page.project.id, slug, act)
        }
        let mayBook = page.viewer.person.isStaff && invoice.state(on: "").isOwed
        return ToolHeading(viewer: page.viewer, project: page.project, tool: .invoices).value.adding(
            words.values(invoice)
        ).adding(sums).adding([
            "listPath": .text(SitePath.tool(.invoices, of: page.project.id, slug)),
            "toLines": .list(
                invoice.settings.to.utf8.split(separator: UInt8(ascii: "\n")).map {
                    .text(String(decoding: $0, as: UTF8.self))
                }),
            "note": .text(invoice.settings.note), "problem": .optional(problem),
            "pay": page.viewer.person.isStaff ? .absent : .optional(invoice.paymentAddress(page.viewer.organization)),
            "file": .text(path("file")), "fileName": .text(invoice.fileName),
            "paidPath": mayBook ? .text(path("paid")) : .absent,
            "paidForm": mayBook ? .text(token(path("paid"))) : .absent,
            "cancelPath": mayBook ? .text(path("cancel")) : .absent,
            "cancelForm": mayBook ? .text(token(path("cancel"))) : .absent,
        ])
    }

    private var sums: TemplateValue {
        let lines = page.invoice.settings.lines
        let places = page.invoice.settings.currency.places
        let taxes = lines.taxes.filter { $0.rate > 0 }
        func amount(_ minor: Int64) -> TemplateValue { .phrase(AmountPhrase.number(minor, places: places)) }
        return [
            "lines": .list(
                lines.all.map { line in
                    [
                        "text": .text(line.text), "quantity": .phrase(AmountPhrase.short(line.quantity, places: 3)),
                        "price": amount(line.unitPrice), "tax": .phrase(AmountPhrase.short(line.tax, places: 2)),
                        "amount": amount(line.net),
                    ]
                }),
            "taxes": .list(
                taxes.map {
                    [
                        "rate": .phrase(AmountPhrase.short($0.rate, places: 2)), "base": amount($0.base),
                        "amount": amount($0.tax),
                    ]
                }),
            "net": taxes.isEmpty ? .absent : amount(lines.net),
        ]
    }
}
