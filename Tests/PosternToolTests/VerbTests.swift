import ArgumentParser
import Foundation
import MailFormat
import PortalCore
import TestGround
import Testing

@testable import PosternTool

struct VerbTests {
    let workshop: Workshop
    let config: String

    init() throws {
        workshop = try Workshop()
        config = try workshop.copyExample()
    }

    private func run(_ arguments: String...) async throws -> String {
        guard let verb = try Postern.parseAsRoot(arguments + ["--config", config]) as? any Verb else {
            throw VerbFailure("not a verb with an answer: \(arguments)")
        }
        return try await verb.answer()
    }

    @Test func `check counts what it found`() async throws {
        #expect(
            try await run("check")
                == "\(config) is fine: 1 organization, 4 people, 2 projects, 7 files.")
    }

    @Test(arguments: [
        (["invite", "nobody@client.example"], "lindgren-rao has no client nobody@client.example"),
        (["invite", "--test", "nobody@client.example"], "nobody@client.example is not of the staff of lindgren-rao"),
        (["link", "revoke", "999"], "there is no link 999"), (["link", "notify", "999", "on"], "there is no link 999"),
    ])
    func `what is not there is called by its name`(arguments: [String], words: String) async throws {
        _ = try await run("apply")
        let failure = await #expect(throws: VerbFailure.self) {
            let verb = try #require(try Postern.parseAsRoot(arguments + ["--config", config]) as? any Verb)
            _ = try await verb.answer()
        }
        #expect(failure?.description.hasPrefix(words) == true, "\(String(describing: failure))")
    }

    @Test func `a plan says what would change and who would be mailed, and leaves no trace`() async throws {
        let plan = try await run("apply", "--plan")
        try expectGolden(plan + "\n", "plan.txt")
        #expect(!FileManager.default.fileExists(atPath: workshop.path + "/var"))
    }

    @Test func `applying does what the plan said, and the second time nothing`() async throws {
        let planned = try await run("apply", "--plan", "--json")
        #expect(try await run("apply", "--json") == planned)
        #expect(try await run("apply", "--plan") == "Nothing to do: the portal is as the configuration says.")
        #expect(try await run("apply", "--json") == "[]")
        let mails = try await run("outbox", "list")
        #expect(mails.contains("dana@client.example"))
        #expect(try await run("apply", "--plan", "--json") == "[]")
        #expect(try await run("outbox", "list") == mails)
    }

    @Test func `where nothing is held and no mails are stopped, it is said so`() async throws {
        _ = try await run("apply")
        #expect(try await run("file") == "No file waits to be released.")
        await #expect(throws: VerbFailure.self) {
            try await run("file", "release", "1", "--as", "nobody@studio.example")
        }
        #expect(try await run("outbox", "resume", "lindgren-rao") == "Mails of lindgren-rao are not stopped.")
        await #expect(throws: VerbFailure.self) { try await run("outbox", "resume", "nobody") }
    }

    @Test func `a change shows which settings change, and a plan for it mails nobody yet`() async throws {
        _ = try await run("apply")
        let mails = try await run("outbox", "list")
        try workshop.replace("version: 2", with: "version: 3", in: "config/portal.yaml")
        try workshop.replace("phase: 3", with: "phase: 4", in: "config/portal.yaml")
        let plan = try await run("apply", "--plan")
        #expect(plan.contains("~  project      lindgren-rao/projects/kayaks                    phase"), "\(plan)")
        #expect(plan.contains("~  deliverable  lindgren-rao/projects/kayaks/deliverables/logo  version"), "\(plan)")
        #expect(plan.contains("jonas@client.example (decision asked)"), "\(plan)")
        #expect(try await run("outbox", "list") == mails)
    }

    @Test func `a broken configuration changes nothing and ends with its problems`() async throws {
        try workshop.replace("phase: 3", with: "phase: 7", in: "config/portal.yaml")
        let fault = await #expect(throws: ConfigurationFault.self) { try await run("apply") }
        #expect(fault?.problems.contains { $0.place.path == "organizations/0/projects/0/phase" } == true)
        #expect(!FileManager.default.fileExists(atPath: workshop.path + "/var"))
    }

    @Test func `whoever looks before anything was applied is told what to do`() async throws {
        let failure = await #expect(throws: VerbFailure.self) { try await run("client", "list") }
        #expect(failure?.description.contains("postern apply") == true)
    }

    @Test func `a link is made, listed, silenced and revoked`() async throws {
        _ = try await run("apply")
        let made = try await run("link", "create", "dana@client.example", "--access-code", "--expires", "14d")
        #expect(made.contains("https://portal.example/l/"))
        #expect(made.contains("access code: "))
        #expect(try await run("link", "notify", "2", "off") == "Notifications of link 2 are off.")
        #expect(try await run("link", "revoke", "2") == "Link 2 is revoked.")
        #expect(try await run("link", "revoke", "2") == "Nothing to do: link 2 was revoked already.")
        let list = try await run("link", "list", "--json")
        #expect(list.contains("\"id\": 2, \"client\": \"dana@client.example\""))
        #expect(list.contains("\"state\": \"revoked\", \"access_code\": true, \"notifications\": false"))
        await #expect(throws: VerbFailure.self) { try await run("link", "revoke", "99") }
    }

    @Test func `a mailed link is never printed`() async throws {
        _ = try await run("apply")
        let made = try await run("link", "create", "dana@client.example", "--mail")
        #expect(!made.contains("/l/"))
        #expect(try await run("outbox").contains("portal link"))
    }

    @Test func `staff speak in a project, and its clients are owed the news`() async throws {
        _ = try await run("apply")
        let file = try workshop.write("proof", to: "proof.txt")
        let said = try await run(
            "message", "kayaks", "--from", "maya@lindgren-rao.example", "--file", file, "The proofs are ready.")
        #expect(said == "Posted in “A new face for Saltmarsh Kayaks”.")
        #expect(try await run("outbox").contains("new message"))
        #expect(
            try await run("history", "--json").contains(
                "\"person\": \"maya@lindgren-rao.example\", \"door\": \"shell\""))
    }

    @Test(arguments: [
        ["message", "kayaks", "--from", "dana@client.example", "x"],
        ["message", "nowhere", "--from", "maya@lindgren-rao.example", "x"],
        ["message", "kayaks", "--from", "maya@lindgren-rao.example", ""],
        ["invite", "eve@client.example"], ["outbox", "show", "99"], ["inbox", "show", "99"],
        ["client", "list", "--organization", "nobody"],
    ])
    func `what cannot be done is refused with a reason`(arguments: [String]) async throws {
        _ = try await run("apply")
        let verb = try #require(try Postern.parseAsRoot(arguments + ["--config", config]) as? any Verb)
        await #expect(throws: VerbFailure.self) { try await verb.answer() }
    }

    @Test func `an invitation that waits is not sent twice`() async throws {
        _ = try await run("apply")
        #expect(try await run("invite", "dana@client.example").hasPrefix("Nothing to do"))
        #expect(
            try await run("invite", "jonas@client.example")
                == "The invitation for jonas@client.example is in the outbox.")
        #expect(try await run("client", "list").contains("invited"))
    }

    @Test func `init writes a configuration that check accepts, and never writes over one`() async throws {
        let folder = workshop.path + "/fresh"
        _ = try await workshop.run("init", folder)
        #expect(try await workshop.run("check", "--config", folder).contains("is fine"))
        try workshop.write("mine", to: "fresh/portal.yaml")
        #expect(try await workshop.run("init", folder).contains("kept  \(folder)/portal.yaml"))
        #expect(try String(contentsOfFile: folder + "/portal.yaml", encoding: .utf8) == "mine")
    }

    @Test func `init writes the very server file that the repository shows`() throws {
        #expect(try String(contentsOfFile: config + "/server.yaml", encoding: .utf8) == Starter.server)
    }

    @Test(arguments: [
        ["nonsense"], ["link", "create"], ["link", "notify", "1", "maybe"], ["invite", "no address"],
        ["outbox", "-n", "0"],
    ])
    func `wrong words are found before anything is done`(arguments: [String]) {
        #expect(throws: (any Error).self) { try Postern.parseAsRoot(arguments) }
    }
}
