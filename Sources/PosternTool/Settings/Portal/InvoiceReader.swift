import MailFormat
import PortalCore

/// Reads the list `invoices` of a project.
struct InvoiceReader {
    let shelf: FileShelf
    let payments: PaymentSettings

    func read(_ fields: inout Fields, project: String, _ found: inout ConfiguredProjects) {
        for entry in fields.list("invoices") {
            guard let settings = readOne(entry, project: project, &found.sources) else { continue }
            if found.items.contains(where: { $0.isInvoice(settings.name) }) {
                entry.problem("the invoice `\(Escaped.text(settings.name))` stands in this organization more than once")
            }
            found.items.append(.invoice(settings))
        }
    }

    private func readOne(_ entry: Entry, project: String, _ sources: inout [ConfiguredFile]) -> InvoiceSettings? {
        guard var fields = entry.fields() else { return nil }
        let number = fields.required("number", .invoiceNumber)
        let title = fields.required("title", .line(120))
        let date = fields.required("date", .date)
        let due = dueDate(&fields, after: date)
        let currency = fields.optional("currency", .currency, default: payments.currency)
        let lines = readLines(&fields, entry, currency ?? payments.currency)
        let to = fields.optional("to", .text(500), default: "")
        let note = fields.optional("note", .text(2000), default: "")
        let link = fields.optional("link", .paymentLink)
        let source = fields.find("file").flatMap { FileReader(shelf: shelf).read($0) }
        let cancelled = fields.optional("cancelled", .onOrOff, default: false)
        fields.finish()
        if let source { sources.append(source) }
        guard let number, let title, let date, let due, let currency, let lines, let to, let note, let cancelled else {
            return nil
        }
        return InvoiceSettings(
            project: project, name: number, title: title, date: date, due: due, currency: currency, lines: lines,
            to: to, note: note, link: link, file: source?.content, cancelled: cancelled)
    }

    private func dueDate(_ fields: inout Fields, after date: String?) -> String? {
        let place = fields.find("due")
        guard let due = fields.required("due", .date) else { return nil }
        if let date, due.utf8.lexicographicallyPrecedes(date.utf8) { place?.problem("is before `date`") }
        return due
    }

    private func readLines(_ fields: inout Fields, _ entry: Entry, _ currency: Currency) -> InvoiceLines? {
        let place = fields.find("lines")
        let entries = fields.list("lines")
        let lines = entries.compactMap { readLine($0, currency) }
        guard lines.count == entries.count else { return nil }
        let all = InvoiceLines(lines)
        if all == nil {
            (place ?? entry).problem(
                "the invoice should have 1 to \(InvoiceLines.most) `lines`, which come to more than nothing")
        }
        return all
    }

    private func readLine(_ entry: Entry, _ currency: Currency) -> InvoiceLine? {
        guard var fields = entry.fields() else { return nil }
        let text = fields.required("text", .line(300))
        let quantity = fields.optional("quantity", .quantity, default: 1000)
        let price = fields.required("price", .amount(in: currency))
        let tax = fields.optional("tax", .percent, default: 0)
        fields.finish()
        guard let text, let quantity, let price, let tax else { return nil }
        return InvoiceLine(text: text, quantity: quantity, unitPrice: price, tax: tax)
    }
}

extension ItemSettings {
    fileprivate func isInvoice(_ number: String) -> Bool {
        if case .invoice(let other) = self { other.name.isSame(number) } else { false }
    }
}

/// Reads the group `payments` of an organization.
enum PaymentsReader {
    static func read(_ fields: inout Fields) -> PaymentSettings {
        guard let entry = fields.find("payments"), var group = entry.fields() else { return PaymentSettings() }
        let currency = group.optional("currency", .currency, default: .euro)
        let link = group.optional("link", .paymentLink)
        group.finish()
        return PaymentSettings(currency: currency ?? .euro, link: link)
    }
}
