import Foundation

/// What a client is asked to pay. Once it is issued it stays as it is: only when it is due, how it is paid and whether
/// it still counts may change.
package struct Invoice: Equatable, Sendable {
    package let id: InvoiceID
    package let project: ProjectID
    package let settings: InvoiceSettings
    package let paid: Moment?
    /// How the payment service calls the payment, where it told of it.
    let payment: String?

    package var total: Money { Money(minor: settings.lines.total, settings.currency) }

    /// Where it stands on a day (an ISO 8601 date) of its organization.
    package func state(on day: String) -> State {
        if settings.cancelled { return .cancelled }
        if let paid { return .paid(paid) }
        return settings.due.utf8.lexicographicallyPrecedes(day.utf8) ? .overdue : .open
    }

    package enum State: Equatable, Sendable {
        case open, overdue
        case paid(Moment)
        case cancelled

        /// Whether it waits for money.
        package var isOwed: Bool { self == .open || self == .overdue }
    }

    /// The rule for paying: whatever waits for money can be paid, once.
    var paying: Refusal? {
        if settings.cancelled { return .item(.closed) }
        return paid == nil ? nil : .item(.alreadySo(settings.name))
    }

    /// The rule for cancelling: whatever waits for money can be cancelled, for good.
    var cancelling: Refusal? {
        if settings.cancelled { return .item(.alreadySo(settings.name)) }
        return paid == nil ? nil : .item(.closed)
    }

    /// The file that people get of it: the one that configuration names, or one that is made of its lines.
    package var fileName: String { settings.file?.name ?? "\(settings.name).pdf" }
}

/// What configuration says of an invoice.
package struct InvoiceSettings: Equatable, Sendable, ItemContent {
    package var project: String
    /// The invoice's number, such as `INV-12`: one of its kind in the organization.
    package var name: String
    package var title: String
    /// ISO 8601 dates: of the invoice, and when it is due.
    package var date: String
    package var due: String
    package var currency: Currency
    package var lines: InvoiceLines
    /// Whom it is for: a name and an address, line by line.
    package var to: String
    /// What stands below the lines, in a few sentences: terms, an account.
    package var note: String
    /// Where it is paid, instead of the organization's own link.
    package var link: PaymentLink?
    /// The invoice as a file, instead of one that is made of its lines.
    package var file: FileContent?
    package var cancelled: Bool

    package init(
        project: String, name: String, title: String, date: String, due: String, currency: Currency,
        lines: InvoiceLines, to: String = "", note: String = "", link: PaymentLink? = nil, file: FileContent? = nil,
        cancelled: Bool = false
    ) {
        self.project = project
        self.name = name
        self.title = title
        self.date = date
        self.due = due
        self.currency = currency
        self.lines = lines
        self.to = to
        self.note = note
        self.link = link
        self.file = file
        self.cancelled = cancelled
    }

    package var tool: Tool { .invoices }

    /// Whether the other is the same document, whatever else is said of it.
    func isSameDocument(as other: InvoiceSettings) -> Bool {
        var copy = other
        (copy.due, copy.link, copy.cancelled) = (due, link, cancelled)
        return copy == self
    }
}

extension Moment {
    /// The ISO 8601 date of this moment in an IANA time zone; UTC stands in for one that is not known.
    package func day(in zone: String) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
        let date = Date(timeIntervalSince1970: TimeInterval(seconds))
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        func padded(_ number: Int?, _ width: Int) -> String {
            let digits = String(max(0, number ?? 0))
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
    }
}
