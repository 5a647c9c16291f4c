import MailFormat

/// What is done with invoices.
package enum InvoiceCommand: Equatable, Sendable {
    /// Mails the way to pay.
    case pay(NamedInvoice, in: ProjectID)
    /// The money has come, by whichever way: staff say so.
    case markPaid(InvoiceID, in: ProjectID)
    /// It does not count any more: staff say so.
    case cancel(InvoiceID, in: ProjectID)
    /// The payment service tells of money that has come.
    case reported(PaymentReport)
}

/// Which invoice of a project is meant.
package enum NamedInvoice: Equatable, Sendable {
    case invoice(InvoiceID)
    /// By its number, such as `INV-12`.
    case number(String)
    /// The one that waits for money.
    case only
}

extension InvoiceCommand: ItemAct {
    var name: String {
        switch self {
        case .pay: "pay"
        case .markPaid: "paid"
        case .cancel: "cancel-invoice"
        case .reported: "payment"
        }
    }

    /// The way to pay goes to whoever the reply address is for, and nobody else; to say that something is paid, or that
    /// it does not count, one has to be on the page.
    var weight: Command.Weight {
        switch self {
        case .pay: .speak
        case .markPaid, .cancel, .reported: .binding
        }
    }

    var page: Tool? { .invoices }

    func project(in connection: any Connection) -> ProjectID? {
        switch self {
        case .pay(_, let project), .markPaid(_, let project), .cancel(_, let project): project
        case .reported: nil
        }
    }

    func carryOut(by participant: Participant, in transaction: Transaction) throws -> Outcome {
        switch self {
        case .pay(let named, let project): return try transaction.pay(named, in: project, by: participant)
        case .markPaid(let id, let project):
            if let refusal = try transaction.booksShut(of: project, to: participant) { return .refused(refusal) }
            return try transaction.markPaid(id, in: project, except: participant.person.id)
        case .cancel(let id, let project):
            if let refusal = try transaction.booksShut(of: project, to: participant) { return .refused(refusal) }
            return try transaction.cancel(id, in: project)
        case .reported: return .refused(.notFound)
        }
    }

    func carryOutForAdministrator(in transaction: Transaction) throws -> Outcome {
        switch self {
        case .markPaid(let id, let project): try transaction.markPaid(id, in: project, except: nil)
        case .cancel(let id, let project): try transaction.cancel(id, in: project)
        case .pay, .reported: .refused(.notFound)
        }
    }
}

extension Transaction {
    fileprivate func pay(_ named: NamedInvoice, in id: ProjectID, by participant: Participant) throws -> Outcome {
        if case .failure(let refusal) = try project(id, .invoices, for: participant) { return .refused(refusal) }
        let invoice: Invoice
        switch try find(named, in: id) {
        case .failure(let refusal): return .refused(refusal)
        case .success(let found): invoice = found
        }
        if let refusal = invoice.paying { return .refused(refusal) }
        guard invoice.paymentAddress(participant.organization) != nil else {
            return .refused(.item(.noWayToPay(invoice.settings.name)))
        }
        try oweOnce(.item(.invoice(.payment(invoice.id))), to: participant.person.id)
        return .done(.item(.paymentLinkMailed(invoice.settings.name)))
    }

    private func find(_ named: NamedInvoice, in project: ProjectID) throws -> Result<Invoice, Refusal> {
        switch named {
        case .invoice(let id):
            return try InvoiceRecord.find(id, of: project, in: connection).map(Result.success) ?? .failure(.notFound)
        case .number(let number):
            let found = try InvoiceRecord.all(of: project, in: connection).first { $0.isNumbered(number) }
            return found.map(Result.success) ?? .failure(.item(.noSuchThing(number)))
        case .only:
            let owed = try InvoiceRecord.all(of: project, in: connection).filter { $0.paying == nil }
            guard let only = owed.first else { return .failure(.item(.nothingOwed)) }
            return owed.count == 1 ? .success(only) : .failure(.item(.numberNeeded))
        }
    }

    /// The rule for who keeps a project's books: the staff.
    fileprivate func booksShut(of id: ProjectID, to participant: Participant) throws -> Refusal? {
        if case .failure(let refusal) = try project(id, .invoices, for: participant) { return refusal }
        return participant.person.isStaff ? nil : .item(.onlyStaff)
    }

    fileprivate func markPaid(_ id: InvoiceID, in project: ProjectID, except author: PersonID?) throws -> Outcome {
        guard let invoice = try InvoiceRecord.find(id, of: project, in: connection) else { return .refused(.notFound) }
        if let refusal = invoice.paying { return .refused(refusal) }
        try settle(invoice, payment: nil, except: author)
        return .done(.item(.invoicePaid(invoice.settings.name)))
    }

    /// The same as when configuration says so: the clients are told.
    fileprivate func cancel(_ id: InvoiceID, in place: ProjectID) throws -> Outcome {
        guard let invoice = try InvoiceRecord.find(id, of: place, in: connection),
            let project = try ProjectRecord.find(place, in: connection)
        else { return .refused(.notFound) }
        if let refusal = invoice.cancelling { return .refused(refusal) }
        var settings = invoice.settings
        settings.cancelled = true
        let outcome = try settings.save(in: project, self)
        guard case .done = outcome else { return outcome }
        return .done(.item(.invoiceCancelled(settings.name)))
    }

    /// It is paid: clients and staff are told.
    func settle(_ invoice: Invoice, payment: String?, except author: PersonID?) throws {
        try InvoiceRecord.setPaid(now, invoice.id, payment: payment, in: connection)
        guard let project = try ProjectRecord.find(invoice.project, in: connection) else { return }
        for person in try audience(of: project) where person.id != author {
            try owe(.item(.invoice(.paid(invoice.id))), to: person.id)
        }
    }
}

extension Invoice {
    /// Numbers are the same whatever the case of their letters.
    func isNumbered(_ number: String) -> Bool { settings.name.equalsIgnoringASCIICase(number) }
}
