import ArgumentParser
import MailFormat
import PortalCore

/// `postern invoice`
struct InvoiceVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invoice", abstract: "List invoices, say that one is paid, or cancel one.",
        discussion: """
            Examples:
              postern invoice list
              postern invoice paid INV-12
              postern invoice cancel INV-13
            """,
        subcommands: [InvoiceTable.self, InvoicePaid.self, InvoiceCancel.self])
}

/// `postern invoice list`
struct InvoiceTable: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List invoices and where they stand.")

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var organization: OrganizationOption
    @OptionGroup var output: OutputOption

    func answer() async throws -> String {
        let installation = try common.installation()
        defer { installation.portal.close() }
        let settings = try installation.organization(organization.slug)
        var table = Table(
            columns: ["number", "project", "title", "total", "currency", "due", "state", "paid"].map {
                Table.Column($0)
            },
            whenEmpty: "\(settings.slug) has no invoices yet: they stand below `projects` in the configuration.")
        let today = installation.portal.now.day(in: settings.timeZone)
        table.rows = try (installation.portal.invoices(of: settings.slug) ?? []).map { invoice in
            [
                .text(invoice.settings.name), .text(invoice.settings.project), .text(invoice.settings.title),
                .text(invoice.total.decimal), .text(invoice.settings.currency.code), .text(invoice.settings.due),
                .text(invoice.state(on: today).word), .optional(invoice.paid),
            ]
        }
        return table.rendered(json: output.json)
    }
}

/// `postern invoice paid`
struct InvoicePaid: Verb {
    static let configuration = CommandConfiguration(
        commandName: "paid", abstract: "Say that the money for an invoice has come.",
        discussion: """
            Clients and staff are told. Where a payment service reports payments, this happens by itself.

            Example:
              postern invoice paid INV-12
            """)

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var organization: OrganizationOption

    @Argument(help: "The invoice's number.")
    var number: String

    func answer() async throws -> String {
        let installation = try common.installation()
        let portal = installation.portal
        defer { portal.close() }
        let slug = try installation.organization(organization.slug).slug
        let invoice = try portal.named(number, of: slug)
        _ = try await portal.carryOut(.item(.invoice(.markPaid(invoice.id, in: invoice.project))))
        return "\(invoice.settings.name) is paid: \(invoice.total.decimal) \(invoice.settings.currency.code)."
    }
}

/// `postern invoice cancel`
struct InvoiceCancel: Verb {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Say that an invoice does not count any more.",
        discussion: """
            The clients are told that there is nothing to pay. This is final, and what is paid cannot be cancelled; \
            what they owe instead is another invoice, with a number of its own.

            Example:
              postern invoice cancel INV-13
            """)

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var organization: OrganizationOption

    @Argument(help: "The invoice's number.")
    var number: String

    func answer() async throws -> String {
        let installation = try common.installation()
        let portal = installation.portal
        defer { portal.close() }
        let invoice = try portal.named(number, of: try installation.organization(organization.slug).slug)
        _ = try await portal.carryOut(.item(.invoice(.cancel(invoice.id, in: invoice.project))))
        return "\(invoice.settings.name) is cancelled."
    }
}

extension Portal {
    /// - Throws: `VerbFailure` where no invoice has this number.
    fileprivate func named(_ number: String, of slug: String) throws -> Invoice {
        guard let invoice = try invoice(number, of: slug) else {
            throw VerbFailure("\(slug) has no invoice \(Escaped.text(number)): see `postern invoice list`")
        }
        return invoice
    }
}

extension Invoice.State {
    fileprivate var word: String {
        switch self {
        case .open: "open"
        case .overdue: "overdue"
        case .paid: "paid"
        case .cancelled: "cancelled"
        }
    }
}
