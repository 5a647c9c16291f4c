import Localization
import MailFormat
import PortalCore
import TestGround
import Testing

@testable import WebChannel

/// The pages of the staff, as people and browsers see them.
struct StaffPageTests {
    private static let ben = EmailAddress("ben@acme.test")!
    private static let kim = EmailAddress("kim@client.test")!

    private func world() async throws -> World {
        let world = try await World.acme()
        try await world.order(.setPerson(World.person(Self.ben, "Ben Member", .member), organization: "acme"))
        _ = try await world.portalLink("phone", code: "123456", days: 14)
        try await world.order(.invite(.lee, organization: "acme"))
        _ = try await world.mails()
        return world
    }

    /// Every page and form of the staff, with what a form would be sent with.
    private static let places: [(path: String, isForm: Bool)] = [
        ("/acme/staff", false), ("/acme/staff/people", false), ("/acme/staff/links", false),
        ("/acme/staff/history", false), ("/acme/staff/history/5", false), ("/acme/staff/projects/1", false),
        ("/acme/staff/projects/1/invoice", false), ("/acme/staff/test", true), ("/acme/staff/people", true),
        ("/acme/staff/people/2/invite", true), ("/acme/staff/people/2/revoke", true),
        ("/acme/staff/people/2/end", true), ("/acme/staff/links", true), ("/acme/staff/links/1/revoke", true),
        ("/acme/staff/links/1/notify", true), ("/acme/staff/links/1/expiry", true),
        ("/acme/staff/projects/1/progress", true), ("/acme/staff/projects/1/files", true),
        ("/acme/staff/projects/1/invoice", true), ("/acme/staff/deliverables/1/visible", true),
        ("/acme/staff/deliverables/1/version", true), ("/acme/staff/files/4/visible", true),
        ("/acme/staff/projects/1/deliverables", false), ("/acme/staff/projects/1/deliverables", true),
        ("/acme/staff/projects/1/documents", false), ("/acme/staff/projects/1/documents", true),
        ("/acme/staff/projects/1/forms", false), ("/acme/staff/projects/1/forms", true),
        ("/acme/staff/projects/1/todos", false), ("/acme/staff/projects/1/todos", true),
        ("/acme/staff/resume", true), ("/acme/staff/files/4/release", true), ("/acme/staff/guests/1", false),
    ]

    @Test("each page, byte for byte")
    func pages() async throws {
        let world = try await world()
        try await serving(world) { port in
            let ana = Browser(port: port)
            try await ana.signIn(world, as: .ana)
            _ = try await world.portal.perform(
                [.postMessage(NewMessage(project: ProjectID(number: 2), text: "When is it ready?", attachments: []))],
                for: try await lee(world), because: .form(nonce: "lee asks"))
            #expect(try await ana.get("/acme").text.contains("href=\"/acme/staff\""))
            #expect(try await ana.get("/acme/projects/1").text.contains("href=\"/acme/staff/projects/1\""))
            for (path, name) in [
                ("", ""), ("/people", "-people"), ("/links", "-links"), ("/history", "-history"),
                ("/projects/1", "-project"), ("/projects/1/invoice", "-invoice"),
            ] {
                let page = try await ana.get("/acme/staff\(path)")
                #expect(page.status == 200)
                try expectGolden(page.golden(port: port), "staff\(name).http")
            }
        }
    }

    @Test("LP-15: that mails are stopped stands on top, and an owner lets them go out again")
    func stopped() async throws {
        let world = try await world()
        for number in 10..<34 {
            let address = EmailAddress("c\(number)@client.test")!
            try await world.order(
                .setPerson(World.person(address, "C\(number)", .client), organization: "acme"),
                .createPortalLink(
                    PortalLinkSettings(client: address, name: "own", code: nil, days: nil, notified: true),
                    organization: "acme", handedOver: nil))
        }
        _ = try await world.mails { address in
            address.text.hasPrefix("c1") ? .rejected("550 5.1.1 no such user") : .sent("250 ok")
        }
        #expect(try world.portal.stoppedOrganizations().map(\.slug) == ["acme"])
        try await serving(world) { port in
            let (ana, ben) = (Browser(port: port), Browser(port: port))
            try await ana.signIn(world, as: .ana)
            try await ben.signIn(world, as: Self.ben)
            let page = try await ana.get("/acme/staff")
            try expectGolden(page.golden(port: port), "staff-stopped.http")
            let path = "/acme/staff/resume"
            let member = try await ben.get("/acme/staff")
            #expect(member.text.contains("Mails are stopped") && !member.text.contains(path))
            #expect(try await ana.post(path, ["form": page.token(for: path)]).status == 303)
            #expect(try await !ana.get("/acme/staff").text.contains("Mails are stopped"))
            #expect(try world.portal.stoppedOrganizations().isEmpty)
        }
    }

