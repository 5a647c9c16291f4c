import MailFormat
import PortalCore

@testable import WebChannel

/// A studio that is paid on the web, with invoices for two clients.
enum InvoiceGround {
    static let secret = "whsec_test"

    static func invoice(
        _ number: String, project: String, _ title: String, due: String = "2026-04-01", file: FileContent? = nil
    ) -> Command {
        let lines = [
            InvoiceLine(text: "Two minutes of film", quantity: 2000, unitPrice: 450_000, tax: 1900),
            InvoiceLine(text: "Music <licence>", quantity: 1000, unitPrice: 12_050, tax: 700),
        ]
        let settings = InvoiceSettings(
            project: project, name: number, title: title, date: "2026-03-01", due: due, currency: .euro,
            lines: InvoiceLines(lines.compactMap(\.self))!, to: "Dana Client\nHarbor Street 4", note: "Thank you.",
            file: file)
        return .setItem(.invoice(settings), organization: "acme")
    }

    /// Invoices 1 and 2 are Dana's, of which the first is overdue; 3 is Lee's.
    static func world() async throws -> World {
        let world = try await World.acme(paymentSecrets: PaymentSecrets(["acme": secret]))
        var acme = World.organization("acme", "Acme Studio", color: "#0a6b57")
        acme.payments.link = PaymentLink("https://pay.example/?ref={number}&amount={amount}&currency={currency}")
        let given = try world.content("Invoice 13.pdf", "application/pdf", Array("%PDF-1.4 given".utf8))
        try await world.order(
            .setOrganization(acme), invoice("INV-12", project: "film", "First half", due: "2026-03-11"),
            invoice("INV-13", project: "film", "Second half", file: given),
            invoice("INV-14", project: "site", "PLANTED"))
        return world
    }
}
