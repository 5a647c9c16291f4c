import MailFormat
import Testing

@testable import PortalCore

@Suite("LP-15: mails stop where too many of them come back")
struct SendingStopTests {
    @Test(
        "at more than one in five of at least twenty, from at least three addresses",
        arguments: [
            (mails: 200, bounced: 60, addresses: 60, stops: true), (200, 41, 41, true), (200, 40, 40, false),
            (20, 5, 5, true), (20, 4, 4, false), (19, 19, 19, false), (0, 0, 0, false), (100, 100, 2, false),
            (100, 100, 3, true),
        ])
    func rule(mails: Int, bounced: Int, addresses: Int, stops: Bool) {
        #expect(BounceCount(mails: mails, bounced: bounced, addresses: addresses).isTooMany == stops)
    }

    /// Two organizations with so many clients each, of whom each is mailed a portal link.
    private func world(clients: Int) async throws -> World {
        let world = try World()
        try await world.apply(
            DesiredPortal(
                organizations: ["acme", "beta"].map { slug in
                    var organization = DesiredOrganization.acme(slug)
                    organization.invitations = []
                    for number in 0..<clients {
                        let address = EmailAddress("c\(number)@\(slug)-client.test")!
                        organization.people.append(
                            .init(
                                address: address, name: "C\(number)", role: .client, locale: nil, notified: true,
                                admitted: true))
                        organization.links.append(
                            PortalLinkSettings(client: address, name: "own", code: nil, days: nil, notified: true))
                    }
                    return organization
                }))
        return world
    }

    /// Of acme's mails three in ten are refused.
    private func send(_ world: World, refused: Set<Int> = [1, 4, 7]) async throws -> [World.Posted] {
        try await world.post { letter in
            let address = letter.recipient.address.text
            guard address.hasSuffix("@acme-client.test"), let digit = address.prefix(while: { $0 != "@" }).last,
                refused.contains(digit.wholeNumberValue ?? 0)
            else { return .sent("250 ok") }
            return .rejected("550 no such user")
        }
    }

    private func states(_ world: World) throws -> [OutboxEntry.State: Int] {
        try world.portal.outbox(newest: 10_000).reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
    }

    @Test("30 % of a batch of 200: the rest waits, its owner is told once, another organization goes on")
    func batch() async throws {
        let world = try await world(clients: 200)
        let posted = try await send(world)
        let stopped = try #require(try world.portal.stoppedOrganizations().first)
        #expect(try world.portal.stoppedOrganizations().map(\.slug) == ["acme"])
        #expect(stopped.stop.count == BounceCount(mails: 20, bounced: 6, addresses: 6))
        #expect(stopped.waiting >= 180)
        #expect(posted.count { $0.letter.organization.settings.slug == "beta" } == 200)
        #expect(posted.count { $0.letter.recipient.address.text.hasSuffix("@acme-client.test") } == 20)
        let told = posted.filter { $0.entry.notice == .item(.staff(.sendingStopped)) }
        #expect(told.map(\.letter.recipient.name) == ["Ana"])
        #expect(try await send(world).isEmpty)
        #expect(try world.portal.nextMailDue() == nil && world.portal.dueMailOfEach(limit: 64).isEmpty)
        #expect(try states(world)[.dropped] == nil)
    }

    @Test("codes and links to sign in still go, to whoever asks for them")
    func signIn() async throws {
        let world = try await world(clients: 20)
        _ = try await send(world)
        #expect(try world.portal.stoppedOrganizations().count == 1)
        _ = try await world.portal.perform(
            [.askToSignIn(address: "ana@acme.test", browser: world.portal.freshSecret())],
            for: .visitor(organization: "acme"), because: world.press())
        #expect(try await send(world).map { $0.letter.content.signIn != nil } == [true])
    }

