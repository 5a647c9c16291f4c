import MailFormat
import PortalCore
import TestGround
import Testing

@testable import WebChannel

/// A decision is taken back by a button: on its own page, and behind the receipt's link.
struct UndoTests {
    private static let page = "/acme/deliverables/1"

    private func decided(
        _ body: (_ world: World, _ dana: Browser, _ link: String) async throws -> Void
    ) async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let token = try await dana.get(Self.page).token(for: "\(Self.page)/decision")
            _ = try await dana.post(
                "\(Self.page)/decision", ["form": token, "version": "2", "decision": "approved"])
            var link: String?
            for mail in try await world.mails() {
                if case .undoOffered(_, _, let offer?, _) = mail.content, mail.to == .dana {
                    link = SitePath.undo(offer.secret)
                }
            }
            try await body(world, dana, try #require(link))
        }
    }

    @Test("by whoever made it, on the page of the deliverable")
    func onThePage() async throws {
        try await decided { world, dana, _ in
            let page = try await dana.get(Self.page)
            #expect(page.text.contains("Can be taken back until"))
            try expectGolden(page.golden(port: dana.port), "deliverable-undoable.http")
            let reply = try await dana.post(
                "\(Self.page)/undo", ["form": page.token(for: "\(Self.page)/undo"), "version": "2"])
            #expect(reply.status == 303)
            #expect(try await dana.get(Self.page).text.contains("Waiting for you"))
        }
    }

    @Test("not by others: staff see until when, and have no button")
    func staff() async throws {
        try await decided { world, dana, _ in
            let ana = Browser(port: dana.port)
            try await ana.signIn(world, as: .ana)
            let page = try await ana.get(Self.page)
            #expect(page.text.contains("Can be taken back until"))
            #expect(!page.text.contains("\(Self.page)/undo"))
            #expect(try await ana.post("\(Self.page)/undo", ["form": "x", "version": "2"]).status == 403)
        }
    }

    @Test("behind the link by one press; scanners that fetch and follow, and foreign forms, take nothing back")
    func link() async throws {
        try await decided { world, dana, link in
            for method in ["GET", "HEAD", "GET"] {
                #expect(try await Browser(port: dana.port).send(method, link, [:], body: []).status == 200)
            }
            #expect(try await Browser(port: dana.port).post(link, [:]).status == 403)
            #expect(try await dana.get(Self.page).text.contains("Approved"))
            let phone = Browser(port: dana.port)
            let page = try await phone.get(link)
            #expect(page.header("Referrer-Policy") == "no-referrer")
            try expectGolden(page.golden(port: dana.port), "undo.http")
            let reply = try await phone.post(link, ["form": page.token(for: link)])
            #expect(reply.header("Location") == link)
            #expect(try await phone.get(link).text.contains("waits for your decision again"))
            #expect(try await dana.get(Self.page).text.contains("Waiting for you"))
        }
    }

    @Test("for ten minutes")
    func tooLate() async throws {
        try await decided { world, dana, link in
            let page = try await dana.get(Self.page)
            let token = page.token(for: "\(Self.page)/undo")
            let form = try await dana.get(link)
            world.pass(MadeDecision.undoWindow)
            #expect(try await dana.post(link, ["form": form.token(for: link)]).status == 303)
            #expect(try await dana.get(link).status == 410)
            let reply = try await dana.post("\(Self.page)/undo", ["form": token, "version": "2"])
            #expect(reply.status == 409)
            #expect(reply.text.contains("The ten minutes"))
            #expect(!reply.text.contains("Can be taken back"))
        }
    }
}
