import Foundation
import MailFormat
import PortalCore
import Testing

@testable import WebChannel

/// The TK rows of sessions and of access taken away, through whole exchanges.
struct SessionCases {
    @Test("TK-15: a code works in the browser that asked, nowhere else")
    func otherBrowser() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            _ = try await Browser(port: port).askedLink(world)
            let other = Browser(port: port)
            let page = try await other.get("/acme/sign-in/code")
            let reply = try await other.post(
                "/acme/sign-in/code",
                ["form": page.token(for: "/acme/sign-in/code"), "code": world.lastCode])
            #expect(reply.status == 422 && other.cookies["postern-acme"] == nil)
        }
    }

    @Test("TK-16: a cookie that somebody chose beforehand becomes no session, and the link's secret is none")
    func fixation() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            let chosen = String(repeating: "e", count: 52)
            browser.cookies["postern-acme"] = chosen
            let path = try await browser.askedLink(world)
            _ = try await browser.post(path, ["form": try await browser.get(path).token(for: path)])
            let session = try #require(browser.cookies["postern-acme"])
            #expect(session != chosen && !path.contains(session))
            for old in [chosen, String(path.dropFirst(3)), browser.cookies["postern.browser"]!] {
                let other = Browser(port: port)
                other.cookies["postern-acme"] = old
                #expect(try await other.get("/acme").status == 303)
            }
        }
    }

    @Test("TK-17: a form from another site is turned away, and each door names whose it is")
    func crossSite() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            let path = try await browser.askedLink(world)
            let page = try await browser.get(path)
            #expect(page.text.contains("a•••@acme.test"))
            let headers = ["Origin": "https://attack.test", "Sec-Fetch-Site": "cross-site"]
            #expect(try await browser.post(path, ["form": page.token(for: path)], headers).status == 403)
            #expect(browser.cookies["postern-acme"] == nil)
        }
    }

    @Test("TK-21: whoever is put out is out everywhere, in one transaction")
    func disabled() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let (dana, by) = (Browser(port: port), Browser(port: port))
            try await dana.enter(world, as: .dana)
            let link = "/l/\(try await world.portalLink("own").0.text)"
            _ = try await by.post(link, ["form": try await by.get(link).token(for: link)])
            let confirmation = "/c/\(try await world.confirmationOfCut().text)"
            let asked = Browser(port: port)
            let signIn = try await asked.askedLink(world, as: .dana)
            #expect(try await dana.get("/acme/files/2").status == 200)
            #expect(try await by.get("/acme/files/2").status == 200)
            var person = World.person(.dana, "Dana Client", .client)
            person.admitted = false
            try await world.order(.setPerson(person, organization: "acme"))
            for browser in [dana, by] {
                for path in ["/acme", "/acme/files/2"] { #expect(try await browser.get(path).status == 303) }
            }
            for path in [link, confirmation, signIn] { #expect(try await asked.get(path).status == 404, "\(path)") }
        }
    }

    @Test("TK-21: whoever is let in again comes in by what is new alone")
    func letInAgain() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let by = Browser(port: port)
            let link = "/l/\(try await world.portalLink("own").0.text)"
            var person = World.person(.dana, "Dana Client", .client)
            person.admitted = false
            try await world.order(.setPerson(person, organization: "acme"))
            person.admitted = true
            try await world.order(.setPerson(person, organization: "acme"))
            #expect(try await by.get(link).status == 410)
            let invitation = "/i/\(try await world.invitation(of: .dana).text)"
            #expect(try await by.get(invitation).status == 200)
        }
    }

    @Test("TK-22: what was sent to an address that somebody had before opens nothing, and both addresses are told")
    func moved() async throws {
        let world = try await World.acme()
        let present = EmailAddress("dana@new.test")!
        try await serving(world) { port in
            let (dana, by, asked) = (Browser(port: port), Browser(port: port), Browser(port: port))
            try await dana.enter(world, as: .dana)
            let link = "/l/\(try await world.portalLink("own").0.text)"
            _ = try await by.post(link, ["form": try await by.get(link).token(for: link)])
            let confirmation = "/c/\(try await world.confirmationOfCut().text)"
            let signIn = try await asked.askedLink(world, as: .dana)
            for path in [link, confirmation, signIn] { #expect(try await asked.get(path).status == 200, "\(path)") }
            var person = World.person(present, "Dana Client", .client)
            person.formerly = .dana
            try await world.order(.setPerson(person, organization: "acme"))
            for browser in [dana, by] { #expect(try await browser.get("/acme").status == 303) }
            for path in [link, confirmation, signIn] { #expect(try await asked.get(path).status >= 404, "\(path)") }
            let mails = try await world.mails()
            let told = mails.filter { if case .item(.account(.addressChanged)) = $0.content { true } else { false } }
            #expect(told.map(\.to) == [.dana, present])
            #expect(mails.filter { $0.to == .dana }.count == 1)
            #expect(mails.contains { if case .portalLink = $0.content { $0.to == present } else { false } })
            try await world.order(.setPerson(person, organization: "acme"))
            #expect(try await world.mails().isEmpty)
        }
    }

    @Test("TK-25: the session's cookie is bound to the host, and signing out ends it on the server")
    func cookies() async throws {
        let world = try await World.acme()
        try await serving(world, site: "https://portal.test") { port in
            let browser = Browser(port: port)
            let host = ["Host": "portal.test", "Origin": "https://portal.test"]
            let path = "/i/\(try await world.invitation(of: .dana).text)"
            let token = try await browser.get(path, host).token(for: path)
            let reply = try await browser.post(path, ["form": token], host)
            let cookie = try #require(reply.header("Set-Cookie"))
            #expect(cookie.hasPrefix("__Host-postern-acme=") && !cookie.contains("Domain"))
            for part in ["; Path=/", "; HttpOnly", "; Secure", "; SameSite=Lax"] { #expect(cookie.contains(part)) }
            let kept = browser.cookies
            let page = try await browser.get("/acme", host)
            _ = try await browser.post("/acme/sign-out", ["form": page.token(for: "/acme/sign-out")], host)
            browser.cookies = kept
            #expect(try await browser.get("/acme", host).status == 303)
        }
    }

    @Test("TK-29: what expired or was used stays so when the clock goes back")
    func clockBack() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            let expired = try await browser.askedLink(world)
            world.pass(.minutes(11))
            #expect(try await browser.get(expired).status == 404)
            world.pass(.hours(-2))
            #expect(try await browser.get(expired).status == 404)
            world.pass(.hours(3))
            let used = try await browser.askedLink(world)
            _ = try await browser.post(used, ["form": try await browser.get(used).token(for: used)])
            world.pass(.hours(-2))
            #expect(try await browser.get(used).status == 404)
        }
    }

    @Test("TK-30: a new invitation ends the old one, gives no session by itself and raises nobody's role")
    func invitedAgain() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let old = "/i/\(try await world.invitation(of: .dana).text)"
            world.pass(.days(8))
            let new = "/i/\(try await world.invitation(of: .dana).text)"
            let browser = Browser(port: port)
            #expect(try await browser.get(old).status == 410)
            let page = try await browser.get(new)
            #expect(browser.cookies["postern-acme"] == nil)
            _ = try await browser.post(new, ["form": page.token(for: new), "role": "owner"])
            #expect(try await browser.get("/acme/deliverables/3").status == 404)
            #expect(try await browser.get(old).status == 410)
        }
    }

    @Test("TK-10: known, unknown and shut out addresses get the same answer before anything is looked up")
    func sameAnswer() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            var answers: Set<String> = []
            for email in ["ana@acme.test", "dana@client.test", "nobody@client.test", "no address", ""] {
                let browser = Browser(port: port)
                let token = try await browser.get("/acme/sign-in").token(for: "/acme/sign-in")
                let reply = try await browser.post("/acme/sign-in", ["form": token, "email": email])
                answers.insert(reply.withoutDate)
                answers.insert(String(reply.body.count))
            }
            #expect(answers.count == 2)
            try await world.errandsDone()
            #expect(try await world.mails().map(\.to) == [.ana])
        }
    }

    @Test("MO-03 MO-12: signing out of one organization leaves the other's session, and closing one ends its own")
    func twoOrganizations() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            try await dana.enter(world, as: .dana, at: "beta")
            let page = try await dana.get("/beta")
            _ = try await dana.post("/beta/sign-out", ["form": page.token(for: "/beta/sign-out")])
            #expect(try await dana.get("/beta").status == 303)
            #expect(try await dana.get("/acme").status == 200)
            var closed = World.organization("acme", "Acme Studio", color: "#0a6b57")
            closed.portalOpen = false
            try await world.order(.setOrganization(closed))
            for path in ["/acme", "/acme/files/2", "/acme/projects/1"] {
                #expect(try await dana.get(path).status == 403)
            }
        }
    }
}
