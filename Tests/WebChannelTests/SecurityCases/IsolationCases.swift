import PortalCore
import Testing

@testable import WebChannel

/// MO-04 and WB-14: every numbered route × every number × every kind of session, generated from the tables.
struct IsolationCases {
    private static let numbers = 1...7
    private static let never = 999_999

    @Test(
        "MO-04 WB-14 FL-05: what is not one's own answers byte for byte as what never was",
        arguments: Cast.Visitor.allCases)
    func isolation(visitor: Cast.Visitor) async throws {
        let cast = try await Cast()
        try await serving(cast.world) { port in
            let browser = try await cast.browser(of: visitor, port: port)
            for slug in ["acme", "beta"] {
                for (route, path) in RouteTable.numbered {
                    for method in ["GET", "HEAD", "POST"] {
                        // Forms have a pace of their own.
                        cast.world.pass(.minutes(2))
                        let nothing = try await ask(method, path(slug, Self.never), browser, slug)
                        for number in Self.numbers where !visitor.sees(route, number, of: slug) {
                            let reply = try await ask(method, path(slug, number), browser, slug)
                            #expect(reply == nothing, "\(visitor) \(method) \(path(slug, number))")
                        }
                        #expect(!nothing.hasPrefix("HTTP/1.1 200"))
                    }
                }
            }
            #expect(try effects(cast.world) == [])
        }
    }

    @Test("MO-10: words of others reach no page", arguments: Cast.Visitor.allCases)
    func planted(visitor: Cast.Visitor) async throws {
        let cast = try await Cast()
        try await serving(cast.world) { port in
            let browser = try await cast.browser(of: visitor, port: port)
            for slug in ["acme", "beta"] {
                var paths = RouteTable.rooms.values.map { $0(slug) }
                for path in RouteTable.numbered.values { paths += Self.numbers.map { path(slug, $0) } }
                for path in paths {
                    let reply = try await browser.get(path)
                    if path == "/acme", visitor.home == "acme" { #expect(reply.status == 200) }
                    for word in visitor.forbidden { #expect(!reply.text.contains(word), "\(visitor) \(path)") }
                }
            }
        }
    }

    @Test("a visitor does see what is theirs: the others are not about empty pages", arguments: Cast.Visitor.allCases)
    func own(visitor: Cast.Visitor) async throws {
        let cast = try await Cast()
        try await serving(cast.world) { port in
            let browser = try await cast.browser(of: visitor, port: port)
            for slug in ["acme", "beta"] {
                for (route, path) in RouteTable.numbered where ["project", "deliverable", "file"].contains(route) {
                    for number in Self.numbers {
                        let isThere = try await browser.get(path(slug, number)).status == 200
                        #expect(isThere == visitor.sees(route, number, of: slug), "\(visitor) \(route) \(number)")
                    }
                }
            }
        }
    }

    /// A request as an attacker would make it, with a token that is right for the form: whoever has a session can
    /// compute one.
    private func ask(_ method: String, _ path: String, _ browser: Browser, _ slug: String) async throws -> String {
        guard method == "POST" else { return try await browser.get(path, method: method).withoutDate }
        let key = Secret(wire: browser.cookies["postern-\(slug)"] ?? "")
        let token = key.map { FormToken(Secret(wire: String(repeating: "c", count: 52))!, for: path, key: $0).text }
        return try await browser.post(
            path, ["form": token ?? "", "version": "1", "decision": "approved", "text": "PLANTED-FOREIGN"]
        ).withoutDate
    }

    /// Messages and decisions that were made.
    private func effects(_ world: World) throws -> [String] {
        try world.portal.history(newest: 10_000).filter {
            ($0.command == "message" || $0.command.hasPrefix("decide")) && $0.outcome.contains("done")
        }.map(\.command)
    }
}

extension Reply {
    /// The whole reply but for the moment and what names the path that was asked for.
    var withoutDate: String {
        (head.filter { !$0.hasPrefix("Date:") } + [text]).joined(separator: "\n")
    }
}
