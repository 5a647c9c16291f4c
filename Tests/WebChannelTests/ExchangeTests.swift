import MailFormat
import PortalCore
import TestGround
import Testing

@testable import WebChannel

/// Whole exchanges, as people and browsers see them.
struct ExchangeTests {
    @Test("a client comes in by invitation, looks around, decides, writes, and goes")
    func spine() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            let invitation = "/i/\(try await world.invitation(of: .dana).text)"

            let page = try await browser.get(invitation)
            try expectGolden(page.golden(port: port), "invitation.http")
            let accepted = try await browser.post(invitation, ["form": page.token(for: invitation)])
            try expectGolden(accepted.golden(port: port), "invitation-accepted.http")

            let dashboard = try await browser.get("/acme")
            try expectGolden(dashboard.golden(port: port), "dashboard.http")
            let project = try await browser.get("/acme/projects/1")
            try expectGolden(project.golden(port: port), "project.http")
            let deliverable = try await browser.get("/acme/deliverables/1")
            try expectGolden(deliverable.golden(port: port), "deliverable.http")

            let decision = try await browser.post(
                "/acme/deliverables/1/decision",
                [
                    "form": deliverable.token(for: "/acme/deliverables/1/decision"), "version": "2",
                    "decision": "revision-requested", "comment": "Less <b>fog</b>, please.",
                ])
            try expectGolden(decision.golden(port: port), "decision.http")
            let decided = try await browser.get("/acme/deliverables/1")
            try expectGolden(decided.golden(port: port), "deliverable-decided.http")

            let message = try await browser.post(
                "/acme/projects/1/messages",
                fields: ["form": project.token(for: "/acme/projects/1/messages"), "text": "Here is\nthe map."],
                files: [("map.html", Array("<script>1</script>".utf8))])
            try expectGolden(message.golden(port: port), "message.http")
            try expectGolden(try await browser.get("/acme/projects/1").golden(port: port), "project-after.http")

            let out = try await browser.post("/acme/sign-out", ["form": dashboard.token(for: "/acme/sign-out")])
            try expectGolden(out.golden(port: port), "sign-out.http")
            #expect(try await browser.get("/acme").header("Location") == "/acme/sign-in")
        }
    }

    @Test("somebody signs in by email, link and code")
    func signIn() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            let asking = try await browser.get("/acme/sign-in")
            try expectGolden(asking.golden(port: port), "sign-in.http")
            let asked = try await browser.post(
                "/acme/sign-in", ["form": asking.token(for: "/acme/sign-in"), "email": "ana@acme.test"])
            try expectGolden(asked.golden(port: port), "sign-in-asked.http")
            let typing = try await browser.get("/acme/sign-in/code")
            try expectGolden(typing.golden(port: port), "sign-in-code.http")

            let mail = try await world.signInMail()
            let elsewhere = try await Browser(port: port).get("/s/\(mail.link.text)")
            try expectGolden(elsewhere.golden(port: port), "sign-in-elsewhere.http")
            let link = try await browser.get("/s/\(mail.link.text)")
            try expectGolden(link.golden(port: port), "sign-in-link.http")
            let signedIn = try await browser.post(
                "/s/\(mail.link.text)", ["form": link.token(for: "/s/\(mail.link.text)")])
            try expectGolden(signedIn.golden(port: port), "signed-in.http")
            #expect(try await browser.get("/acme").status == 200)
            #expect(try await browser.get("/s/\(mail.link.text)").status == 404)
        }
    }

    @Test("a portal link asks for its code, counts wrong ones, and remembers the browser")
    func portalLink() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            let (secret, _) = try await world.portalLink("phone", code: "123456")
            let path = "/l/\(secret.text)"
            let page = try await browser.get(path)
            try expectGolden(page.golden(port: port), "portal-link.http")
            let wrong = try await browser.post(path, ["form": page.token(for: path), "code": "111111"])
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("You can try 9 more times"))
            let right = try await browser.post(path, ["form": wrong.token(for: path), "code": "123 456"])
            #expect(right.status == 303)
            #expect(try await browser.get("/acme").status == 200)
            #expect(!(try await browser.get(path).text.contains("name=\"code\"")))
        }
    }

    @Test("a portal link that wrong codes have shut says so to all, and stays open where it was remembered")
    func lockedLink() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let (known, stranger, ana) = (Browser(port: port), Browser(port: port), Browser(port: port))
            let (secret, id) = try await world.portalLink("phone", code: "123456")
            let path = "/l/\(secret.text)"
            _ = try await known.post(path, ["form": try await known.get(path).token(for: path), "code": "123456"])
            let token = try await stranger.get(path).token(for: path)
            for code in 0..<10 { _ = try await stranger.post(path, ["form": token, "code": "00000\(code)"]) }
            let shut = try await stranger.get(path)
            #expect(shut.status == 403 && !shut.text.contains("name=\"code\""))
            #expect(try await known.get(path).status == 200)
            try await ana.signIn(world, as: .ana)
            let list = try await ana.get("/acme/staff/links")
            #expect(list.text.contains("Shut after too many wrong codes"))
            let number = try #require(id)
            let end = "/acme/staff/links/\(number)/expiry"
            let again = try await ana.post(end, ["form": list.token(for: end), "days": "20", "mail": "yes"])
            #expect(again.status == 422, "\(again.status)")
            #expect(try await world.mails().isEmpty)
        }
    }

    @Test("a mail that came close to a decision is decided on its page, by one press")
    func confirmation() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            let secret = try await world.confirmation(of: DeliverableID(number: 1), version: 2)
            let path = "/c/\(secret.text)"
            let other = Browser(port: port)
            let page = try await other.get(path)
            try expectGolden(page.golden(port: port), "confirmation.http")
            let none = try await other.post(path, ["form": page.token(for: path), "version": "2"])
            #expect(none.status == 422)
            let done = try await other.post(
                path, ["form": none.token(for: path), "version": "2", "decision": "approved"])
            #expect(done.header("Location") == path)
            try expectGolden(try await other.get(path).golden(port: port), "confirmation-done.http")
            #expect(other.cookies.keys.allSatisfy { $0.contains("browser") })
        }
    }

    @Test("doors that do not open say what to do")
    func closedDoors() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            let invitation = "/i/\(try await world.invitation(of: .dana).text)"
            let page = try await browser.get(invitation)
            let (expiring, _) = try await world.portalLink("short", days: 1)
            let (revoked, id) = try await world.portalLink("long")
            try await world.order(.revokePortalLink(id!))
            try expectGolden(try await browser.get("/l/\(revoked.text)").golden(port: port), "link-revoked.http")
            world.pass(.days(8))
            try expectGolden(try await browser.get("/l/\(expiring.text)").golden(port: port), "link-expired.http")
            let expired = try await browser.get(invitation)
            try expectGolden(expired.golden(port: port), "invitation-expired.http")
            let late = try await browser.post(invitation, ["form": page.token(for: invitation)])
            #expect(late.status == 410)

            var closed = World.organization("beta", "Beta Events", color: "#f2c200")
            closed.portalOpen = false
            try await world.order(.setOrganization(closed))
            try expectGolden(try await browser.get("/beta").golden(port: port), "portal-closed.http")
        }
    }
}
