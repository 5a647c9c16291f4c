import Testing

@testable import WebChannel

/// WB-06 to WB-11 on the bytes of a connection: one answer at most, and never one to a second request in hiding.
struct RawSocketCases {
    private struct Row: CustomTestStringConvertible, Sendable {
        let id: String
        let request: String
        let status: ClosedRange<Int>
        var testDescription: String { "\(id) \(request.prefix(60).debugDescription)" }

        init(_ id: String, _ status: ClosedRange<Int>, _ request: String) {
            (self.id, self.status, self.request) = (id, status, request)
        }
    }

    private static let hidden = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    private static let refused = 400...499

    private static func post(_ fields: String, _ body: String) -> String {
        "POST /acme/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n\(fields)\r\n\r\n\(body)"
    }

    private static let smuggling = [
        post("Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n\(hidden)"),
        post("Transfer-Encoding: chunked\r\nContent-Length: 5", "0\r\n\r\n\(hidden)"),
        post("Transfer-Encoding: chunked, chunked", "0\r\n\r\n\(hidden)"),
        post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "0\r\n\r\n\(hidden)"),
        post("Transfer-Encoding: xchunked", "0\r\n\r\n\(hidden)"),
        post("Transfer-Encoding : chunked", "0\r\n\r\n\(hidden)"),
        post("Transfer-Encoding: identity", "0\r\n\r\n\(hidden)"),
        post("Content-Length: +5", "a=b&c\(hidden)"), post("Content-Length: 5,5", "a=b&c\(hidden)"),
        post("Content-Length: 5\r\nContent-Length: 0", "a=b&c\(hidden)"),
        post("Content-Length: 0x5", "a=b&c\(hidden)"), post("Content-Length: -1", hidden),
        post("Content-Length: 5 5", "a=b&c\(hidden)"), post("Content-Length:", hidden),
        post("Content-Length: 99999999999999999999999", hidden),
        post("X: y\r\n Content-Length: 5", "a=b&c\(hidden)"), post("X: y\r\n\tz", hidden),
        post("Transfer-Encoding: chunked", "FFFFFFFFFFFFFFFF1\r\na\r\n0\r\n\r\n\(hidden)"),
        post("Transfer-Encoding: chunked", "-1\r\na\r\n0\r\n\r\n\(hidden)"),
        post("Transfer-Encoding: chunked", "1\r\nab\r\n0\r\n\r\n\(hidden)"),
        post("Transfer-Encoding: chunked", "1\na\n0\n\n\(hidden)"),
        "POST /acme/sign-in HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 0\n\n\(hidden)",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\nX: y\r\n\r\n\(hidden)",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\rX: y\r\n\r\n\(hidden)",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX\u{0}: y\r\n\r\n\(hidden)",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: attack.test\r\n\r\n\(hidden)",
        "GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n\(hidden)", "GET /\r\n\r\n\(hidden)",
        "GET / HTTP/1.1\r\n\r\n\(hidden)", "NONSENSE\r\n\r\n\(hidden)",
    ].map { Row("WB-09", 400...431, $0) }

    private static let paths = [
        "/../", "/..", "/%2e%2e%2f", "/..%5c", "/%c0%ae%c0%ae/", "/%252e%252e%252f", "/\u{301}", "/%00",
        "/acme/..%2fbeta",
        "/acme/../beta", "/./acme", "//acme", "/acme//projects/1", "/acme;/projects/1", "/acme/projects/1%20",
        "/i/../../etc/passwd", "/\\..\\", "/acme/projects/１",
    ].map { Row("WB-10", 400...404, "GET \($0) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n") }

    private static let methods =
        [
            "PUT", "DELETE", "TRACE", "PATCH", "OPTIONS", "post", "get", "Post", "PROPFIND", "M-SEARCH", "X",
        ].map { Row("WB-06", 400...405, "\($0) /acme HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n") } + [
            Row(
                "WB-06", 400...421,
                "CONNECT attack.test:443 HTTP/1.1\r\nHost: attack.test:443\r\nConnection: close\r\n\r\n"),
            Row(
                "WB-06", 405...405,
                "POST /acme HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nX-HTTP-Method-Override: GET\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 11\r\n\r\n_method=GET"),
        ]

    private static let headers = [
        Row(
            "WB-07", 431...431,
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + (0..<100_000).map { "X-\($0): y\r\n" }.joined() + "\r\n"),
        Row(
            "WB-07", 431...431,
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + (0..<101).map { "X-\($0): y\r\n" }.joined() + "\r\n"),
        Row(
            "WB-07", 431...431, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: \(String(repeating: "y", count: 9000))\r\n\r\n"
        ),
        Row("WB-07", 400...431, "GET /\(String(repeating: "y", count: 1 << 20)) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"),
    ]

    private static let bodies = [
        Row("WB-11", 413...413, post("Content-Length: 1073741824", "a=b")),
        Row(
            "WB-11", 403...413,
            post(
                "Transfer-Encoding: chunked",
                String(repeating: "10000\r\n\(String(repeating: "a", count: 65536))\r\n", count: 64) + "0\r\n\r\n")),
    ]

    @Test("one answer, of the status that the row says", arguments: smuggling + paths + methods + headers + bodies)
    private func row(_ row: Row) async throws {
        let world = try await World.acme()
        try await serving(world, settings: WebSettings(port: 0, idleTimeout: 4)) { port in
            let browser = Browser(port: port)
            let body = row.id == "WB-11" ? try await Self.asABrowser(row.request, browser) : row.request
            let reply = String(decoding: try await browser.exchange(Array(body.utf8)), as: UTF8.self)
            let answers = reply.ranges(of: "HTTP/1.1 ")
            #expect(answers.count <= 1, "\(reply.prefix(2000))")
            let status = Int(reply.dropFirst(9).prefix(3)) ?? 0
            #expect(row.status.contains(status) || status == 0 && row.id == "WB-09", "\(status)")
            #expect(!reply.contains("ok\n"))
            #expect(try await browser.get("/healthz").text == "ok\n")
        }
    }

    /// The request with the cookie and origin of somebody who has the form.
    private static func asABrowser(_ request: String, _ browser: Browser) async throws -> String {
        _ = try await browser.get("/acme/sign-in")
        let cookie = "Cookie: postern.browser=\(browser.cookies["postern.browser"] ?? "")"
        return request.replacing("Host: 127.0.0.1\r\n", with: "Host: 127.0.0.1\r\n\(cookie)\r\n", maxReplacements: 1)
    }

    @Test("WB-08: whoever sends byte by byte is cut off, and normal pages stay quick meanwhile")
    func slow() async throws {
        let world = try await World.acme()
        try await serving(world, settings: WebSettings(port: 0, idleTimeout: 2, patience: 2)) { port in
            let head = "POST /acme/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            let clock = ContinuousClock()
            let start = clock.now
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    let sent = number.isMultiple(of: 2) ? head : head + "Content-Length: 1000\r\n\r\n"
                    group.addTask { try await Browser(port: port).drip(Array(sent.utf8), every: .milliseconds(200)) }
                }
                for _ in 0..<10 {
                    let asked = clock.now
                    #expect(try await Browser(port: port).get("/acme/sign-in").status == 200)
                    #expect(clock.now - asked < .seconds(6))
                }
                try await group.waitForAll()
            }
            #expect(clock.now - start < .seconds(28))
        }
    }

    @Test("FL-07: an upload that stops in the middle leaves nothing behind")
    func cutUpload() async throws {
        let world = try await World.acme()
        try await serving(world, settings: WebSettings(port: 0, uploadLimit: 300_000, patience: 2)) {
            port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            let before = try world.filesOnDisk()
            let path = "/acme/projects/1/messages"
            let part = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\n"
            let head =
                "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: postern-acme=\(browser.cookies["postern-acme"]!)\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\n"
            let some = part + String(repeating: "a", count: 90_000)
            let aborted = try await browser.exchange(Array("\(head)Content-Length: 100000\r\n\r\n\(some)".utf8))
            #expect(String(decoding: aborted, as: UTF8.self).hasPrefix("HTTP/1.1 408"))
            let piece = "10000\r\n\(String(repeating: "a", count: 65536))\r\n"
            let endless = "\(head)Transfer-Encoding: chunked\r\n\r\n" + String(repeating: piece, count: 32)
            let refused = try await browser.exchange(Array(endless.utf8))
            #expect(String(decoding: refused, as: UTF8.self).hasPrefix("HTTP/1.1 413"))
            #expect(try world.filesOnDisk() == before)
            #expect(!(try await browser.get("/acme/projects/1").text.contains("/files/5")))
        }
    }
}
