import MailFormat
import Testing

@testable import PortalCore

@Suite("A reply by mail")
struct ReplyTests {
    let world: World
    init() throws { world = try World() }

    func mail(_ number: Int) -> Cause { .mail(ContentDigest(of: Array("mail \(number)".utf8))) }

    @Test("decides once, is answered once, and staff are told")
    func decides() async throws {
        let asked = try await world.danaComesIn().asked
        let decision = world.decision(.approved, comment: "Lovely.")
        for _ in 0..<3 {
            _ = try await world.portal.perform(
                [.decide(decision)], for: .reply(asked.reply, .evidence()), because: mail(1))
        }
        guard case .decided(.approved, _, _) = try world.deliverable().state else {
            Issue.record("not approved")
            return
        }
        let posted = try await world.post()
        #expect(posted.filter { $0.entry.notice.receiptOutcomes != nil }.count == 1)
        #expect(
            posted.filter { if case .decisionMade = $0.entry.notice { true } else { false } }.map(
                \.letter.recipient.name) == ["Ana"])
        let history = try world.portal.history(newest: 100).filter { $0.command == "decide approved" }
        #expect(history.count == 1)
        #expect(history.first?.evidence == "reply pass dmarc")
    }

    @Test("for an older version decides nothing and is told so")
    func olderVersion() async throws {
        let asked = try await world.danaComesIn().asked
        var next = DesiredPortal.acme
        next.organizations[0].deliverables[0].version = 4
        try await world.apply(next)
        let outcomes = try await world.portal.perform(
            [.decide(world.decision(.approved, comment: "Lovely."))], for: .reply(asked.reply, .evidence()),
            because: mail(1))
        #expect(outcomes == [.refused(.newerVersion(shown: 3, current: 4))])
        #expect(try world.deliverable().state == .pending)
        let posted = try world.portal.database.read { try MessageRecord.newest(9, of: ProjectID(number: 1), in: $0) }
        #expect(posted.map(\.text) == ["Lovely."])
        let receipts = try await world.post().compactMap(\.entry.notice.receiptOutcomes)
        #expect(receipts == [[.refused(.newerVersion(shown: 3, current: 4))]])
    }

    @Test("without evidence for its sender becomes a page with two choices, at most one an hour")
    func confirmation() async throws {
        let asked = try await world.danaComesIn().asked
        let evidence = MailEvidence.evidence(.one(.dana), .none("no stamp"))
        for number in 1...3 {
            let outcomes = try await world.portal.perform(
                [.decide(world.decision(.approved))], for: .reply(asked.reply, evidence), because: mail(number))
            #expect(outcomes == [.needsConfirmation])
        }
        #expect(try world.deliverable().state == .pending)
        let secrets = try await world.post().compactMap(\.letter.content.confirmationSecret)
        #expect(secrets.count == 1)
        let secret = try #require(secrets.first)
        #expect(try world.portal.confirmationPage(secret)?.refusal == nil)
        let pressed = try await world.portal.perform(
            [.decide(world.decision(.rejected))], for: .confirmation(secret), because: world.press())
        #expect(pressed == [.done(.decided(DeliverableID(number: 1), version: 3, .rejected))])
        let again = try await world.portal.perform(
            [.decide(world.decision(.approved))], for: .confirmation(secret), because: world.press())
        #expect(again == [.refused(.alreadyUsed)])
    }

    @Test("of somebody else, with a forged trace, or to an unknown address is kept aside in silence")
    func held() async throws {
        let asked = try await world.danaComesIn().asked
        let claims: [(Claim, Hold)] = [
            (.reply(asked.reply, .evidence(.one(.lee))), .otherPerson("lee@client.test")),
            (.reply(asked.reply, .evidence(.one(.dana), .fail("dmarc"))), .authenticationFailed("dmarc")),
            (.reply(asked.reply, .evidence(.one(.dana), .forged("below"))), .forgedTrace("below")),
            (.reply(Secret(.reply, from: systemRandomness), .evidence()), .unknownReplyAddress),
        ]
        for (number, (claim, hold)) in claims.enumerated() {
            let outcomes = try await world.portal.perform(
                [.decide(world.decision(.approved))], for: claim, because: mail(number))
            #expect(outcomes == [.held(hold)])
        }
        #expect(try world.deliverable().state == .pending)
        #expect(try await world.post().isEmpty)
    }

    @Test("to a message's notice cannot decide, even with perfect evidence")
    func purpose() async throws {
        let session = try await world.danaComesIn().session
        let project = ProjectID(number: 1)
        _ = try await world.portal.perform(
            [.postMessage(NewMessage(project: project, text: "Hello", attachments: []))],
            for: .staff(.ana, organization: "acme"), because: .shell("1"))
        let notice = try #require(
            try await world.post().first { if case .newMessage = $0.entry.notice { true } else { false } })
        let outcomes = try await world.portal.perform(
            [.decide(world.decision(.approved))], for: .reply(notice.letter.reply, .evidence()), because: mail(1))
        #expect(outcomes == [.refused(.notFound)])
        #expect(try world.deliverable().state == .pending)
        #expect(try world.portal.projectPage(project, session, of: "acme")?.messages.map(\.text) == ["Hello"])
    }

    @Test("is refused politely while the portal is closed, and kept for staff")
    func closed() async throws {
        let asked = try await world.danaComesIn().asked
        var closed = DesiredPortal.acme
        closed.organizations[0].settings.portalOpen = false
        try await world.apply(closed)
        let kept = try await world.portal.keep(
            Array("raw".utf8), identity: Array("raw".utf8), sender: "d", subject: "s")
        let outcomes = try await world.portal.perform(
            [.decide(world.decision(.approved))], for: .reply(asked.reply, .evidence()), because: .mail(kept.digest))
        #expect(outcomes == [.refused(.portalClosed)])
        #expect(try world.portal.inboxState(of: kept) == .held)
        #expect(try await world.post().compactMap(\.entry.notice.receiptOutcomes) == [[.refused(.portalClosed)]])
    }

    @Test("that was held can be read again, until something came of it")
    func readAgain() async throws {
        let asked = try await world.danaComesIn().asked
        let kept = try await world.portal.keep(
            Array("raw".utf8), identity: Array("raw".utf8), sender: "d", subject: "s")
        let decide = [Command.decide(world.decision(.approved))]
        func read(_ cause: Cause, _ evidence: MailEvidence) async throws -> [Outcome] {
            try await world.portal.perform(decide, for: .reply(asked.reply, evidence), because: cause)
        }
        let failing = MailEvidence.evidence(.one(.dana), .fail("dmarc"))
        #expect(try await read(.mail(kept.digest), failing) == [.held(.authenticationFailed("dmarc"))])
        #expect(try await read(.mail(kept.digest), .evidence()) == [.nothingToDo(.alreadyDone)])
        let done = try await read(.heldMail(kept.digest, asked: "1"), .evidence())
        #expect(done == [.done(.decided(DeliverableID(number: 1), version: 3, .approved))])
        #expect(try world.portal.inboxState(of: kept) == .settled)
        #expect(try await read(.heldMail(kept.digest, asked: "2"), .evidence()) == [.nothingToDo(.alreadyDone)])
    }

    @Test("that bounces is booked to its invitation, and staff are told once")
    func bounce() async throws {
        try await world.apply(.acme)
        let invitation = try #require(try await world.post().first)
        for number in 1...2 {
            _ = try await world.portal.perform(
                [
                    .bookBounce(
                        BounceReport(
                            permanent: true, diagnostic: "550 no such user", messageID: nil,
                            recipients: ["Dana@client.test"]))
                ],
                for: .mailSystem(invitation.letter.reply),
                because: mail(number))
        }
        #expect(
            try world.portal.clients(of: "acme")?.first { $0.person.address == .dana }?.invitation?.state == .bounced)
        let told = try await world.post().map(\.letter.recipient.name).sorted()
        #expect(told == ["Ana", "Ben"])
    }
}
