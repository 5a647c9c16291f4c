import MailFormat
import PortalCore
import TestGround
import Testing

@testable import WebChannel

/// Requests and passengers, as people and browsers see them.
struct RequestPageTests {
    @Test("a client asks, staff assign and confirm it, and both write about it")
    func exchange() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let client = Browser(port: port)
            try await client.enter(world, as: .dana)
            #expect(try await client.get("/acme").text.contains("href=\"/acme/requests\""))
            let page = try await client.get("/acme/requests")
            try expectGolden(page.golden(port: port), "requests.http")
            let asked = try await client.post(
                "/acme/requests",
                fields: [
                    "form": page.token(for: "/acme/requests"), "project": "1",
                    "text": "A day on the water\nDate: 12 May\nPeople: <4>",
                ], files: [("plan.txt", Array("a plan".utf8))])
            try expectGolden(asked.golden(port: port), "requests-asked.http")
            let staff = Browser(port: port)
            try await staff.signIn(world, as: .ana)
            try expectGolden(try await staff.get("/acme/requests").golden(port: port), "requests-staff.http")
            let one = try await staff.get("/acme/requests/1")
            try expectGolden(one.golden(port: port), "request-staff.http")
            for act in ["assign", "remark", "confirm"] {
                let path = "/acme/requests/1/\(act)"
                let sent = try await staff.post(
                    path, ["form": one.token(for: path), "to": "ana@acme.test", "text": "With pleasure."])
                #expect(sent.status == 303, "\(act)")
            }
            try expectGolden(try await client.get("/acme/requests/1").golden(port: port), "request-confirmed.http")
            let path = "/acme/requests/1/decline"
            let late = try await staff.post(path, ["form": one.token(for: path), "reason": "No <boat>"])
            #expect(late.status == 422 && late.text.contains("No &lt;boat&gt;</textarea>"))
        }
    }

    @Test("a client has no forms of the staff, and they are refused")
    func roles() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            let page = try await browser.get("/acme/requests")
            let asked = ["form": page.token(for: "/acme/requests"), "text": "A trip"] as KeyValuePairs
            #expect(try await browser.post("/acme/requests", asked).status == 303)
            let one = try await browser.get("/acme/requests/1")
            let path = "/acme/requests/1/confirm"
            #expect(one.token(for: path) == "")
            let key = try #require(browser.cookies["postern-acme"].flatMap { Secret(wire: $0) })
            let token = FormToken(world.portal.freshSecret(), for: path, key: key).text
            #expect(try await browser.post(path, ["form": token]).status == 422)
            #expect(try await browser.get("/acme/requests/2").status == 404)
            #expect(try await browser.get("/acme/requests/1/wait").status == 404)
        }
    }

    @Test("passengers are added, changed, given documents and removed on their page")
    func passengers() async throws {
        let world = try await World.acme()
        var settings = World.organization("acme", "Acme Studio", color: "#0a6b57")
        settings.requests.needDocuments = true
        try await world.order(.setOrganization(settings))
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            let path = "/acme/passengers"
            let form = try await browser.get(path).token(for: path)
            let wrong = try await browser.post(path, ["form": form, "name": "Ida <Lind>", "born": "1980-02-30"])
            #expect(wrong.status == 422)
            #expect(
                wrong.text.contains("required value=\"Ida &lt;Lind&gt;\"")
                    && wrong.text.contains("value=\"1980-02-30\""))
            let right = ["form": form, "name": "Ida <Lind>", "born": "1980-02-01"] as KeyValuePairs
            #expect(try await browser.post(path, right).status == 303)
            #expect(try await browser.get("/acme").text.contains("Ida &lt;Lind&gt;"))
            let one = try await browser.get(path)
            try expectGolden(one.golden(port: port), "passengers.http")
            let change = "\(path)/1/change"
            let changed = try await browser.post(
                change, ["form": one.token(for: change), "name": "Ida Lund", "born": "never"])
            #expect(changed.status == 422 && changed.text.contains("value=\"Ida Lund\""))
            #expect(changed.text.contains("value=\"never\"") && changed.text.contains("<details open >"))
            let twice = try await browser.post(
                path, ["form": one.token(for: path), "name": "Ida <Lind>", "born": "1980-02-01"])
            #expect(twice.text.contains("There is one called “Ida &lt;Lind&gt;” already."))
            let documents = "\(path)/1/documents"
            let kept = try await browser.post(
                documents, fields: ["form": one.token(for: documents)], files: [("ida.pdf", Array("%PDF".utf8))])
            #expect(kept.status == 303)
            let full = try await browser.get(path)
            try expectGolden(full.golden(port: port), "passengers-document.http")
            let file = try #require(full.text.firstMatch(of: /\/acme\/files\/(\d+)/)?.output)
            #expect(try await browser.get(String(file.0)).status == 200)
            let other = Browser(port: port)
            try await other.enter(world, as: .lee)
            #expect(try await other.get(String(file.0)).status == 404)
            #expect(!(try await other.get(path).text.contains("Ida")))
            let withdraw = "\(path)/1/withdraw"
            let gone = ["form": full.token(for: withdraw), "file": String(file.1)] as KeyValuePairs
            #expect(try await browser.post(withdraw, gone).status == 303)
            #expect(try await browser.get(String(file.0)).status == 404)
            let remove = "\(path)/1/remove"
            #expect(try await browser.post(remove, ["form": full.token(for: remove)]).status == 303)
            #expect(!(try await browser.get(path).text.contains("Ida")))
        }
    }

    @Test("a tool that is off has no page, for clients")
    func off() async throws {
        let world = try await World.acme()
        var settings = World.organization("acme", "Acme Studio", color: "#0a6b57")
        settings.tools.subtract([.requests, .passengers])
        try await world.order(.setOrganization(settings))
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            for tool in ["requests", "passengers"] {
                #expect(try await browser.get("/acme/\(tool)").status == 404)
                #expect(!(try await browser.get("/acme").text.contains("/acme/\(tool)")))
            }
        }
    }
}
