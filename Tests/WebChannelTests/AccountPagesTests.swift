import MailFormat
import PortalCore
import TestGround
import Testing

@testable import WebChannel

/// Notifications on and off, signing in by what a mail asked for, asking for a longer link, other organizations.
struct AccountPagesTests {
    /// The unsubscribe link of a mail to Dana.
    private func muteLink(_ world: World) async throws -> String {
        let project = ProjectID(number: 1)
        _ = try await world.portal.perform(
            [.postMessage(NewMessage(project: project, text: "Hello", attachments: []))],
            for: .staff(.ana, organization: "acme"), because: .shell("hello"))
        for entry in try world.portal.dueMails(limit: 100) {
            guard let letter = try world.portal.letter(for: entry), letter.recipient.address == .dana,
                let mute = letter.mute
            else { continue }
            try await world.portal.seal(
                SealedLetter(id: entry.id, sender: "", recipient: "", bytes: [1]), of: letter,
                messageID: MessageID("mute@acme.test")!, subject: "")
            return SitePath.mute(mute)
        }
        throw World.NoMail()
    }

    private func isMuted(_ path: String, _ world: World) throws -> Bool {
        let secret = try #require(Secret(wire: String(path.dropFirst(3))))
        return try #require(try world.portal.mutePage(secret)).person.muted
    }

    @Test("LP-13: looking at the unsubscribe page changes nothing, its button does, and takes it back")
    func page() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            try await Browser(port: port).enter(world, as: .dana)
            let link = try await muteLink(world)
            let browser = Browser(port: port)
            let page = try await browser.get(link)
            try expectGolden(page.golden(port: port), "muting.http")
            #expect(try !isMuted(link, world))
            for (word, muted) in [("off", true), ("on", false)] {
                let token = try await browser.get(link).token(for: link)
                #expect(try await browser.post(link, ["form": token, "mail": word]).status == 303)
                #expect(try isMuted(link, world) == muted)
            }
        }
    }

    @Test("LP-13: a mail program's one press needs no cookie and no token, and only mutes")
    func oneClick() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            try await Browser(port: port).enter(world, as: .dana)
            let link = try await muteLink(world)
            #expect(try await Browser(port: port).post(link, ["mail": "off"]).status == 403)
            #expect(try !isMuted(link, world))
            for _ in 0..<2 {
                #expect(try await Browser(port: port).post(link, ["List-Unsubscribe": "One-Click"]).status == 200)
                #expect(try isMuted(link, world))
            }
            let foreign = SitePath.mute(world.portal.freshSecret())
            #expect(try await Browser(port: port).post(foreign, ["List-Unsubscribe": "One-Click"]).status == 404)
        }
    }

    @Test("the dashboard has the switch, too")
    func dashboard() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            for (word, shown) in [("off", "News is not mailed to you"), ("on", "News is mailed to you")] {
                let token = try await dana.get("/acme").token(for: "/acme/notifications")
                #expect(try await dana.post("/acme/notifications", ["form": token, "mail": word]).status == 303)
                #expect(try await dana.get("/acme").text.contains(shown))
            }
            #expect(try await dana.post("/acme/notifications", ["mail": "off"]).status == 403)
            #expect(try await Browser(port: port).post("/acme/notifications", ["mail": "off"]).status == 303)
        }
    }

    @Test("a sign-in that a mail asked for opens in any browser, with its code, five times tried")
    func login() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let (link, code) = try await mailedSignIn(world)
            let browser = Browser(port: port)
            let page = try await browser.get(link)
            try expectGolden(page.golden(port: port), "sign-in-by-mail.http")
            let token = page.token(for: link)
            #expect(try await browser.post(link, ["form": token, "code": wrong(code)]).status == 422)
            #expect(try await browser.post(link, ["form": token, "code": code.digits]).status == 303)
            #expect(try await browser.get("/acme").status == 200)
            #expect(try await Browser(port: port).get(link).status == 404)
        }
    }

    @Test("a sign-in that a mail asked for stays shut after five wrong codes")
    func loginGuessed() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let (link, code) = try await mailedSignIn(world)
            let browser = Browser(port: port)
            for number in 0..<5 {
                let token = try await browser.get(link).token(for: link)
                _ = try await browser.post(link, ["form": token, "code": wrong(code), "number": "\(number)"])
            }
            #expect(try await browser.get(link).status == 404)
        }
    }

    private func wrong(_ code: SixDigitCode) -> String { code.digits == "123456" ? "654321" : "123456" }

    private func mailedSignIn(_ world: World) async throws -> (link: String, code: SixDigitCode) {
        let session = world.portal.freshSecret()
        let invitation = try await world.invitation(of: .dana)
        _ = try await world.portal.perform(
            [.acceptInvitation(session: session)], for: .invitation(invitation), because: .shell("accept"))
        _ = try await world.portal.perform(
            [.item(.account(.login))], for: .session(session, organization: "acme"), because: .shell("login"))
        for mail in try await world.mails() {
            if case .item(.account(.login(let secret, let code, _))) = mail.content {
                return (SitePath.signInLink(secret), code)
            }
        }
        throw World.NoMail()
    }

    @Test("an expired link offers to ask for another, and staff hear of it")
    func extend() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let (secret, _) = try await world.portalLink("phone", days: 1)
            let path = SitePath.portalLink(secret)
            world.pass(.days(2))
            _ = try await world.mails()
            let browser = Browser(port: port)
            let page = try await browser.get(path)
            #expect(page.status == 410 && page.text.contains("Ask for a new link"))
            let asked = try await browser.post(path, ["form": page.token(for: path), "mail": "again"])
            #expect(asked.status == 200 && asked.text.contains("You have asked for a new link"))
            let told = try await world.mails().filter {
                if case .item(.account(.extensionAsked)) = $0.content { true } else { false }
            }
            #expect(told.contains { $0.to == .ana })
        }
    }

    @Test("other organizations of the same address are offered to whoever showed that it is theirs, not by a link")
    func others() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            #expect(try await !dana.get("/acme").text.contains("/beta/sign-in"))
            try await Browser(port: port).enter(world, as: .dana, at: "beta")
            #expect(try await dana.get("/acme").text.contains("/beta/sign-in"))
            let (secret, _) = try await world.portalLink("phone")
            let byLink = Browser(port: port)
            let path = SitePath.portalLink(secret)
            let page = try await byLink.get(path)
            _ = try await byLink.post(path, ["form": page.token(for: path)])
            let dashboard = try await byLink.get("/acme")
            #expect(dashboard.status == 200 && !dashboard.text.contains("/beta/sign-in"))
        }
    }
}
