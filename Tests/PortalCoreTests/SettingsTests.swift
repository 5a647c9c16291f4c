import MailFormat
import Testing

@testable import PortalCore

@Suite("Configuration")
struct SettingsTests {
    let world: World
    init() throws { world = try World() }

    @Test("applied twice does nothing the second time and mails nobody")
    func idempotent() async throws {
        let first = try await world.apply(.acme)
        #expect(first.count == 8)
        #expect(first.allSatisfy { if case .done = $0 { true } else { false } })
        #expect(try await world.post().count == 1)
        #expect(try Plan(current: world.portal.currentPortal(), desired: .acme).steps.isEmpty)
        #expect(try await world.apply(.acme).isEmpty)
        #expect(try await world.post().isEmpty)
    }

    @Test("the same command again leaves everything as it is, by its own rule")
    func commandsAreIdempotent() async throws {
        let plan = Plan(current: try world.portal.currentPortal(), desired: .acme)
        _ = try await world.portal.apply(plan)
        for step in plan.steps {
            let outcomes = try await world.portal.perform(
                [step.command], for: .administrator, because: .shell("again \(step.entry)"))
            #expect(outcomes == [.nothingToDo(.unchanged)], "\(step.entry)")
        }
    }

    @Test("changed and changed back is carried out both times")
    func backAndForth() async throws {
        try await world.apply(.acme)
        var renamed = DesiredPortal.acme
        renamed.organizations[0].settings.name = "Acme & Sons"
        #expect(try await world.apply(renamed) == [.done(.organizationSet)])
        #expect(try await world.apply(.acme) == [.done(.organizationSet)])
        #expect(try await world.apply(renamed) == [.done(.organizationSet)])
    }

    @Test("a new version asks for a new decision; an older one is refused")
    func versions() async throws {
        _ = try await world.danaComesIn()
        var next = DesiredPortal.acme
        next.organizations[0].deliverables[0].version = 4
        #expect(try await world.apply(next) == [.done(.deliverableSet)])
        #expect(try await world.post().map(\.entry.notice) == [.decisionAsked(DeliverableID(number: 1), version: 4)])
        #expect(try await world.apply(.acme) == [.refused(.newerVersion(shown: 3, current: 4))])
    }

    @Test("what a version consists of never changes; its order means nothing")
    func fixedVersions() async throws {
        func file(_ name: String) -> FileContent {
            FileContent(name: name, contentType: "text/plain", size: 1, digest: ContentDigest(of: Array(name.utf8)))
        }
        var first = DesiredPortal.acme
        first.organizations[0].deliverables[0].files = [file("a"), file("b")]
        try await world.apply(first)
        var turned = first
        turned.organizations[0].deliverables[0].files.reverse()
        #expect(try await world.apply(turned).isEmpty)
        var changed = first
        changed.organizations[0].deliverables[0].files = [file("a"), file("c")]
        #expect(try await world.apply(changed) == [.refused(.versionIsFixed(3))])
        changed.organizations[0].deliverables[0].version = 4
        #expect(try await world.apply(changed) == [.done(.deliverableSet)])
    }

    @Test("a shared file that takes an earlier content again hides the later one")
    func sharedAgain() async throws {
        func shared(_ content: UInt8) -> DesiredPortal {
            var desired = DesiredPortal.acme
            let content = FileContent(
                name: "brief", contentType: "text/plain", size: 1, digest: ContentDigest(of: [content]))
            desired.organizations[0].files = [SharedFileSettings(project: "rebrand", visible: true, content: content)]
            return desired
        }
        for content: UInt8 in [1, 2, 1] { try await world.apply(shared(content)) }
        let files = try world.portal.database.read { try FileRecord.shared(by: ProjectID(number: 1), in: $0) }
        #expect(files.filter(\.visible).map(\.content.digest) == [ContentDigest(of: [1])])
    }

    @Test("a person whose access is ended is out at once, by every door")
    func ended() async throws {
        let (session, asked) = try await world.danaComesIn()
        var ended = DesiredPortal.acme
        ended.organizations[0].people[2].admitted = false
        try await world.apply(ended)
        #expect(try world.portal.viewer(session, of: "acme") == nil)
        let outcomes = try await world.portal.perform(
            [.decide(world.decision(.approved))], for: .reply(asked.reply, .evidence()),
            because: .mail(ContentDigest(of: [1])))
        #expect(outcomes == [.held(.notAllowedIn)])
        #expect(try await world.post().isEmpty)
    }

    @Test("organizations never see each other")
    func isolation() async throws {
        var both = DesiredPortal.acme
        both.organizations.append(.acme("beta"))
        try await world.apply(both)
        let secrets = try await world.post().compactMap(\.letter.content.invitationSecret)
        #expect(secrets.count == 2)
        let session = world.portal.freshSecret()
        _ = try await world.portal.perform(
            [.acceptInvitation(session: session)], for: .invitation(secrets[0]), because: world.press())
        #expect(try world.portal.dashboard(session, of: "acme") != nil)
        #expect(try world.portal.dashboard(session, of: "beta") == nil)
        #expect(try world.portal.projectPage(ProjectID(number: 2), session, of: "acme") == nil)
        #expect(try world.portal.projectPage(ProjectID(number: 2), session, of: "beta") == nil)
        #expect(try world.portal.deliverablePage(DeliverableID(number: 2), session, of: "acme") == nil)
        let decision = Decision(deliverable: DeliverableID(number: 2), version: 3, kind: .approved, comment: "")
        let outcomes = try await world.portal.perform(
            [.decide(decision), .postMessage(NewMessage(project: ProjectID(number: 2), text: "x", attachments: []))],
            for: .session(session, organization: "acme"), because: world.press())
        #expect(outcomes == [.refused(.notFound), .refused(.notFound)])
    }

    @Test("clients see only what is assigned to them and visible")
    func assignment() async throws {
        var desired = DesiredPortal.acme
        desired.organizations[0].invitations = [.lee]
        desired.organizations[0].deliverables[0].visible = false
        try await world.apply(desired)
        let secret = try #require(try await world.post().compactMap(\.letter.content.invitationSecret).first)
        let session = world.portal.freshSecret()
        _ = try await world.portal.perform(
            [.acceptInvitation(session: session)], for: .invitation(secret), because: world.press())
        #expect(try world.portal.dashboard(session, of: "acme")?.projects.isEmpty == true)
        #expect(try world.portal.projectPage(ProjectID(number: 1), session, of: "acme") == nil)
        desired.organizations[0].projects[0].people.append(.lee)
        try await world.apply(desired)
        #expect(try world.portal.projectPage(ProjectID(number: 1), session, of: "acme")?.deliverables.isEmpty == true)
        #expect(try await world.post().isEmpty)
    }
}
