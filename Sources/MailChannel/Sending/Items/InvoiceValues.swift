import InvoicePDF
import Localization
import PortalCore
import Templates

/// A mail about an invoice, as its template takes it.
struct InvoiceValues {
    let letter: InvoiceLetter

    /// The name of the template.
    var template: String {
        switch letter.news {
        case .issued, .asked, .payment: "invoice"
        case .paid, .cancelled: "invoice-closed"
        case .doubtful: "payment-doubtful"
        }
    }

    var about: String { "\(letter.invoice.settings.name): \(letter.invoice.settings.title)" }

    static let whole: TemplateNames = invoice.merging([
        "asked": .value, "payment": .value, "attached": .value, "file": .value, "pay": .value, "overdue": .value,
        "lines": .each(["text", "quantity", "price", "amount"]), "taxes": .each(["rate", "amount"]), "net": .value,
        "note": ["lines": .each(.value)],
    ])
    static let closed: TemplateNames = invoice.merging(["paid": .value, "cancelled": .value])
    static let doubtful: TemplateNames = invoice.merging(["doubt": .value, "payment": .value, "came": .value])

    private static let invoice: TemplateNames = [
        "number": .value, "subject": .value, "date": .value, "due": .value, "total": .value, "page": .value,
    ]

    func values(_ frame: LetterValues) -> TemplateValue {
        let settings = letter.invoice.settings
        let page = frame.site.thing(letter.invoice.id.number, .invoices, of: letter.project.id, frame.organization)
        let common: TemplateValue = [
            "project": frame.value(of: letter.project), "number": .text(settings.name),
            "subject": .text(settings.title), "date": .phrase(PeopleTime.day(settings.date)),
            "due": .phrase(PeopleTime.day(settings.due)), "total": .phrase(AmountPhrase.text(letter.invoice.total)),
            "page": .text(page),
        ]
        switch letter.news {
        case .issued: return common.adding(whole(frame))
        case .asked: return common.adding(whole(frame)).adding(["asked": .flag(true)])
        case .payment: return common.adding(whole(frame)).adding(["payment": .flag(true)])
        case .paid: return common.adding(["paid": .flag(true)])
        case .cancelled: return common.adding(["cancelled": .flag(true)])
        case .doubtful(_, let doubt, let payment, let amount):
            return common.adding([
                "doubt": .phrase(Self.sentence(doubt)), "payment": .text(payment),
                "came": .optional(amount.map(AmountPhrase.text)),
            ])
        }
    }

    private func whole(_ frame: LetterValues) -> TemplateValue {
        let (settings, lines) = (letter.invoice.settings, letter.invoice.settings.lines)
        let places = settings.currency.places
        let address = frame.letter.recipient.isStaff ? nil : letter.invoice.paymentAddress(frame.organization)
        let today = frame.letter.at.day(in: frame.organization.settings.timeZone)
        let taxes = lines.taxes.filter { $0.rate > 0 }
        return [
            "attached": .flag(frame.bringsInvoice || !frame.attached.isEmpty), "file": .text(letter.invoice.fileName),
            "pay": .optional(address), "overdue": .flag(letter.invoice.state(on: today) == .overdue),
            "lines": .list(
                lines.all.map { line in
                    [
                        "text": .text(line.text), "quantity": .phrase(AmountPhrase.short(line.quantity, places: 3)),
                        "price": .phrase(AmountPhrase.number(line.unitPrice, places: places)),
                        "amount": .phrase(AmountPhrase.number(line.net, places: places)),
                    ]
                }),
            "taxes": .list(
                taxes.map {
                    [
                        "rate": .phrase(AmountPhrase.short($0.rate, places: 2)),
                        "amount": .phrase(AmountPhrase.number($0.tax, places: places)),
                    ]
                }),
            "net": taxes.isEmpty ? .absent : .phrase(AmountPhrase.number(lines.net, places: places)),
            "note": frame.lines(settings.note),
        ]
    }

    private static func sentence(_ doubt: PaymentDoubt) -> Phrase {
        switch doubt {
        case .otherAmount: Phrase("The amount or the currency is not the invoice's.")
        case .invoiceCancelled: Phrase("The invoice was cancelled.")
        case .paidBefore: Phrase("The invoice was paid before: the money may have come twice.")
        }
    }
}
