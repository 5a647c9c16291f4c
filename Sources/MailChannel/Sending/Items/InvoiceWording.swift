import InvoicePDF
import Localization
import PortalCore

/// Where an invoice stands, in one line of a list.
struct InvoiceWording {
    private let frame: LetterValues

    init(_ frame: LetterValues) { self.frame = frame }

    /// `1,234.50 EUR; due 12 May 2026`
    func line(_ invoice: Invoice) -> Phrase {
        .joined([AmountPhrase.text(invoice.total), state(invoice)], by: "; ")
    }

    private func state(_ invoice: Invoice) -> Phrase {
        let due = PeopleTime.day(invoice.settings.due)
        return switch invoice.state(on: frame.letter.at.day(in: frame.organization.settings.timeZone)) {
        case .open: Phrase("due \(due)")
        case .overdue: Phrase("overdue since \(due)")
        case .paid(let moment): Phrase("paid \(frame.time.date(moment))")
        case .cancelled: Phrase("cancelled")
        }
    }
}
