import MailFormat
import PortalCore
import Testing

/// UNDO by mail, and what CM-28 and OB-10 of `security/cases.md` ask.
struct UndoTests {
    private func reply(_ body: String, _ number: Int) -> MailText {
        var mail = MailText()
        mail.body = body
        mail.messageID = "m\(number)@client.test"
        return mail
    }

    private func toDana(_ sent: [Sent]) throws -> Sent {
        try #require(sent.last { $0.recipient == "dana@client.test" })
    }

    @Test(arguments: ["UNDO", "undo.", "Rückgängig", "UNDO\r\n\r\n> Your decision …"])
    func `the receipt says how, and a reply to it takes the decision back`(_ words: String) async throws {
        let world = try await World()
        _ = try await world.receive(reply("APPROVE", 1).bytes(world.danaIsAsked()))
        let sent = try await world.send()
        let receipt = try toDana(sent)
        #expect(receipt.plain.contains("back until 16:23 (Europe/Berlin)"))
        #expect(receipt.plain.contains("the single word UNDO"))
        #expect(receipt.plain.contains("https://portal.acme.test/u/"))
        let news = try #require(sent.last { $0.recipient == "ana@acme.test" })
        #expect(news.plain.contains("Dana can take this back until 16:23 (Europe/Berlin)"))
        let effects = try await world.receive(reply(words, 2).bytes(receipt.secret(at: world.mailbox)))
        #expect(effects.outcomes.count == 1 && effects.words == [.undo], "\(effects.outcomes)")
        let told = try await world.send()
        #expect(try toDana(told).plain.contains("is taken back. It waits for your decision again."))
        #expect(try toDana(told).plain.contains("the single word APPROVE"))
        let ana = try #require(told.last { $0.recipient == "ana@acme.test" })
        #expect(ana.plain.contains("Dana took back the decision about version 3"))
    }

    @Test func `a reply to the notice that asked does the same, and its words are a message`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        _ = try await world.receive(reply("APPROVE", 1).bytes(secret))
        let effects = try await world.receive(reply("UNDO\r\n\r\nSorry, that was the wrong mail.", 2).bytes(secret))
        #expect(effects.words == [.undo, .post], "\(effects.outcomes)")
    }

    @Test(arguments: ["undo this please, if you can", "I would like to undo my approval", "APPROVE\r\nUNDO"])
    func `no ordinary sentence takes anything back`(_ words: String) async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        _ = try await world.receive(reply("APPROVE", 1).bytes(secret))
        let effects = try await world.receive(reply(words, 2).bytes(secret))
        #expect(!effects.words.contains(.undo), "\(effects.outcomes)")
    }

    @Test func `CM-28: REVISE five minutes after APPROVE takes its place, and both are on record`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        _ = try await world.receive(reply("APPROVE", 1).bytes(secret))
        try await world.send()
        world.pass(.minutes(5))
        let effects = try await world.receive(reply("REVISE: a darker blue", 2).bytes(secret))
        #expect(effects.words == [.execute])
        let sent = try await world.send()
        #expect(try toDana(sent).plain.contains("takes the place of what you decided before (approved)"))
        let news = try #require(sent.last { $0.recipient == "ana@acme.test" })
        #expect(news.plain.contains("It takes the place of the decision before (approved)"))
        let decisions = try world.portal.history(newest: 9).map(\.command).filter { $0.hasPrefix("decide") }
        #expect(decisions == ["decide approved", "decide revision-requested"])
        #expect(try await world.receive(reply("UNDO", 3).bytes(secret)).words == [.undo])
    }

    @Test func `after ten minutes a decision is final, and the answer says so`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        _ = try await world.receive(reply("APPROVE", 1).bytes(secret))
        world.pass(MadeDecision.undoWindow)
        #expect(try await world.receive(reply("UNDO", 2).bytes(secret)).words == [.refuse])
        let sent = try await world.send()
        #expect(try toDana(sent).plain.contains("yours was final at 16:23 (Europe/Berlin)"))
        #expect(!sent.contains { $0.plain.contains("/u/") || $0.plain.contains("can take this back") })
    }

    @Test func `a mail without evidence gets the page instead`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        _ = try await world.receive(reply("APPROVE", 1).bytes(secret))
        try await world.send()
        var weak = reply("UNDO", 2)
        weak.results = []
        #expect(try await world.receive(weak.bytes(secret)).words == [.confirm])
        let sent = try await world.send()
        #expect(sent.map(\.recipient) == ["dana@client.test"])
        #expect(sent[0].plain.contains("so nothing was changed yet"))
    }

    @Test func `where decisions by mail are off, no mail offers them, and APPROVE is told so`() async throws {
        let world = try await World(.acme.with { $0.settings.decisionsByMail = .off })
        try await world.danaAccepts()
        let asked = try toDana(try await world.send())
        #expect(!asked.plain.contains("APPROVE"))
        #expect(try await world.receive(MailText().bytes(asked.secret(at: world.mailbox))).words == [.refuse])
        let receipt = try toDana(try await world.send())
        #expect(receipt.plain.contains("decisions are made on the portal's page only"))
        #expect(!receipt.plain.contains("the single word APPROVE"))
    }

    @Test func `OB-10: every mail says that it is automatic, has its own reply address and one recipient`() async throws
    {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        let bodies = ["APPROVE", "UNDO", "Hello", "REVISE: more", "APPROVE but…"]
        for (number, body) in bodies.enumerated() {
            _ = try await world.receive(reply(body, number).bytes(secret))
        }
        let sent = try await world.send()
        var replies: Set<String> = []
        var identifiers: Set<String> = []
        for mail in sent {
            let header = mail.message.header
            #expect(["auto-generated", "auto-replied"].contains(header.first("Auto-Submitted")?.text))
            #expect(header.first("X-Auto-Response-Suppress")?.text == "All")
            #expect(header.all(named: "Date").count == 1)
            #expect(header.all(named: "To").count == 1 && header.first("To")?.text.contains(mail.recipient) == true)
            #expect(header.first("Cc") == nil && header.first("Bcc") == nil)
            replies.insert(try #require(header.first("Reply-To")?.text))
            identifiers.insert(try #require(mail.message.messageID?.text))
        }
        #expect(sent.count >= 6 && replies.count == sent.count && identifiers.count == sent.count)
    }
}
