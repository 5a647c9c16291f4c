import Testing

@testable import PortalCore

/// Invoices: what they come to, what may change, who is told, and what counts as paid.
struct InvoiceTests {
    // Amounts.

    static func line(_ quantity: Int64, _ price: Int64, _ tax: Int64) -> InvoiceLine {
        InvoiceLine(text: "Work", quantity: quantity, unitPrice: price, tax: tax)!
    }

    @Test(
        "a line is rounded half up, a discount undoes exactly what it is of",
        arguments: [
            (1000, 100, 100), (3333, 100, 333), (1005, 100, 101), (1004, 100, 100), (500, 1, 1), (499, 1, 0),
            (500, -1, -1),
            (1005, -100, -101), (100_000_000, 100_000_000_000, 10_000_000_000_000_000),
        ] as [(Int64, Int64, Int64)])
    func rounding(quantity: Int64, price: Int64, net: Int64) {
        #expect(Self.line(quantity, price, 0).net == net)
    }

    @Test("tax is taken of the sum of each rate and rounded once")
    func taxes() throws {
        let lines = try #require(
            InvoiceLines([
                Self.line(1000, 33, 2000), Self.line(1000, 33, 2000), Self.line(1000, 34, 2000),
                Self.line(2000, 1005, 550),
                Self.line(1000, 5000, 0),
            ]))
        #expect(lines.net == 100 + 2010 + 5000)
        #expect(
            lines.taxes == [
                TaxSum(rate: 0, base: 5000, tax: 0), TaxSum(rate: 550, base: 2010, tax: 111),
                TaxSum(rate: 2000, base: 100, tax: 20),
            ])
        #expect(lines.total == 7110 + 131)
    }

    @Test("lines come to more than nothing, and are limited")
    func limits() {
        #expect(InvoiceLines([]) == nil)
        #expect(InvoiceLines([Self.line(1000, -1, 0)]) == nil)
        #expect(InvoiceLines([Self.line(1000, 0, 0)]) == nil)
        #expect(InvoiceLines([Self.line(1000, 5, 0), Self.line(1000, -5, 0)]) == nil)
        #expect(InvoiceLines([Self.line(1000, 1, 0)]) != nil)
        #expect(InvoiceLines(Array(repeating: Self.line(1000, 1, 0), count: 101)) == nil)
        #expect(InvoiceLine(text: "", quantity: 0, unitPrice: 1, tax: 0) == nil)
        #expect(InvoiceLine(text: "", quantity: 100_000_001, unitPrice: 1, tax: 0) == nil)
        #expect(InvoiceLine(text: "", quantity: 1, unitPrice: 100_000_000_001, tax: 0) == nil)
        #expect(InvoiceLine(text: "", quantity: 1, unitPrice: 1, tax: 10_001) == nil)
        let greatest = InvoiceLine(
            text: "", quantity: InvoiceLine.mostQuantity, unitPrice: InvoiceLine.mostPrice, tax: InvoiceLine.mostTax)!
        #expect(InvoiceLines(Array(repeating: greatest, count: 100))?.total == 2_000_000_000_000_000_000)
    }

    @Test(
        "amounts are exact, by the places of their currency",
        arguments: [
            ("12", 2, 1200), ("12.5", 2, 1250), ("-0.05", 2, -5), ("0", 0, 0), ("1000", 0, 1000), ("1.234", 3, 1234),
            ("12.345", 2, nil), ("1.", 2, nil), (".5", 2, nil), ("", 2, nil), ("-", 2, nil), ("1,5", 2, nil),
            ("1e3", 2, nil), ("+1", 2, nil), ("--1", 2, nil), ("1.2.3", 2, nil), ("99999999999999", 2, nil),
            ("1.5", 0, nil),
        ] as [(String, Int, Int64?)])
    func decimals(text: String, places: Int, value: Int64?) {
        #expect(DecimalText.read(text, places: places) == value)
    }

    @Test("currencies have the places of ISO 4217")
    func currencies() {
        #expect(Currency("EUR")?.places == 2)
        #expect(Currency("JPY")?.places == 0)
        #expect(Currency("KWD")?.places == 3)
        for code in ["eur", "XXX", "EU", "EURO", "E R", " EU", ""] { #expect(Currency(code) == nil, "\(code)") }
        #expect(Money(minor: 5, Currency("KWD")!).decimal == "0.005")
        #expect(Money(minor: 5, Currency("JPY")!).decimal == "5")
        #expect(Money(minor: -1205, .euro).decimal == "-12.05")
    }

    // The payment link.

    @Test(
        "a payment link is an address with known placeholders behind its host",
        arguments: [
            ("https://pay.example/?ref={number}&amount={amount}&currency={currency}", true),
            ("https://pay.example:8443/{number}/{minor}", true), ("http://localhost:9000/{number}", true),
            ("https://pay.example", true), ("http://pay.example/{number}", false),
            ("http://localhost.evil.example/{number}", false), ("http://127.0.0.1@evil.example/", false),
            ("https://{number}.example/", false), ("https://pay.example/{name}", false),
            ("https://pay.example/{number", false), ("https://pay.example/number}", false),
            ("https://user@pay.example/", false), ("https:///x", false), ("javascript:alert(1)", false),
            ("https://pay.example/ x", false), ("https://pay.example/\"", false), ("https://pay.example/ü", false),
        ])
    func paymentLink(template: String, isOne: Bool) {
        #expect((PaymentLink(template) != nil) == isOne)
    }

    @Test("what stands in a placeholder's place is percent-encoded")
    func paymentAddress() throws {
        let link = try #require(PaymentLink("https://pay.example/{number}?a={amount}&m={minor}&c={currency}#{number}"))
        #expect(
            link.address(number: "A/1&b=\"ü{minor}", Money(minor: 123_450, .euro))
                == "https://pay.example/A%2F1%26b%3D%22%C3%BC%7Bminor%7D?a=1234.50&m=123450&c=EUR#A%2F1%26b%3D%22%C3%BC%7Bminor%7D"
        )
    }

    // Where it stands.

    @Test("it is overdue from the day after it was due, in the organization's time zone")
    func overdue() {
        let invoice = Invoice(
            id: InvoiceID(number: 1), project: ProjectID(number: 1), settings: InvoiceGround.settings(), paid: nil,
            payment: nil)
        #expect(invoice.state(on: "2026-10-12") == .open)
        #expect(invoice.state(on: "2026-10-13") == .overdue)
        // 22:30 in UTC is the next day in Stockholm.
        let evening = Moment(milliseconds: 1_791_844_200_000)
        #expect(evening.day(in: "Etc/UTC") == "2026-10-12")
        #expect(evening.day(in: "Europe/Stockholm") == "2026-10-13")
    }
}
