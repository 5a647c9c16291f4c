/// Money that came, as a payment service tells of it.
package struct PaymentReport: Equatable, Sendable {
    /// How the service calls the payment; two reports of one payment are about the same money.
    package let payment: String
    /// The invoice's number, as it was handed over with the payment link; nil where the payment names none.
    package let number: String?
    /// Nil where the amount is none that the invoice's currency can have.
    package let amount: Money?

    package init(payment: String, number: String?, amount: Money?) {
        self.payment = payment
        self.number = number
        self.amount = amount
    }
}

/// Why staff must look at a payment: what it asks for is not done by itself.
package enum PaymentDoubt: String, Equatable, Sendable, Codable {
    /// Another amount or another currency than the invoice has.
    case otherAmount
    case invoiceCancelled
    /// The invoice was paid before, by another payment.
    case paidBefore
}

extension Transaction {
    /// The rule for reports: the number must be an invoice's, and the money what it asks for. What is in doubt is told to
    /// staff; what names no invoice of ours may be about something else, and is only kept in the history.
    func carryOutForPaymentService(_ command: Command, of organization: Organization) throws -> Outcome {
        guard case .item(.invoice(.reported(let report))) = command else { return .refused(.notFound) }
        guard let number = report.number,
            let invoice = try InvoiceRecord.find(number, of: organization.id, in: connection)
        else { return .refused(.item(.noSuchThing(report.number ?? ""))) }
        if invoice.paid != nil, let payment = invoice.payment, payment.utf8.elementsEqual(report.payment.utf8) {
            return .nothingToDo(.unchanged)
        }
        if let doubt = invoice.doubt(about: report) {
            try tellStaff(of: doubt, about: report, invoice)
            return .refused(.item(.paymentDoubted(doubt)))
        }
        try settle(invoice, payment: report.payment, except: nil)
        return .done(.item(.invoicePaid(invoice.settings.name)))
    }

    private func tellStaff(of doubt: PaymentDoubt, about report: PaymentReport, _ invoice: Invoice) throws {
        guard let project = try ProjectRecord.find(invoice.project, in: connection) else { return }
        let notice = InvoiceNotice.doubtful(
            invoice.id, doubt, payment: report.payment, amount: report.amount)
        for person in try audience(of: project) where person.isStaff {
            try oweOnce(.item(.invoice(notice)), to: person.id)
        }
    }
}

extension Invoice {
    fileprivate func doubt(about report: PaymentReport) -> PaymentDoubt? {
        if settings.cancelled { return .invoiceCancelled }
        if paid != nil { return .paidBefore }
        return report.amount == total ? nil : .otherAmount
    }
}
