import HTTPTypes
import Localization
import PortalCore
import Templates

/// The form by which an invoice is issued.
struct StaffInvoiceView {
    let page: StaffProject
    let typed: InvoiceForm
    var problem: Phrase?
    let buttons: StaffButtons

    static let names: TemplateNames = StaffHeading.names.merging([
        "projectPath": .value, "workPath": .value, "project": .value, "currency": .value, "action": .value,
        "form": .value, "number": .value, "subject": .value, "date": .value, "due": .value, "to": .value,
        "note": .value, "lines": .each(["line", "text", "quantity", "price", "tax"]),
    ])

    var value: TemplateValue {
        let place = "projects/\(page.project.id)"
        let path = SitePath.staff(buttons.slug, "\(place)/invoice")
        return StaffHeading(viewer: page.viewer, heading: Phrase("Issue an invoice")).value(problem: problem).adding([
            "projectPath": .text(SitePath.project(page.project.id, buttons.slug)),
            "workPath": .text(SitePath.staff(buttons.slug, place)), "project": .text(page.project.settings.title),
            "currency": .text(page.viewer.organization.settings.payments.currency.code), "action": .text(path),
            "form": .text(buttons.token(path)), "number": .text(typed.number), "subject": .text(typed.title),
            "date": .text(typed.date), "due": .text(typed.due), "to": .text(typed.to), "note": .text(typed.note),
            "lines": .list(
                typed.rows.enumerated().map { index, row in
                    [
                        "line": .number(index + 1), "text": .text(row.text), "quantity": .text(row.quantity),
                        "price": .text(row.price), "tax": .text(row.tax),
                    ]
                }),
        ])
    }
}

/// An invoice as it was typed.
struct InvoiceForm {
    var number = ""
    var title = ""
    var date = ""
    var due = ""
    var to = ""
    var note = ""
    var rows = [Row](repeating: Row(), count: Self.shown)

    struct Row {
        var text = ""
        var quantity = "1"
        var price = ""
        var tax = ""
    }

    /// Rows of the form; whoever needs more puts them into the configuration.
    private static let shown = 8

    init(today: String) { (date, due) = (today, today) }

    init(_ form: OwnForm) {
        (number, title) = (form.text("number"), form.text("title"))
        (date, due) = (form.text("date"), form.text("due"))
        (to, note) = (form.text("to"), form.text("note"))
        rows = (1...Self.shown).map { line in
            Row(
                text: form.text("text-\(line)"), quantity: form.text("quantity-\(line)"),
                price: form.text("price-\(line)"), tax: form.text("tax-\(line)"))
        }
    }

    /// Amounts are exact decimals of the currency. A row without words and price is none.
    ///
    /// - Parameter signs: how whoever typed it writes numbers.
    func read(in currency: Currency, _ signs: NumberSigns) throws(WrongEntry) -> NewInvoice {
        var lines: [InvoiceLine] = []
        for (index, row) in rows.enumerated() where !(row.text.utf8.isEmpty && row.price.utf8.isEmpty) {
            guard let line = row.read(in: currency, signs) else { throw Self.unreadable(index + 1, currency) }
            lines.append(line)
        }
        guard let all = InvoiceLines(lines) else {
            throw WrongEntry(text: Phrase("An invoice has at least one line, and comes to more than nothing."))
        }
        return NewInvoice(number: number, title: title, date: date, due: due, to: to, note: note, lines: all)
    }

    private static func unreadable(_ line: Int, _ currency: Currency) -> WrongEntry {
        let quantity = Phrase.decimal(15, places: 1)
        let price = currency.places == 0 ? Phrase.number(9_950) : .decimal(9_950, places: currency.places)
        return WrongEntry(
            text: Phrase(
                "Line \(line) cannot be read: it has words, a quantity like \(quantity), a price like \(price), and a tax like 19. Nothing stands between thousands."
            ))
    }
}

extension InvoiceForm.Row {
    fileprivate func read(in currency: Currency, _ signs: NumberSigns) -> InvoiceLine? {
        func number(_ typed: String, places: Int) -> Int64? {
            signs.pointed(typed).flatMap { DecimalText.read($0, places: places) }
        }
        guard !text.utf8.isEmpty, let units = number(quantity, places: 3),
            let price = number(price, places: currency.places),
            let tax = number(tax.utf8.isEmpty ? "0" : tax, places: 2)
        else { return nil }
        return InvoiceLine(text: text, quantity: units, unitPrice: price, tax: tax)
    }
}

extension Website {
    func showInvoiceForm(_ project: ProjectID, _ slug: String, _ visit: Visit) throws -> Answer {
        try showInvoiceForm(project, slug, visit, typed: nil, problem: nil)
    }

    private func showInvoiceForm(
        _ project: ProjectID, _ slug: String, _ visit: Visit, typed: InvoiceForm?, problem: Phrase?
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.staffProject(project, session, of: slug) else { return nil }
            let zone = found.viewer.organization.settings.timeZone
            let view = StaffInvoiceView(
                page: found, typed: typed ?? InvoiceForm(today: portal.now.day(in: zone)), problem: problem,
                buttons: StaffButtons(slug: slug) { token(for: $0, key: session).text })
            return page(
                "staff-invoice", view.value, frame(found.viewer, session: session),
                status: problem == nil ? .ok : .unprocessableContent)
        }
    }

    func issueInvoice(_ project: ProjectID, _ slug: String, _ visit: Visit) async throws -> Answer {
        let organization = try portal.organization(slug)?.settings
        let viewer = try visit.session(slug).flatMap { try portal.viewer($0, of: slug) }
        let currency = organization?.payments.currency ?? .euro
        let signs = NumberSigns(locale: viewer?.person.locale ?? organization?.locale ?? "")
        return try await carryOut(
            staffFormAt: SitePath.staff(slug, "projects/\(project)/invoice"), of: slug, visit,
            next: SitePath.tool(.invoices, of: project, slug),
            { .work(.issueInvoice(try InvoiceForm($0).read(in: currency, signs), in: project)) },
            again: { reason, form in
                try showInvoiceForm(project, slug, visit, typed: InvoiceForm(form), problem: reason)
            })
    }
}
