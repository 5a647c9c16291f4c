import Foundation
import MailFormat
import MailSignatures
import MailTransport
import PortalCore
import TestGround
import Testing

@testable import PosternTool

struct ConfigurationTests {
    @Test func `MO-05, OB-12: a terrible configuration hears of everything at once`() throws {
        let folder = "\(Workshop.folderOfTests)/Terrible"
        let reading = Configuration(folder: folder).readAll(secrets: .needed)
        #expect(reading.server == nil)
        #expect(reading.portal == nil)
        let text = reading.text.replacingOccurrences(of: folder, with: "config") + "\n"
        try expectGolden(text, "terrible.txt")
    }

    @Test func `MO-13: no problem shows a secret`() throws {
        let text = Configuration(folder: "\(Workshop.folderOfTests)/Terrible").readAll(secrets: .needed).text
        #expect(!text.contains("hunter2"))
    }

    @Test func `the example is fine but for the secrets that only the real machine has`() throws {
        let workshop = try Workshop()
        let reading = Configuration(folder: try workshop.copyExample()).readAll(secrets: .needed)
        #expect(
            reading.problems.allSatisfy { $0.weight == .warning && $0.text.contains("POSTERN_") }, "\(reading.text)")
        let organization = try #require(reading.portal?.desired.organizations.first)
        #expect(organization.settings.logo?.contentType == "image/svg+xml")
        #expect(organization.settings.tools == Set(Tool.allCases))
        #expect(organization.invitations == [try #require(EmailAddress("dana@client.example"))])
        #expect(organization.projects.map(\.name) == ["kayaks", "river-tours"])
        #expect(organization.deliverables.map(\.version) == [2, 1])
        #expect(organization.files.map(\.visible) == [true, true, false])
        #expect(organization.links.map(\.days) == [60])
    }

    @Test func `serving needs the secrets that checking only misses`() throws {
        let workshop = try Workshop()
        let configuration = Configuration(folder: try workshop.copyExample())
        #expect(throws: Never.self) { try configuration.serverSettings(secrets: .described) }
        let fault = #expect(throws: ConfigurationFault.self) { try configuration.serverSettings(secrets: .needed) }
        #expect(fault?.problems.filter { $0.weight == .error }.count == 2)
    }

    @Test func `an organization may have a file and a folder of its own`() throws {
        let workshop = try Workshop()
        try FileManager.default.removeItem(atPath: workshop.copyExample() + "/portal.yaml")
        try workshop.write(
            """
            slug: acme
            name: Acme
            contact: hello@acme.example
            logo: logo.svg
            staff: [{address: ann@acme.example, name: Ann, role: owner}]
            """, to: "config/organizations/acme.yaml")
        try workshop.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "config/organizations/acme/logo.svg")
        let reading = Configuration(folder: workshop.path + "/config").readAll(secrets: .described)
        #expect(reading.portal?.desired.organizations.map(\.settings.slug) == ["acme"], "\(reading.text)")
    }

    @Test
    func `CM-13: words of an organization's own that mean something else, or nothing, are refused where they stand`()
        throws
    {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        let words = """
                words:
                  approve: [druckreif, Ablehnen, ok, "go 4 it", "", "\(String(repeating: "x", count: 41))", not yet]
                  done: [Druckreif, "a\\nb", abgehakt]
                  answer: [frage]

            """
        try workshop.replace("    # reminders:", with: words + "    # reminders:", in: "config/portal.yaml")
        let problems = Configuration(folder: config).readAll(secrets: .described).problems
            .filter { $0.weight == .error }
        let found = problems.map {
            "\($0.place.path.replacing("organizations/0/words", with: "w")): \($0.text.prefix(30))"
        }
        #expect(
            found == [
                "w/approve/1: is a word for REJECT already: ", "w/approve/2: stands in ordinary mails, so t",
                "w/approve/3: should be one to four words of", "w/approve/4: should be one line of at most ",
                "w/approve/5: should be one line of at most ", "w/approve/6: stands in ordinary mails, so t",
                "w/done/0: is a word for APPROVE already:", "w/done/1: should be one line of at most ",
                "w: has `answer`, which is not kno",
            ], "\(found)")
        #expect(problems.allSatisfy { $0.place.line > 0 && $0.place.file.hasSuffix("portal.yaml") })
    }

    @Test func `CM-13: an organization's own words are carried out like the rest of it`() throws {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        let words = "    words: {approve: [druckreif, good to print], passenger_add: [mit dabei]}\n"
        try workshop.replace("    # reminders:", with: words + "    # reminders:", in: "config/portal.yaml")
        let reading = Configuration(folder: config).readAll(secrets: .described)
        let read = try #require(reading.portal?.desired.organizations.first?.settings.words, "\(reading.text)")
        let reply = ReadReply("DRUCKREIF", in: .english, vocabulary: read.vocabulary)
        #expect(reply.commands.map(\.verb) == [.approve])
    }

    @Test func `MO-07: an organization's own mail templates are read with the configuration`() throws {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        try workshop.copyTemplates()
        #expect(Configuration(folder: config).readAll(secrets: .described).portal != nil)
        try workshop.write("Subject: x\n\n{{beta.name}}", to: "mail-templates/lindgren-rao/sign-in.txt.mustache")
        let problems = Configuration(folder: config).readAll(secrets: .described).problems
        let found = problems.first { $0.place.file.hasSuffix("mail-templates/lindgren-rao/sign-in.txt.mustache") }
        #expect(found?.place.line == 3 && found?.text.hasPrefix("unknown name \"beta\"") == true, "\(problems)")
        #expect(found?.weight == .error)
    }

    @Test(arguments: ["healthz", "hooks"])
    func `no organization takes the site's own places`(slug: String) throws {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        try workshop.replace("slug: lindgren-rao", with: "slug: \(slug)", in: "config/portal.yaml")
        let problems = Configuration(folder: config).readAll(secrets: .described).problems.filter {
            $0.weight == .error
        }
        #expect(problems.map(\.text) == ["`\(slug)` is the address of something else on the site: choose another"])
    }

    @Test(arguments: ["replies@portal.example", "REPLIES@portal.example", "replies+abc@portal.example"])
    func `nobody may have the portal's own address`(address: String) throws {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        try workshop.replace("jonas@client.example", with: address, in: "config/portal.yaml")
        let problems = Configuration(folder: config).readAll(secrets: .described).problems
        #expect(problems.contains { $0.text.hasPrefix("is the portal's own address") })
    }

    @Test(arguments: [
        ("jonas@old.example", nil), ("jonas@client.example", "is the present address"),
        ("dana@client.example", "dana@client.example is somebody else's address"),
        ("jonas", "should be an email address"),
    ])
    func `whoever has another address now says which was the one before`(was: String, problem: String?) throws {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        try workshop.replace("# was: jonas@old.example ", with: "was: \(was) ", in: "config/portal.yaml")
        let reading = Configuration(folder: config).readAll(secrets: .described)
        let people = reading.portal?.desired.organizations[0].people
        #expect(problem != nil || people?.last?.formerly?.text == was)
        let errors = reading.problems.filter { $0.weight == .error }
        #expect(errors.count == (problem == nil ? 0 : 1), "\(reading.text)")
        if let problem { #expect(errors.first?.text.hasPrefix(problem) == true, "\(reading.text)") }
    }

    @Test(arguments: [("smtp.portal.example", false), ("localhost", true), ("127.0.0.1", true)])
    func `only a server of this machine is spoken to in the clear`(host: String, allowed: Bool) throws {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        try workshop.replace("smtp.portal.example", with: "\(host)\n    security: none", in: "config/server.yaml")
        let problems = Configuration(folder: config).readAll(secrets: .described).problems
        let isRefused = problems.contains { $0.text.hasPrefix("TLS may be switched off only") }
        #expect(isRefused == !allowed)
    }

    @Test func `local mail needs no server and no border`() throws {
        let workshop = try Workshop()
        try workshop.write(
            """
            site: http://localhost:8080/
            folder: data
            mail:
              address: replies@portal.example
              together: 10m
              local: {outgoing: /srv/out, incoming: in}
            limits: {mail: 1 MiB}
            """, to: "config/server.yaml")
        let folder = workshop.path + "/config"
        let server = try Configuration(folder: folder).serverSettings(secrets: .needed)
        #expect(server.site.base == "http://localhost:8080")
        #expect(server.folder == folder + "/data")
        #expect(server.templates == folder + "/../mail-templates")
        #expect(server.mail.route == .local(outgoing: "/srv/out", incoming: folder + "/in"))
        #expect(server.limits.mail == 1 << 20)
        #expect(server.mail.together == 10)
    }

    private static func signing(_ lines: String, key: String = "") throws -> (Configuration.Reading, Workshop) {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        if !key.isEmpty { chmod(try workshop.write(key, to: "config/dkim.pem"), 0o600) }
        try workshop.replace("  # Where mail goes out.", with: "  dkim: {\(lines)}", in: "config/server.yaml")
        return (Configuration(folder: config).readAll(secrets: .described), workshop)
    }

    /// The private key of RFC 8463, appendix A.2.
    private static let key = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=\n"

    @Test func `mail is signed with the key that is named, for the domain of the address`() throws {
        let (reading, _) = try Self.signing("selector: Postern, key: file:dkim.pem", key: Self.key)
        let signer = try #require(reading.server?.mail.signer)
        #expect(signer.recordName == "postern._domainkey.portal.example")
        #expect(signer.record == "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
        #expect(reading.server?.mail.checksSignatures == true)
    }

    @Test(arguments: [
        (
            "selector: s, key: file:dkim.pem, domain: other.example", key,
            "should have `domain` as that of replies@portal.example"
        ),
        ("selector: s, key: file:dkim.pem, domain: example", key, "should have `domain` as that of"),
        ("selector: 's;1', key: file:dkim.pem", key, "`selector` should be a selector"),
        ("selector: s, key: file:dkim.pem", "secret", "what it names is no private key"),
        ("selector: s", key, "lacks the key `key`"), ("key: file:dkim.pem", key, "lacks the key `selector`"),
        ("selector: s, key: file:dkim.pem", "", "the file dkim.pem is not there"),
        ("selector: s, key: secret", key, "should name a secret, not hold it"),
    ])
    func `what cannot sign is said, without the key`(lines: String, key: String, problem: String) throws {
        let (reading, _) = try Self.signing(lines, key: key)
        #expect(reading.problems.contains { $0.text.hasPrefix(problem) }, "\(reading.text)")
        #expect(!reading.text.contains("nWGx"))
    }

    @Test
    func `MO-13: a secret comes from a file without its final line break, and everybody who could read it is named`()
        throws
    {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        let secret = try workshop.write("\"\\{3} % é\r\n", to: "config/smtp.secret")
        chmod(secret, 0o644)
        try workshop.replace("env:POSTERN_SMTP_PASSWORD", with: "file:smtp.secret", in: "config/server.yaml")
        try workshop.replace("env:POSTERN_IMAP_PASSWORD", with: "file:smtp.secret", in: "config/server.yaml")
        let server = try Configuration(folder: config).serverSettings(secrets: .needed)
        guard case .servers(let submission, let mailbox) = server.mail.route else {
            Issue.record("no servers")
            return
        }
        #expect(submission.password == "\"\\{3} % é")
        #expect(submission.port == 465)
        #expect(mailbox.server.port == 993)
        let warned = Configuration(folder: config).readAll(secrets: .needed)
        #expect(warned.problems.map(\.weight) == [.warning, .warning], "\(warned.text)")
        chmod(secret, 0o600)
        #expect(Configuration(folder: config).readAll(secrets: .needed).problems.isEmpty)
    }

    @Test(arguments: ["two\nlines", "nul\u{0}", ""])
    func `a secret that would end a line of the protocol is refused`(text: String) throws {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        chmod(try workshop.write(text, to: "config/smtp.secret"), 0o600)
        try workshop.replace("env:POSTERN_SMTP_PASSWORD", with: "file:smtp.secret", in: "config/server.yaml")
        let problems = Configuration(folder: config).readAll(secrets: .described).problems
        let isRefused = problems.contains { $0.text == "the secret should be one line of UTF-8 text" }
        #expect(isRefused)
    }

    @Test func `a folder that serve needs is missed by check as well`() throws {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        try FileManager.default.removeItem(atPath: "\(workshop.path)/mail-templates")
        let reading = Configuration(folder: config).readAll(secrets: .described)
        #expect(reading.portal == nil && reading.text.contains("the folder of the mail templates is not at"))
    }

    @Test(arguments: [
        ("title: A new face for Saltmarsh Kayaks", "title: null", ["is empty: should be one line"]),
        ("role: owner", "role: king", ["should be owner, admin or member"]),
        (
            "        forms:\n", "        forms:\n          - {key: ff, title: F, questions: []}\n",
            ["should have at least one question"]
        ),
    ])
    func `what says nothing is missed, and nothing else is made of it`(
        right: String, wrong: String, problems: [String]
    ) throws {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        try workshop.replace(right, with: wrong, in: "config/portal.yaml")
        let found = Configuration(folder: config).readAll(secrets: .described).problems.filter { $0.weight == .error }
        #expect(found.count == problems.count, "\(found)")
        for (problem, words) in zip(found, problems) { #expect(problem.text.hasPrefix(words), "\(problem)") }
    }

    @Test func `an access code may come from a file, and is never shown when it is wrong`() throws {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        let path = try workshop.write("048151\n", to: "config/code.secret")
        chmod(path, 0o600)
        try workshop.replace("access_code: \"481516\"", with: "access_code: file:code.secret", in: "config/portal.yaml")
        let right = Configuration(folder: config).readAll(secrets: .described).portal
        #expect(right?.desired.organizations.first?.links.first?.code?.digits == "048151")
        try workshop.write("98765\n", to: "config/code.secret")
        let wrong = Configuration(folder: config).readAll(secrets: .described)
        #expect(wrong.portal == nil)
        #expect(!wrong.text.contains("98765"))
    }
}
