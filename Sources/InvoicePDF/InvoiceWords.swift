import Localization

/// What stands on an invoice beside what configuration says, in the organization's language.
struct InvoiceWords {
    let language: Language

    var invoice: String { language(Phrase("Invoice")) }
    var to: String { language(Phrase("To")) }
    var date: String { language(Phrase("Date")) }
    var due: String { language(Phrase("Due")) }
    var text: String { language(Phrase("Description")) }
    var quantity: String { language(Phrase("Quantity")) }
    var price: String { language(Phrase("Price")) }
    var tax: String { language(Phrase("Tax")) }
    var amount: String { language(Phrase("Amount")) }
    var net: String { language(Phrase("Net")) }
    var total: String { language(Phrase("Total")) }
    var cancelled: String { language(Phrase("Cancelled")) }

    /// `20% of 1,000.00`
    func tax(_ rate: String, of base: String) -> String { language(Phrase("Tax \(rate)% of \(base)")) }

    /// `20%`
    func percent(_ rate: String) -> String { language(Phrase("\(rate)%")) }

    func page(_ number: Int, of count: Int) -> String { "\(number) / \(count)" }

    /// An ISO 8601 date as `12 March 2026`.
    func day(_ iso: String) -> String { language(.day(iso)) }
}
