import MailFormat
import PortalCore

/// Invoices by mail: `INVOICES`, `PAY INV-12`, `PAY 2`.
enum InvoiceVerbs {
    static let verbs: Set<CommandVerb> = [.invoices, .pay]

    @Sendable
    static func read(_ command: ReplyCommand, _ mail: ItemTranslation) -> ItemCommand? {
        guard let project = mail.project else { return nil }
        return switch command.verb {
        case .invoices: .list(ListThings(.invoices, in: project))
        case .pay: named(by: command, mail).map { .invoice(.pay($0, in: project)) }
        default: nil
        }
    }

    /// `PAY` alone is about what the notice was about, or about the one invoice that waits for money.
    private static func named(by command: ReplyCommand, _ mail: ItemTranslation) -> NamedInvoice? {
        guard case .things(let things) = command.argument, let thing = things.first else {
            return mail.things.count == 1 ? invoice(mail.things[0]) ?? .only : .only
        }
        return switch thing {
        case .number(let number): mail.thing(number).flatMap(invoice)
        case .reference(let reference): .number(reference)
        case .only: .only
        }
    }

    private static func invoice(_ thing: Thing) -> NamedInvoice? {
        if case .invoice(let id) = thing { .invoice(id) } else { nil }
    }
}
