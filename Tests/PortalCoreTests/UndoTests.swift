import MailFormat
import Testing

@testable import PortalCore

@Suite("A decision can be taken back")
struct UndoTests {
    let world: World
    let logo = DeliverableID(number: 1)
    init() throws { world = try World() }

    private func mail(_ name: String) -> Cause { .mail(ContentDigest(of: Array("mail \(name)".utf8))) }

    private var undo: Command { .undo(logo, version: 3) }

    private func approve(_ asked: Letter) async throws {
        let outcomes = try await world.portal.perform(
            [.decide(world.decision(.approved))], for: .reply(asked.reply, .evidence()), because: mail("approve"))
        #expect(outcomes == [.done(.decided(logo, version: 3, .approved))])
    }

    private var takenBack: [Outcome] { [.done(.takenBack(logo, version: 3, .approved))] }

    @Test("by mail, before staff heard of it: they hear neither")
    func unheard() async throws {
        let asked = try await world.danaComesIn().asked
        try await approve(asked)
        let outcomes = try await world.portal.perform(
            [undo], for: .reply(asked.reply, .evidence()), because: mail("undo"))
        #expect(outcomes == takenBack)
        #expect(try world.deliverable().state == .pending)
        let posted = try await world.post()
        #expect(posted.map(\.letter.recipient.name) == ["Dana", "Dana"])
        #expect(posted.last?.entry.notice.receiptOutcomes == takenBack)
        let history = try world.portal.history(newest: 2)
        #expect(history.map(\.command) == ["decide approved", "undo"])
    }

    @Test("and what was said with it is told all the same")
    func words() async throws {
        let asked = try await world.danaComesIn().asked
        let decision = world.decision(.approved, comment: "Lovely.")
        for command in [Command.decide(decision), undo] {
            _ = try await world.portal.perform(
                [command], for: .reply(asked.reply, .evidence()), because: mail(command.name))
        }
        let toAna = try await world.post().filter { $0.letter.recipient.name == "Ana" }
        #expect(toAna.count == 1)
        guard case .newMessage(_, let message, _)? = toAna.first?.letter.content else {
            Issue.record("no message")
            return
        }
        #expect(message.text == "Lovely.")
    }

