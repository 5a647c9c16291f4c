import Foundation
import Localization
import MailFormat
import PortalCore
import TestGround
import Testing

@testable import WebChannel

/// Pages in the language of whoever reads them.
struct LanguageTests {
    private static func settings() throws -> WebSettings {
        let folder = String(#filePath.dropLast("/Tests/WebChannelTests/LanguageTests.swift".count)) + "/locales"
        let tables = try ["de.po", "fr.po"].map {
            ($0, [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))))
        }
        return WebSettings(port: 0, languages: try Languages(sources: Dictionary(uniqueKeysWithValues: tables)))
    }

    /// What is read on a page: its text without elements, one line each.
    private static func read(_ reply: Reply) -> String {
        var text = String(decoding: reply.body, as: UTF8.self)
        text.replace(#/<(style|script|head)\b.*?</(style|script|head)>/#.dotMatchesNewlines(), with: "")
        text.replace(#/<[^>]*>/#, with: "\n")
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
    }

    @Test(arguments: ["de", "fr"])
    func `whoever reads another language gets every page in it`(locale: String) async throws {
        let world = try await World.acme()
        var dana = World.person(.dana, "Dana Client", .client)
        dana.locale = locale
        try await world.order(.setPerson(dana, organization: "acme"))
        try await serving(world, settings: Self.settings()) { port in
            let browser = Browser(port: port)
            let invitation = "/i/\(try await world.invitation(of: .dana).text)"
            var pages = [try await browser.get(invitation)]
            _ = try await browser.post(invitation, ["form": pages[0].token(for: invitation)])
            for path in ["", "/projects/1", "/deliverables/1", "/requests", "/passengers"] {
                pages.append(try await browser.get("/acme\(path)"))
            }
            let path = "/acme/deliverables/1/decision"
            pages.append(
                try await browser.post(
                    path, ["form": pages[3].token(for: path), "version": "2", "decision": "revision-requested"]))
            for page in pages {
                #expect(String(decoding: page.body, as: UTF8.self).contains("<html lang=\"\(locale)\""))
            }
            let text = pages.map { "--- \($0.status)\n\(Self.read($0))" }.joined(separator: "\n")
            try expectGolden(text, "pages-\(locale).txt")
        }
    }

    @Test func `pages of errors and the history speak to whoever is signed in, and lead back`() async throws {
        let world = try await World.acme()
        for (address, name, role) in [
            (EmailAddress.dana, "Dana Client", Person.Role.client), (.ana, "Ana Studio", .owner),
        ] {
            var person = World.person(address, name, role)
            person.locale = "de"
            try await world.order(.setPerson(person, organization: "acme"))
        }
        try await serving(world, settings: Self.settings()) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            let pages = [
                try await browser.get("/acme/nothing"), try await browser.get("/unknown"),
                try await browser.send("PUT", "/acme", [:], body: []),
                try await browser.post("/acme/projects/1/messages", ["form": "x"]),
                try await browser.post(
                    "/acme/projects/1/messages", ["text": String(repeating: "a", count: 1 << 20)]),
            ]
            #expect(pages.map(\.status) == [404, 404, 405, 403, 413])
            for page in pages {
                #expect(page.text.contains("<html lang=\"de\""))
                #expect(page.text.contains("<a href=\"/acme\">Zur Übersicht</a>"))
            }
            #expect(pages[0].withoutDate == pages[1].withoutDate)
            let stranger = try await Browser(port: port).get("/acme/nothing")
            #expect(stranger.text.contains("<html lang=\"en\"") && !stranger.text.contains("href=\"/acme\""))
            let ana = Browser(port: port)
            try await ana.signIn(world, as: .ana)
            let history = try await ana.get("/acme/staff/history").text
            #expect(history.contains("Einladung annehmen: ") && history.contains("Seite, Besucher"))
            #expect(!history.contains("accept invitation") && !history.contains("visitor"))
        }
    }

    @Test func `before anybody is known, pages speak the organization's language`() async throws {
        let world = try await World.acme()
        var acme = World.organization("acme", "Acme Studio", color: "#0a6b57")
        acme.locale = "de-AT"
        try await world.order(.setOrganization(acme))
        try await serving(world, settings: Self.settings()) { port in
            let browser = Browser(port: port)
            // Two organizations share no language.
            for (path, words) in [
                ("/acme/sign-in", "Ihre E-Mail-Adresse"), ("/beta/sign-in", "Your email address"),
                ("/acme/nothing", "Hier ist nichts"), ("/i/nothing", "There is nothing here"),
            ] {
                let page = try await browser.get(path)
                #expect(String(decoding: page.body, as: UTF8.self).contains(words), "\(path)")
            }
        }
    }
}
