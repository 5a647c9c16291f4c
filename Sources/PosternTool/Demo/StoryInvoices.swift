import DevelopersMailbox
import Foundation
import MailFormat
import PortalCore

extension Story {
    /// Rows 7, 8 and 18: an invoice by mail with its file, the list, the way to pay, and the news that it is paid.
    mutating func invoiceIsPaid() async throws {
        let mail = try await wait("the invoice") {
            inbox(of: client).first { $0.subject.hasPrefix("Invoice ") }
        }
        let prefix = "\(site.dashboard(organization))/projects/"
        guard let page = Self.link(in: mail.message.readableText ?? "", containing: prefix),
            mail.message.attachments.contains(where: { $0.decodedBytes().starts(with: Array("%PDF".utf8)) })
        else { throw StoryFault("the invoice's mail lacks its file, or the link to its page") }
        try reply(to: mail, "INVOICES")
        let list = try await wait("the list of invoices") {
            inbox(of: client).first { $0.subject.hasPrefix("Invoices: ") }
        }
        row(7, "INVOICES mails the numbered list; the page shows the same invoice.")
        let file = try browser.get("\(page)/file")
        try expect(file.body.utf8.starts(with: "%PDF".utf8), "the page has no PDF of the invoice")
        row(8, "The invoice came with its PDF, and its page has the same to download.")
        try reply(to: list, "PAY 1")
        _ = try await wait("the way to pay") {
            inbox(of: client).first { $0.message.readableText?.contains("here is the way to pay") == true }
        }
        guard let invoice = try portal.invoices(of: organization.settings.slug)?.first else {
            throw StoryFault("there is no invoice")
        }
        let outcomes = try await portal.perform(
            [.item(.invoice(.markPaid(invoice.id, in: invoice.project)))], for: .administrator, because: .typed)
        try expect(outcomes.first?.objection == nil, "the invoice cannot be paid: \(outcomes)")
        try await waitForPage(page, showing: "Paid ")
        row(18, "PAY 1 mails the payment link; once the money has come, the page says so and everybody is told.")
    }
}