    @Test("after staff heard of it: they hear that, too")
    func heard() async throws {
        let asked = try await world.danaComesIn().asked
        try await approve(asked)
        _ = try await world.post()
        world.pass(.seconds(599))
        let claim = Claim.reply(asked.reply, .evidence())
        #expect(try await world.portal.perform([undo], for: claim, because: mail("undo")) == takenBack)
        #expect(
            try await world.portal.perform([undo], for: claim, because: mail("undo")) == [.nothingToDo(.alreadyDone)])
        #expect(
            try await world.portal.perform([undo], for: claim, because: mail("again"))
                == [.refused(.nothingToTakeBack)])
        let told = try await world.post().filter { $0.letter.recipient.name == "Ana" }
        #expect(told.map(\.entry.notice) == [.decisionTakenBack(logo, DecisionID(number: 1))])
    }

    @Test("for ten minutes and not a moment longer, and not when there is a newer version")
    func tooLate() async throws {
        let asked = try await world.danaComesIn().asked
        try await approve(asked)
        let final = world.portal.now + MadeDecision.undoWindow
        world.pass(MadeDecision.undoWindow)
        let claim = Claim.reply(asked.reply, .evidence())
        #expect(
            try await world.portal.perform([undo], for: claim, because: mail("late"))
                == [.refused(.decisionIsFinal(since: final))])
        var next = DesiredPortal.acme
        next.organizations[0].deliverables[0].version = 4
        try await world.apply(next)
        #expect(
            try await world.portal.perform([undo], for: claim, because: mail("newer"))
                == [.refused(.newerVersion(shown: 3, current: 4))])
        #expect(try world.deliverable().state == .pending)
    }

    @Test("by the receipt's link: looking changes nothing, one press does it, and it is good for that decision only")
    func link() async throws {
        let asked = try await world.danaComesIn().asked
        try await approve(asked)
        let secret = try #require(try await world.post().compactMap(\.letter.content.undo).first?.secret)
        let before = try world.portal.history(newest: 1).last?.number
        for _ in 0..<5 { #expect(try world.portal.undoPage(secret)?.refusal == nil) }
        #expect(try world.portal.history(newest: 1).last?.number == before)
        func press() async throws -> [Outcome] {
            try await world.portal.perform([undo], for: .undoLink(secret), because: world.press())
        }
        #expect(try await press() == takenBack)
        #expect(try world.deliverable().state == .pending)
        _ = try await world.portal.perform(
            [.decide(world.decision(.approved))], for: .reply(asked.reply, .evidence()), because: mail("anew"))
        #expect(try await press() == [.refused(.alreadyUsed)])
        #expect(try world.deliverable().state != .pending)
        let other = try await world.portal.perform(
            [.decide(world.decision(.rejected))], for: .undoLink(secret), because: world.press())
        #expect(other == [.refused(.alreadyUsed)])
    }

    @Test("by a link that does nothing else, and nothing after ten minutes")
    func narrow() async throws {
        let asked = try await world.danaComesIn().asked
        try await approve(asked)
        let secret = try #require(try await world.post().compactMap(\.letter.content.undo).first?.secret)
        let commands: [Command] = [
            .decide(world.decision(.rejected)), .considerDecision(logo, version: 3), .undo(logo, version: 2),
            .undo(DeliverableID(number: 2), version: 3), .signIn(session: world.portal.freshSecret()), .signOut,
            .postMessage(NewMessage(project: ProjectID(number: 1), text: "x", attachments: [])),
        ]
        for command in commands {
            let outcomes = try await world.portal.perform([command], for: .undoLink(secret), because: world.press())
            let isRefused = if case .refused = outcomes[0] { true } else { false }
            #expect(isRefused, "\(command.name): \(outcomes)")
        }
        world.pass(MadeDecision.undoWindow)
        #expect(
            try await world.portal.perform([undo], for: .undoLink(secret), because: world.press())
                == [.refused(.expired)])
        #expect(try world.portal.undoPage(secret)?.refusal == .expired)
        let unknown = world.portal.freshSecret()
        #expect(try world.portal.undoPage(unknown) == nil)
        #expect(
            try await world.portal.perform([undo], for: .undoLink(unknown), because: world.press())
                == [.refused(.notFound)])
    }

    @Test("that was made on a page: its maker gets a receipt, and takes it back there")
    func page() async throws {
        let session = try await world.danaComesIn().session
        let claim = Claim.session(session, organization: "acme")
        _ = try await world.portal.perform(
            [.decide(world.decision(.approved))], for: claim, because: world.press())
        let posted = try await world.post()
        #expect(posted.compactMap(\.letter.content.undo).count == 1)
        #expect(try await world.portal.perform([undo], for: claim, because: world.press()) == takenBack)
        #expect(try await world.post().map(\.letter.recipient.name).sorted() == ["Ana", "Dana"])
    }

    @Test("only by whoever made it")
    func others() async throws {
        var shared = DesiredPortal.acme
        shared.organizations[0].projects[0].people.append(.lee)
        shared.organizations[0].invitations.append(.lee)
        let asked = try await world.danaComesIn().asked
        try await world.apply(shared)
        let invitation = try #require(try await world.post().compactMap(\.letter.content.invitationSecret).first)
        let session = world.portal.freshSecret()
        _ = try await world.portal.perform(
            [.acceptInvitation(session: session)], for: .invitation(invitation), because: world.press())
        try await approve(asked)
        let outcomes = try await world.portal.perform(
            [undo], for: .session(session, organization: "acme"), because: world.press())
        #expect(outcomes == [.refused(.nothingToTakeBack)])
        let replies = try await world.post().filter { $0.letter.recipient.name == "Lee" }.map(\.letter)
        #expect(replies.allSatisfy { $0.content.undo == nil })
    }

    @Test("by a mail without evidence only on a page, to which one mail leads")
    func weak() async throws {
        let asked = try await world.danaComesIn().asked
        try await approve(asked)
        _ = try await world.post()
        let weak = Claim.reply(asked.reply, .evidence(.one(.dana), .none("no stamp")))
        for name in ["a", "b", "c"] {
            #expect(try await world.portal.perform([undo], for: weak, because: mail(name)) == [.needsConfirmation])
        }
        #expect(try world.deliverable().state != .pending)
        let posted = try await world.post()
        #expect(posted.map(\.letter.recipient.address) == [.dana])
        let secret = try #require(posted.first?.letter.content.undo?.secret)
        #expect(
            try await world.portal.perform([undo], for: .undoLink(secret), because: world.press()) == takenBack)
    }

    @Test("while the news of it is being written: it is not sent")
    func writing() async throws {
        let asked = try await world.danaComesIn().asked
        try await approve(asked)
        let entry = try #require(
            try world.portal.dueMails(limit: 9).first { if case .decisionMade = $0.notice { true } else { false } })
        let letter = try #require(try world.portal.letter(for: entry))
        _ = try await world.portal.perform([undo], for: .reply(asked.reply, .evidence()), because: mail("undo"))
        let sealed = SealedLetter(id: entry.id, sender: "a@acme.test", recipient: "b@acme.test", bytes: [1])
        let isOwed = try await world.portal.seal(
            sealed, of: letter, messageID: #require(MessageID("1.x@acme.test")), subject: "Subject")
        #expect(!isOwed)
        #expect(try world.portal.sealedLetter(entry.id) == nil)
    }

    @Test(
        "CM-16: by mail and on a page in the same moment exactly one decision wins, and the other is told",
        .timeLimit(.minutes(5)))
    func race() async throws {
        let count = 150
        var desired = DesiredPortal.acme
        desired.organizations[0].deliverables += (2...count).map {
            .init(
                project: "rebrand", name: "logo-\($0)", title: "Logo \($0)", kind: "", format: "", visible: true,
                version: 3, files: [])
        }
        let (session, asked) = try await world.danaComesIn()
        try await world.apply(desired)
        var replies = [logo: asked.reply]
        for _ in 0..<2 {
            for posted in try await world.post() {
                if case .decisionAsked(let item) = posted.letter.content {
                    replies[item.deliverable.id] = posted.letter.reply
                }
            }
        }
        #expect(replies.count == count)
        for (id, reply) in replies {
            func decide(_ kind: Decision.Kind) -> [Command] {
                [.decide(Decision(deliverable: id, version: 3, kind: kind, comment: "why"))]
            }
            async let byMail = world.portal.perform(
                decide(.approved), for: .reply(reply, .evidence()), because: mail("\(id)"))
            async let byPage = world.portal.perform(
                decide(.revisionRequested), for: .session(session, organization: "acme"), because: world.press())
            let outcomes = try await byMail + byPage
            let won = outcomes.compactMap { if case .done(.decided(_, _, let kind)) = $0 { kind } else { nil } }
            let lost = outcomes.compactMap { if case .refused(.alreadyDecided(let kind, _)) = $0 { kind } else { nil } }
            #expect(won.count == 1 && lost == won, "\(outcomes)")
            let state = try world.portal.database.read { try DeliverableRecord.find(id, in: $0)?.decision }
            #expect(state?.kind == won.first)
        }
        let history = try world.portal.history(newest: 2 * count).filter { $0.command.utf8.starts(with: "decide".utf8) }
        #expect(history.count == 2 * count)
    }
}

