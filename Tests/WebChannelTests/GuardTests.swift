import MailFormat
import PortalCore
import Testing

@testable import WebChannel

/// Who may ask for what, from where.
struct GuardTests {
    private static let decision = "/acme/deliverables/1/decision"

    private enum Forgery: String, CaseIterable {
        case noToken, emptyToken, tokenOfAnotherForm, tokenOfAnotherSession, changedToken, plainText
        case foreignOrigin, nullOrigin, crossSite, sameSite
    }

    @Test("WB-05: a form that is not our own decides nothing", arguments: Forgery.allCases)
    private func forgery(_ forgery: Forgery) async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            let page = try await browser.get("/acme/deliverables/1")
            var token = page.token(for: Self.decision)
            var headers: [String: String] = [:]
            switch forgery {
            case .noToken: token = "none"
            case .emptyToken: token = ""
            case .tokenOfAnotherForm: token = page.token(for: "/acme/sign-out")
            case .tokenOfAnotherSession:
                let other = Browser(port: port)
                try await other.signIn(world, as: .dana)
                token = try await other.get("/acme/deliverables/1").token(for: Self.decision)
            case .changedToken: token = String(token.dropLast()) + (token.hasSuffix("a") ? "b" : "a")
            case .plainText: headers["Content-Type"] = "text/plain"
            case .foreignOrigin: headers["Origin"] = "https://attack.test"
            case .nullOrigin: headers = ["Origin": "null", "Sec-Fetch-Site": "none"]
            case .crossSite: headers["Sec-Fetch-Site"] = "cross-site"
            case .sameSite: headers["Sec-Fetch-Site"] = "same-site"
            }
            let reply = try await browser.post(
                Self.decision, ["form": token, "version": "2", "decision": "approved"], headers)
            #expect(reply.status == 403)
            #expect(try await browser.get("/acme/deliverables/1").text.contains("Waiting for you"))
        }
    }

    @Test("a page that hides its address sends its own form with a null origin, and is believed")
    func nullOriginOfOurOwn() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            let path = "/i/\(try await world.invitation(of: .dana).text)"
            let page = try await browser.get(path)
            let reply = try await browser.post(path, ["form": page.token(for: path)], ["Origin": "null"])
            #expect(reply.status == 303)
        }
    }

    @Test("a door's form from another browser opens nothing")
    func doorFormOfAnotherBrowser() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let (browser, attacker) = (Browser(port: port), Browser(port: port))
            let path = "/i/\(try await world.invitation(of: .dana).text)"
            let page = try await attacker.get(path)
            #expect(try await browser.post(path, ["form": page.token(for: path)]).status == 403)
            _ = try await browser.get(path)
            #expect(try await browser.post(path, ["form": page.token(for: path)]).status == 403)
        }
    }

    @Test(
        "TK-23: requests for another host are turned away",
        arguments: ["attack.test", "127.0.0.1.attack.test", "localhost:x", "", "127.0.0.1:80:80"])
    func otherHosts(host: String) async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let reply = try await Browser(port: port).get("/acme/sign-in", ["Host": host])
            #expect(reply.status == 421)
        }
    }

    @Test("TK-23: behind a proxy only the site's own host counts, and its cookies are for https")
    func secureSite() async throws {
        let world = try await World.acme()
        try await serving(world, site: "https://portal.test") { port in
            let browser = Browser(port: port)
            #expect(try await browser.get("/acme/sign-in").status == 421)
            let forwarded = ["Host": "attack.test", "X-Forwarded-Host": "portal.test"]
            #expect(try await browser.get("/acme/sign-in", forwarded).status == 421)
            let page = try await browser.get("/acme/sign-in", ["Host": "PORTAL.test:443"])
            let cookie = try #require(page.header("Set-Cookie"))
            #expect(cookie.hasPrefix("__Host-postern.browser="))
            #expect(cookie.hasSuffix("; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure"))
            #expect(page.header("Strict-Transport-Security") == "max-age=31536000")
            let headers = ["Host": "portal.test", "Origin": "https://portal.test"]
            let fields: KeyValuePairs = ["form": page.token(for: "/acme/sign-in"), "email": "dana@client.test"]
            let plain = ["Host": "portal.test", "Origin": "http://portal.test"]
            #expect(try await browser.post("/acme/sign-in", fields, plain).status == 403)
            #expect(try await browser.post("/acme/sign-in", fields, headers).status == 303)
        }
    }

    @Test(
        "TK-23: a request whose target names another host than its Host is turned away",
        arguments: [
            ("http://attack.test/acme/sign-in", 400), ("https://attack.test/acme/sign-in", 400),
            ("http://127.0.0.1.attack.test/acme/sign-in", 400), ("http://127.0.0.1@attack.test/", 400),
            ("ftp://127.0.0.1/acme/sign-in", 400), ("acme/sign-in", 400), ("http:acme/sign-in", 400),
            ("http://127.0.0.1/acme/sign-in", 200), ("HTTP://127.0.0.1/acme/sign-in", 200), ("/acme/sign-in", 200),
        ])
    func otherTargets(target: String, status: Int) async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let reply = try await Browser(port: port).get(target, ["Host": "127.0.0.1"])
            #expect(reply.status == status)
        }
    }

    @Test(
        "a form's own address leads to the page that the form stands on",
        arguments: [
            ("/acme/sign-out", "/acme"), ("/acme/notifications", "/acme"),
            ("/acme/projects/1/messages", "/acme/projects/1"),
            ("/acme/deliverables/1/decision", "/acme/deliverables/1"),
            ("/acme/projects/1/todos/3/done?x=y", "/acme/projects/1/todos"),
            ("/acme/staff/links/2/revoke", "/acme/staff/links"),
            ("/acme/staff/deliverables/1/version", "/acme/staff"),
        ])
    func formAddress(path: String, page: String) async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let (ana, lee) = (Browser(port: port), Browser(port: port))
            try await ana.signIn(world, as: .ana)
            try await lee.enter(world, as: .lee)
            let nothing = try await lee.get("/acme/projects/99").withoutDate
            for method in ["GET", "HEAD"] {
                let reply = try await ana.get(path, method: method)
                #expect(reply.status == 303 && reply.header("Location") == page)
                let stranger = try await Browser(port: port).get(path, method: method)
                #expect(stranger.header("Location") == "/acme/sign-in")
            }
            if page != "/acme" { #expect(try await lee.get(path).withoutDate == nothing) }
        }
    }

    @Test(
        "a method that a place does not know is refused, and says which it knows",
        arguments: [
            ("PUT", "/acme", "GET, HEAD"), ("DELETE", "/acme/projects/1", "GET, HEAD"), ("POST", "/acme", "GET, HEAD"),
            ("PUT", "/acme/sign-out", "POST"), ("OPTIONS", "/acme/sign-in", "GET, HEAD, POST"),
            ("TRACE", "/", "GET, HEAD"), ("GET", "/hooks/payments/acme", "POST"),
        ])
    func methods(method: String, path: String, allowed: String) async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let reply = try await Browser(port: port).send(method, path, [:], body: [])
            #expect(reply.status == 405)
            #expect(reply.header("Allow") == allowed)
        }
    }

    @Test(
        "every answer has the fields that protect it",
        arguments: ["/", "/healthz", "/acme", "/acme/sign-in", "/acme/logo", "/nothing/here", "/acme/projects/1"])
    func securityFields(path: String) async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let reply = try await Browser(port: port).get(path)
            let policy = try #require(reply.header("Content-Security-Policy"))
            #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
            #expect(reply.header("X-Content-Type-Options") == "nosniff")
            #expect(reply.header("Referrer-Policy") != nil)
            #expect(reply.header("Cross-Origin-Opener-Policy") == "same-origin")
            #expect(reply.header("Cross-Origin-Resource-Policy") == "same-origin")
            #expect(reply.header("Cache-Control") != nil)
        }
    }

    @Test("looking, however often, changes nothing", arguments: ["GET", "HEAD"])
    func looking(method: String) async throws {
        let world = try await World.acme()
        let secret = try await world.invitation(of: .dana)
        try await serving(world) { port in
            let before = try world.portal.history(newest: 1000).count
            let commits = try world.portal.commitsSeen()
            for path in ["/i/\(secret.text)", "/acme", "/acme/sign-in", "/acme/sign-in/code"] {
                for _ in 0..<10 {
                    _ = try await Browser(port: port).get(path, ["Sec-Purpose": "prefetch"], method: method)
                }
            }
            #expect(try world.portal.history(newest: 1000).count == before)
            #expect(try world.portal.commitsSeen() == commits)
        }
    }

    @Test("the answer to a sign-in request is the same for known and unknown addresses")
    func signInTellsNothing() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            var heads: Set<[String]> = []
            for email in [
                "ana@acme.test", "nobody@client.test", "not an address", "ana@acme.test,a@attack.test",
                "ana@acme.test\r\nBcc: a@attack.test", "",
            ] {
                let browser = Browser(port: port)
                let page = try await browser.get("/acme/sign-in")
                let reply = try await browser.post(
                    "/acme/sign-in", ["form": page.token(for: "/acme/sign-in"), "email": email])
                heads.insert(reply.head.filter { !$0.hasPrefix("Date:") })
            }
            #expect(heads.count == 1)
            #expect(try await world.mails().map(\.to) == [.ana])
        }
    }

    @Test("what is too large, or too much, is refused")
    func limits() async throws {
        let world = try await World.acme()
        try await serving(world, settings: WebSettings(port: 0, uploadLimit: 300_000)) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            let path = "/acme/projects/1/messages"
            let token = try await browser.get("/acme/projects/1").token(for: path)
            let large = [("big.bin", [UInt8](repeating: 65, count: 300_000))]
            #expect(try await browser.post(path, fields: ["form": token, "text": ""], files: large).status == 413)
            let many = String(repeating: "a=b&", count: 1_001)
            let type = ["Content-Type": "application/x-www-form-urlencoded"]
            #expect(try await browser.send("POST", path, type, body: Array(many.utf8)).status == 400)
            let headers = (0..<200).map { "X-\($0): y\r\n" }.joined()
            let request = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\(headers)\r\n"
            let reply = try await browser.exchange(Array(request.utf8))
            #expect(String(decoding: reply, as: UTF8.self).hasPrefix("HTTP/1.1 431"))
            #expect(try await browser.get("/healthz").text == "ok\n")
        }
    }
}
