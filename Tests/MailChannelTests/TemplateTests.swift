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

    @Test func `a folder that is not there is a fault with its path`() {
        let fault = #expect(throws: TemplateFolderFault.self) { try MailTemplates(folder: "/nowhere/at/all") }
        #expect(fault?.path == "/nowhere/at/all")
    }
}