    @Test("requests that wait are called for until they are decided, and where there are none nothing leads there")
    func requests() async throws {
        let world = try await world()
        try await serving(world) { port in
            let ana = Browser(port: port)
            try await ana.signIn(world, as: .ana)
            #expect(try await ana.get("/acme/staff").text.contains("Nothing needs the staff"))
            let claim = try await lee(world)
            for number in 1...21 {
                _ = try await world.portal.perform(
                    [.item(.request(.submit(NewRequest(project: nil, text: "Trip <\(number)>", attachments: []))))],
                    for: claim, because: .form(nonce: "lee asks \(number)"))
            }
            let page = try await ana.get("/acme/staff")
            #expect(!page.text.contains("Nothing needs the staff") && page.text.contains(">21</span>"))
            #expect(page.text.contains("<a href=\"/acme/requests/21\">Trip &lt;21&gt;</a>"))
            #expect(page.text.contains("/acme/requests/2\"") && !page.text.contains("/acme/requests/1\""))
            #expect(page.text.contains("<a href=\"/acme/requests\">All requests</a>"))
            #expect(try await ana.get("/acme/staff/people").text.contains("<a href=\"/acme/requests\">Requests</a>"))
            var acme = World.organization("acme", "Acme Studio", color: "#0a6b57")
            acme.tools.remove(.requests)
            try await world.order(.setOrganization(acme))
            let off = try await ana.get("/acme/staff")
            #expect(off.text.contains("Nothing needs the staff") && !off.text.contains("/acme/requests"))
        }
    }

    private func lee(_ world: World) async throws -> Claim {
        let session = world.portal.freshSecret()
        _ = try await world.portal.perform(
            [.acceptInvitation(session: session)], for: .invitation(try await world.again(.lee)),
            because: .form(nonce: "lee comes in"))
        return .session(session, organization: "acme")
    }

