import MailFormat
import PortalCore
import Testing

@testable import MailChannel

/// Both doors, for invoices. The page shows the list and the way to pay themselves, so only mails have to ask for them.
@Suite("Both doors, for invoices")
struct InvoiceDoorsTests {
    private static let project = ItemDoorsTests.project
    private static let invoices = [5, 7].map { Thing.invoice(InvoiceID(number: $0)) }

    private static func pay(_ named: NamedInvoice) -> [Command] { [.item(.invoice(.pay(named, in: project)))] }

    @Test(
        "PAY means the number of the list, an invoice's own number, or the only one",
        arguments: [
            ("PAY 2", .invoice(InvoiceID(number: 7))), ("pay 1", .invoice(InvoiceID(number: 5))),
            ("PAY INV-12", .number("INV-12")), ("pay inv-12", .number("INV-12")), ("PAY 2026/014", .number("2026/014")),
            ("PAY", .only),
        ] as [(String, NamedInvoice)])
    func pay(reply: String, named: NamedInvoice) {
        #expect(ItemDoorsTests.commands(reply, to: Self.invoices) == Self.pay(named))
    }

    @Test("PAY in answer to one invoice means that one")
    func alone() {
        #expect(
            ItemDoorsTests.commands("PAY", to: [Self.invoices[1]]) == Self.pay(.invoice(InvoiceID(number: 7))))
    }

    @Test(
        "INVOICES asks for the list, in the person's language too", arguments: ["INVOICES", "invoices.", "Invoices!"])
    func list(reply: String) {
        #expect(
            ItemDoorsTests.commands(reply, to: []) == [.item(.list(ListThings(.invoices, in: Self.project)))])
    }

    @Test(
        "an ordinary sentence asks for nothing",
        arguments: [
            "Pay attention to INV-12", "I will pay tomorrow", "Invoices are fine", "PAY 1 euro less", "pay 2 of them",
        ])
    func sentence(reply: String) {
        let message = NewMessage(project: Self.project, text: reply, attachments: [])
        #expect(ItemDoorsTests.commands(reply, to: Self.invoices) == [.postMessage(message)])
    }

    @Test("a number that is a to-do's is no invoice's")
    func otherThing() {
        #expect(
            ItemDoorsTests.commands("PAY 1", to: [.toDo(ToDoID(number: 5))])
                == ItemDoorsTests.message("PAY 1", close: "PAY"))
    }
}
