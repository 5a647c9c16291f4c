import MailFormat
import PortalCore
import TestGround
import Testing

/// INVITE and TEST, as staff ask for them by mail.
@Suite(.serialized)
struct StaffMailTests {
    private static let ben = EmailAddress("ben@acme.test")!

    private static let organization = DesiredOrganization.acme.with {
        $0.people.append(.init(address: ben, name: "Ben", role: .member, locale: nil, notified: true, admitted: true))
        $0.projects[0].people.append(ben)
    }

    private func mail(_ body: String, from: EmailAddress, _ number: Int = 1, proven: Bool = true) -> MailText {
        var mail = MailText()
        mail.body = body
        mail.messageID = "s\(number)@acme.test"
        mail.from = ["From: \(from.text)"]
        mail.results =
            proven ? ["mx.acme.test; dkim=pass header.d=acme.test; dmarc=pass header.from=acme.test"] : []
        return mail
    }

    /// The reply address of the newest mail to somebody of the staff.
    private func notice(to address: EmailAddress, _ world: World) async throws -> Secret {
        let dana = try await world.danaIsAsked()
        var words = MailText()
        words.body = "Hello"
        _ = try await world.receive(words.bytes(dana))
        return try #require(try await world.send().last { $0.recipient == address.text }).secret(at: world.mailbox)
    }

    @Test(
        "INVITE lets nobody in: an owner is mailed the page where it is filled in", arguments: [true, false])
    func invite(proven: Bool) async throws {
        let world = try await World(Self.organization)
        let ana = try await notice(to: .ana, world)
        let body = "INVITE kim@client.test TO rebrand"
        let effects = try await world.receive(mail(body, from: .ana, proven: proven).bytes(ana))
        #expect(effects.outcomes == [.needsConfirmation])
        let sent = try await world.send()
        #expect(sent.map(\.recipient) == ["ana@acme.test"])
        try expectMail(sent[0], "invitation-asked")
        #expect(!sent[0].plain.contains("kim"))
        #expect(try world.portal.clients(of: "acme")?.count == 1)
        guard case .item(.staff(.invitationAsked(let asked))) = sent[0].content else { throw Unexpected() }
        #expect(asked.address == EmailAddress("kim@client.test") && asked.project == ProjectID(number: 1))
    }

    @Test("a member's INVITE is answered with who may; one into nowhere says so; a client's is a message")
    func refused() async throws {
        let world = try await World(Self.organization)
        let ben = try await notice(to: Self.ben, world)
        let effects = try await world.receive(mail("INVITE kim@client.test", from: Self.ben).bytes(ben))
        #expect(effects.outcomes == [.refused(.item(.onlyAdmins))])
        try expectMail(try await world.send().last, "invite-refused")
        let ana = try await world.anaIsTold()
        let nowhere = try await world.receive(mail("INVITE kim@client.test TO nowhere", from: .ana, 2).bytes(ana))
        #expect(nowhere.outcomes == [.refused(.item(.noSuchThing("nowhere")))])
        var client = MailText()
        client.body = "INVITE kim@client.test"
        client.messageID = "dana@client.test"
        let posted = try await world.receive(client.bytes(try await world.anaWrites()))
        #expect(posted.words == [.post])
        #expect(try world.portal.clients(of: "acme")?.count == 1)
    }

    @Test("TEST mails what a client would read; the answer, whatever it says, comes back as a receipt")
    func test() async throws {
        let world = try await World(Self.organization)
        let ana = try await notice(to: .ana, world)
        #expect(try await world.receive(mail("TEST", from: .ana).bytes(ana)).outcomes == [.done(.item(.mailed))])
        let sent = try await world.send()
        #expect(sent.map(\.recipient) == ["ana@acme.test"])
        try expectMail(sent[0], "test")
        let reply = try sent[0].secret(at: world.mailbox)
        let answer = try await world.receive(mail("Got it. Approve?", from: .ana, 2).bytes(reply))
        #expect(answer.outcomes == [.done(.item(.testAnswered(verified: true)))])
        try expectMail(try await world.send().first, "test-receipt")
        let unproven = try await world.receive(mail("Once more", from: .ana, 3, proven: false).bytes(reply))
        #expect(unproven.outcomes == [.done(.item(.testAnswered(verified: false)))])
        let stranger = try await world.receive(mail("Hello", from: Self.ben, 4).bytes(reply))
        #expect(!stranger.holds.isEmpty)
    }
}

extension World {
    /// Dana writes, and Ana's notice of it is answered.
    fileprivate func anaIsTold() async throws -> Secret {
        var words = MailText()
        words.body = "One more thing"
        words.messageID = "more@client.test"
        _ = try await receive(words.bytes(try await anaWrites()))
        return try #require(try await send().last { $0.recipient == "ana@acme.test" }).secret(at: mailbox)
    }
}
