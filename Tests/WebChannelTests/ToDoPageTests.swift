import MailFormat
import PortalCore
import TestGround
import Testing

@testable import WebChannel

/// The checklist of a project, as people and browsers see it.
struct ToDoPageTests {
    private func world() async throws -> World {
        let world = try await World.acme()
        for (name, title, assignee) in [
            ("photos", "Send us photos of the harbor", EmailAddress.dana), ("text", "Proofread the subtitles", .ana),
        ] {
            let toDo = ToDoSettings(
                project: "film", name: name, title: title, details: name == "photos" ? "The <big> ones." : "",
                assignee: assignee, due: name == "photos" ? "2026-04-01" : nil)
            try await world.order(.setItem(.toDo(toDo), organization: "acme"))
        }
        return world
    }

    @Test("a to-do is shown, ticked off and opened again by its buttons")
    func exchange() async throws {
        let world = try await world()
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            #expect(try await browser.get("/acme").text.contains("Send us photos of the harbor"))
            #expect(try await browser.get("/acme/projects/1").text.contains("href=\"/acme/projects/1/todos\""))
            let page = try await browser.get("/acme/projects/1/todos")
            try expectGolden(page.golden(port: port), "todos.http")
            let path = "/acme/projects/1/todos/1/done"
            let done = try await browser.post(path, ["form": page.token(for: path)])
            try expectGolden(done.golden(port: port), "todos-done.http")
            let after = try await browser.get("/acme/projects/1/todos")
            try expectGolden(after.golden(port: port), "todos-after.http")
            let back = "/acme/projects/1/todos/1/reopen"
            #expect(try await browser.post(back, ["form": after.token(for: back)]).status == 303)
            #expect(try await browser.get("/acme/projects/1/todos").token(for: path) != "")
        }
    }

    @Test("another person's to-do has no button, and its form is refused")
    func foreign() async throws {
        let world = try await world()
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            let path = "/acme/projects/1/todos/2/done"
            let page = try await browser.get("/acme/projects/1/todos")
            #expect(page.token(for: path) == "")
            let key = try #require(browser.cookies["postern-acme"].flatMap { Secret(wire: $0) })
            let token = FormToken(world.portal.freshSecret(), for: path, key: key).text
            let refused = try await browser.post(path, ["form": token])
            #expect(refused.status == 422)
            #expect(refused.text.contains("another person"))
        }
    }

    @Test("a tool that is off has no page, for clients")
    func off() async throws {
        let world = try await world()
        var settings = World.organization("acme", "Acme Studio", color: "#0a6b57")
        settings.tools.remove(.todos)
        try await world.order(.setOrganization(settings))
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            #expect(try await browser.get("/acme/projects/1/todos").status == 404)
            #expect(!(try await browser.get("/acme/projects/1").text.contains("/todos")))
        }
    }
}
