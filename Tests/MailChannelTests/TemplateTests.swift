import Foundation
import MailFormat
import PortalCore
import Templates
import Testing

@testable import MailChannel

struct TemplateTests {
    private func copy() throws -> String {
        let folder = NSTemporaryDirectory() + "templates-\(UUID().uuidString)"
        try FileManager.default.copyItem(
            atPath: URL(fileURLWithPath: World.templates).resolvingSymlinksInPath().path, toPath: folder)
        return folder
    }

    @Test func `an organization's own file takes the place of the common one, file by file`() async throws {
        let folder = try copy()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/acme", withIntermediateDirectories: true)
        let own = "Subject: Come in, {{recipient.name}}\n\nHere: {{link}}\n"
        try Data(own.utf8).write(to: URL(fileURLWithPath: folder + "/acme/invitation.txt.mustache"))
        let world = try await World()
        let writer = LetterWriter(
            templates: try MailTemplates(folder: folder), site: World.site, mailbox: world.mailbox)
        let entry = try #require(try world.portal.dueMails(limit: 1).first)
        let letter = try #require(try world.portal.letter(for: entry))
        let message = MailFormat.Message(try writer.write(letter, logo: nil).sealed.bytes)
        #expect(message.subject == "Come in, Dana")
        #expect(message.text?.hasPrefix("Here:\nhttps://portal.acme.test/i/") == true)
        #expect(message.html?.contains("your portal is ready") == true)
    }

    @Test func `a name that is not known is an error when the templates are loaded`() throws {
        let folder = try copy()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/beta", withIntermediateDirectories: true)
        try Data("Subject: x\n\n{{organisation.name}}".utf8).write(
            to: URL(fileURLWithPath: folder + "/beta/sign-in.txt.mustache"))
        let errors = try #require(throws: TemplateErrors.self) { try MailTemplates(folder: folder) }
        #expect(errors.description.contains("sign-in.txt.mustache:3:1: unknown name \"organisation\""))
    }

    /// An own template of Acme's beside a foreign one of Beta's.
    private func refusal(of template: String, _ also: (String) throws -> Void = { _ in }) throws -> String {
        let folder = try copy()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (slug, text) in [("beta", "Subject: Beta\n\nHello {{recipient.name}}\n"), ("acme", template)] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(slug)", withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(slug)/sign-in.txt.mustache"))
        }
        try also(folder)
        do {
            _ = try MailTemplates(folder: folder, languages: World.languages())
            return ""
        } catch {
            return "\(error)".replacing(folder, with: "mails")
        }
    }

    @Test(arguments: [
        ("{{beta.name}}", "unknown name \"beta\""), ("{{organization.secret}}", "unknown name \"secret\""),
        ("{{person.address}}", "unknown name \"person\""), ("{{>../beta/sign-in}}", "not a name: \"../beta/sign-in\""),
        ("{{>/etc/passwd}}", "not a name: \"/etc/passwd\""), ("{{>..}}", "not a name: \"..\""),
        ("{{>beta}}", "no partial \"beta.txt.mustache\""), ("{{>sign-in}}", "partial \"sign-in\" includes itself"),
        ("{{#t}}{{beta}}{{/t}}", "unknown name \"beta\""), ("{{=<% %>=}}", "not a name"),
        (String(repeating: "{{#recipient}}", count: 40), "sections are nested deeper than 32"),
    ])
    func `MO-07: what an organization's own template may not say is refused when it is loaded`(
        _ line: String, _ reason: String
    ) throws {
        let problem = try refusal(of: "Subject: x\n\n\(line)\n")
        #expect(problem.hasPrefix("mails/acme/sign-in.txt.mustache:3:"), "\(problem)")
        #expect(problem.contains(reason), "\(problem)")
    }

    @Test func `MO-07: partials that grow without end are refused, by depth and by number`() throws {
        let doubled = try refusal(of: "Subject: x\n\n{{>_p0}}") { folder in
            for number in 0..<15 {
                let text = "{{>_p\(number + 1)}}{{>_p\(number + 1)}}"
                try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/acme/_p\(number).txt.mustache"))
            }
            try Data("x".utf8).write(to: URL(fileURLWithPath: "\(folder)/acme/_p15.txt.mustache"))
        }
        #expect(doubled.contains("or are more than 1000"), "\(doubled)")
        #expect(doubled.hasPrefix("mails/acme/_p"), "\(doubled)")
        let circle = try refusal(of: "Subject: x\n\n{{>_a}}") { folder in
            for (name, text) in [("_a", "{{>_b}}"), ("_b", "\n{{>_a}}")] {
                try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/acme/\(name).txt.mustache"))
            }
        }
        #expect(circle.contains("mails/acme/_b.txt.mustache:2:1: partial \"_a\" includes itself"), "\(circle)")
    }

    @Test(arguments: ["/etc/passwd", "../beta/sign-in.txt.mustache", "../sign-in.txt.mustache"])
    func `MO-07: no link leads out of an organization's folder`(target: String) throws {
        let problem = try refusal(of: "Subject: x\n\nx") { folder in
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/acme/receipt.txt.mustache", withDestinationPath: target)
        }
        #expect(problem == "mails/acme/receipt.txt.mustache: leads out of its folder")
    }

    @Test func `MO-07: a folder that is another's, and a file too large, are refused`() throws {
        let linked = try refusal(of: "Subject: x\n\nx") { folder in
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/gamma", withDestinationPath: "beta")
        }
        #expect(linked == "mails/gamma: leads out of its folder")
        let large = try refusal(of: "Subject: x\n\n" + String(repeating: "x", count: 1_000_001))
        #expect(large == "mails/acme/sign-in.txt.mustache: is larger than 1000000 bytes")
    }

    @Test func `a folder that is not there is a fault with its path`() {
        let fault = #expect(throws: TemplateFolderFault.self) { try MailTemplates(folder: "/nowhere/at/all") }
        #expect(fault?.path == "/nowhere/at/all")
    }
}
