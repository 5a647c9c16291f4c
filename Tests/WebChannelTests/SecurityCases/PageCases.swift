import PortalCore
import Testing

@testable import WebChannel

/// WB-01, WB-02, TK-18, TK-24: every route by every kind of visitor, generated from the table of routes.
struct PageCases {
    @Test("WB-01 WB-02: no script, no frame, no stranger, on any answer", arguments: Cast.Visitor.allCases)
    func fields(visitor: Cast.Visitor) async throws {
        let cast = try await Cast()
        try await serving(cast.world) { port in
            let browser = try await cast.browser(of: visitor, port: port)
            for path in try await Self.paths(cast) {
                for method in ["GET", "HEAD", "POST", "PUT"] {
                    cast.world.pass(.minutes(2))
                    let reply = try await browser.send(method, path, [:], body: [])
                    Self.check(reply, "\(visitor) \(method) \(path)", isDoor: Self.isDoor(path))
                }
            }
        }
    }

    @Test("TK-18: no door's page loads or names another site's, and its form leads to an address without secret")
    func doors() async throws {
        let cast = try await Cast()
        try await serving(cast.world) { port in
            let browser = Browser(port: port)
            for path in try await Self.paths(cast) where Self.isDoor(path) {
                let page = try await browser.get(path)
                for attribute in page.text.matches(of: /(?:src|srcset|href|action)="([^"]*)"/) {
                    let target = String(attribute.1)
                    let isHome = target == "https://acme.test/" || target.hasPrefix("mailto:") || target.hasPrefix("#")
                    #expect(target.hasPrefix("/") && !target.hasPrefix("//") || isHome, "\(target)")
                }
            }
            let link = "/l/\(try await cast.world.portalLink("more").0.text)"
            let reply = try await browser.post(link, ["form": try await browser.get(link).token(for: link)])
            #expect(reply.header("Location") == "/acme")
        }
    }

    @Test(
        "TK-24: no parameter leads to another site",
        arguments: [
            "//attack.test", "/%5Cattack.test", "https:attack.test", "/%09/attack.test", "%2f%2fattack.test",
            "javascript:x", "/..//attack.test",
        ])
    func next(target: String) async throws {
        let cast = try await Cast()
        try await serving(cast.world) { port in
            let (browser, dana) = (Browser(port: port), Browser(port: port))
            try await dana.enter(cast.world, as: .dana)
            for name in ["next", "return", "redirect", "url"] {
                for path in ["/acme", "/acme/sign-in", "/acme/sign-in/code", "/acme/projects/1"] {
                    for one in [browser, dana] {
                        let reply = try await one.get("\(path)?\(name)=\(target)")
                        let location = reply.header("Location") ?? "/"
                        #expect(location.hasPrefix("/") && !location.hasPrefix("//"))
                        #expect(!reply.text.contains("attack.test"))
                    }
                }
            }
        }
    }

    private static func check(_ reply: Reply, _ what: String, isDoor: Bool) {
        let policy = reply.header("Content-Security-Policy") ?? ""
        for rule in ["default-src 'none'", "frame-ancestors 'none'"] { #expect(policy.contains(rule), "\(what)") }
        if reply.header("Content-Type")?.hasPrefix("text/html") == true {
            for rule in ["base-uri 'none'", "object-src 'none'", "form-action 'self'"] {
                #expect(policy.contains(rule), "\(what)")
            }
            #expect(!policy.contains("unsafe") && !policy.contains("script-src"), "\(what)")
            #expect(reply.header("Cache-Control") == "no-store", "\(what)")
            #expect(!reply.text.contains(/<script|<[^>]* (style|on[a-z]+)=/), "\(what)")
        }
        #expect(reply.header("X-Content-Type-Options") == "nosniff", "\(what)")
        #expect(reply.header("Cross-Origin-Opener-Policy") == "same-origin", "\(what)")
        #expect(reply.header("Cross-Origin-Resource-Policy") == "same-origin", "\(what)")
        #expect(reply.header("Cache-Control") != nil, "\(what)")
        #expect(reply.header("Server") == nil, "\(what)")
        let referrer = reply.header("Referrer-Policy")
        #expect(isDoor ? referrer == "no-referrer" : ["same-origin", "no-referrer"].contains(referrer), "\(what)")
        for cookie in reply.headers("Set-Cookie") { #expect(cookie.contains("; HttpOnly; SameSite=Lax"), "\(what)") }
    }

    private static func isDoor(_ path: String) -> Bool {
        ["/i/", "/l/", "/s/", "/c/", "/u/"].contains { path.hasPrefix($0) }
    }

    /// Every route with objects that are there, that are others', and that never were.
    private static func paths(_ cast: Cast) async throws -> [String] {
        var paths = Array(RouteTable.open.values) + ["/nothing/at/all", "/unknown"]
        for slug in ["acme", "beta"] {
            paths += RouteTable.rooms.values.map { $0(slug) }
            for path in RouteTable.numbered.values { paths += [1, 3, 999].map { path(slug, $0) } }
        }
        let link = try await cast.world.portalLink("seen").0.text
        let (revoked, id) = try await cast.world.portalLink("over")
        try await cast.world.order(.revokePortalLink(id!))
        for path in RouteTable.doors.values {
            paths += [link, revoked.text, String(repeating: "b", count: 52)].map(path)
        }
        return paths
    }
}
