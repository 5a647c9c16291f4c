/// News about invoices.
package enum InvoiceNotice: Equatable, Sendable, Codable, ItemNews {
    /// To the clients: this is to be paid.
    case issued(InvoiceID)
    /// To whoever asked for it: the invoice again.
    case asked(InvoiceID)
    /// To whoever asked for it: where it is paid.
    case payment(InvoiceID)
    case paid(InvoiceID)
    /// To the clients: it does not count any more.
    case cancelled(InvoiceID)
    /// To staff: money came, and something about it is odd.
    case doubtful(InvoiceID, PaymentDoubt, payment: String, amount: Money?)

    var topic: String { "invoice-\(invoice)" }

    private var invoice: InvoiceID {
        switch self {
        case .issued(let id), .asked(let id), .payment(let id), .paid(let id), .cancelled(let id),
            .doubtful(let id, _, _, _):
            id
        }
    }

    func load(for recipient: Person, by loader: LetterLoader) throws -> LetterLoader.Loaded? {
        guard let found = try InvoiceRecord.find(invoice, in: loader.connection),
            let project = try ProjectRecord.find(found.project, seenBy: recipient, in: loader.connection),
            let organization = try OrganizationRecord.find(project.organization, in: loader.connection),
            recipient.isStaff || organization.settings.tools.contains(.invoices), isStillTrue(of: found)
        else { return nil }
        let letter = InvoiceLetter(project: project, invoice: found, news: self)
        return (.item(.invoice(letter)), .things(ListedThings([.invoice(found.id)], in: project.id)), [])
    }

    /// Whether it is still worth saying when the mail is written.
    private func isStillTrue(of invoice: Invoice) -> Bool {
        switch self {
        case .issued, .payment: invoice.paying == nil
        case .paid: invoice.paid != nil
        case .cancelled: invoice.settings.cancelled
        case .asked, .doubtful: true
        }
    }
}

/// What a mail about an invoice says.
package struct InvoiceLetter: Sendable, Equatable {
    package let project: Project
    package let invoice: Invoice
    package let news: InvoiceNotice
}
