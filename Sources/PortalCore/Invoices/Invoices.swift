import MailFormat

/// Invoices, as lists and digests see them.
enum Invoices: Noun {
    static let tool = Tool.invoices

    static func settings(of project: Project, in connection: any Connection) throws -> [ItemSettings] {
        try InvoiceRecord.all(of: project.id, in: connection).map { .invoice($0.settings) }
    }

    static func listed(
        in project: Project, for person: Person, in connection: any Connection
    ) throws -> [ListedThing] {
        try InvoiceRecord.all(of: project.id, in: connection).map(ListedThing.invoice)
    }

    static func waiting(for person: Person, in connection: any Connection) throws -> [WaitingThing] {
        guard !person.isStaff else { return [] }
        return try InvoiceRecord.owed(by: person.id, in: connection).map { invoice in
            WaitingThing(
                thing: .invoice(invoice.id), tool: tool, project: invoice.project,
                title: "\(invoice.settings.name): \(invoice.settings.title)", due: invoice.settings.due)
        }
    }

    static func thing(
        called name: NamedThing, in project: Project, for person: Person, _ connection: any Connection
    ) throws -> Thing? {
        let all = try InvoiceRecord.all(of: project.id, in: connection)
        let found: Invoice? =
            switch name {
            case .reference(let number): all.first { $0.isNumbered(number) }
            case .only(.invoice): all.last { $0.paying == nil } ?? all.last
            case .only, .number: nil
            }
        return found.map { .invoice($0.id) }
    }

    static func answer(
        with thing: Thing, in project: Project, attached: Bool, _ connection: any Connection
    ) throws -> ItemNotice? {
        guard case .invoice(let id) = thing, let found = try InvoiceRecord.find(id, in: connection),
            found.project == project.id
        else { return nil }
        return .invoice(.asked(id, attached: attached))
    }

    static func tell(_ person: Person, of project: ProjectID, in transaction: Transaction) throws {
        guard !person.isStaff else { return }
        for invoice in try InvoiceRecord.owed(by: person.id, in: transaction.connection)
        where invoice.project == project {
            let notice = Notice.item(.invoice(.issued(invoice.id)))
            if try !OutboxRecord.wasOwed(notice, to: person.id, in: transaction.connection) {
                try transaction.owe(notice, to: person.id)
            }
        }
    }
}

extension InvoiceSettings: StoredItemContent {
    /// A new invoice is mailed to the clients. One that is there stays as it is but for when it is due, where it is paid,
    /// and that it does not count any more.
    func save(in project: Project, _ transaction: Transaction) throws -> Outcome {
        let connection = transaction.connection
        let current = try InvoiceRecord.find(name, of: project.organization, in: connection)
        guard current?.settings != self else { return .nothingToDo(.unchanged) }
        if let refusal = current.flatMap({ changing($0) }) { return .refused(refusal) }
        let id = try InvoiceRecord.save(self, of: project, in: connection)
        let notice: InvoiceNotice? =
            if current == nil { cancelled ? nil : .issued(id) } else { cancelled ? .cancelled(id) : nil }
        guard let notice else { return .done(.item(.set(.invoices))) }
        for person in try PersonRecord.assigned(to: project.id, at: transaction.now, in: connection)
        where !person.isStaff && person.hears {
            try transaction.owe(.item(.invoice(notice)), to: person.id)
        }
        return .done(.item(.set(.invoices)))
    }

    /// The rule for changing what was issued.
    private func changing(_ current: Invoice) -> Refusal? {
        guard current.settings.isSameDocument(as: self) else { return .item(.fixed(name)) }
        if current.settings.cancelled || current.paid != nil && cancelled { return .item(.closed) }
        return nil
    }
}
