import MailChannel
import MailFormat
import PortalCore
import TestGround
import Testing

/// The mails about what is there to be looked at, and what comes of answers to them.
@Suite(.serialized)
struct ExhibitGoldenTests {
    private static func exhibit(_ name: String, _ title: String, _ content: ExhibitContent) -> ItemSettings {
        .exhibit(
            ExhibitSettings(
                project: "rebrand", name: name, title: title,
                details: "For the evening by the river.\nAll in one room.",
                content: content))
    }

    static func menu(_ soup: String = "Fish soup") -> ItemSettings {
        exhibit(
            "dinner", "Dinner",
            .menu(
                Menu(sections: [
                    .init(
                        title: "First",
                        dishes: [
                            .init(name: soup, details: "Cod & <fennel>.", marks: ["contains fish", "warm"]),
                            .init(name: "Bean stew", details: "", marks: ["vegan"]),
                        ]), .init(title: "To drink", dishes: [.init(name: "Cider", details: "", marks: [])]),
                ])))
    }

    static let day = exhibit(
        "day", "The day",
        .itinerary(
            Itinerary(entries: [
                .init(
                    start: LocalTime("2026-10-12T18:00")!, end: LocalTime("2026-10-12T19:30")!, title: "Dinner",
                    place: "The barn", note: "Bring a coat; it is cold."),
                .init(
                    start: LocalTime("2026-10-12T22:00")!, end: LocalTime("2026-10-13T01:00")!, title: "Dancing",
                    place: "", note: ""),
                .init(start: LocalTime("2026-10-13T10:00")!, end: nil, title: "Breakfast", place: "Terrace", note: ""),
            ])))

    private static let picture =
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP438DA0PAfAAqAAv+UN9SuAAAAAElFTkSuQmCC"

    /// A world where Dana is in, and is mailed about these.
    private func world(_ items: [ItemSettings]) async throws -> (World, Sent) {
        let world = try await World()
        try await world.danaAccepts()
        try await world.send()
        try await world.apply(.acme.with { $0.items = items })
        return (world, try #require(try await world.send().first { $0.recipient == "dana@client.test" }))
    }

    @Test func `a menu, its next version, and a comment on it`() async throws {
        let (world, menu) = try await world([Self.menu()])
        try expectMail(menu, "menu")
        try await world.apply(.acme.with { $0.items = [Self.menu("Pea soup")] })
        let next = try #require(try await world.send().first)
        #expect(next.plain.contains("this is version 2") && next.plain.contains("Pea soup"))
        #expect(next.message.subject == "Re: \(menu.message.subject ?? "")")
        var mail = MailText()
        mail.body = "Could we have it without cream?"
        let effects = try await world.receive(mail.bytes(menu.secret(at: world.mailbox)))
        #expect(effects.outcomes == [.done(.item(.commented("Dinner")))])
        let sent = try await world.send()
        try expectMail(sent.first { $0.recipient == "ana@acme.test" }, "comment")
        try expectMail(sent.first { $0.recipient == "dana@client.test" }, "receipt-comment")
    }

    @Test func `an itinerary with its calendar file`() async throws {
        let (_, sent) = try await world([Self.day])
        try expectMail(sent, "itinerary")
        let file = try #require(sent.message.files.first)
        #expect(file.contentType == "text/calendar" && file.name == "The day.ics")
        try expectGolden(String(decoding: file.decodedBytes(), as: UTF8.self), "itinerary.ics")
    }

    @Test func `pictures that answer a board's mail stand on it, with an itemized receipt`() async throws {
        let (world, board) = try await world([Self.exhibit("mood", "The mood", .board)])
        try expectMail(board, "board")
        var mail = MailText()
        mail.content = ["Content-Type: multipart/mixed; boundary=b"]
        mail.body =
            "--b\r\nContent-Type: text/plain\r\n\r\nLike this light.\r\n--b\r\nContent-Type: image/png; name=dawn.png\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n\(Self.picture)\r\n--b\r\n"
            + "Content-Type: application/pdf; name=notes.pdf\r\n\r\n%PDF\r\n--b--"
        let effects = try await world.receive(mail.bytes(board.secret(at: world.mailbox)))
        #expect(effects.outcomes == [.done(.item(.pinned("The mood", pictures: 1, others: 1)))])
        let sent = try await world.send()
        try expectMail(sent.first { $0.recipient == "ana@acme.test" }, "board-pictures")
        try expectMail(sent.first { $0.recipient == "dana@client.test" }, "receipt-pictures")
    }

    @Test func `a floor plan, and a picture of it that was drawn on`() async throws {
        let pieces = [FloorPlan.Piece(shape: .long, text: "Head", seats: 6, x: 300, y: 200, rotation: 90)]
        let hall = Self.exhibit("hall", "The hall", .floorPlan(FloorPlan(width: 600, height: 400, pieces: pieces)))
        let world = try await World(.acme.with { $0.settings.floorPlans = .edit })
        try await world.danaAccepts()
        try await world.send()
        try await world.apply(
            .acme.with {
                $0.settings.floorPlans = .edit
                $0.items = [hall]
            })
        let plan = try #require(try await world.send().first { $0.recipient == "dana@client.test" })
        try expectMail(plan, "floor-plan")
        try expectGolden(
            String(decoding: try #require(plan.message.files.first).decodedBytes(), as: UTF8.self), "floor-plan.svg")
        var mail = MailText()
        mail.content = ["Content-Type: multipart/mixed; boundary=b"]
        mail.body =
            "--b\r\nContent-Type: text/plain\r\n\r\nThe head of it here, please.\r\n--b\r\nContent-Type: image/png; name=plan.png\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n\(Self.picture)\r\n--b--"
        let effects = try await world.receive(mail.bytes(plan.secret(at: world.mailbox)))
        #expect(
            effects.outcomes == [
                .done(.item(.commented("The hall"))), .done(.item(.arranged("The hall", version: 2))),
            ])
        let sent = try await world.send()
        try expectMail(sent.last { $0.recipient == "ana@acme.test" }, "floor-plan-drawn")
        mail.results = []
        mail.messageID = "m2@client.test"
        let unproved = try await world.receive(mail.bytes(plan.secret(at: world.mailbox)))
        #expect(unproved.outcomes == [.done(.item(.commented("The hall"))), .needsConfirmation])
    }

    @Test func `GET menu mails it again, without a receipt besides`() async throws {
        let (world, sent) = try await world([Self.day])
        try await world.apply(.acme.with { $0.items = [Self.day, Self.menu()] })
        try await world.send()
        var mail = MailText()
        mail.body = "GET menu"
        _ = try await world.receive(mail.bytes(sent.secret(at: world.mailbox)))
        let answers = try await world.send()
        #expect(answers.map(\.recipient) == ["dana@client.test"])
        #expect(
            answers.first?.plain.contains("as you asked") == true && answers.first?.plain.contains("Bean stew") == true)
    }
}
