import MailChannel
import MailFormat
import PortalCore
import TestGround
import Testing

/// To-dos by mail: the list that asks, the answer by number, and what everybody hears of it.
@Suite(.serialized)
struct ToDoMailTests {
    private static let items = [("photos", "Send us photos"), ("names", "Find a name"), ("old", "Send the old logo")]
        .map {
            ItemSettings.toDo(
                ToDoSettings(
                    project: "rebrand", name: $0.0, title: $0.1,
                    details: $0.0 == "photos" ? "The big ones, please." : "",
                    assignee: .dana, due: $0.0 == "old" ? nil : "2026-10-02"))
        }

    /// Dana is in, and the mail that lists her to-dos lies before her.
    private func asked(_ world: World) async throws -> Sent {
        _ = try await world.danaIsAsked()
        try await world.apply(.acme.with { $0.items = Self.items })
        return try #require(try await world.send().last { $0.recipient == "dana@client.test" })
    }

    @Test func `a list, its receipt and the news for staff`() async throws {
        let world = try await World()
        let asked = try await asked(world)
        try expectMail(asked, "todos")
        var mail = MailText()
        mail.body = "DONE 1, 3"
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(effects.outcomes == [.done(.item(.toDosDone(["Send us photos", "Send the old logo"])))])
        let sent = try await world.send()
        try expectMail(sent.last { $0.recipient == "ana@acme.test" }, "todos-done")
        try expectMail(sent.last { $0.recipient == "dana@client.test" }, "todos-receipt")
    }

    @Test func `a number that is not in the list changes nothing, and says so`() async throws {
        let world = try await World()
        var mail = MailText()
        mail.body = "DONE 4"
        let effects = try await world.receive(mail.bytes(asked(world).secret(at: world.mailbox)))
        #expect(effects.outcomes == [.refused(.item(.noSuchNumber(4)))])
        #expect(effects.owed.count == 1)
    }

    @Test func `words close to DONE are a message, and where to-dos were listed their writer hears how it is written`()
        async throws
    {
        let world = try await World()
        let listed = try await asked(world).secret(at: world.mailbox)
        var mail = MailText()
        mail.body = "All done"
        let effects = try await world.receive(mail.bytes(listed))
        #expect(effects.words == [.post, .refuse])
        #expect(effects.outcomes.contains(.refused(.item(.unread("DONE")))))
        mail.messageID = "m2@client.test"
        #expect(try await world.receive(mail.bytes(world.anaWrites())).words == [.post])
    }

    @Test func `without evidence for the sender nothing is ticked off, and its page is mailed`() async throws {
        let world = try await World()
        let secret = try await asked(world).secret(at: world.mailbox)
        var mail = MailText()
        mail.body = "DONE 2"
        mail.results = []
        #expect(try await world.receive(mail.bytes(secret)).outcomes == [.needsConfirmation])
        try expectMail(try await world.send().last { $0.recipient == "dana@client.test" }, "todos-on-page")
        mail.messageID = "m2@client.test"
        let again = try await world.receive(mail.bytes(secret))
        #expect(again.outcomes == [.needsConfirmation])
        #expect(again.owed.isEmpty, "the page is mailed once an hour")
    }

    @Test func `somebody else's mail ticks off nothing`() async throws {
        let world = try await World()
        var mail = MailText()
        mail.body = "DONE 2"
        mail.from = ["From: Eve <eve@evil.test>"]
        let effects = try await world.receive(mail.bytes(asked(world).secret(at: world.mailbox)))
        #expect(effects.filing == .quarantine)
        #expect(effects.owed.isEmpty)
    }
}
