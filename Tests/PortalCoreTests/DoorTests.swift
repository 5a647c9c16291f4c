import Foundation
import MailFormat
import Testing

@testable import PortalCore

@Suite("At the doors")
struct DoorTests {
    let world: World
    init() throws { world = try World() }

    @Test("an invitation lets in once, in time; looking at it only says that it was opened")
    func invitation() async throws {
        try await world.apply(.acme)
        let secret = try #require(try await world.post().compactMap(\.letter.content.invitationSecret).first)
        for _ in 0..<100 { #expect(try world.portal.invitationPage(secret)?.refusal == nil) }
        #expect(try state(of: .dana) == .sent)
        try await look(secret)
        #expect(try state(of: .dana) == .opened)
        let sessions = (0..<20).map { _ in world.portal.freshSecret() }
        let portal = world.portal
        let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
            for session in sessions {
                let cause = world.press()
                group.addTask {
                    try await portal.perform(
                        [.acceptInvitation(session: session)], for: .invitation(secret), because: cause)[0]
                }
            }
            return try await group.reduce(into: [Outcome]()) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 == .done(.accepted) }.count == 1)
        try await look(secret)
        #expect(try state(of: .dana) == .accepted)
        #expect(try sessions.filter { try portal.viewer($0, of: "acme") != nil }.count == 1)
    }

    private func look(_ secret: Secret) async throws {
        let page = try #require(try world.portal.invitationPage(secret))
        world.portal.noteLook(at: .invitation(page.invitation))
        try await world.portal.writeLooks()
    }

    private func state(of address: EmailAddress) throws -> Invitation.State? {
        try world.portal.clients(of: "acme")?.first { $0.person.address == address }?.invitation?.state
    }

    @Test("an invitation expires after seven days, to the millisecond")
    func expiry() async throws {
        try await world.apply(.acme)
        let secret = try #require(try await world.post().compactMap(\.letter.content.invitationSecret).first)
        world.pass(.days(7))
        #expect(try world.portal.invitationPage(secret)?.refusal == .expired)
    }

    @Test("sign-in answers the same for everybody and mails only the known, three times a quarter of an hour")
    func signInAsked() async throws {
        _ = try await world.danaComesIn()
        let browser = world.portal.freshSecret()
        let typed = [
            "dana@client.test", "DANA@client.test", "stranger@client.test", "dana@client.test,a@attack.test",
            "dana@client.test\r\nBcc: a@attack.test", "dana@clıent.test", "", "dana@client.test", "dana@client.test",
            "dana@client.test",
        ]
        for address in typed {
            let outcomes = try await world.portal.perform(
                [.askToSignIn(address: address, browser: browser)], for: .visitor(organization: "acme"),
                because: world.press())
            #expect(outcomes == [.nothingToDo(.notTold)])
        }
        let posted = try await world.post()
        #expect(posted.map(\.letter.recipient.address) == [.dana, .dana, .dana])
    }

    @Test("a sign-in code works where it was asked for, and dies after five wrong guesses")
    func signInCode() async throws {
        _ = try await world.danaComesIn()
        let browser = world.portal.freshSecret()
        _ = try await world.portal.perform(
            [.askToSignIn(address: "dana@client.test", browser: browser)], for: .visitor(organization: "acme"),
            because: world.press())
        let mailed = try #require(try await world.post().compactMap(\.letter.content.signIn).first)
        let elsewhere = world.portal.freshSecret()
        #expect(try await enter(mailed.code, browser: elsewhere) == .refused(.wrongCode(left: 0)))
        let wrong = try #require(SixDigitCode(mailed.code.digits == "000000" ? "000001" : "000000"))
        for _ in 0..<5 { #expect(try await enter(wrong, browser: browser) == .refused(.wrongCode(left: 0))) }
        #expect(try await enter(mailed.code, browser: browser) == .refused(.wrongCode(left: 0)))
    }

    @Test("a sign-in link works once, in the browser that asked, for ten minutes")
    func signInLink() async throws {
        _ = try await world.danaComesIn()
        let browser = world.portal.freshSecret()
        _ = try await world.portal.perform(
            [.askToSignIn(address: "dana@client.test", browser: browser)], for: .visitor(organization: "acme"),
            because: world.press())
        let mailed = try #require(try await world.post().compactMap(\.letter.content.signIn).first)
        let session = world.portal.freshSecret()
        func press(_ browser: Secret) async throws -> Outcome {
            try await world.portal.perform(
                [.signIn(session: session)], for: .signInLink(mailed.secret, browser: browser), because: world.press())[
                    0]
        }
        #expect(try await press(world.portal.freshSecret()) == .refused(.notFound))
        #expect(try world.portal.signInPage(mailed.secret, browser: browser)?.sameBrowser == true)
        #expect(try await press(browser) == .done(.signedIn))
        #expect(try await press(browser) == .refused(.notFound))
        #expect(try world.portal.viewer(session, of: "acme")?.person.name == "Dana")
        #expect(try world.portal.viewer(session, of: "beta") == nil)
    }

    @Test("a portal link asks for its code, remembers the browser, counts people, and shuts at once")
    func portalLink() async throws {
        var desired = DesiredPortal.acme
        let code = try #require(SixDigitCode("481 516"))
        desired.organizations[0].invitations = []
        desired.organizations[0].links = [
            PortalLinkSettings(client: .dana, name: "main", code: code, days: 14, notified: true)
        ]
        try await world.apply(desired)
        let secret = try #require(try await world.post().compactMap(\.letter.content.linkSecret).first)
        let browser = world.portal.freshSecret()
        func open(_ code: SixDigitCode?, _ session: Secret) async throws -> Outcome {
            try await world.portal.perform(
                [.openPortalLink(session: session)], for: .portalLink(secret, code: code, browser: browser),
                because: world.press())[0]
        }
        #expect(try await open(nil, world.portal.freshSecret()) == .refused(.accessCodeNeeded))
        #expect(try await open(SixDigitCode("111111"), world.portal.freshSecret()) == .refused(.wrongCode(left: 9)))
        let session = world.portal.freshSecret()
        #expect(try await open(code, session) == .done(.signedIn))
        #expect(try await open(nil, world.portal.freshSecret()) == .done(.signedIn))
        let link = try #require(try world.portal.portalLinks(of: "acme")?.first)
        #expect(link.link.accessCount == 2)
        #expect(try world.portal.viewer(session, of: "acme") != nil)
        _ = try await world.portal.perform([.revokePortalLink(link.link.id)], for: .administrator, because: .shell("r"))
        #expect(try world.portal.viewer(session, of: "acme") == nil)
        #expect(try await open(code, world.portal.freshSecret()) == .refused(.revoked))
    }

    @Test("no secret, code or cookie ever lies in the database's files")
    func nothingRaw() async throws {
        let (session, asked) = try await world.danaComesIn()
        let browser = world.portal.freshSecret()
        _ = try await world.portal.perform(
            [.askToSignIn(address: "dana@client.test", browser: browser)], for: .visitor(organization: "acme"),
            because: world.press())
        let mailed = try #require(try await world.post().compactMap(\.letter.content.signIn).first)
        let raw = [session.text, asked.reply.text, browser.text, mailed.secret.text]
        let files = try FileManager.default.contentsOfDirectory(atPath: world.folder).filter { $0 == "portal.sqlite" }
        #expect(files.count == 1)
        for file in files {
            let content = try Data(contentsOf: URL(fileURLWithPath: "\(world.folder)/\(file)"))
            for secret in raw { #expect(content.range(of: Data(secret.utf8)) == nil) }
        }
    }

    private func enter(_ code: SixDigitCode, browser: Secret) async throws -> Outcome {
        try await world.portal.perform(
            [.signIn(session: world.portal.freshSecret())],
            for: .signInCode(code, browser: browser, organization: "acme"), because: world.press())[0]
    }
}
