import Foundation
import MailFormat
import TestGround
import Testing

@testable import InvoicePDF
@testable import PortalCore

struct InvoicePDFTests {
    static func organization(name: String = "Lindgren & Rao", locale: String = "en") -> Organization {
        let settings = OrganizationSettings(
            slug: "lindgren-rao", name: name, website: "https://lindgren-rao.test",
            contact: EmailAddress("hello@lindgren-rao.test")!, color: "#0f5c63", welcome: "", locale: locale,
            timeZone: "Europe/Stockholm", portalOpen: true, phases: [], tools: [], logo: nil)
        return Organization(id: OrganizationID(number: 1), settings: settings, logo: nil)
    }

    static func invoice(
        _ lines: [InvoiceLine?], title: String = "Logo and colors", note: String = "", cancelled: Bool = false
    ) throws -> Invoice {
        let settings = InvoiceSettings(
            project: "kayaks", name: "INV-12", title: title, date: "2026-09-28", due: "2026-10-12",
            currency: Currency("SEK")!, lines: try #require(InvoiceLines(lines.compactMap(\.self))),
            to: "Saltmarsh Kayaks AB\nBåtvägen 4\n185 39 Vaxholm", note: note, cancelled: cancelled)
        return Invoice(
            id: InvoiceID(number: 1), project: ProjectID(number: 1), settings: settings, paid: nil, payment: nil)
    }

    static let lines = [
        InvoiceLine(
            text: "Logo, three drafts and two rounds of changes", quantity: 1000, unitPrice: 2_400_000, tax: 2500),
        InvoiceLine(text: "Workshop (hours)", quantity: 3500, unitPrice: 120_050, tax: 2500),
        InvoiceLine(text: "Printed guide", quantity: 20_000, unitPrice: 9_900, tax: 600),
        InvoiceLine(text: "Discount", quantity: 1000, unitPrice: -100_000, tax: 2500),
    ]

    /// The texts of a file as they are written one after the other.
    private static func texts(of bytes: [UInt8]) -> String {
        let file = String(bytes.map { Character(Unicode.Scalar($0)) })
        return file.matches(of: /\(((?:[^()\\]|\\.)*)\) Tj/).map { String($0.1) }.joined(separator: "\n") + "\n"
    }

    @Test func `says all that the invoice says`() throws {
        let invoice = try Self.invoice(Self.lines, note: "Payable within 14 days to account 123-4567.\nThank you.")
        let bytes = try InvoiceDocument(invoice, of: Self.organization()).bytes(logo: nil)
        #expect(bytes.starts(with: Array("%PDF-1.".utf8)))
        try expectGolden(Self.texts(of: bytes), "invoice.txt")
    }

    @Test func `is the same bytes each time, with a logo too`() throws {
        let logo = try Self.logo()
        let invoice = try Self.invoice(Self.lines)
        let one = try InvoiceDocument(invoice, of: Self.organization()).bytes(logo: logo)
        #expect(one == (try InvoiceDocument(invoice, of: Self.organization()).bytes(logo: logo)))
        #expect(one != (try InvoiceDocument(invoice, of: Self.organization()).bytes(logo: nil)))
    }

    @Test func `goes on over as many pages as it takes, each with its head and number`() throws {
        let lines = (1...100).map {
            InvoiceLine(
                text: "Line \($0) with a text that is long enough to need a second line of its own in the table",
                quantity: 1000, unitPrice: 100, tax: 0)
        }
        let note = (1...40).map { "Sentence \($0) of the terms." }.joined(separator: "\n")
        let bytes = try InvoiceDocument(try Self.invoice(lines, note: note), of: Self.organization()).bytes(logo: nil)
        let texts = Self.texts(of: bytes)
        let pages = texts.components(separatedBy: "Description\n").count - 1
        // libharu writes a slash as \057.
        #expect(texts.contains("1 \\057 "))
        #expect(texts.matches(of: /\d+ \\057 \d+/).count >= pages)
        #expect(texts.components(separatedBy: "Description\n").count - 1 >= 4)
        #expect(texts.contains("Sentence 40"))
    }

    @Test(arguments: ["Łódź Kajaki", "Καγιάκ", "カヤック", "Сплав"])
    func `writes letters beyond the standard fonts`(name: String) throws {
        let organization = Self.organization(name: name)
        let bytes = try InvoiceDocument(try Self.invoice(Self.lines, title: name), of: organization).bytes(logo: nil)
        #expect(bytes.starts(with: Array("%PDF-1.".utf8)))
    }

    @Test func `a broken logo is left out`() throws {
        let invoice = try Self.invoice(Self.lines)
        let whole = try Self.logo()
        let plain = try InvoiceDocument(invoice, of: Self.organization()).bytes(logo: nil)
        for cut in [0, 4, 8, 20, 40, whole.count / 2, whole.count - 20] {
            var broken = Array(whole.prefix(cut))
            #expect(try InvoiceDocument(invoice, of: Self.organization()).bytes(logo: broken) == plain, "\(cut) bytes")
            broken = whole
            broken[min(cut, whole.count - 1)] ^= 0xFF
            _ = try InvoiceDocument(invoice, of: Self.organization()).bytes(logo: broken)
        }
        var huge = whole
        huge.replaceSubrange(16..<24, with: [0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF])
        #expect(try InvoiceDocument(invoice, of: Self.organization()).bytes(logo: huge) == plain)
    }

    @Test(arguments: [
        ("en", "1,234,567.80\u{A0}EUR"), ("de", "1.234.567,80\u{A0}EUR"), ("sv-SE", "1\u{A0}234\u{A0}567,80\u{A0}EUR"),
        ("xx", "1,234,567.80\u{A0}EUR"),
    ])
    func `numbers are written as people of the locale write them`(locale: String, text: String) {
        #expect(AmountText(locale: locale).text(Money(minor: 123_456_780, .euro)) == text)
        #expect(AmountText(locale: "en").number(-5, places: 2) == "\u{2212}0.05")
        #expect(AmountText(locale: "en").number(100, places: 0) == "100")
        #expect(AmountText(locale: "de").short(1500, places: 3) == "1,5")
    }

    private static func logo() throws -> [UInt8] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../MailChannelTests/logo.png")
        return [UInt8](try Data(contentsOf: file))
    }
}
