import MailChannel
import MailFormat
import PortalCore
import TestGround
import Testing

/// Invoices by mail: with their file, by number, the way to pay, and what everybody hears.
@Suite(.serialized)
struct InvoiceMailTests {
    private static func invoice(_ number: String, _ title: String, price: Int64, file: FileContent? = nil)
        -> ItemSettings
    {
        let lines = [
            InvoiceLine(text: "Logo, three drafts", quantity: 1000, unitPrice: price, tax: 2000),
            InvoiceLine(text: "Workshop <hours>", quantity: 3500, unitPrice: 9_950, tax: 2000),
        ]
        return .invoice(
            InvoiceSettings(
                project: "rebrand", name: number, title: title, date: "2026-09-21", due: "2026-10-05", currency: .euro,
                lines: InvoiceLines(lines.compactMap(\.self))!, to: "Dana", note: "Payable within 14 days.\nThank you.",
                file: file))
    }

    private func world(_ items: [ItemSettings]) async throws -> World {
        let world = try await World()
        _ = try await world.danaIsAsked()
        try await world.apply(
            .acme.with {
                $0.items = items
                $0.settings.payments.link = PaymentLink("https://pay.example/?ref={number}&amount={amount}")
            })
        return world
    }

    private static let two = [
        invoice("INV-12", "First half", price: 120_000), invoice("INV-13", "Second half", price: 5),
    ]

    private func toDana(_ sent: [Sent]) throws -> Sent {
        try #require(sent.last { $0.recipient == "dana@client.test" })
    }

    private func answer(_ text: String, to sent: Sent, _ world: World, proved: Bool = true) async throws -> Effects {
        var mail = MailText()
        mail.body = text
        mail.messageID = "\(text.utf8.count)-\(sent.letter.id)@client.test"
        if !proved { mail.results = [] }
        return try await world.receive(mail.bytes(sent.secret(at: world.mailbox)))
    }

    @Test func `an invoice comes with its file`() async throws {
        let world = try await world([Self.two[0]])
        let sent = try toDana(try await world.send())
        try expectMail(sent, "invoice")
        let file = try #require(sent.message.attachments.last)
        #expect(file.fileName == "INV-12.pdf" && file.contentType.mimeType == "application/pdf")
        #expect(file.decodedBytes().starts(with: Array("%PDF-1.".utf8)))
    }

    @Test func `the list is answered by number with the way to pay, and names what is asked for`() async throws {
        let world = try await world(Self.two)
        let first = try toDana(try await world.send())
        #expect(try await answer("INVOICES", to: first, world).outcomes == [.done(.item(.listMailed(.invoices)))])
        let list = try toDana(try await world.send())
        try expectMail(list, "invoices")
        #expect(try await answer("PAY 2", to: list, world).outcomes == [.done(.item(.paymentLinkMailed("INV-13")))])
        try expectMail(try toDana(try await world.send()), "invoice-payment")
        #expect(
            try await answer("PAY inv-12", to: list, world).outcomes == [.done(.item(.paymentLinkMailed("INV-12")))])
        #expect(try toDana(try await world.send()).plain.contains("https://pay.example/?ref=INV-12&amount=1857.90"))
        #expect(try await answer("PAY INV-99", to: list, world).outcomes == [.refused(.item(.noSuchThing("INV-99")))])
        #expect(try await answer("PAY 3", to: list, world).outcomes == [.refused(.item(.noSuchNumber(3)))])
        #expect(try await answer("PAY", to: list, world).outcomes == [.refused(.item(.numberNeeded))])
    }

    @Test func `the way to pay goes to whom the address is for, also where their mail proves nothing`() async throws {
        let world = try await world([Self.two[0]])
        let sent = try toDana(try await world.send())
        #expect(
            try await answer("PAY", to: sent, world, proved: false).outcomes
                == [.done(.item(.paymentLinkMailed("INV-12")))])
        #expect(try await world.send().map(\.recipient) == ["dana@client.test"])
    }

    @Test func `GET brings the invoice as a file, or a link where the mail proves nothing`() async throws {
        let world = try await world(Self.two)
        let first = try toDana(try await world.send())
        #expect(try await answer("GET INV-12", to: first, world).outcomes == [.done(.item(.mailed))])
        let sent = try toDana(try await world.send())
        try expectMail(sent, "invoice-asked")
        #expect(sent.message.attachments.last?.fileName == "INV-12.pdf")
        #expect(try await answer("GET INV-13", to: first, world, proved: false).outcomes == [.needsConfirmation])
        let linked = try toDana(try await world.send())
        #expect(linked.message.attachments.isEmpty && linked.plain.contains("/projects/1/invoices/2"))
        #expect(try await answer("GET invoice", to: first, world).outcomes == [.done(.item(.mailed))])
        #expect(try await answer("GET INV-99", to: first, world).outcomes == [.refused(.notFound)])
    }

    @Test func `a file that configuration names goes along instead of one that is made`() async throws {
        let world = try await World()
        _ = try await world.danaIsAsked()
        let bytes = Array("%PDF-1.4 given".utf8)
        let file = FileContent(
            name: "Invoice 12.pdf", contentType: "application/pdf", size: Int64(bytes.count),
            digest: try world.portal.contents.put(bytes))
        try await world.apply(.acme.with { $0.items = [Self.invoice("INV-12", "First half", price: 5, file: file)] })
        let sent = try toDana(try await world.send())
        #expect(sent.message.attachments.map { $0.decodedBytes() } == [bytes])
        #expect(sent.plain.contains("attached as Invoice 12.pdf"))
    }

    @Test func `money that came is told to clients and staff`() async throws {
        let world = try await world([Self.two[0]])
        try await world.send()
        let invoice = try #require(try world.portal.invoice("INV-12", of: "acme"))
        _ = try await world.portal.perform(
            [.item(.invoice(.markPaid(invoice.id, in: invoice.project)))], for: .administrator, because: world.press())
        let sent = try await world.send()
        try expectMail(try toDana(sent), "invoice-paid")
        try expectMail(sent.last { $0.recipient == "ana@acme.test" }, "invoice-paid-staff")
    }

    @Test func `a payment in doubt is told to staff`() async throws {
        let world = try await World(paymentSecrets: PaymentSecrets(["acme": "secret"]))
        _ = try await world.danaIsAsked()
        try await world.apply(.acme.with { $0.items = [Self.two[0]] })
        try await world.send()
        let time = world.portal.now.seconds
        let signed = SHA256.authentication(of: Array("\(time).".utf8), key: Array("secret".utf8))
        let evidence = PaymentEvidence(signature: "t=\(time),v1=\(Hexadecimal.text(signed))", body: [])
        let report = PaymentReport(payment: "pi_3Mt", number: "INV-12", amount: Money(minor: 1, .euro))
        _ = try await world.portal.perform(
            [.item(.invoice(.reported(report)))], for: .paymentService(evidence, organization: "acme"),
            because: .paymentEvent("evt_1", organization: "acme"))
        let sent = try await world.send()
        #expect(sent.map(\.recipient) == ["ana@acme.test"])
        try expectMail(sent.last, "payment-doubtful")
    }

    @Test func `one that was cancelled before it went out is not sent any more`() async throws {
        let world = try await world([Self.two[0]])
        guard case .invoice(var settings) = Self.two[0] else { throw Unexpected() }
        settings.cancelled = true
        try await world.apply(.acme.with { $0.items = [.invoice(settings)] })
        let sent = try await world.send()
        #expect(sent.filter { $0.recipient == "dana@client.test" }.count == 1)
        try expectMail(try toDana(sent), "invoice-cancelled")
    }
}
