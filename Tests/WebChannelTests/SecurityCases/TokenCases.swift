import Foundation
import MailFormat
import PortalCore
import Testing

@testable import WebChannel

/// The TK rows: links, codes and sessions, through whole exchanges.
struct TokenCases {
    @Test("TK-02 TK-03: a sign-in link is spent by its form alone, and its page presses nothing by itself")
    func lookedAt() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            let path = try await browser.askedLink(world)
            for method in ["GET", "HEAD", "OPTIONS"] {
                for _ in 0..<35 { _ = try await Browser(port: port).get(path, ["Purpose": "prefetch"], method: method) }
            }
            let page = try await browser.get(path)
            for word in ["<script", "http-equiv", "onload", "autofocus", "javascript:"] {
                #expect(!page.text.lowercased().contains(word))
            }
            let reply = try await browser.post(path, ["form": page.token(for: path)])
            #expect(reply.status == 303)
            #expect(browser.cookies["postern-acme"] != nil)
        }
    }

    @Test("TK-05: two hundred presses at once are one session")
    func parallel() async throws {
        let world = try await World.acme()
        let settings = WebSettings(port: 0, trustedProxies: ["127.0.0.1"])
        try await serving(world, settings: settings) { port in
            let browser = Browser(port: port)
            let path = try await browser.askedLink(world)
            var sessions: Set<String> = []
            var tokens: [String] = []
            for _ in 0..<200 { tokens.append(try await browser.get(path).token(for: path)) }
            let cookies = browser.cookies
            try await withThrowingTaskGroup(of: String?.self) { group in
                for (number, token) in tokens.enumerated() {
                    group.addTask {
                        let twin = Browser(port: port)
                        twin.cookies = cookies
                        _ = try await twin.post(path, ["form": token], ["X-Forwarded-For": "192.0.2.\(number)"])
                        return twin.cookies["postern-acme"]
                    }
                }
                for try await session in group { if let session { sessions.insert(session) } }
            }
            #expect(sessions.count == 1)
        }
    }

    @Test(
        "TK-06: a link ends on the second, and then is as any that never was",
        arguments: [(599, 303), (600, 404), (601, 404)])
    func expiry(seconds: Int, status: Int) async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            let path = try await browser.askedLink(world)
            let token = try await browser.get(path).token(for: path)
            world.pass(.seconds(Int64(seconds)))
            let reply = try await browser.post(path, ["form": token])
            #expect(reply.status == status)
            guard status == 404 else { return }
            let unknown = "/s/\(String(repeating: "b", count: 52))"
            let key = try #require(Secret(wire: browser.cookies["postern.browser"]!))
            let other = FormToken(world.portal.freshSecret(), for: unknown, key: key).text
            #expect(try await browser.post(unknown, ["form": other]).withoutDate == reply.withoutDate)
            #expect(try await browser.get(path).withoutDate == browser.get(unknown).withoutDate)
        }
    }

    @Test("TK-07: a secret opens nothing but its own door, by look or by form")
    func matrix() async throws {
        let cast = try await Cast()
        let world = cast.world
        try await serving(world) { port in
            let browser = Browser(port: port)
            let link = try await browser.askedLink(world)
            let secrets = [
                "invitation": try await world.invitation(of: .lee), "portalLink": try await world.portalLink("own").0,
                "signInLink": try #require(Secret(wire: String(link.dropFirst(3)))),
                "confirmation": try await world.confirmationOfCut(),
                "reply": try #require(Secret(wire: String(repeating: "d", count: 26))),
            ]
            let key = try #require(Secret(wire: browser.cookies["postern.browser"]!))
            for (door, path) in RouteTable.doors {
                let unknown = path(String(repeating: "b", count: 52))
                for (kind, secret) in secrets where kind != door {
                    world.pass(.seconds(10))
                    let reply = try await browser.get(path(secret.text)).withoutDate
                    let nothing = try await browser.get(unknown).withoutDate
                    #expect(reply == nothing, "\(kind) at \(door)")
                    let token = FormToken(world.portal.freshSecret(), for: path(secret.text), key: key).text
                    let pressed = try await browser.post(
                        path(secret.text), ["form": token, "decision": "approved", "version": "2"])
                    // A file has no form at all: 405, whatever the secret.
                    #expect([400, 404, 405].contains(pressed.status), "\(kind) at \(door)")
                }
            }
            #expect(browser.cookies.keys.sorted() == ["postern.browser"])
        }
    }

    @Test("TK-08: a code of one organization does not fit at another's door")
    func otherOrganization() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            _ = try await browser.askedLink(world)
            let page = try await browser.get("/beta/sign-in/code")
            let code = world.lastCode
            let reply = try await browser.post(
                "/beta/sign-in/code", ["form": page.token(for: "/beta/sign-in/code"), "code": code])
            #expect(reply.status == 422)
            #expect(browser.cookies["postern-beta"] == nil)
        }
    }

    @Test("TK-09: what is nearly a secret is none")
    func nearMisses() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let secret = try await world.portalLink("own").0.text
            let browser = Browser(port: port)
            let nothing = try await browser.get("/l/\(String(repeating: "b", count: 52))").withoutDate
            var wrong = ["", String(repeating: "%20", count: 60), "%00", "?t[]=\(secret)", "?t=a&t=b", secret + "a"]
            wrong += [String(secret.dropLast()), String(secret.dropFirst()), "null", "\(secret)%00", "\(secret)/"]
            for index in secret.indices {
                var changed = secret
                changed.replaceSubrange(index...index, with: secret[index] == "a" ? "c" : "a")
                wrong.append(changed)
            }
            for text in wrong {
                let reply = try await browser.get("/l/\(text)")
                #expect(reply.withoutDate == nothing, "\(text)")
            }
        }
    }

    @Test(
        "TK-11: an address that is not exactly one is nobody's, and a mail goes to the registered one alone",
        arguments: [
            "dana@client.test,a@attack.test", "dana@client.test\r\nBcc:a@attack.test",
            "\"a@attack.test x\"@client.test", "dana@client.test;a@attack.test", "<dana@client.test>a@attack.test",
            "dana@cl\u{131}ent.test", "\u{212A}dana@client.test", "dana@client.test\u{0}a", "dana@client.test\u{0}",
            "dana@client.test a@attack.test", "dana@client.test.attack.test", "DANA@CLIENT.TEST",
        ])
    func oneAddress(typed: String) async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let browser = Browser(port: port)
            let page = try await browser.get("/acme/sign-in")
            let token = page.token(for: "/acme/sign-in")
            let reply = try await browser.post(
                "/acme/sign-in", ["form": token, "email": typed, "email[]": "a@attack.test"])
            #expect(reply.status == 303)
            try await world.errandsDone()
            let mails = try await world.mails().filter { if case .signIn = $0.content { true } else { false } }
            #expect(mails.count <= 1 && mails.allSatisfy { $0.to == .dana })
        }
    }

    @Test("TK-12: a hundred requests in her name are three mails, and lock nobody out of a browser she used before")
    func flood() async throws {
        let world = try await World.acme()
        let settings = WebSettings(port: 0, trustedProxies: ["127.0.0.1"])
        try await serving(world, settings: settings) { port in
            let own = Browser(port: port)
            try await own.signIn(world, as: .ana)
            world.pass(.minutes(20))
            for number in 0..<100 {
                let attacker = Browser(port: port)
                let page = try await attacker.get("/acme/sign-in")
                _ = try await attacker.post(
                    "/acme/sign-in", ["form": page.token(for: "/acme/sign-in"), "email": "ana@acme.test"],
                    ["X-Forwarded-For": "192.0.2.\(number % 50)"])
            }
            try await world.errandsDone()
            #expect(try await world.mails().count == 3)
            own.cookies["postern-acme"] = nil
            try await own.signIn(world, as: .ana)
            #expect(try await own.get("/acme").status == 200)
        }
    }

    @Test("TK-13: of two hundred guesses at once five are weighed, and the right code comes too late")
    func guesses() async throws {
        let world = try await World.acme()
        let settings = WebSettings(port: 0, trustedProxies: ["127.0.0.1"])
        try await serving(world, settings: settings) { port in
            let browser = Browser(port: port)
            _ = try await browser.askedLink(world)
            let right = world.lastCode
            let path = "/acme/sign-in/code"
            var tokens: [String] = []
            for _ in 0..<201 { tokens.append(try await browser.get(path).token(for: path)) }
            let cookies = browser.cookies
            try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<200 {
                    let token = tokens[number]
                    let guess = String(format: "%06d", (Int(right)! + 1 + number) % 1_000_000)
                    group.addTask {
                        let twin = Browser(port: port)
                        twin.cookies = cookies
                        return try await twin.post(
                            path, ["form": token, "code": guess], ["X-Forwarded-For": "192.0.2.\(number)"]
                        ).status
                    }
                }
                for try await status in group { #expect(status == 422) }
            }
            let late = try await browser.post(path, ["form": tokens[200], "code": right])
            #expect(late.status == 422)
            #expect(browser.cookies["postern-acme"] == nil)
            #expect(try world.attemptsWeighed() == 5)
        }
    }
}
