import MailFormat
import PortalCore
import TestGround
import Testing

@testable import WebChannel

/// Invoices on their pages.
struct InvoicePageTests {
    @Test("a client sees their invoices, the way to pay, and the file")
    func pages() async throws {
        let world = try await InvoiceGround.world()
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            #expect(try await browser.get("/acme").text.contains("INV-12: First half"))
            #expect(try await browser.get("/acme/projects/1").text.contains("href=\"/acme/projects/1/invoices\""))
            try expectGolden(try await browser.get("/acme/projects/1/invoices").golden(port: port), "invoices.http")
            let page = try await browser.get("/acme/projects/1/invoices/1")
            try expectGolden(page.golden(port: port), "invoice.http")
            #expect(page.token(for: "/acme/projects/1/invoices/1/paid") == "")
            let made = try await browser.get("/acme/projects/1/invoices/1/file")
            #expect(made.body.starts(with: Array("%PDF-1.".utf8)) && made.header("Content-Type") == "application/pdf")
            #expect(made.header("Content-Disposition")?.contains("filename=\"INV-12.pdf\"") == true)
            #expect(made.header("Content-Security-Policy")?.contains("sandbox") == true)
            let given = try await browser.get("/acme/projects/1/invoices/2/file")
            #expect(given.text == "%PDF-1.4 given")
            #expect(given.header("Content-Disposition")?.contains("Invoice 13.pdf") == true)
        }
    }

    @Test("another's invoice, one of another project, and none at all look the same")
    func isolation() async throws {
        let world = try await InvoiceGround.world()
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let nothing = try await dana.get("/acme/projects/1/invoices/99")
            #expect(nothing.status == 404)
            for path in ["/acme/projects/2/invoices/3", "/acme/projects/1/invoices/3", "/acme/projects/2/invoices/1"] {
                for end in ["", "/file"] {
                    let reply = try await dana.get(path + end)
                    #expect(reply.withoutDate == nothing.withoutDate, "\(path)\(end)")
                }
            }
            #expect(try await Browser(port: port).get("/acme/projects/1/invoices/1/file").status == 303)
        }
    }

    @Test("staff cancel one by a button that asks once more; its clients see that there is nothing to pay")
    func cancelling() async throws {
        let world = try await InvoiceGround.world()
        try await serving(world) { port in
            let path = "/acme/projects/1/invoices/1/cancel"
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let key = try #require(dana.cookies["postern-acme"].flatMap { Secret(wire: $0) })
            let token = FormToken(world.portal.freshSecret(), for: path, key: key).text
            #expect(try await dana.post(path, ["form": token]).status == 422)
            #expect(try await dana.get("/acme/projects/1/invoices/1").token(for: path) == "")
            let ana = Browser(port: port)
            try await ana.signIn(world, as: .ana)
            let page = try await ana.get("/acme/projects/1/invoices/1")
            try expectGolden(page.golden(port: port), "invoice-staff.http")
            let sent = try await ana.post(path, ["form": page.token(for: path)])
            #expect(sent.header("Location") == "/acme/projects/1/invoices/1")
            let after = try await ana.get("/acme/projects/1/invoices/1")
            #expect(after.text.contains("Cancelled") && after.token(for: path) == "")
            #expect(!(try await dana.get("/acme").text.contains("INV-12")))
            #expect(!(try await dana.get("/acme/projects/1/invoices/1").text.contains("pay.example")))
        }
    }

    @Test("staff book the money by a button; for clients there is none, and no rule that takes it")
    func booking() async throws {
        let world = try await InvoiceGround.world()
        try await serving(world) { port in
            let path = "/acme/projects/1/invoices/1/paid"
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let key = try #require(dana.cookies["postern-acme"].flatMap { Secret(wire: $0) })
            let token = FormToken(world.portal.freshSecret(), for: path, key: key).text
            #expect(try await dana.post(path, ["form": token]).status == 422)
            let ana = Browser(port: port)
            try await ana.signIn(world, as: .ana)
            let page = try await ana.get("/acme/projects/1/invoices/1")
            #expect(!page.text.contains("pay.example"))
            #expect(try await ana.post(path, ["form": page.token(for: path)]).status == 303)
            let after = try await ana.get("/acme/projects/1/invoices/1")
            #expect(after.text.contains("Paid 12 March 2026") && after.token(for: path) == "")
            #expect(!(try await dana.get("/acme/projects/1/invoices/1").text.contains("pay.example")))
        }
    }
}
