import MailFormat

/// An invoice as staff type it; the organization's currency is its own.
package struct NewInvoice: Equatable, Sendable {
    let number: String
    let title: String
    /// ISO 8601 dates.
    let date: String
    let due: String
    let to: String
    let note: String
    let lines: InvoiceLines

    package init(
        number: String, title: String, date: String, due: String, to: String, note: String, lines: InvoiceLines
    ) {
        self.number = number
        self.title = title
        self.date = date
        self.due = due
        self.to = to
        self.note = note
        self.lines = lines
    }

    /// Why it cannot be issued as it is; the limits are those of configuration.
    var refusal: Refusal? {
        guard InvoiceNumber.isFit(number) else { return .item(.impossibleInvoiceNumber) }
        guard ShownText.isDay(date), ShownText.isDay(due) else { return .item(.impossibleDay) }
        guard !due.utf8.lexicographicallyPrecedes(date.utf8) else { return .item(.dueTooEarly) }
        guard ShownText.isLine(title, most: 120) else { return .item(.misfitEntry(.title(limit: 120))) }
        return ShownText.refusal(text: to, most: 500) ?? ShownText.refusal(text: note, most: 2000)
            ?? lines.all.lazy.compactMap { ShownText.refusal(line: $0.text, most: 300) }.first
    }
}

/// What people can type behind `PAY`, whatever else they write: letters and digits with a mark between them.
package enum InvoiceNumber {
    /// Limit: bytes.
    private static let longest = 32

    /// Capitals and digits, with `-`, `/` or `_` between them.
    package static func isFit(_ text: String) -> Bool {
        let parts = text.utf8.split(omittingEmptySubsequences: false) {
            $0 == ASCII.hyphen || $0 == ASCII.slash || $0 == ASCII.underscore
        }
        return parts.count > 1 && text.utf8.count <= longest && text.utf8.contains(where: \.isASCIIDigit)
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { $0.isASCIIDigit || (0x41...0x5A).contains($0) }
            }
    }
}