    @Test("for whoever is not of the staff there is nothing, at any page and any form")
    func nothing() async throws {
        let world = try await world()
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let key = try #require(dana.cookies["postern-acme"].flatMap { Secret(wire: $0) })
            let nothing = try await dana.get("/acme/projects/99")
            #expect(nothing.status == 404)
            for (path, isForm) in Self.places {
                let token = FormToken(world.portal.freshSecret(), for: path, key: key).text
                let reply = isForm ? try await dana.post(path, ["form": token, "on": "yes"]) : try await dana.get(path)
                #expect(reply.withoutDate == nothing.withoutDate, "\(path)")
            }
            #expect(
                try world.portal.history(newest: 1000).allSatisfy {
                    $0.person != "dana@client.test" || $0.command == "accept-invitation"
                })
            let stranger = Browser(port: port)
            #expect(try await stranger.get("/acme/staff").header("Location") == "/acme/sign-in")
        }
    }

    @Test("a member sees people and links without their forms, and cannot send them")
    func member() async throws {
        let world = try await world()
        try await serving(world) { port in
            let ben = Browser(port: port)
            try await ben.signIn(world, as: Self.ben)
            for path in ["/acme/staff/people", "/acme/staff/links"] {
                let page = try await ben.get(path)
                #expect(page.status == 200 && !page.text.contains("action=\"/acme/staff"))
            }
            let key = try #require(ben.cookies["postern-acme"].flatMap { Secret(wire: $0) })
            for path in ["/acme/staff/people/2/end", "/acme/staff/links/1/revoke"] {
                let token = FormToken(world.portal.freshSecret(), for: path, key: key).text
                let refused = try await ben.post(path, ["form": token])
                #expect(refused.status == 422 && refused.text.contains("Only owners and admins"))
            }
        }
    }

    @Test("a client is invited into a project, once more, and put out again")
    func people() async throws {
        let world = try await world()
        try await serving(world) { port in
            let ana = Browser(port: port)
            try await ana.signIn(world, as: .ana)
            let path = "/acme/staff/people"
            let wrong = try await ana.post(
                path, ["form": try await ana.get(path).token(for: path), "email": "kim", "name": "Kim <b>"])
            #expect(wrong.status == 422)
            try expectGolden(wrong.golden(port: port), "staff-people-wrong.http")
            let invited = try await ana.post(
                path,
                [
                    "form": wrong.token(for: path), "email": "kim@client.test", "name": "Kim New", "project": "1",
                ])
            try expectGolden(invited.golden(port: port), "staff-people-invited.http")
            #expect(try await world.mails().map(\.to) == [Self.kim])
            var page = try await ana.get(path)
            #expect(page.text.contains("Kim New") && page.text.contains("Invited on"))
            let kim = try #require(try world.portal.clients(of: "acme")?.first { $0.person.address == Self.kim })
            let number = kim.person.id
            for (act, shown) in [
                ("revoke", "Invitation revoked"), ("invite", "Invitation is on its way"), ("end", "Access ended"),
                ("invite", "Invitation is on its way"),
            ] {
                let button = "\(path)/\(number)/\(act)"
                #expect(try await ana.post(button, ["form": page.token(for: button)]).status == 303)
                page = try await ana.get(path)
                #expect(page.text.contains(shown), "\(act)")
            }
        }
    }

    @Test("a link is made, its secrets shown once, its news and its end changed, and revoked")
    func links() async throws {
        let world = try await world()
        try await serving(world) { port in
            let ana = Browser(port: port)
            try await ana.signIn(world, as: .ana)
            let path = "/acme/staff/links"
            let page = try await ana.get(path)
            let form: KeyValuePairs = [
                "form": page.token(for: path), "client": "1", "name": "tablet", "days": "3", "code": "yes",
                "shown": "yes",
            ]
            let made = try await ana.post(path, form)
            #expect(made.status == 200)
            try expectGolden(made.golden(port: port), "staff-link-made.http")
            // Whoever presses twice sees the second answer alone.
            let again = try await ana.post(path, form)
            #expect(again.status == 200 && Self.secrets(again) == Self.secrets(made) && Self.secrets(made).count == 2)
            #expect(try world.portal.portalLinks(of: "acme")?.count == 2)
            let link = try #require(made.text.firstMatch(of: /\/l\/[a-z2-7]{52}/)).0
            let dana = Browser(port: port)
            #expect(try await dana.get(String(link)).text.contains("access code"))
            for (act, fields, shown) in [
                ("notify", ["on": "yes"] as KeyValuePairs<String, String>, "news on"),
                ("expiry", ["days": "30", "mail": "yes"], "Open until 11 April 2026"), ("revoke", [:], "Revoked"),
            ] {
                let button = "\(path)/2/\(act)"
                let token = try await ana.get(path).token(for: button)
                let sent = [(key: "form", value: token)] + fields.map { $0 }
                #expect(try await ana.post(button, pairs: sent).status == 303, "\(act)")
                #expect(try await ana.get(path).text.contains(shown), "\(act)")
                if act == "expiry" { #expect(try await world.mails().map(\.to) == [.dana]) }
            }
            #expect(try await dana.get(String(link)).status == 410)
            let wrong = try await ana.post(
                path,
                [
                    "form": try await ana.get(path).token(for: path), "client": "1", "name": "desk <1>", "days": "0",
                    "shown": "yes",
                ])
            #expect(wrong.status == 422 && wrong.text.contains("value=\"desk &lt;1&gt;\""))
            #expect(wrong.text.contains("name=\"days\" inputmode=\"numeric\" maxlength=\"4\" value=\"0\""))
            #expect(wrong.text.contains("name=\"shown\" type=\"checkbox\" value=\"yes\" checked "))
            #expect(wrong.text.contains("name=\"news\" type=\"checkbox\" value=\"yes\" >"))
            let taken: KeyValuePairs = [
                "form": wrong.token(for: path), "client": "1", "name": "tablet", "shown": "yes",
            ]
            for _ in 1...2 {
                let reply = try await ana.post(path, taken)
                #expect(reply.status == 422 && reply.text.contains("There is one called “tablet” already."))
                #expect(Self.secrets(reply).isEmpty)
            }
            let nameless = try await ana.post(
                path, ["form": try await ana.get(path).token(for: path), "client": "1", "shown": "yes"])
            #expect(nameless.text.contains("“12 March 2026, 10:30”"))
        }
    }

    /// The link and the code that a page shows.
    private static func secrets(_ page: Reply) -> [String] {
        page.text.matches(of: /<strong>([^<]*(?:\/l\/[a-z2-7]{52}|[0-9]{6}))<\/strong>/).map { String($0.1) }
    }

    @Test("what was typed on the page of a project stays, and the reason is about it")
    func workAgain() async throws {
        let world = try await world()
        try await serving(world) { port in
            let ben = Browser(port: port)
            try await ben.signIn(world, as: Self.ben)
            let work = "/acme/staff/projects/1"
            let progress = "\(work)/progress"
            let long = String(repeating: "x", count: 61)
            for (status, reason) in [(long, "at most 60 letters"), ("cut\u{202E}ting", "cannot be shown")] {
                let reply = try await ben.post(
                    progress,
                    ["form": try await ben.get(work).token(for: progress), "phase": "5", "status": status])
                #expect(
                    reply.status == 422 && reply.text.contains(reason) && reply.text.contains("value=\"\(status)\""))
                #expect(reply.text.contains("<option value=\"5\" selected>"))
            }
            let upload = "/acme/staff/deliverables/1/version"
            let none = try await ben.post(
                upload, ["form": try await ben.get(work).token(for: upload), "after": "2", "due": "2026-04-01"])
            #expect(none.status == 422 && none.text.contains("Please choose a file."))
            #expect(none.text.contains("<details open >") && none.text.contains("value=\"2026-04-01\""))
            let share = "\(work)/files"
            let nothing = try await ben.post(share, ["form": none.token(for: share)])
            #expect(nothing.text.contains("Please choose a file."))
            #expect(nothing.text.contains("name=\"visible\" type=\"checkbox\" value=\"yes\" >"))
        }
    }

    @Test("whoever is of the staff is not invited as a client, and is told why")
    func staffAddress() async throws {
        let world = try await world()
        try await serving(world) { port in
            let ana = Browser(port: port)
            try await ana.signIn(world, as: .ana)
            let path = "/acme/staff/people"
            let reply = try await ana.post(
                path, ["form": try await ana.get(path).token(for: path), "email": "ben@acme.test"])
            #expect(reply.status == 422 && reply.text.contains("ben@acme.test belongs to somebody of the staff."))
        }
    }

    @Test(
        "amounts are typed as the language writes them, without signs between thousands",
        arguments: [
            ("de", "1250,50", Int64(125_050)), ("de", "1250.5", 125_050), ("fr-CA", "1250,5", 125_050),
            ("en", "1250.50", 125_050), ("en", "1250,50", nil), ("de", "1.250,50", nil), ("de", "1,250,50", nil),
            ("de", "1.250", nil), ("de", "1\u{A0}250,50", nil),
        ])
    func decimals(locale: String, typed: String, amount: Int64?) throws {
        var form = InvoiceForm(today: "2026-03-12")
        form.rows[0].text = "Editing"
        form.rows[0].price = typed
        let read = try? form.read(in: .euro, NumberSigns(locale: locale))
        form.rows[0].price = amount.map { DecimalText.written($0, places: 2) } ?? "none"
        #expect(read == (try? form.read(in: .euro, NumberSigns(locale: "en"))))
        #expect((read != nil) == (amount != nil))
    }

    @Test("progress, versions, files and what clients see of them are changed by their forms")
    func work() async throws {
        let world = try await world()
        try await serving(world) { port in
            let ben = Browser(port: port)
            try await ben.signIn(world, as: Self.ben)
            let work = "/acme/staff/projects/1"
            let progress = "\(work)/progress"
            let set = try await ben.post(
                progress, ["form": try await ben.get(work).token(for: progress), "phase": "4", "status": "grading"])
            #expect(set.header("Location") == work)
            let upload = "/acme/staff/deliverables/1/version"
            let token = try await ben.get(work).token(for: upload)
            let next = try await ben.post(
                upload, fields: ["form": token, "after": "2", "due": "2026-04-01"],
                files: [("cut 3.mp4", [1, 2, 3])])
            #expect(next.header("Location") == work)
            let stale = try await ben.post(
                upload, fields: ["form": try await ben.get(work).token(for: upload), "after": "2", "due": ""],
                files: [("cut 4.mp4", [4])])
            #expect(stale.status == 422 && stale.text.contains("Nothing was changed: version 3 has arrived"))
            for button in ["/acme/staff/deliverables/2/visible", "/acme/staff/files/4/visible"] {
                #expect(try await ben.post(button, ["form": try await ben.get(work).token(for: button)]).status == 303)
            }
            let share = "\(work)/files"
            let shared = try await ben.post(
                share, fields: ["form": try await ben.get(work).token(for: share), "visible": "yes"],
                files: [("notes.txt", [7])])
            #expect(shared.header("Location") == work)
            try expectGolden(try await ben.get(work).golden(port: port), "staff-project-after.http")
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let page = try await dana.get("/acme/projects/1").text
            #expect(page.contains("notes.txt") && !page.contains("script.txt") && !page.contains("Poster"))
            #expect(page.contains("version 3"))
        }
    }

    @Test("an invoice is issued by a plain form, in exact amounts; what was typed wrongly is shown again")
    func invoice() async throws {
        let world = try await world()
        try await serving(world) { port in
            let ben = Browser(port: port)
            try await ben.signIn(world, as: Self.ben)
            let path = "/acme/staff/projects/1/invoice"
            func send(_ price: String, _ page: Reply) async throws -> Reply {
                try await ben.post(
                    path,
                    [
                        "form": page.token(for: path), "number": "INV-21", "title": "Second half",
                        "date": "2026-03-12", "due": "2026-04-12", "to": "Dana", "note": "", "text-1": "Editing",
                        "quantity-1": "1.5", "price-1": price, "tax-1": "19",
                    ])
            }
            let wrong = try await send("1,000.00", try await ben.get(path))
            #expect(wrong.status == 422)
            try expectGolden(wrong.golden(port: port), "staff-invoice-wrong.http")
            let issued = try await send("1000.33", wrong)
            #expect(issued.header("Location") == "/acme/projects/1/invoices")
            let invoice = try #require(try world.portal.invoice("INV-21", of: "acme"))
            #expect(invoice.total == Money(minor: 178_560, .euro))
            let twice = try await send("1000.33", try await ben.get(path))
            #expect(twice.status == 422 && twice.text.contains("There is one called “INV-21” already."))
        }
    }

    @Test("the page of what a mail asked for is filled in, for owners of that organization only")
    func asked() async throws {
        let world = try await world()
        let ask = Command.item(.people(.invite(NewClient(Self.kim, to: .called("film")))))
        try await serving(world) { port in
            let ana = Browser(port: port)
            try await ana.signIn(world, as: .ana)
            _ = try await world.portal.perform(
                [ask], for: try await world.reply(of: .ana), because: .mail(ContentDigest(of: [9])))
            let page = try await ana.get("/acme/staff/invitations/1")
            #expect(page.status == 200 && page.text.contains("value=\"kim@client.test\""))
            #expect(page.text.contains("<option value=\"1\" selected>"))
            #expect(try await ana.get("/acme/staff/invitations/2").status == 404)
            let ben = Browser(port: port)
            try await ben.signIn(world, as: Self.ben)
            #expect(try await ben.get("/acme/staff/invitations/1").status == 404)
        }
    }
}

