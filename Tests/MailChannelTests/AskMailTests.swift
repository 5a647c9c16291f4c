import MailChannel
import MailFormat
import PortalCore
import TestGround
import Testing

/// What asks for something within five minutes is one mail, which every kind of thing is answered in.
@Suite(.serialized)
struct AskMailTests {
    private static let items: [ItemSettings] = [
        .toDo(
            ToDoSettings(
                project: "rebrand", name: "photos", title: "Send us photos", details: "", assignee: .dana,
                due: "2026-09-25")),
        .event(
            EventSettings(
                project: "rebrand", starts: LocalTime("2026-12-12T18:00")!, ends: nil, place: "The Mill", details: "",
                asksAtOnce: true)),
        .form(
            QuestionnaireSettings(
                project: "rebrand", name: "brief", title: "The launch", details: "", due: nil, isLocked: false,
                questions: [Question(text: "How many people come?", kind: .number(from: 1, to: 300), isRequired: true)]
            )),
        .invoice(
            InvoiceSettings(
                project: "rebrand", name: "INV-12", title: "First half", date: "2026-09-21", due: "2026-10-05",
                currency: .euro,
                lines: InvoiceLines([InvoiceLine(text: "Logo", quantity: 1000, unitPrice: 120_000, tax: 2000)!])!)),
        .document(
            DocumentSettings(
                project: "rebrand", name: "contract", title: "Contract & terms", kind: .contract, version: 1,
                file: FileContent(
                    name: "contract.pdf", contentType: "application/pdf", size: 120_000,
                    digest: ContentDigest(of: [1])), signers: [.dana])),
    ]

    /// Dana accepts, and gets one mail about everything.
    private func gathered() async throws -> (World, [Sent]) {
        let acme = DesiredOrganization.acme.with {
            $0.items = Self.items
            $0.settings.payments.link = PaymentLink("https://pay.example/?ref={number}&amount={amount}")
        }
        let world = try await World(acme, together: .minutes(5))
        let project = try #require(try world.portal.project("rebrand", of: "acme")).id
        let guest = try #require(NewGuest(name: "Dana", address: .dana))
        _ = try await world.portal.perform(
            [.item(.guest(.add(GuestTable(guests: [guest]), in: project)))], for: .staff(.ana, organization: "acme"),
            because: world.press())
        try await world.danaAccepts()
        return (world, try await world.send().filter { $0.recipient == "dana@client.test" })
    }

    @Test func `one mail lists every kind, and says how each is answered`() async throws {
        let (_, sent) = try await gathered()
        #expect(sent.count == 1)
        try expectMail(sent.first, "digest-all")
    }

    @Test func `each kind is answered by its number`() async throws {
        let (world, sent) = try await gathered()
        var mail = MailText()
        mail.body = "APPROVE 1\r\nDONE 2\r\nYES 3\r\nPAY 5\r\nSIGN 6"
        let effects = try await world.receive(mail.bytes(try #require(sent.first).secret(at: world.mailbox)))
        #expect(
            effects.outcomes == [
                .done(.decided(DeliverableID(number: 1), version: 3, .approved)),
                .done(.item(.toDosDone(["Send us photos"]))),
                .done(.item(.guestAnswered("Dana", .yes, party: 1))),
                .done(.item(.paymentLinkMailed("INV-12"))),
                .done(.item(.signingOpened("Contract & terms"))),
            ])
    }
}
