import Foundation
import MailFormat
import Testing

@testable import PortalCore
@testable import WebChannel

/// TK-02 to TK-04, generated: many links are visited by machines before their people come.
///
/// `POSTERN_SCANS=10000` for the whole number; a tenth of a thousand runs with all the tests.
struct ScannerCases {
    /// What machines do that look at links in mails.
    private enum Level: String, CaseIterable {
        /// HEAD.
        case asks
        /// GET, many times, as several scanners do.
        case looks
        /// GET with cookies, following redirects and all that a page loads.
        case follows
        /// The same, and every form's button is pressed as the page came.
        case presses
    }

    private static let count = Int(ProcessInfo.processInfo.environment["POSTERN_SCANS"] ?? "") ?? 100

    @Test("invitations: none is spent up to L2; after L3 the person is in by one mail more", arguments: Level.allCases)
    private func invitations(level: Level) async throws {
        let world = try await World.acme()
        let settings = WebSettings(port: 0, trustedProxies: ["127.0.0.1"])
        try await serving(world, settings: settings) { port in
            for number in 0..<Self.count {
                let address = EmailAddress("client\(number)@client.test")!
                try await world.order(
                    .setPerson(World.person(address, "Client \(number)", .client), organization: "acme"))
                let path = "/i/\(try await world.invitation(of: address).text)"
                try await Scanner(port: port, number: number).visit(path, level.rawValue)
                let person = Browser(port: port)
                person.source = "198.51.100.\(number % 250)"
                world.pass(.seconds(1))
                let page = try await person.get(path)
                #expect(page.status == (level == .presses ? 410 : 200))
                let pressed = try await person.press(page)
                if level == .presses {
                    #expect(pressed.header("Location") == "/acme/sign-in/code")
                    let link = "/s/\(try await world.signInMail().link.text)"
                    _ = try await person.press(try await person.get(link))
                }
                #expect(try await person.get("/acme").status == 200)
            }
        }
    }

    @Test("sign-in links: no machine gets in, and each person does", arguments: Level.allCases)
    private func signIns(level: Level) async throws {
        let world = try await World.acme()
        let settings = WebSettings(port: 0, trustedProxies: ["127.0.0.1"])
        try await serving(world, settings: settings) { port in
            for number in 0..<Self.count {
                world.pass(.minutes(6))
                let person = Browser(port: port)
                let path = try await person.askedLink(world)
                let scanner = Scanner(port: port, number: number)
                try await scanner.visit(path, level.rawValue)
                #expect(scanner.browser.cookies["postern-acme"] == nil)
                _ = try await person.press(try await person.get(path))
                #expect(try await person.get("/acme").status == 200)
            }
        }
    }

    @Test("confirmation pages: no machine decides, and the person does with one press", arguments: Level.allCases)
    private func confirmations(level: Level) async throws {
        let world = try await World.acme()
        let settings = WebSettings(port: 0, trustedProxies: ["127.0.0.1"])
        try await serving(world, settings: settings) { port in
            try await Browser(port: port).enter(world, as: .dana)
            let path = "/c/\(try await world.confirmationOfCut().text)"
            for number in 0..<Self.count {
                world.pass(.seconds(2))
                try await Scanner(port: port, number: number).visit(path, level.rawValue)
            }
            #expect(try world.decisions() == 0)
            let person = Browser(port: port)
            let page = try await person.get(path)
            let fields: KeyValuePairs = ["form": page.token(for: path), "version": "2", "decision": "approved"]
            #expect(try await person.post(path, fields).status == 303)
            #expect(try world.decisions() == 1)
        }
    }

    @Test func `an invitation was opened once somebody has seen its page`() async throws {
        let world = try await World.acme()
        let path = "/i/\(try await world.invitation(of: .dana).text)"
        let state = { try world.portal.clients(of: "acme")?.first { $0.person.address == .dana }?.invitation?.state }
        try await serving(world) { port in
            _ = try await Browser(port: port).get(path, ["Sec-Purpose": "prefetch"])
            _ = try await Browser(port: port).get(path, method: "HEAD")
            try await world.portal.writeLooks()
            #expect(try state() == .sent)
            _ = try await Browser(port: port).get(path)
            try await world.portal.writeLooks()
            #expect(try state() == .opened)
        }
    }

    @Test("portal links: looks of machines and openings by people are counted apart", arguments: Level.allCases)
    private func counts(level: Level) async throws {
        let world = try await World.acme()
        try await serving(world, settings: WebSettings(port: 0, trustedProxies: ["127.0.0.1"])) { port in
            let (secret, _) = try await world.portalLink("own", code: "123456")
            let path = "/l/\(secret.text)"
            for number in 0..<5 { try await Scanner(port: port, number: number).visit(path, level.rawValue) }
            let person = Browser(port: port)
            let page = try await person.get(path)
            _ = try await person.post(path, ["form": page.token(for: path), "code": "123456"])
            #expect(try await person.get("/acme").status == 200)
            try await world.portal.writeLooks()
            let link = try #require(try world.portal.portalLinks(of: "acme")?.first?.link)
            #expect(link.accessCount == 1)
            #expect(link.scanCount == (level == .looks ? 15 : 5))
        }
    }
}

/// A machine that looks at links, as thoroughly as its level says.
private struct Scanner {
    let browser: Browser

    init(port: Int, number: Int) {
        browser = Browser(port: port)
        browser.source = "203.0.113.\(number % 250)"
    }

    func visit(_ path: String, _ level: String) async throws {
        switch level {
        case "asks": _ = try await browser.get(path, method: "HEAD")
        case "looks":
            for _ in 0..<3 {
                _ = try await browser.get(path, ["Sec-Purpose": "prefetch"])
                browser.cookies = [:]
            }
        case "follows": _ = try await follow(try await browser.get(path))
        default:
            let page = try await follow(try await browser.get(path))
            let answer = try await browser.press(page)
            _ = try await follow(answer)
        }
    }

    /// Goes where an answer sends, and fetches what its page loads.
    private func follow(_ reply: Reply) async throws -> Reply {
        var reply = reply
        for _ in 0..<5 {
            guard let next = reply.header("Location") else { break }
            reply = try await browser.get(next)
        }
        for attribute in reply.text.matches(of: /(?:href|src)="(\/[^"#]*)"/) {
            _ = try await browser.get(String(attribute.1))
        }
        return reply
    }
}

extension World {
    /// Decisions that were made.
    fileprivate func decisions() throws -> Int {
        try portal.history(newest: 100_000).filter { $0.command.hasPrefix("decide") && $0.outcome.contains("done") }
            .count
    }
}

extension Browser {
    /// Presses the button of the page's last form with what is filled in already.
    fileprivate func press(_ page: Reply) async throws -> Reply {
        guard let form = page.text.matches(of: /<form method="post" action="([^"]+)"/).last else { return page }
        let rest = page.text[form.range.upperBound...]
        let end = rest.range(of: "</form>")?.lowerBound ?? rest.endIndex
        var body: [String] = []
        for field in rest[..<end].matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)"/) {
            body.append("\(field.1)=\(field.2)")
        }
        for field in rest[..<end].matches(of: /<input type="radio" name="([^"]+)" value="([^"]+)"[^>]* checked/) {
            body.append("\(field.1)=\(field.2)")
        }
        let headers = [
            "Content-Type": "application/x-www-form-urlencoded", "Origin": "http://\(authority)",
            "Sec-Fetch-Site": "same-origin",
        ]
        return try await send(
            "POST", String(form.output.1), headers, body: Array(body.joined(separator: "&").utf8))
    }
}