extension World {
    /// The secret of an invitation that was sent once more.
    fileprivate func again(_ address: EmailAddress) async throws -> Secret {
        let person = try #require(try portal.clients(of: "acme")?.first { $0.person.address == address }).person
        _ = try await portal.perform(
            [.item(.people(.sendInvitation(person.id)))], for: .staff(.ana, organization: "acme"),
            because: .shell("again \(address)"))
        for mail in try await mails() {
            if case .invitation(let secret, _, _) = mail.content { return secret }
        }
        throw NoMail()
    }

    /// A claim by a reply to a mail that staff got, without proof of its sender.
    fileprivate func reply(of address: EmailAddress) async throws -> Claim {
        _ = try await portal.perform(
            [.item(.roundTrip(.ask))], for: .staff(address, organization: "acme"), because: .shell("test"))
        for entry in try portal.dueMails(limit: 100) {
            guard let letter = try portal.letter(for: entry), letter.recipient.address == address else { continue }
            try await portal.seal(
                SealedLetter(id: entry.id, sender: "", recipient: "", bytes: [1]), of: letter,
                messageID: try #require(MessageID("t@acme.test")), subject: "")
            let evidence = MailEvidence(
                sender: .one(address), authentication: .none("nothing"), ambiguities: [], messageID: nil)
            return .reply(letter.reply, evidence)
        }
        throw NoMail()
    }
}
