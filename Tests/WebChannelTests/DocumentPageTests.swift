import MailFormat
import PortalCore
import TestGround
import Testing

@testable import WebChannel

/// A document is read and signed, exchange by exchange.
struct DocumentPageTests {
    private static let bytes = Array("%PDF-1.7 the contract".utf8)

    private func world() async throws -> World {
        let world = try await World.acme()
        try await issue(1, in: world)
        return world
    }

    private func issue(_ version: Int, in world: World) async throws {
        let document = DocumentSettings(
            project: "film", name: "contract", title: "Contract", kind: .contract, version: version,
            file: try world.content("contract \(version).pdf", "application/pdf", Self.bytes + [UInt8(version)]),
            signers: [.dana, .ana])
        try await world.order(.setItem(.document(document), organization: "acme"))
    }

    private func code(_ world: World) async throws -> SixDigitCode {
        for mail in try await world.mails().reversed() {
            if case .item(.document(let letter)) = mail.content, case .signingCode(let code, _) = letter.occasion {
                return code
            }
        }
        throw World.NoMail()
    }

    /// Opens the signing page by the button, as Dana.
    private func opened(_ browser: Browser) async throws -> String {
        let path = "/acme/projects/1/documents/1"
        let page = try await browser.get(path)
        let reply = try await browser.post("\(path)/sign", ["form": page.token(for: "\(path)/sign")])
        #expect(reply.status == 303)
        return try #require(reply.header("Location"))
    }