@Suite("Decisions by mail")
struct DecisionsByMailTests {
    private func world(_ allowed: DecisionsByMail) async throws -> (World, Letter) {
        let world = try World()
        let asked = try await world.danaComesIn().asked
        var desired = DesiredPortal.acme
        desired.organizations[0].settings.decisionsByMail = allowed
        #expect(try await world.apply(desired) == (allowed == .execute ? [] : [.done(.organizationSet)]))
        #expect(try await world.apply(desired).isEmpty)
        return (world, asked)
    }

    @Test(
        "do what the organization says",
        arguments: [
            (DecisionsByMail.execute, Outcome.done(.decided(DeliverableID(number: 1), version: 3, .rejected))),
            (.confirm, .needsConfirmation), (.off, .refused(.notByMail)),
        ])
    func allowed(_ allowed: DecisionsByMail, _ outcome: Outcome) async throws {
        let (world, asked) = try await world(allowed)
        let outcomes = try await world.portal.perform(
            [.decide(world.decision(.rejected, comment: "Not this way."))], for: .reply(asked.reply, .evidence()),
            because: world.press())
        #expect(outcomes == [outcome])
        #expect(try (world.deliverable().state == .pending) == (allowed != .execute))
        if allowed == .confirm {
            #expect(try await world.post().compactMap(\.letter.content.confirmationSecret).count == 1)
        }
    }

    @Test("that are off keep the words that came with them, and hold what is forged all the same")
    func off() async throws {
        let (world, asked) = try await world(.off)
        let decide = [Command.decide(world.decision(.rejected, comment: "Not this way."))]
        let mails: [(MailEvidence, Outcome)] = [
            (.evidence(.one(.dana), .fail("dmarc")), .held(.authenticationFailed("dmarc"))),
            (.evidence(), .refused(.notByMail)),
        ]
        for (number, (evidence, outcome)) in mails.enumerated() {
            let outcomes = try await world.portal.perform(
                decide, for: .reply(asked.reply, evidence),
                because: .mail(ContentDigest(of: Array("mail \(number)".utf8))))
            #expect(outcomes == [outcome])
        }
        let posted = try world.portal.database.read { try MessageRecord.newest(9, of: ProjectID(number: 1), in: $0) }
        #expect(posted.map(\.text) == ["Not this way."])
    }
}

extension Letter.Content {
    var undo: Letter.UndoOffer? {
        switch self {
        case .receipt(_, _, _, let offer), .undoOffered(_, _, let offer, _): offer
        default: nil
        }
    }
}
