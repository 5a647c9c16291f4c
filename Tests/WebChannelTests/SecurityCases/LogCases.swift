import Foundation
import Logging
import Synchronization
import Testing

@testable import PortalCore
@testable import WebChannel

/// TK-19: what the log and the history keep of secrets.
struct LogCases {
    @Test("TK-19: no link, code, cookie or form's token is in the log or the history, whatever went wrong")
    func secrets() async throws {
        let book = LogBook()
        let world = try await World.acme()
        var secrets: [String] = []
        try await serving(world, logger: book.logger) { port in
            let browser = Browser(port: port)
            let path = try await browser.askedLink(world)
            let typed = try await browser.get("/acme/sign-in/code")
            let wrong = world.lastCode == "123454" ? "123456" : "123454"
            _ = try await browser.post(
                "/acme/sign-in/code", ["form": typed.token(for: "/acme/sign-in/code"), "code": wrong])
            let page = try await browser.get(path)
            _ = try await browser.post(path, ["form": page.token(for: path)])
            let link = "/l/\(try await world.portalLink("own").0.text)"
            _ = try await Browser(port: port).get(link)
            secrets = [path, link].map { String($0.dropFirst(3)) } + [wrong, world.lastCode, page.token(for: path)]
            secrets += browser.cookies.values
            for table in ["projects", "invitations", "portal_links", "sign_ins"] {
                _ = try await world.portal.database.write {
                    try $0.execute("ALTER TABLE \(table) RENAME TO gone_\(table)", [])
                }
            }
            for target in ["/acme", path, link, "/i/\(link.dropFirst(3))", "\(link)?t=\(path.dropFirst(3))"] {
                _ = try await browser.get(target)
            }
        }
        let history = try world.portal.history(newest: 1000).map { "\($0)" }
        #expect(book.lines.contains { $0.contains("a page failed") })
        #expect(secrets.count >= 7 && !history.isEmpty)
        for secret in secrets {
            #expect(!book.lines.contains { $0.contains(secret) }, "the log has \(secret)")
            #expect(!history.contains { $0.contains(secret) }, "the history has \(secret)")
        }
    }
}

/// A log that keeps what it is told, at every level.
private final class LogBook: Sendable {
    private let kept = Mutex([String]())

    var lines: [String] { kept.withLock { $0 } }
    var logger: Logger { Logger(label: "tests") { _ in Handler(book: self) } }

    private struct Handler: LogHandler {
        let book: LogBook
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        init(book: LogBook) { self.book = book }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { book.kept.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") } }
    }
}
