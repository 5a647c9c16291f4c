import MailFormat
import PortalCore
import Testing

@testable import WebChannel

struct IsolationTests {
    @Test("what belongs to others, is hidden, or does not exist looks the same, byte for byte")
    func sameNothing() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let nothing = try await dana.get("/acme/projects/99")
            #expect(nothing.status == 404)
            for path in [
                "/acme/projects/2", "/acme/projects/3", "/acme/deliverables/3", "/acme/deliverables/99",
                "/acme/files/1", "/acme/files/99", "/acme/nothing", "/unknown", "/acme/../beta",
            ] {
                let reply = try await dana.get(path)
                #expect(reply.status == 404, "\(path)")
                #expect(reply.body == nothing.body, "\(path)")
                #expect(Self.head(reply) == Self.head(nothing), "\(path)")
            }
            let secret = String(repeating: "b", count: 52)
            for door in ["i", "l", "s", "c"] {
                let reply = try await dana.get("/\(door)/\(secret)")
                #expect(reply.body == nothing.body)
                #expect(Self.head(reply) == Self.head(nothing))
            }
        }
    }

    @Test("a link's secret opens its own door only")
    func wrongDoors() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let invitation = try await world.invitation(of: .dana)
            let (link, _) = try await world.portalLink("phone")
            for (secret, own) in [(invitation, "i"), (link, "l")] {
                for door in ["i", "l", "s", "c"] {
                    let status = try await Browser(port: port).get("/\(door)/\(secret.text)").status
                    #expect(status == (door == own ? 200 : 404))
                }
            }
        }
    }

    @Test("a session of one organization is none of another, even for the same person")
    func sessions() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            dana.cookies["postern-beta"] = dana.cookies["postern-acme"]
            #expect(try await dana.get("/beta").header("Location") == "/beta/sign-in")
            #expect(try await dana.get("/beta/projects/3").header("Location") == "/beta/sign-in")
            try await dana.enter(world, as: .dana, at: "beta")
            #expect(try await dana.get("/beta/projects/3").status == 200)
            #expect(try await dana.get("/beta/projects/1").status == 404)
            #expect(try await dana.get("/acme/projects/1").status == 200)
        }
    }

    @Test("whoever is put out is out at once")
    func ended() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            var person = World.person(.dana, "Dana Client", .client)
            person.admitted = false
            try await world.order(.setPerson(person, organization: "acme"))
            for path in ["/acme", "/acme/projects/1", "/acme/files/4"] {
                #expect(try await dana.get(path).header("Location") == "/acme/sign-in")
            }
        }
    }

    @Test("no page sends anybody to another site", arguments: ["//attack.test", "https:attack.test", "/\\attack.test"])
    func redirects(next: String) async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            let reply = try await browser.get("/acme?next=\(next)")
            #expect(reply.header("Location") == "/acme/sign-in")
            let page = try await browser.get("/acme/sign-in?next=\(next)")
            #expect(!page.text.contains("attack"))
        }
    }

    @Test("each page with its style is smaller than 20 kB")
    func sizes() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let style = Stylesheet(of: World.organization("acme", "Acme Studio", color: "#0a6b57")).bytes.count
            for path in ["/acme", "/acme/projects/1", "/acme/deliverables/1", "/acme/sign-in/code", "/"] {
                #expect(try await dana.get(path).body.count + style < 20_000)
            }
        }
    }

    private static func head(_ reply: Reply) -> [String] { reply.head.filter { !$0.hasPrefix("Date:") } }
}
