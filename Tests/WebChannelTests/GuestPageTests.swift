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
        try await world.order(.setItem(.event(Self.event(on: "2026-05-04")), organization: "acme"))
        try await WebChannelTests.serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            try await body(world, dana)
        }
    }

    private static func event(on day: String) -> EventSettings {
        EventSettings(
            project: "film", starts: LocalTime("\(day)T18:00")!, ends: LocalTime("\(day)T22:00")!,
            place: "The <old> harbor", details: "Bring a coat.", asksAtOnce: false)
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
            _ = try await add(dana, "=SUM(A1:A9)", "eva@guest.test")
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

    @Test("how many come is a number that can be; blank is one", arguments: ["abc", "-1", "0", "101", "9999", "1.5"])
    func party(typed: String) async throws {
        try await serving { _, dana in
            func send(_ path: String, _ page: Reply, _ fields: [(key: String, value: String)]) async throws -> Reply {
                try await dana.post(path, pairs: [(key: "form", value: page.token(for: path))] + fields)
            }
            func person(_ party: String) -> [(key: String, value: String)] {
                [("name", "Eva Nagy"), ("address", "eva@guest.test"), ("party", party)]
            }
            let refused = try await send(Self.page, try await dana.get(Self.page), person(typed))
            #expect(refused.status == 422 && refused.text.contains("a number from 1 to 100"))
            #expect(refused.text.contains("value=\"\(typed)\"") && refused.text.contains("value=\"Eva Nagy\""))
            #expect(try await send(Self.page, refused, person("")).status == 303)
            let answer = "\(Self.page)/1/answer"
            let page = try await dana.get(Self.page)
            #expect(page.text.contains("party of 1"))
            let wrong = try await send(answer, page, [("reply", "maybe"), ("party", typed)])
            #expect(wrong.status == 422 && wrong.text.contains("a number from 1 to 100"))
            #expect(
                wrong.text.contains("value=\"maybe\" required checked") && wrong.text.contains("value=\"\(typed)\""))
            #expect(try await send(answer, wrong, [("reply", "yes"), ("party", "")]).status == 303)
            let after = try await dana.get(Self.page)
            #expect(after.text.contains("party of 1"))
            #expect(try await send(answer, after, [("reply", "no"), ("party", "0")]).status == 303)
        }
    }

    @Test("what a table, or the form, left out is said")
    func leftOut() async throws {
        try await serving { _, dana in
            _ = try await add(dana, "Eva Nagy", "eva@guest.test")
            let page = try await dana.get(Self.page)
            let table = "name;email\nEva N.;eva@guest.test\nnobody;nowhere\nKim <K>;kim@guest.test"
            let reply = try await dana.post(
                Self.page, fields: ["form": page.token(for: Self.page)], files: [("guests.csv", Array(table.utf8))])
            #expect(reply.status == 200)
            #expect(reply.text.contains("On the list now: Kim &lt;K&gt;."))
            #expect(reply.text.contains("left as they were: Eva N.") && reply.text.contains("line 3."))
            let known = try await add(dana, "Eva", "eva@guest.test")
            #expect(known.status == 200 && known.text.contains("left as they were: Eva."))
        }
    }

    @Test("a yes to a time that was changed meanwhile is not taken, and what else was typed stays")
    func changed() async throws {
        try await serving { world, dana in
            let link = try await link(world, dana)
            let eva = Browser(port: dana.port)
            let page = try await eva.get(link)
            let sequence = String(page.text.firstMatch(of: /name="sequence" value="([0-9]+)"/)?.1 ?? "")
            try await world.order(.setItem(.event(Self.event(on: "2026-05-05")), organization: "acme"))
            func answer(_ page: Reply, _ sequence: String) -> [(key: String, value: String)] {
                [
                    ("form", page.token(for: link)), ("sequence", sequence), ("reply", "yes"), ("party", "3"),
                    ("note", "No <meat>."),
                ]
            }
            let late = try await eva.post(link, pairs: answer(page, sequence))
            #expect(late.status == 409 && late.text.contains("time or place have changed"))
            #expect(late.text.contains("5 May 2026") && late.text.contains("name=\"sequence\" value=\"1\""))
            #expect(late.text.contains("No &lt;meat&gt;.</textarea>") && late.text.contains("value=\"3\""))
            #expect(!late.text.contains("checked"))
            #expect(try await dana.get(Self.page).text.contains("No answer yet"))
            #expect(try await eva.post(link, pairs: answer(late, "1")).status == 303)
            #expect(try await dana.get(Self.page).text.contains("1 (3 people)"))
        }
    }

    @Test("a note stays when something else was wrong")
    func note() async throws {
        try await serving { world, dana in
            let link = try await link(world, dana)
            let eva = Browser(port: dana.port)
            let page = try await eva.get(link)
            let wrong = try await eva.post(
                link, ["form": page.token(for: link), "reply": "yes", "party": "many", "note": "No nuts."])
            #expect(wrong.status == 422 && wrong.text.contains("a number from 1 to 100"))
            #expect(wrong.text.contains("No nuts.</textarea>") && wrong.text.contains("value=\"many\""))
            #expect(wrong.text.contains("value=\"yes\" required checked"))
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
