import Foundation
import Localization
import MailFormat
import PortalCore
import Templates
import Testing

@testable import MailChannel

/// Mails in the language of whoever reads them, and what comes back.
@Suite(.serialized)
struct LanguageTests {
    private func asked(_ world: World) async throws -> Sent {
        try await world.danaAccepts()
        return try #require(try await world.send().last { $0.recipient == "dana@client.test" })
    }

    @Test func `a mail goes out in its recipient's language`() async throws {
        let world = try await World()
        try await world.danaAccepts()
        let entry = try #require(try world.portal.dueMails(limit: 1).first)
        let letter = try #require(try world.portal.letter(for: entry))
        let message = MailFormat.Message(try world.translator.write(letter, logo: nil).sealed.bytes)
        #expect(letter.recipient.locale == "de")
        #expect(message.subject == "Ihre Entscheidung bitte: Logo (Rebrand)")
        #expect(message.text?.contains("Guten Tag Dana,") == true)
        #expect(message.html?.contains("<html lang=\"de\"") == true)
    }

    @Test(arguments: [LanguageCode.german, .french])
    func `prefilled replies do what their buttons say`(code: LanguageCode) async throws {
        let asked = try await asked(World())
        let html = try #require(try asked.said(code).message.html)
        let bodies = html.matches(of: #/body=([^"]*)"/#).map { String($0.1).removingPercentEncoding ?? "" }
        let language = try #require(CommandLanguage(rawValue: code.rawValue))
        let verbs = bodies.map { body in
            ReadReply(body + "etwas größer", in: language, offering: CommandVerb.decisions).commands.first?.verb
        }
        #expect(bodies.count == 2)
        #expect(verbs.last == .revise)
        let approve = ReadReply(bodies[0], in: language, offering: CommandVerb.decisions)
        #expect(approve.commands.map(\.verb) == [.approve] && approve.message.isEmpty)
    }

    @Test(arguments: [LanguageCode.english, .german, .french])
    func `examples in a mail are read as it says`(code: LanguageCode) async throws {
        let text = try await asked(World()).said(code).message.text ?? ""
        let quoted = text.matches(of: #/(?:"|„|« ?|«\u{A0})([A-ZÄÖÜ]+ [^"“»\u{A0}]+)/#).map { String($0.1) }
        let example = try #require(
            quoted.last { $0.hasPrefix("REVISE") || $0.hasPrefix("ÄNDERN") || $0.hasPrefix("MODIFIER") })
        let reply = ReadReply(
            example.trimmingCharacters(in: .whitespaces), in: CommandLanguage(rawValue: code.rawValue) ?? .english,
            offering: CommandVerb.decisions)
        #expect(reply.commands.map(\.verb) == [.revise], "\(example)")
    }

    @Test(arguments: [LanguageCode.english, .german, .french])
    func `our own mail below an answer is none of it, however it is quoted`(code: LanguageCode) async throws {
        let notice = try await asked(World()).said(code).message
        let text = try #require(notice.text)
        for quotation in [
            text,
            text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(separator: "\n"),
        ] {
            let reply = VisibleReply(ofText: "Sehr gut.\n\n\(quotation)")
            #expect(reply.text == "Sehr gut.")
        }
    }

    @Test func `an organization's file for one language wins there, and only there`() async throws {
        let folder = NSTemporaryDirectory() + "templates-\(UUID().uuidString)"
        try FileManager.default.copyItem(
            atPath: URL(fileURLWithPath: World.templates).resolvingSymlinksInPath().path, toPath: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, text) in [("de", "Haus"), ("acme/de", "Acme"), ("acme/fr", "Atelier")] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
            try Data("Subject: \(text) {{recipient.name}}\n\nx".utf8).write(
                to: URL(filePath: "\(folder)/\(name)/invitation.txt.mustache"))
        }
        let templates = try MailTemplates(folder: folder, languages: World.languages())
        func subject(_ slug: String, _ code: LanguageCode) -> String {
            templates.set(for: slug, in: code).renderMail("invitation", ["recipient": ["name": "Dana"]]).subject
        }
        #expect(subject("acme", .german) == "Acme Dana")
        #expect(subject("acme", .french) == "Atelier Dana")
        #expect(subject("other", .german) == "Haus Dana")
        #expect(subject("acme", .english) == " invites you to your client portal")
    }
}
