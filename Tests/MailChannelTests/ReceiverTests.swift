import MailChannel
import MailFormat
import PortalCore
import Testing

struct ReceiverTests {
    private func message(_ number: Int) -> MailText {
        var mail = MailText()
        mail.messageID = "m\(number)@client.test"
        mail.body = "message \(number)"
        return mail
    }

    @Test func `a batch is carried out side by side, mails to one address in their order`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        let other = try await world.anaWrites()
        var mails: [[UInt8]] = []
        for number in 0..<20 {
            mails.append(message(number).bytes(secret))
            mails.append(message(100 + number).bytes(number % 2 == 0 ? other : world.portal.freshSecret()))
        }
        let filings = try await world.receiver.receive(mails)
        #expect(filings.enumerated().allSatisfy { ($0.offset % 4 == 3) == ($0.element == .quarantine) })
        let posted = try await world.send().filter { $0.recipient == "ana@acme.test" }.map(\.plain)
        let order = (0..<20).compactMap { number in posted.firstIndex { $0.contains("    message \(number) ") } }
        #expect(order.count == 20 && order == order.sorted())
    }

    @Test func `a mail that was kept before a crash is carried out after it, once`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        let bytes = MailText().bytes(secret)
        let kept = try await world.portal.keep(
            bytes, identity: MailFormat.Message(bytes).digestInput(), sender: "", subject: "")
        #expect(try world.portal.inboxState(of: kept) == .kept)
        try await world.receiver.resume()
        #expect(try world.portal.inboxState(of: kept) == .settled)
        #expect(try world.portal.history(newest: 1).last?.command == "decide approved")
        let owed = try world.portal.outbox(newest: 100).count
        try await world.receiver.resume()
        #expect(try await world.receiver.receive([bytes]) == [.processed])
        #expect(try world.portal.outbox(newest: 100).count == owed)
    }

    @Test(arguments: [
        "APPROVE", "REVISE: too thin", "REJECT", "APPROVE\r\n\r\nThank you.", "Hello there", "UNDO", "LOGIN", "STATUS",
        "DONE 1", "SIGN 1", "MUTE", "FILES", "Approve, but thinner", "REQUEST a car", "GUEST ADD Kim <kim@guest.test>",
    ])
    func `what would come of a mail is what comes of it`(body: String) async throws {
        let world = try await World()
        var mail = MailText()
        mail.body = body
        let bytes = mail.bytes(try await world.danaIsAsked())
        let reading = world.receiver.reading(of: MailFormat.Message(bytes))
        let history = try world.portal.history(newest: 1000).count
        let expected = try await world.receiver.rehearse(reading).map(\.withoutNumbers)
        #expect(try world.portal.history(newest: 1000).count == history)
        #expect(try world.portal.inbox(newest: 1).isEmpty)
        #expect(try await world.receive(bytes).outcomes.map(\.withoutNumbers) == expected)
    }

    @Test func `a copy that keeps its signature has no second effect, also once it was taken back`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        var mail = MailText()
        #expect(try await world.receive(mail.bytes(secret)).words == [.execute])
        var undo = MailText()
        undo.body = "UNDO"
        undo.messageID = "undo@client.test"
        #expect(try await world.receive(undo.bytes(secret)).words == [.undo])
        let owed = try world.portal.outbox(newest: 1000).count
        for copy in ["X-Any: 1", "X-Forwarded-To: c@client.test", "References: <a@client.test>", "Comments: hello"] {
            mail.below = [copy]
            _ = try await world.receiver.receive([mail.bytes(secret)])
        }
        mail.body = "APPROVE  \r\n\r\n\r\n"
        _ = try await world.receiver.receive([mail.bytes(secret)])
        #expect(try world.portal.history(newest: 100).filter { $0.command == "decide approved" }.count == 1)
        #expect(try world.portal.outbox(newest: 1000).count == owed)
    }

    @Test(arguments: ["replies@acme.test", "Replies@ACME.test", "replies+abc@acme.test"])
    func `nobody is asked or let in at our own address`(address: String) async throws {
        let world = try await World()
        let own = try #require(EmailAddress(address))
        let project = try #require(try world.portal.project("rebrand", of: "acme")).id
        let guests = GuestTable(guests: [try #require(NewGuest(name: "Me", address: own))])
        let outcomes = try await world.portal.perform(
            [.item(.guest(.add(guests, in: project))), .item(.people(.invite(NewClient(own))))],
            for: .staff(.ana, organization: "acme"), because: world.press())
        let refused = Outcome.refused(.item(.ownMailbox(own.text)))
        #expect(outcomes == [refused, refused])
        #expect(
            try await world.send().allSatisfy {
                !$0.recipient.hasPrefix("replies") && !$0.recipient.hasPrefix("Replies")
            })
    }

    @Test func `the same mail twice in one batch is one`() async throws {
        let world = try await World()
        let bytes = MailText().bytes(try await world.danaIsAsked())
        #expect(try await world.receiver.receive([bytes, bytes]) == [.processed, .processed])
        #expect(try world.portal.history(newest: 100).filter { $0.command == "decide approved" }.count == 1)
    }

    @Test func `CF-13: two mails that differ by one byte are two`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        _ = try await world.receiver.receive([message(1).bytes(secret), message(2).bytes(secret)])
        #expect(try world.portal.history(newest: 100).filter { $0.command == "message" }.count == 2)
    }

    @Test(
        arguments: [[], [13, 10], [0], Array("APPROVE".utf8), Array("From: x".utf8), [255, 254, 10, 10, 0]] as [[UInt8]]
    )
    func `PB-20: any bytes are a mail, and one without an address is kept for staff`(_ bytes: [UInt8]) async throws {
        let world = try await World()
        #expect(try await world.receiver.receive([bytes]) == [.quarantine])
    }

    @Test func `a reply to a mail that was about nothing is kept for staff`() async throws {
        let world = try await World(
            .acme.with {
                $0.projects = []; $0.deliverables = []
            })
        let invitation = try #require(try await world.send().first)
        let effects = try await world.receive(MailText().bytes(invitation.secret(at: world.mailbox)))
        #expect(effects.holds == [.nothingToReplyTo])
    }

    @Test func `staff who write "approved" to a client decide nothing and are not told off`() async throws {
        let world = try await World()
        var mail = MailText()
        mail.body = "Is version 3 final?"
        _ = try await world.receive(mail.bytes(world.danaIsAsked()))
        let toAna = try #require(try await world.send().first { $0.recipient == "ana@acme.test" })
        var answer = MailText()
        answer.results = ["mx.acme.test; dmarc=pass header.from=acme.test"]
        answer.from = ["From: Ana <ana@acme.test>"]
        answer.messageID = "a1@acme.test"
        answer.body = "Approved by our printer, yes."
        #expect(try await world.receive(answer.bytes(toAna.secret(at: world.mailbox))).words == [.post])
        let sent = try await world.send()
        #expect(sent.contains { $0.recipient == "dana@client.test" && $0.plain.contains("Approved by our printer") })
    }
}

extension Outcome {
    /// As it reads, whatever numbers things were given.
    fileprivate var withoutNumbers: String { "\(self)".replacing(/\d+/, with: "n") }
}
