import MailFormat
import PortalCore
import Testing

@testable import WebChannel

struct DecisionTests {
    private static let page = "/acme/deliverables/1"
    private static let form = "/acme/deliverables/1/decision"

    private func deciding(
        _ body: (_ world: World, _ browser: Browser, _ token: String) async throws -> Void
    ) async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            let page = try await browser.get(Self.page)
            #expect(!page.text.contains("checked"))
            try await body(world, browser, page.token(for: Self.form))
        }
    }

    @Test("a form sent twice decides once, and leads to the page both times")
    func twice() async throws {
        try await deciding { world, browser, token in
            let fields: KeyValuePairs = ["form": token, "version": "2", "decision": "approved"]
            let first = try await browser.post(Self.form, fields)
            let second = try await browser.post(Self.form, fields)
            #expect(first.header("Location") == Self.page)
            #expect(second.status == 303)
            #expect(second.header("Location") == Self.page)
            let decisions = try world.portal.history(newest: 100).filter { "\($0)".contains("decide approved") }
            #expect(decisions.count == 1)
        }
    }

    @Test("WB-17: a form without a choice decides nothing and says so")
    func noChoice() async throws {
        try await deciding { _, browser, token in
            let reply = try await browser.post(Self.form, ["form": token, "version": "2", "comment": "so <so>"])
            #expect(reply.status == 422)
            #expect(reply.text.contains("Please choose one of the three."))
            #expect(reply.text.contains("so &lt;so&gt;</textarea>"))
            #expect(!reply.text.contains("checked"))
        }
    }

    @Test("a revision without a reason asks for it, and the same form with one is another cause")
    func reason() async throws {
        try await deciding { _, browser, token in
            let none = try await browser.post(
                Self.form, ["form": token, "version": "2", "decision": "revision-requested"])
            #expect(none.status == 422)
            #expect(none.text.contains("Please say what should change"))
            let back = try await browser.post(
                Self.form,
                ["form": token, "version": "2", "decision": "revision-requested", "comment": "Brighter"])
            #expect(back.status == 303)
            #expect(try await browser.get(Self.page).text.contains("Revision requested"))
        }
    }

    @Test("WB-16: a decision about a version that is no longer the newest is not taken")
    func olderVersion() async throws {
        try await deciding { world, browser, token in
            try await world.uploadCut(version: 3)
            let reply = try await browser.post(
                Self.form, ["form": token, "version": "2", "decision": "approved", "comment": "Fine"])
            #expect(reply.status == 409)
            #expect(reply.text.contains("version 3 has arrived meanwhile"))
            #expect(reply.text.contains("name=\"version\" value=\"3\""))
            #expect(!reply.text.contains("checked") && reply.text.contains("Fine</textarea>"))
        }
    }

    @Test("a second decision about the same version is not taken")
    func decidedBefore() async throws {
        try await deciding { _, browser, token in
            let second = try await browser.get(Self.page).token(for: Self.form)
            _ = try await browser.post(Self.form, ["form": token, "version": "2", "decision": "approved"])
            let reply = try await browser.post(
                Self.form, ["form": second, "version": "2", "decision": "rejected"])
            #expect(reply.status == 409)
            #expect(reply.text.contains("decided before: Approved"))
        }
    }

    @Test("WB-15: fields that no form of ours has are ignored")
    func extraFields() async throws {
        try await deciding { _, browser, token in
            let reply = try await browser.post(
                Self.form,
                ["role": "owner", "form": token, "deliverable": "2", "version": "2", "decision": "rejected"])
            #expect(reply.status == 303)
            #expect(try await browser.get(Self.page).text.contains("Rejected"))
            #expect(try await browser.get("/acme/deliverables/2").text.contains("Waiting for you"))
        }
    }

    @Test("staff see everything and have no form to decide with")
    func staff() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.signIn(world, as: .ana)
            let page = try await browser.get(Self.page)
            #expect(page.text.contains("Waiting for the client"))
            #expect(!page.text.contains(Self.form))
            #expect(try await browser.get("/acme/deliverables/3").status == 200)
        }
    }

    @Test("a door's form pressed twice lets the same person in twice, with the same session")
    func doorTwice() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let (first, second) = (Browser(port: port), Browser(port: port))
            let path = "/i/\(try await world.invitation(of: .dana).text)"
            let token = try await first.get(path).token(for: path)
            second.cookies = first.cookies
            #expect(try await first.post(path, ["form": token]).status == 303)
            #expect(try await second.post(path, ["form": token]).status == 303)
            #expect(second.cookies == first.cookies)
            #expect(try await second.get("/acme").status == 200)
            #expect(!path.contains(first.cookies["postern-acme"] ?? path))
        }
    }

    @Test("a code of another browser does not let anybody in, and wrong ones shut it")
    func codes() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let (asking, other) = (Browser(port: port), Browser(port: port))
            let page = try await asking.get("/acme/sign-in")
            let fields: KeyValuePairs = ["form": page.token(for: "/acme/sign-in"), "email": "ana@acme.test"]
            _ = try await asking.post("/acme/sign-in", fields)
            let digits = try await world.signInMail().code.digits
            func type(_ code: String, in browser: Browser) async throws -> Int {
                let page = try await browser.get("/acme/sign-in/code")
                let token = page.token(for: "/acme/sign-in/code")
                return try await browser.post("/acme/sign-in/code", ["form": token, "code": code]).status
            }
            #expect(try await type(digits, in: other) == 422)
            let wrong = digits == "000000" ? "000001" : "000000"
            for _ in 0..<5 { #expect(try await type(wrong, in: asking) == 422) }
            #expect(try await type(digits, in: asking) == 422)
        }
    }
}
