import MailChannel
import MailFormat
import PortalCore
import TestGround
import Testing

/// What waits for somebody, in one mail; and the absence that keeps it back.
@Suite(.serialized)
struct ReminderMailTests {
    private static let items = [
        ItemSettings.toDo(
            ToDoSettings(
                project: "rebrand", name: "photos", title: "Send us photos", details: "", assignee: .dana,
                due: "2026-09-22"))
    ]

    @Test func `a digest lists all that waits`() async throws {
        let world = try await World()
        _ = try await world.danaIsAsked()
        try await world.apply(
            .acme.with {
                $0.items = Self.items
                $0.deliverables[0].due = "2026-09-24"
            })
        try await world.send()
        try await world.portal.remind()
        let digest = try #require(try await world.send().last { $0.recipient == "dana@client.test" })
        try expectMail(digest, "digest")
        var mail = MailText()
        mail.body = "DONE 2"
        let effects = try await world.receive(mail.bytes(digest.secret(at: world.mailbox)))
        #expect(effects.outcomes == [.done(.item(.toDosDone(["Send us photos"])))])
    }

    @Test func `an automatic answer with a day of return keeps reminders back`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        var mail = MailText()
        mail.above = ["Auto-Submitted: auto-replied"]
        mail.subject = ["Subject: Out of office"]
        mail.body = "I am out of the office and back on 28 September 2026."
        let effects = try await world.receive(mail.bytes(secret))
        #expect(effects.outcomes == [.done(.automaticReplyNoted)])
        try await world.portal.remind()
        #expect(
            try world.portal.outbox(newest: 100).allSatisfy {
                if case .item(.digest) = $0.notice { false } else { true }
            })
    }
}
