import MailFormat
import PortalCore
import Testing

@testable import WebChannel

/// How fast forms may come, from whom that counts, and how much may stand in one.
struct PaceTests {
    @Test("WB-13: many forms from one address wait, whatever a stranger says of where they come from")
    func pace() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            var statuses: Set<Int> = []
            for number in 0..<31 {
                let reply = try await browser.post(
                    "/acme/sign-in", ["email": "a@b.test"], ["X-Forwarded-For": "10.0.0.\(number)"])
                statuses.insert(reply.status)
            }
            #expect(statuses == [403, 429])
            world.pass(.seconds(3))
            #expect(try await browser.post("/acme/sign-in", ["email": "a@b.test"]).status == 403)
        }
    }

    @Test("WB-13: whoever has no session, or makes one up, waits like any stranger, and uses up nobody else's forms")
    func paceWithoutSession() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let path = "/acme/projects/1/messages"
            let token = try await dana.get("/acme/projects/1").token(for: path)
            let stranger = Browser(port: port)
            var statuses: [Int] = []
            for number in 0..<60 {
                stranger.cookies["postern-acme"] = number < 30 ? world.portal.freshSecret().text : nil
                statuses.append(try await stranger.post(path, ["form": "x", "text": "x"]).status)
            }
            #expect(statuses.prefix(25).allSatisfy { $0 == 303 } && statuses.suffix(29).allSatisfy { $0 == 429 })
            let sent = try await dana.post(path, ["form": token, "text": "mine"])
            #expect(sent.header("Location")?.hasPrefix("/acme/projects/1") == true)
        }
    }

    @Test("WB-13: however many sources there are, whoever was just heard of is remembered")
    func paceRemembers() {
        let pace = Pace.ofOneSession
        for number in 0..<10_000 { #expect(pace.allows("stranger \(number)", at: World.start)) }
        let later = Moment(milliseconds: World.start.milliseconds + 100)
        for _ in 0..<120 { #expect(pace.allows("known", at: later)) }
        for number in 0..<3_000 { _ = pace.allows("another \(number)", at: later) }
        #expect(!pace.allows("known", at: later))
    }

    @Test(
        "WB-13: the address behind proxies is the last that is none of them",
        arguments: [
            ("1.1.1.1", ["2.2.2.2"], "1.1.1.1"), ("10.0.0.1", [], "10.0.0.1"), ("10.0.0.1", ["2.2.2.2"], "2.2.2.2"),
            ("10.0.0.1", ["9.9.9.9, 2.2.2.2, 10.0.0.2"], "2.2.2.2"), ("10.0.0.1", ["9.9.9.9", "3.3.3.3"], "3.3.3.3"),
        ])
    func forwarded(peer: String, fields: [String], expected: String) {
        let trusted: Set = ["10.0.0.1", "10.0.0.2"]
        #expect(ClientAddress.of(peer: peer, forwardedFor: fields, trusted: trusted) == expected)
    }

    @Test("what was typed has a limit of its own, far below that of files, and is not shown again beyond it")
    func typedLimit() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            let path = "/acme/projects/1/messages"
            let token = try await browser.get("/acme/projects/1").token(for: path)
            let typed: KeyValuePairs = ["form": token, "text": String(repeating: "a", count: 1 << 20)]
            for reply in [
                try await browser.post(path, typed), try await browser.post(path, fields: typed, files: []),
            ] {
                #expect(reply.status == 413 && reply.body.count < 5000)
            }
        }
    }
}