    @Test("from the list to the certificate")
    func exchange() async throws {
        let world = try await world()
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            #expect(try await browser.get("/acme").text.contains("Contract"))
            let list = try await browser.get("/acme/projects/1/documents")
            try expectGolden(list.golden(port: port), "documents.http")
            let path = "/acme/projects/1/documents/1"
            let page = try await browser.get(path)
            try expectGolden(page.golden(port: port), "document.http")
            let reply = try await browser.post("\(path)/sign", ["form": page.token(for: "\(path)/sign")])
            try expectGolden(reply.golden(port: port), "document-sign.http")
            let link = try #require(reply.header("Location"))
            let before = try await browser.get(link)
            try expectGolden(before.golden(port: port), "signing.http")
            let file = try await browser.get("\(link)/file")
            #expect(file.body == Self.bytes + [1])
            #expect(file.header("Content-Type") == "application/octet-stream")
            #expect(file.header("Content-Disposition")?.hasPrefix("attachment") == true)
            _ = try await browser.post(link, ["form": before.token(for: link), "step": "code"])
            let asking = try await browser.get(link)
            try expectGolden(asking.golden(port: port), "signing-code.http")
            #expect(!asking.text.contains("checked"))
            for address in ["\(link)/view", "\(path)/view"] {
                let shown = try await browser.get(address)
                #expect(shown.body == Self.bytes + [1])
                #expect(shown.header("Content-Type") == "application/pdf")
                #expect(shown.header("Content-Disposition")?.hasPrefix("inline; filename=\"contract 1.pdf\"") == true)
                #expect(shown.header("X-Content-Type-Options") == "nosniff")
                #expect(shown.header("Cache-Control") == "private, no-store")
                #expect(
                    shown.header("Content-Security-Policy")
                        == "default-src 'none'; object-src 'self'; frame-ancestors 'self'; sandbox")
            }
            let digest = ContentDigest(of: Self.bytes + [1]).description
            let signed = try await browser.post(
                link,
                [
                    "form": asking.token(for: link), "step": "sign", "version": "1", "digest": digest,
                    "name": "Dana <Client>", "agreed": "yes", "code": try await code(world).digits,
                ])
            try expectGolden(signed.golden(port: port), "signing-signed.http")
            try expectGolden(try await browser.get(link).golden(port: port), "signing-done.http")
            for act in ["file", "view"] { #expect(try await browser.get("\(link)/\(act)").status == 404) }
            try expectGolden(try await browser.get(path).golden(port: port), "document-signed.http")
            try expectGolden(try await browser.get("\(path)/certificate").golden(port: port), "certificate.http")
            let proof = try #require(ChainProof(json: try await browser.get("\(path)/proof").body))
            #expect(proof.problems(trusting: world.portal.chainPublicKey) == [])
        }
    }

    @Test("FL-03: what only says that it is a PDF is not shown, and no file that a client sent is")
    func notShown() async throws {
        let world = try await World.acme()
        let file = try world.content("contract.pdf", "application/pdf", Array("<html>%PDF-1.7".utf8))
        let document = DocumentSettings(
            project: "film", name: "contract", title: "Contract", kind: .contract, version: 1, file: file,
            signers: [.dana])
        try await world.order(.setItem(.document(document), organization: "acme"))
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            let path = "/acme/projects/1/documents/1"
            #expect(!(try await browser.get(path).text.contains("Show it here")))
            #expect(try await browser.get("\(path)/view").status == 404)
            let link = try await opened(browser)
            #expect(!(try await browser.get(link).text.contains("Show it here")))
            #expect(try await browser.get("\(link)/view").status == 404)
            #expect(try await browser.get("\(link)/file").status == 200)
            let messages = "/acme/projects/1/messages"
            let token = try await browser.get("/acme/projects/1").token(for: messages)
            let sent = try await browser.post(
                messages, fields: ["form": token, "text": ""], files: [("own.pdf", Self.bytes)])
            #expect(sent.status == 303)
            let project = try await browser.get("/acme/projects/1").text
            let own = try #require(project.firstMatch(of: /\/acme\/files\/\d+(?=" download>own)/)).0
            #expect(try await browser.get(String(own)).header("Content-Type") == "application/octet-stream")
            #expect(try await browser.get("\(own)/view").status == 404)
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let words: String
        var name = "Dana"
        var agreed = "yes"
        var code: String?
    }

    @Test(
        "what is missing is said, and nothing is signed",
        arguments: [
            Row(testDescription: "no name", words: "type your full name", name: " "),
            Row(testDescription: "not agreed", words: "you have read it", agreed: ""),
            Row(testDescription: "half a code", words: "six digits", code: "123"),
            Row(testDescription: "a wrong code", words: "That is not the code", code: "000000"),
        ])
    func missing(row: Row) async throws {
        let world = try await world()
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            let link = try await opened(browser)
            _ = try await browser.post(
                link, ["form": try await browser.get(link).token(for: link), "step": "code"])
            let right = try await code(world).digits
            let reply = try await browser.post(
                link,
                [
                    "form": try await browser.get(link).token(for: link), "step": "sign", "version": "1",
                    "digest": ContentDigest(of: Self.bytes + [1]).description, "name": row.name,
                    "agreed": row.agreed, "code": row.code ?? right,
                ])
            #expect(reply.status == 422)
            #expect(reply.text.contains(row.words))
            #expect(try await browser.get("/acme/projects/1/documents/1/certificate").status == 404)
        }
    }

    @Test("a newer version ends the link, scanners change nothing, and a link that never was is not found")
    func links() async throws {
        let world = try await world()
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            let link = try await opened(browser)
            let before = try world.portal.history(newest: 1).last?.number
            for method in ["GET", "HEAD", "GET"] {
                #expect(try await Browser(port: port).send(method, link, [:], body: []).status == 200)
            }
            #expect(try world.portal.history(newest: 1).last?.number == before)
            #expect(try await Browser(port: port).post(link, ["step": "code"]).status == 403)
            try await issue(2, in: world)
            let ended = try await browser.get(link)
            #expect(ended.status == 410 && ended.text.contains("A newer version has arrived"))
            #expect(try await browser.get("\(link)/file").status == 404)
            let never = "/d/" + String(repeating: "a", count: 52)
            #expect(try await browser.get(never).status == 404)
            #expect(try await browser.get("\(never)/file").status == 404)
        }
    }

    @Test("strangers, and clients of other projects, find nothing")
    func foreign() async throws {
        let world = try await world()
        try await serving(world) { port in
            let lee = Browser(port: port)
            try await lee.enter(world, as: .lee)
            for act in ["", "/file", "/view", "/certificate", "/proof"] {
                let path = "/acme/projects/1/documents/1\(act)"
                let never = "/acme/projects/999/documents/1\(act)"
                #expect(try await lee.get(path).withoutDate == lee.get(never).withoutDate)
                #expect(try await lee.get(path).status == 404)
                #expect(try await lee.get("/beta/projects/1/documents/1\(act)").status != 200)
            }
            let own = try await lee.get("/acme")
            #expect(own.status == 200 && !own.text.contains("Contract"))
            for project in [1, 999] {
                let path = "/acme/projects/\(project)/documents/1/sign"
                #expect(try await lee.post(path, ["form": "x"]).status == 404)
            }
        }
    }
}
