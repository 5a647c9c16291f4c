import MailChannel
import PortalCore
import Testing

/// `security/cases.md`, LP-11: reports of mail services about what their users called unwanted.
@Suite(.serialized)
struct ComplaintTests {
    private static func complaint(_ type: String, _ number: Int = 1) -> MailText {
        var mail = MailText()
        mail.messageID = "arf\(number)@mailbox.test"
        mail.results = []
        mail.from = ["From: Complaints <fbl@mailbox.test>"]
        mail.content = ["Content-Type: multipart/report; report-type=feedback-report; boundary=b"]
        mail.body = [
            "--b", "", "This is an abuse report.", "--b", "Content-Type: message/feedback-report", "",
            "Feedback-Type: \(type)", "User-Agent: Mailbox/1", "Version: 1", "--b",
            "Content-Type: message/rfc822", "", "From: Acme Studio <replies@acme.test>", "Subject: x", "", "x", "--b--",
        ].joined(separator: "\r\n")
        return mail
    }

    private static let silent = Outcome.done(.item(.notificationsSet(false)))

    @Test func `LP-11: an abuse report ends news as its own button does, staff hear of it once, UNMUTE takes it back`()
        async throws
    {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        #expect(try await world.receive(Self.complaint("abuse").bytes(secret)).outcomes == [Self.silent])
        let told = try await world.send()
        #expect(told.map(\.recipient) == ["ana@acme.test"])
        try expectMail(told.first, "complaint")
        #expect(try await world.receive(Self.complaint("abuse", 2).bytes(secret)).outcomes == [Self.silent])
        #expect(try await world.send().isEmpty)
        let project = try #require(try world.portal.project("rebrand", of: "acme"))
        func danaHears(_ text: String) async throws -> Bool {
            _ = try await world.portal.perform(
                [.postMessage(NewMessage(project: project.id, text: text, attachments: []))],
                for: .staff(.ana, organization: "acme"), because: world.press())
            return try await world.send().contains { $0.recipient == "dana@client.test" }
        }
        #expect(try await !danaHears("Are you there?"))
        var mail = MailText()
        mail.body = "UNMUTE"
        #expect(try await world.receive(mail.bytes(secret)).outcomes == [.done(.item(.notificationsSet(true)))])
        try await world.send()
        #expect(try await danaHears("Good to have you back."))
        #expect(try await world.receive(Self.complaint("opt-out", 3).bytes(secret)).outcomes == [Self.silent])
        #expect(try await world.send().map(\.recipient) == ["ana@acme.test"])
    }

    @Test(arguments: ["not-spam", "virus", "fraud", "other", "auth-failure", "x-unknown"])
    func `LP-11: any other report is noted, and moves nothing`(_ type: String) async throws {
        let world = try await World()
        let effects = try await world.receive(Self.complaint(type).bytes(world.danaIsAsked()))
        #expect(effects.words == [.noted] && effects.owed.isEmpty, "\(effects.outcomes)")
    }

    @Test func `LP-11: a report to an address that was never issued is kept, and nobody hears of it`() async throws {
        let world = try await World()
        _ = try await world.danaIsAsked()
        let effects = try await world.receive(Self.complaint("abuse").bytes(world.portal.freshSecret()))
        #expect(effects.words == [.quarantine] && effects.owed.isEmpty)
    }
}
