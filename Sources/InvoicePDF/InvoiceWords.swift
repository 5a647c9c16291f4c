/// What stands on an invoice beside what configuration says.
struct InvoiceWords {
    let invoice = "Invoice"
    let to = "To"
    let date = "Date"
    let due = "Due"
    let text = "Description"
    let quantity = "Quantity"
    let price = "Price"
    let tax = "Tax"
    let amount = "Amount"
    let net = "Net"
    let total = "Total"
    let cancelled = "Cancelled"

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `20% of 1,000.00`
    func tax(_ rate: String, of base: String) -> String { "\(tax) \(rate)% of \(base)" }

    func page(_ number: Int, of count: Int) -> String { "\(number) / \(count)" }

    /// An ISO 8601 date as `12 March 2026`.
    func day(_ iso: String) -> String {
        let parts = iso.utf8.split(separator: UInt8(ascii: "-")).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard parts.count == 3, (1...12).contains(parts[1]) else { return iso }
        return "\(parts[2]) \(Self.months[parts[1] - 1]) \(parts[0])"
    }
}
