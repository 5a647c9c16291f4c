import InvoicePDF
import PortalCore

/// Where an invoice stands, in one line of a list.
struct InvoiceWording {
    private let frame: LetterValues

    init(_ frame: LetterValues) { self.frame = frame }

    /// `1,234.50 EUR; due 12 May 2026`
    func line(_ invoice: Invoice) -> String {
        let total = AmountText(locale: frame.organization.settings.locale).text(invoice.total)
        return "\(total); \(state(invoice))"
    }

    private func state(_ invoice: Invoice) -> String {
        let due = PeopleTime.day(invoice.settings.due)
        return switch invoice.state(on: frame.letter.at.day(in: frame.organization.settings.timeZone)) {
        case .open: "due \(due)"
        case .overdue: "overdue since \(due)"
        case .paid(let moment): "paid \(frame.time.date(moment))"
        case .cancelled: "cancelled"
        }
    }
}
