import MailFormat
import PortalCore
import Testing

@testable import WebChannel

struct FileTests {
    private static let path = "/acme/files/4"

    private func downloading(_ body: (_ world: World, _ browser: Browser) async throws -> Void) async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            try await body(world, browser)
        }
    }

    @Test("a file comes whole, as a download, and is not sent again to whoever has it")
    func whole() async throws {
        try await downloading { _, browser in
            let reply = try await browser.get(Self.path)
            #expect(reply.status == 200)
            #expect(reply.text == "0123456789")
            #expect(reply.header("Content-Length") == "10")
            #expect(reply.header("Content-Type") == "application/octet-stream")
            #expect(reply.header("Cache-Control") == "private, no-cache")
            #expect(reply.header("Content-Security-Policy")?.contains("sandbox") == true)
            let name = "attachment; filename=\"script.txt\"; filename*=UTF-8''script.txt"
            #expect(reply.header("Content-Disposition") == name)
            let tag = try #require(reply.header("ETag"))
            for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
                let again = try await browser.get(Self.path, ["If-None-Match": known])
                #expect(again.status == 304)
                #expect(again.body.isEmpty && again.header("Content-Length") == nil)
            }
            #expect(try await browser.get(Self.path, ["If-None-Match": "\"x\""]).status == 200)
        }
    }

    @Test("HEAD gives the fields of GET and no body")
    func head() async throws {
        try await downloading { _, browser in
            let whole = try await browser.get("/acme/files/2")
            let head = try await browser.get("/acme/files/2", method: "HEAD")
            #expect(whole.body.count == 300_000)
            #expect(head.body.isEmpty)
            #expect(head.head.filter { !$0.hasPrefix("Date") } == whole.head.filter { !$0.hasPrefix("Date") })
        }
    }

    @Test(
        "FL-06: one range is given; what cannot be is refused; what is odd is ignored",
        arguments: [
            ("bytes=0-3", 206, "0123", "bytes 0-3/10"), ("bytes=7-", 206, "789", "bytes 7-9/10"),
            ("bytes=-2", 206, "89", "bytes 8-9/10"), ("bytes=-99", 206, "0123456789", "bytes 0-9/10"),
            ("bytes=9-99999999999999999999", 206, "9", "bytes 9-9/10"), ("BYTES=0-0", 206, "0", "bytes 0-0/10"),
            ("bytes=10-", 416, "", "bytes */10"), ("bytes=18446744073709551615-", 416, "", "bytes */10"),
            ("bytes=-0", 416, "", "bytes */10"), ("bytes=5-2", 200, "0123456789", nil),
            ("bytes=0-1,3-4", 200, "0123456789", nil), ("lines=0-1", 200, "0123456789", nil),
            ("bytes=-", 200, "0123456789", nil), ("bytes=+1-2", 200, "0123456789", nil),
            ("bytes=0-,0-,0-,0-", 200, "0123456789", nil),
            ("bytes=" + String(repeating: "0-,", count: 1_000), 200, "0123456789", nil),
            ("bytes=a-b", 200, "0123456789", nil),
        ])
    func ranges(field: String, status: Int, body: String, range: String?) async throws {
        try await downloading { _, browser in
            let reply = try await browser.get(Self.path, ["Range": field])
            #expect(reply.status == status)
            #expect(reply.text == body)
            #expect(reply.header("Content-Range") == range)
        }
    }

    @Test("a range of content that has changed meanwhile is the whole")
    func ifRange() async throws {
        try await downloading { _, browser in
            let tag = try #require(try await browser.get(Self.path).header("ETag"))
            #expect(try await browser.get(Self.path, ["Range": "bytes=0-1", "If-Range": tag]).status == 206)
            #expect(try await browser.get(Self.path, ["Range": "bytes=0-1", "If-Range": "\"x\""]).status == 200)
        }
    }

    @Test(
        "FL-02: a name stays one well-formed field",
        arguments: [
            ("a\".pdf", "filename=\"a_.pdf\"; filename*=UTF-8''a%22.pdf"),
            ("a\r\nX-Evil: 1.pdf", "filename=\"aX-Evil: 1.pdf\"; filename*=UTF-8''aX-Evil%3A%201.pdf"),
            (
                "Rechnung für März 🎬.pdf",
                "filename=\"Rechnung f_r M_rz _.pdf\"; "
                    + "filename*=UTF-8''Rechnung%20f%C3%BCr%20M%C3%A4rz%20%F0%9F%8E%AC.pdf"
            ),
            ("../../etc/cron.d/x", "filename=\"x\"; filename*=UTF-8''x"),
            ("..\\..\\x;y%41", "filename=\"x_y_41\"; filename*=UTF-8''x%3By%2541"),
            ("invoice\u{202E}fdp.exe", "filename=\"invoicefdp.exe\"; filename*=UTF-8''invoicefdp.exe"),
            ("a\u{0}b", "filename=\"ab\"; filename*=UTF-8''ab"),
        ])
    func names(name: String, expected: String) async throws {
        try await downloading { world, browser in
            let file = try world.content(name, "text/html", Array("<script>1</script>".utf8))
            try await world.order(
                .shareFile(SharedFileSettings(project: "film", visible: true, content: file), organization: "acme"))
            let path = try #require(
                try await browser.get("/acme/projects/1").text.split(separator: "\"").last {
                    $0.hasPrefix("/acme/files/")
                })
            let reply = try await browser.get(String(path))
            #expect(reply.headers("Content-Disposition") == ["attachment; \(expected)"])
            #expect(reply.header("X-Evil") == nil)
            #expect(reply.header("Content-Type") == "application/octet-stream")
        }
    }

    @Test(
        "only pictures keep their type",
        arguments: [
            ("image/png", "image/png"), ("image/svg+xml", nil), ("text/html", nil), ("application/pdf", nil),
            ("application/xhtml+xml", nil), ("message/rfc822", nil), ("image/png\r\nX: 1", nil),
        ] as [(String, String?)])
    func types(declared: String, kept: String?) async throws {
        try await downloading { world, browser in
            let file = try world.content("x.html", declared, Array("x".utf8))
            try await world.order(
                .shareFile(SharedFileSettings(project: "film", visible: true, content: file), organization: "acme"))
            let path = try #require(
                try await browser.get("/acme/projects/1").text.split(separator: "\"").last {
                    $0.hasPrefix("/acme/files/")
                })
            #expect(try await browser.get(String(path)).header("Content-Type") == kept ?? "application/octet-stream")
        }
    }

    @Test("WB-18: nobody gets a file without a session, nor a file that is hidden")
    func onlyForWhomItIsVisible() async throws {
        try await downloading { world, browser in
            let stranger = Browser(port: browser.port)
            for headers in [[:], ["Range": "bytes=0-1"], ["If-None-Match": "*"]] {
                #expect(try await stranger.get(Self.path, headers).header("Location") == "/acme/sign-in")
            }
            let file = try world.content("script.txt", "text/plain", Array("0123456789".utf8))
            try await world.order(
                .shareFile(SharedFileSettings(project: "film", visible: false, content: file), organization: "acme"))
            #expect(try await browser.get(Self.path).status == 404)
        }
    }

    @Test("the logo is for everybody, sandboxed; the style is kept for a year under its own name")
    func open() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let stranger = Browser(port: port)
            let logo = try await stranger.get("/acme/logo")
            #expect(logo.header("Content-Type") == "image/svg+xml")
            #expect(logo.header("Content-Security-Policy")?.contains("sandbox") == true)
            let tag = try #require(logo.header("ETag"))
            #expect(try await stranger.get("/acme/logo", ["If-None-Match": tag]).status == 304)
            #expect(try await stranger.get("/beta/logo").status == 404)

            let page = try await stranger.get("/beta/sign-in").text
            let path = try #require(page.split(separator: "\"").first { $0.hasPrefix("/beta/style-") })
            let style = try await stranger.get(String(path))
            #expect(style.header("Cache-Control") == "public, max-age=31536000, immutable")
            #expect(style.text.hasPrefix(":root{--brand:#f2c200;--on-brand:#000000;"))
            #expect(try await stranger.get("/acme/style-0000000000000000.css").status == 404)
        }
    }
}