    @Test("resumed by hand nothing is lost, and only new bounces stop it again")
    func resumed() async throws {
        let world = try await world(clients: 200)
        _ = try await send(world)
        world.pass(.days(6))
        let outcome = try await resume(world, for: .administrator)
        guard case .done(.item(.sendingResumed(let waiting))) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(waiting >= 180)
        #expect(try await resume(world, for: .administrator) == .nothingToDo(.unchanged))
        let posted = try await send(world, refused: [])
        #expect(posted.count { $0.letter.recipient.address.text.hasSuffix("@acme-client.test") } == 180)
        #expect(try world.portal.stoppedOrganizations().isEmpty && world.portal.nextMailDue() == nil)
        // The six of the first twenty are forgiven: it takes one in five of what has gone out since.
        let failed = try world.portal.outbox(newest: 10_000).filter { $0.state == .failed }
        #expect(failed.count == 6)
        #expect(
            try world.portal.history(newest: 5).contains { $0.command == "resume-sending" && $0.organization == "acme" }
        )
    }

    @Test("what waited while mails were stopped has its five days from then on")
    func patience() async throws {
        let world = try await world(clients: 21)
        _ = try await send(world)
        world.pass(.days(6))
        _ = try await resume(world, for: .administrator)
        let entry = try #require(try world.portal.dueMails(limit: 1).first)
        let letter = try #require(try world.portal.letter(for: entry))
        let sealed = SealedLetter(id: entry.id, sender: "r@acme.test", recipient: "c@client.test", bytes: [1])
        try await world.portal.seal(sealed, of: letter, messageID: #require(MessageID("9@acme.test")), subject: "S")
        try await world.portal.settle(entry.id, .deferred("450 later"))
        #expect(try world.portal.outboxEntry(entry.id)?.state == .waiting)
    }

    @Test("mails that could not be handed over in five days say nothing of their addresses")
    func unreached() async throws {
        let world = try await world(clients: 30)
        for entry in try world.portal.dueMails(limit: 1_000) {
            let letter = try #require(try world.portal.letter(for: entry))
            let sealed = SealedLetter(
                id: entry.id, sender: "r@acme.test", recipient: letter.recipient.address.text, bytes: [1])
            try await world.portal.seal(
                sealed, of: letter, messageID: #require(MessageID("\(entry.id).9@acme.test")), subject: "S")
        }
        world.pass(.days(6))
        for entry in try world.portal.dueMails(limit: 1_000) where entry.state == .begun {
            try await world.portal.settle(entry.id, .deferred("no route to host"))
        }
        #expect(try #require(states(world)[.failed]) >= 60)
        #expect(try world.portal.stoppedOrganizations().isEmpty)
    }

    @Test("one person's reports stop nobody's mails")
    func onePerson() async throws {
        let world = try World()
        let (session, _) = try await world.danaComesIn()
        _ = session
        let project = try #require(try world.portal.project("rebrand", of: "acme"))
        for number in 0..<40 {
            _ = try await world.portal.perform(
                [.postMessage(NewMessage(project: project.id, text: "\(number)", attachments: []))],
                for: .staff(.ana, organization: "acme"), because: world.press())
        }
        _ = try await world.post { _ in .rejected("550 no such user") }
        #expect(try states(world)[.failed] ?? 0 >= 40)
        #expect(try world.portal.stoppedOrganizations().isEmpty)
    }

    @Test("only owners and admins of the organization resume it")
    func whoMay() async throws {
        let world = try await world(clients: 20)
        _ = try await send(world)
        let ben = EmailAddress("ben@acme.test")!
        #expect(try await resume(world, for: .staff(ben, organization: "acme")) == .refused(.item(.onlyAdmins)))
        #expect(try await resume(world, for: .staff(.ana, organization: "beta")) == .refused(.notFound))
        #expect(try await resume(world, "gamma", for: .administrator) == .refused(.notFound))
        #expect(try await resume(world, for: .visitor(organization: "acme")) == .refused(.notSignedIn))
        #expect(try world.portal.stoppedOrganizations().count == 1)
        guard case .done = try await resume(world, for: .staff(.ana, organization: "acme")) else {
            Issue.record("an owner may")
            return
        }
        #expect(try world.portal.stoppedOrganizations().isEmpty)
    }

    private func resume(_ world: World, _ slug: String = "acme", for claim: Claim) async throws -> Outcome {
        try #require(
            try await world.portal.perform(
                [.item(.sending(.resume(organization: slug)))], for: claim, because: world.press()
            ).first)
    }
}
