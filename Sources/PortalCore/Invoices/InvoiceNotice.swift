/// News about invoices.
package enum InvoiceNotice: Equatable, Sendable, Codable, ItemNews {
    /// To the clients: this is to be paid.
    case issued(InvoiceID)
    /// To whoever asked for it: the invoice again.
    case asked(InvoiceID, attached: Bool)
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
        case .issued(let id), .asked(let id, _), .payment(let id), .paid(let id), .cancelled(let id),
            .doubtful(let id, _, _, _):
            id
        }
    }

    var isNews: Bool {
        switch self {
        case .asked, .payment: false
        case .issued, .paid, .cancelled, .doubtful: true
        }
    }

    var ask: Ask? { if case .issued(let id) = self { .thing(.invoice(id)) } else { nil } }

    func load(for recipient: Person, by loader: LetterLoader) throws -> LetterLoader.Loaded? {
        guard let found = try InvoiceRecord.find(invoice, in: loader.connection),
            let project = try ProjectRecord.find(found.project, seenBy: recipient, in: loader.connection),
            let organization = try OrganizationRecord.find(project.organization, in: loader.connection),
            recipient.isStaff || organization.settings.tools.contains(.invoices), isStillTrue(of: found)
        else { return nil }
        let letter = InvoiceLetter(
            project: project, invoice: found, news: self, bringsFile: try bringsFile(to: recipient, by: loader))
        return (.item(.invoice(letter)), .things(ListedThings([.invoice(found.id)], in: project.id)), [])
    }

    /// What an access code keeps back does not go along.
    private func bringsFile(to recipient: Person, by loader: LetterLoader) throws -> Bool {
        switch self {
        case .issued: try !PortalLinkRecord.asksForCode(recipient, at: loader.now, in: loader.connection)
        case .asked(_, let attached): attached
        case .payment, .paid, .cancelled, .doubtful: false
        }
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
    /// Whether the invoice goes along as a file.
    package let bringsFile: Bool

    /// The stored file that goes along, where configuration names one that is small.
    var files: [FileContent] {
        guard bringsFile, let file = invoice.settings.file, file.size <= GivenThings.mostBytes else { return [] }
        return [file]
    }
}
