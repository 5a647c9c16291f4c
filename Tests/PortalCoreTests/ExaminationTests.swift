import MailFormat
import Testing

@testable import PortalCore

@Suite("Until its mail servers were examined, a portal")
struct ExaminationTests {
    static let setup = MailSetup.servers(ContentDigest(of: Array("these servers".utf8)))
    static let commands: [Command] = [
        .postMessage(NewMessage(project: ProjectID(number: 1), text: "hi", attachments: [])),
        .undo(DeliverableID(number: 1), version: 3),
        .decide(Decision(deliverable: DeliverableID(number: 1), version: 3, kind: .approved, comment: "")),
        .decide(Decision(deliverable: DeliverableID(number: 1), version: 3, kind: .revisionRequested, comment: "x")),
        .considerDecision(DeliverableID(number: 1), version: 3), .signOut,
    ]

    @Test("lets every verdict stand or makes it a question, and never acts on what needs evidence", arguments: commands)
    func table(command: Command) {
        let hold = Verdict.hold(.authenticationFailed("dmarc"))
        for verdict in [Verdict.act, .actMarked, .confirm, hold, .refuse(.notByMail)] {
            #expect(verdict.limited(byExamination: true, of: command) == verdict)
            let limited = verdict.limited(byExamination: false, of: command)
            switch (command.weight, verdict) {
            case (.speak, _), (_, .hold), (_, .refuse): #expect(limited == verdict)
            default: #expect(limited == .confirm)
            }
        }
    }

    @Test("asks on a page what it executes afterwards, and posts messages all the same")
    func gate() async throws {
        let world = try World(mailSetup: Self.setup)
        let asked = try await world.danaComesIn().asked
        #expect(try !world.portal.isMailExamined())
        #expect(try await world.mails(.decide(world.decision(.approved)), to: asked, 1) == [.needsConfirmation])
        #expect(
            try await world.mails(.decide(world.decision(.revisionRequested, comment: "bluer")), to: asked, 2)
                == [.needsConfirmation])
        let message = NewMessage(project: ProjectID(number: 1), text: "hi", attachments: [])
        #expect(try await world.mails(.postMessage(message), to: asked, 3).first?.isDone == true)
        #expect(try world.deliverable().state == .pending)
        #expect(try await world.post().compactMap(\.letter.content.confirmationSecret).count == 1)

        #expect(try await world.note(Self.setup) == [.done(.examinationNoted)])
        #expect(try world.portal.isMailExamined())
        #expect(try await world.mails(.decide(world.decision(.approved)), to: asked, 4).first?.isDone == true)
    }

    @Test("remembers it for these settings only, and it is noted once")
    func settings() async throws {
        let world = try World(mailSetup: Self.setup)
        let other = MailSetup.servers(ContentDigest(of: Array("other servers".utf8)))
        #expect(try await world.note(other) == [.done(.examinationNoted)])
        #expect(try !world.portal.isMailExamined())
        #expect(try await world.note(Self.setup) == [.done(.examinationNoted)])
        #expect(try await world.note(Self.setup) == [.nothingToDo(.unchanged)])
        #expect(try world.portal.isMailExamined())
        world.portal.close()
        let changed = try Portal(folder: world.folder, mailSetup: .unknown)
        defer { changed.close() }
        #expect(try !changed.isMailExamined())
    }

    @Test("needs none where mail comes from folders of this machine")
    func local() async throws {
        let world = try World(mailSetup: .local)
        #expect(try world.portal.isMailExamined())
        #expect(try await world.note(.local) == [.nothingToDo(.unchanged)])
    }

    @Test("is told so by the administrator alone")
    func others() async throws {
        let world = try World(mailSetup: Self.setup)
        let session = try await world.danaComesIn().session
        let claims: [Claim] = [
            .session(session, organization: "acme"), .staff(.ana, organization: "acme"), .stranger,
            .visitor(organization: "acme"),
        ]
        for claim in claims {
            _ = try await world.portal.perform([.noteExamination(Self.setup)], for: claim, because: world.press())
        }
        #expect(try !world.portal.isMailExamined())
    }
}

extension World {
    fileprivate func note(_ setup: MailSetup) async throws -> [Outcome] {
        try await portal.perform([.noteExamination(setup)], for: .administrator, because: press())
    }

    fileprivate func mails(_ command: Command, to asked: Letter, _ number: Int) async throws -> [Outcome] {
        try await portal.perform(
            [command], for: .reply(asked.reply, .evidence()),
            because: .mail(ContentDigest(of: Array("mail \(number)".utf8))))
    }
}

extension Outcome {
    fileprivate var isDone: Bool { if case .done = self { true } else { false } }
}
