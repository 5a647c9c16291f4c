import MailFormat
import PortalCore
import TestGround
import Testing

@testable import WebChannel

/// The pages on which staff make something new in a project.
struct StaffDraftTests {
    private static let work = "/acme/staff/projects/1"

    /// A member of the staff at one of these pages, with the whole page before them.
    private func drafting(
        _ place: String, _ body: (World, Browser, _ path: String, _ page: Reply, _ port: Int) async throws -> Void
    ) async throws {
        let world = try await World.acme()
        let ben = EmailAddress("ben@acme.test")!
        try await world.order(.setPerson(World.person(ben, "Ben Member", .member), organization: "acme"))
        _ = try await world.portalLink("phone")
        _ = try await world.mails()
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.signIn(world, as: ben)
            let path = "\(Self.work)/\(place)"
            #expect(try await browser.get(Self.work).text.contains("href=\"\(path)\""))
            let page = try await browser.get(path)
            #expect(page.status == 200)
            try await body(world, browser, path, page, port)
        }
    }

    @Test("a deliverable: the page, a refusal with all that was typed, and what its client then sees")
    func deliverable() async throws {
        try await drafting("deliverables") { world, ben, path, page, port in
            try expectGolden(page.golden(port: port), "staff-deliverable.http")
            let wrong = try await ben.post(
                path,
                fields: [
                    "form": page.token(for: path), "title": "Photos <b>", "kind": "Print", "format": "JPEG",
                    "due": "2026-04-31", "visible": "yes",
                ], files: [("one.jpg", [1])])
            #expect(wrong.status == 422)
            try expectGolden(wrong.golden(port: port), "staff-deliverable-wrong.http")
            let made = try await ben.post(
                path,
                fields: [
                    "form": wrong.token(for: path), "title": "Photos", "kind": "Print", "format": "JPEG",
                    "due": "2026-04-30", "visible": "yes",
                ], files: [("one.jpg", [1]), ("two.jpg", [2])])
            #expect(made.status == 303 && made.header("Location") == Self.work)
            #expect(try await world.mails().map(\.to) == [.dana])
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            #expect(try await dana.get("/acme/projects/1").text.contains("Photos"))
            #expect(try await dana.get("/acme/deliverables/4").text.contains("two.jpg"))
        }
    }

    @Test("a deliverable that clients are not to see is seen by none, and nobody is asked")
    func hidden() async throws {
        try await drafting("deliverables") { world, ben, path, page, port in
            let made = try await ben.post(
                path, fields: ["form": page.token(for: path), "title": "Sketches"], files: [("one.jpg", [1])])
            #expect(made.header("Location") == Self.work)
            #expect(try await world.mails().isEmpty)
            #expect(try await ben.get(Self.work).text.contains("Sketches"))
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            #expect(try await dana.get("/acme/deliverables/4").status == 404)
        }
    }

    @Test("a document: who signs is chosen, the file is one, and it waits for them")
    func document() async throws {
        try await drafting("documents") { world, ben, path, page, port in
            try expectGolden(page.golden(port: port), "staff-document.http")
            let fields: KeyValuePairs = [
                "form": page.token(for: path), "title": "Contract & terms", "kind": "proposal", "signer": "1",
                "signer": "3",
            ]
            let wrong = try await ben.post(path, fields: fields, files: [])
            #expect(wrong.status == 422)
            try expectGolden(wrong.golden(port: port), "staff-document-wrong.http")
            let made = try await ben.post(path, fields: fields, files: [("contract.pdf", Array("%PDF-1.7".utf8))])
            #expect(made.status == 303 && made.header("Location") == Self.work)
            #expect(try await world.mails().map(\.to) == [.ana, .dana])
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let document = try await dana.get("/acme/projects/1/documents/1")
            #expect(document.text.contains("Contract &amp; terms") && document.text.contains("contract.pdf"))
            for kind in ["", "treaty"] {
                let odd = try await ben.post(
                    path, fields: ["form": page.token(for: path), "title": "x", "kind": kind], files: [])
                #expect(odd.status == 400)
            }
        }
    }

    @Test("a to-do: for whom is chosen among the people of the project, and nobody else can be")
    func toDo() async throws {
        try await drafting("todos") { world, ben, path, page, port in
            try expectGolden(page.golden(port: port), "staff-todo.http")
            func send(_ person: String, _ page: Reply) async throws -> Reply {
                try await ben.post(
                    path,
                    [
                        "form": page.token(for: path), "title": "Send the plan", "details": "As PDF.\r\nSoon.",
                        "due": "2026-04-01", "for": person,
                    ])
            }
            let wrong = try await send("2", page)
            #expect(wrong.status == 422)
            try expectGolden(wrong.golden(port: port), "staff-todo-wrong.http")
            for nobody in ["", "x", "4", "99999999999999999999"] {
                #expect(try await send(nobody, page).status == 422, "\(nobody)")
            }
            #expect(try await world.mails().isEmpty)
            let made = try await send("1", wrong)
            #expect(made.status == 303 && made.header("Location") == Self.work)
            #expect(try await world.mails().map(\.to) == [.dana])
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            #expect(try await dana.get("/acme/projects/1/todos").text.contains("Send the plan"))
        }
    }

    @Test("a form: more room keeps what was typed and asks nobody; bad questions are marked; good ones are asked")
    func form() async throws {
        try await drafting("forms") { world, ben, path, page, port in
            try expectGolden(page.golden(port: port), "staff-form.http")
            func send(_ page: Reply, rows: Int, _ more: [(key: String, value: String)]) async throws -> Reply {
                try await ben.post(
                    path,
                    pairs: [
                        ("form", page.token(for: path)), ("rows", "\(rows)"), ("title", "Before we start"),
                        ("details", "Five minutes."), ("due", "2026-04-01"), ("ask-1", "How many come?"),
                        ("kind-1", "number"), ("needed-1", "yes"), ("ask-3", "What do they eat?"),
                        ("kind-3", "choice"), ("options-3", "Fish\r\n\r\n Soup "),
                    ] + more)
            }
            let roomier = try await send(page, rows: 6, [("more", "yes")])
            #expect(roomier.status == 200)
            try expectGolden(roomier.golden(port: port), "staff-form-more.http")
            let wrong = try await send(
                roomier, rows: 12,
                [
                    ("ask-8", "How many come?"), ("kind-8", "line"), ("kind-9", "choice"), ("options-9", "one"),
                    ("ask-12", "By car?"), ("kind-12", "yes-no"), ("options-12", "yes"),
                ])
            #expect(wrong.status == 422)
            try expectGolden(wrong.golden(port: port), "staff-form-wrong.http")
            #expect(try await world.mails().isEmpty)
            let asked = try await send(wrong, rows: 12, [("ask-12", "By car?"), ("kind-12", "yes-no")])
            #expect(asked.status == 303 && asked.header("Location") == Self.work)
            #expect(try await world.mails().map(\.to) == [.dana])
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let form = try await dana.get("/acme/projects/1/forms").text
            for words in ["Before we start", "How many come?", "Fish", "Soup", "By car?"] {
                #expect(form.contains(words), "\(words)")
            }
        }
    }

    @Test(
        "room is given up to a hundred questions, whatever number is sent",
        arguments: ["", "-1", "96", "100", "9999999"])
    func room(rows: String) async throws {
        try await drafting("forms") { _, ben, path, page, _ in
            let more = try await ben.post(path, ["form": page.token(for: path), "rows": rows, "more": "yes"])
            #expect(more.status == 200)
            let count = more.text.matches(of: /name="ask-\d+"/).count
            #expect(count == (rows.utf8.count < 2 || rows == "-1" ? 12 : 100))
            #expect(more.text.contains("name=\"more\"") == (count < 100))
        }
    }

    @Test("the same press sent twice makes one")
    func twice() async throws {
        try await drafting("todos") { world, ben, path, page, _ in
            for _ in 0..<2 {
                let sent = try await ben.post(
                    path, ["form": page.token(for: path), "title": "Once", "details": "", "due": "", "for": "1"])
                #expect(sent.status == 303)
            }
            let acme = try #require(try world.portal.currentPortal().organizations.first { $0.settings.slug == "acme" })
            #expect(acme.items.count == 1)
        }
    }
}
