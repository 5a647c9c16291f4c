import MailFormat
import PortalCore
import TestGround
import Testing

@testable import WebChannel

/// The guest list on its page, and the page behind a guest's link.
struct GuestPageTests {
    private static let page = "/acme/projects/1/guests"
    private static let eva = EmailAddress("eva@guest.test")!

    private func serving(_ body: (World, Browser) async throws -> Void) async throws {
        let world = try await World.acme()
        let event = EventSettings(
            project: "film", starts: LocalTime("2026-05-04T18:00")!, ends: LocalTime("2026-05-04T22:00")!,
            place: "The <old> harbor", details: "Bring a coat.", asksAtOnce: false)
        try await world.order(.setItem(.event(event), organization: "acme"))
        try await WebChannelTests.serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            try await body(world, dana)
        }
    }

    private func add(_ browser: Browser, _ name: String, _ address: String) async throws -> Reply {
        let page = try await browser.get(Self.page)
        return try await browser.post(
            Self.page, ["form": page.token(for: Self.page), "name": name, "address": address, "party": "2"])
    }

    /// The link in the invitation that was mailed to Eva.
    private func link(_ world: World, _ dana: Browser) async throws -> String {
        _ = try await add(dana, "Eva Nagy", "eva@guest.test")
        let page = try await dana.get(Self.page)
        _ = try await dana.post(Self.page, ["form": page.token(for: Self.page), "act": "ask"])
        for mail in try await world.mails() {
            if case .item(.guestAsked(let letter)) = mail.content, mail.to == Self.eva, let secret = letter.secret {
                return SitePath.guest(secret)
            }
        }
        throw World.NoMail()
    }

    @Test("OB-14: staff take the list along as a table in which nothing is a formula; nobody else does")
    func spreadsheet() async throws {
        try await serving { world, dana in
            _ = try await add(dana, "=HYPERLINK(\"https://attack.test\")", "eva@guest.test")
            _ = try await add(dana, "Zoë Ünal", "zoe@guest.test")
            let project = ProjectID(number: 1)
            let answer = GuestAnswer(.yes, party: 2, note: "vegan; no nuts\n-1 chair")
            _ = try await world.portal.perform(
                [.item(.guest(.answer(GuestID(number: 1), in: project, answer)))],
                for: .staff(.ana, organization: "acme"), because: .form(nonce: "for Eva"))
            #expect(try await dana.get("/acme/staff/guests/1").status == 404)
            #expect(try await !dana.get(Self.page).text.contains("CSV)"))
            let ana = Browser(port: dana.port)
            try await ana.signIn(world, as: .ana)
            #expect(try await ana.get(Self.page).text.contains("href=\"/acme/staff/guests/1\""))
            try expectGolden(try await ana.get("/acme/staff/guests/1").golden(port: dana.port), "guests-table.http")
            #expect(try await ana.get("/acme/staff/guests/99").status == 404)
            #expect(try await Browser(port: dana.port).get("/acme/staff/guests/1").status == 303)
        }
    }

    @Test("an empty list is there to be filled; a guest is added, answered for, and taken off")
    func exchange() async throws {
        try await serving { world, dana in
            #expect(try await dana.get("/acme/projects/1").text.contains("href=\"\(Self.page)\""))
            try expectGolden(try await dana.get(Self.page).golden(port: dana.port), "guests-empty.http")
            let added = try await add(dana, "Eva Nagy", "eva@guest.test")
            try expectGolden(added.golden(port: dana.port), "guests-added.http")
            let page = try await dana.get(Self.page)
            try expectGolden(page.golden(port: dana.port), "guests.http")
            let answer = "\(Self.page)/1/answer"
            _ = try await dana.post(answer, ["form": page.token(for: answer), "reply": "yes", "party": "3"])
            #expect(try await dana.get(Self.page).text.contains("1 (3 people)"))
            let remove = "\(Self.page)/1/remove"
            _ = try await dana.post(remove, ["form": page.token(for: remove)])
            #expect(try await dana.get(Self.page).text.contains("Nobody is on the list yet"))
        }
    }

    @Test("what cannot be a guest is shown again, with the reason")
    func refused() async throws {
        try await serving { _, dana in
            let refused = try await add(dana, "Eva", "not an address")
            #expect(refused.status == 422)
            #expect(refused.text.contains("Please give a name and an email address"))
            #expect(refused.text.contains("value=\"not an address\""))
        }
    }

    @Test("a table adds everybody in it")
    func table() async throws {
        try await serving { _, dana in
            let page = try await dana.get(Self.page)
            let reply = try await dana.post(
                Self.page, fields: ["form": page.token(for: Self.page)],
                files: [("guests.csv", Array("name;email\nEva;eva@guest.test\nKim;kim@guest.test".utf8))])
            #expect(reply.status == 303)
            let text = try await dana.get(Self.page).text
            #expect(text.contains("eva@guest.test") && text.contains("kim@guest.test"))
        }
    }

    @Test("a guest answers behind their link, in any browser, and may change it; looking changes nothing")
    func link() async throws {
        try await serving { world, dana in
            let link = try await link(world, dana)
            let eva = Browser(port: dana.port)
            for method in ["GET", "HEAD", "GET"] { _ = try await eva.get(link, method: method) }
            let page = try await eva.get(link)
            #expect(try await dana.get(Self.page).text.contains("No answer yet"))
            try expectGolden(page.golden(port: dana.port), "event-invitation.http")
            let reply = try await eva.post(
                link, ["form": page.token(for: link), "reply": "yes", "party": "3", "note": "No <meat>."])
            #expect(reply.status == 303)
            #expect(try await eva.get(link).text.contains("We noted: Yes"))
            #expect(try await dana.get(Self.page).text.contains("1 (3 people)"))
            #expect(try await dana.get(Self.page).text.contains("No &lt;meat&gt;."))
            let tooMany = try await eva.post(link, ["form": page.token(for: link), "reply": "yes", "party": "500"])
            #expect(tooMany.status == 422)
        }
    }

    @Test("a guest's link opens nothing else, and no form from elsewhere answers")
    func nothingElse() async throws {
        try await serving { world, dana in
            let link = try await link(world, dana)
            let eva = Browser(port: dana.port)
            let page = try await eva.get(link)
            #expect(page.header("Referrer-Policy") == "no-referrer")
            #expect(try await eva.get(Self.page).status == 303, "the sign-in page")
            #expect(
                try await Browser(port: dana.port).post(link, ["form": page.token(for: link), "reply": "no"]).status
                    == 403)
            #expect(try await eva.post(link, ["form": "x", "reply": "no"]).status == 403)
            #expect(try await eva.post(link, ["form": page.token(for: link)]).status == 400)
            #expect(try await eva.get(link).text.contains("We noted") == false)
        }
    }

    @Test("a guest's link says so when the event is over")
    func over() async throws {
        try await serving { world, dana in
            let link = try await link(world, dana)
            world.pass(.days(60))
            #expect(try await Browser(port: dana.port).get(link).status == 410)
        }
    }

    @Test("a guest's link is dead once they are off the list")
    func removed() async throws {
        try await serving { world, dana in
            let link = try await link(world, dana)
            let eva = Browser(port: dana.port)
            #expect(try await eva.get(link).status == 200)
            let page = try await dana.get(Self.page)
            let remove = "\(Self.page)/1/remove"
            _ = try await dana.post(remove, ["form": page.token(for: remove)])
            #expect(try await eva.get(link).status == 404)
        }
    }
}
