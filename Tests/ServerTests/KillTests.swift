import Foundation
import MailFormat
import MailServers
import MailTransport
import Testing

@testable import PortalCore

/// The real executable, ended by SIGKILL at random points, again and again, while replies come in.
@Suite("A killed Postern", .serialized)
struct KillTests {
    @Test("FL-11: loses nothing and does nothing twice, twenty times", .timeLimit(.minutes(5)))
    func killed() async throws {
        let ground = try ServedFolder()
        let reply = try await ground.letDanaIn()
        var texts: [String] = []
        var random = SystemRandomNumberGenerator()
        for round in 1...20 {
            let server = try ground.start()
            for number in 1...3 {
                texts.append("Message \(round).\(number)")
                try ground.mail(texts[texts.count - 1], to: reply)
            }
            try await Task.sleep(for: .milliseconds(Int.random(in: 50...700, using: &random)))
            server.send(SIGKILL)
            server.end()
        }
        try await ground.mailSettles(after: texts.count)
        let portal = try Portal(folder: ground.data)
        defer { portal.close() }
        let posted = try portal.database.read { connection in
            try connection.query("SELECT text FROM messages ORDER BY text", []) { try $0.text(0) }
        }
        #expect(posted.sorted() == texts.sorted())
        #expect(try portal.inbox(newest: 1000).allSatisfy { $0.state == .settled })
        for entry in try portal.inbox(newest: 1000) {
            #expect(ContentDigest(of: try portal.contents.bytes(of: entry.content)) == entry.content)
        }
        #expect(try portal.outbox(newest: 10_000).allSatisfy { $0.state == .sent || $0.state == .dropped })
        let sent = try ground.sentMails()
        #expect(Set(sent.compactMap(\.messageID)).count == sent.count, "a mail went out twice")
        #expect(sent.count == (try portal.outbox(newest: 10_000).filter { $0.state == .sent }.count))
        let integrity = try portal.database.read { connection in
            try connection.query("PRAGMA integrity_check", []) { try $0.text(0) }
        }
        #expect(integrity == ["ok"])
    }

    @Test("ends within two seconds when asked to, cleanly")
    func asked() async throws {
        let ground = try ServedFolder()
        let reply = try await ground.letDanaIn()
        let server = try ground.start()
        try ground.mail("One last thing", to: reply)
        try await ground.mailIsTakenIn()
        let asked = ContinuousClock.now
        server.send(SIGTERM)
        #expect(server.end() == .status(0))
        #expect(ContinuousClock.now - asked < .seconds(2))
    }

    @Test(
        "MO-14: goes on with what it had when SIGHUP comes, whatever its configuration says by then",
        .timeLimit(.minutes(5)))
    func hungUp() async throws {
        let ground = try ServedFolder()
        let reply = try await ground.letDanaIn()
        let server = try ground.start()
        try ground.mail("Message 0", to: reply)
        try await ground.mailIsTakenIn()
        try ground.breakConfiguration()
        var texts = ["Message 0"]
        for number in 1...20 {
            server.send(SIGHUP)
            texts.append("Message \(number)")
            try ground.mail(texts[number], to: reply)
            server.send(SIGHUP)
        }
        let portal = try Portal(folder: ground.data)
        defer { portal.close() }
        let posted = try await wait(for: "all messages") {
            let posted = try portal.database.read { connection in
                try connection.query("SELECT text FROM messages ORDER BY text", []) { try $0.text(0) }
            }
            return posted.count < texts.count ? nil : posted
        }
        #expect(posted == texts.sorted())
        #expect(try ground.log().contains("notice: SIGHUP changes nothing: `postern apply` carries out portal.yaml"))
        server.send(SIGTERM)
        #expect(server.end() == .status(0))
    }

    @Test("MO-11: is not joined by a second one on the same folder")
    func second() async throws {
        let ground = try ServedFolder()
        try await isAlone(on: ground, besides: ground, saying: ground.data)
    }

    @Test("MO-11: is not joined by one that keeps its data elsewhere, and takes mails from the same Maildir")
    func secondOnMaildir() async throws {
        let ground = try ServedFolder()
        let other = try ServedFolder(incoming: ground.incoming)
        try await isAlone(on: ground, besides: other, saying: ground.incoming.path)
    }

    private func isAlone(on ground: ServedFolder, besides other: ServedFolder, saying path: String) async throws {
        let first = try ground.start()
        defer { first.stop() }
        _ = try await wait(for: "the first one to be open") {
            try ground.log().contains("the portal is open") ? true : nil
        }
        let second = try other.start(log: "second.log")
        defer { second.stop() }
        _ = try await wait(for: "the second one to give up") {
            try other.log("second.log").contains("another Postern is already running on \(path)") ? true : nil
        }
        guard case .status(let status) = second.end() else {
            Issue.record("the second one was ended by a signal")
            return
        }
        #expect(status != 0)
    }
}

/// A folder with configuration and Maildirs, served by the real executable.
private final class ServedFolder {
    private let configuration: AcmeConfiguration
    let incoming: Maildir
    private let outgoing: Maildir
    var data: String { configuration.data }

    /// - Parameter shared: the Maildir that mails come into, where it is another's.
    init(incoming shared: Maildir? = nil) throws {
        configuration = try AcmeConfiguration(mail: "  local: {outgoing: out, incoming: \(shared?.path ?? "in")}")
        incoming = shared ?? Maildir("\(configuration.root)/in")
        outgoing = Maildir("\(configuration.root)/out")
        try incoming.prepare()
        try outgoing.prepare()
        try run("apply")
    }

    /// Accepts Dana's invitation and gives the reply address of the mail that asks for her decision.
    func letDanaIn() async throws -> EmailAddress {
        let server = try start()
        let invitation = try await wait(for: "the invitation") {
            try self.sentMails().first { $0.to.first?.address == "dana@client.test" }
        }
        let text = try #require(invitation.readableText)
        let link = try #require(text.firstRange(of: "/i/")).upperBound
        let secret = try #require(Secret(wire: String(text[link...].prefix(52))))
        let portal = try Portal(folder: data)
        defer { portal.close() }
        // The mail goes out a moment before the invitation's digest counts as sent; acceptance may come at once.
        let outcome = try await portal.perform(
            [.acceptInvitation(session: portal.freshSecret())], for: .invitation(secret), because: .shell("accept"))
        #expect(outcome == [.done(.accepted)])
        let asked = try await wait(for: "the mail that asks") {
            try self.sentMails().first { $0.subject?.contains("Decision asked") == true }
        }
        server.stop()
        return try #require(asked.replyTo.first.flatMap { EmailAddress($0.address) })
    }

    func mail(_ text: String, to reply: EmailAddress) throws {
        let mail = """
            Authentication-Results: mx.portal.test; dmarc=pass header.from=client.test\r
            Received: from mail.client.test by mx.portal.test; Thu, 1 Jan 2026 00:00:00 +0000\r
            From: Dana <dana@client.test>\r
            To: \(reply.text)\r
            Subject: Re: Decision asked\r
            Message-ID: <\(UUID().uuidString)@client.test>\r
            \r
            \(text)\r

            """
        _ = try incoming.deliver(Array(mail.utf8))
    }

    /// Waits until some mail has come in, which shows that the portal is open.
    func mailIsTakenIn() async throws {
        let portal = try Portal(folder: data)
        defer { portal.close() }
        _ = try await wait(for: "the mail to be taken in") { try portal.inbox(newest: 1).isEmpty ? nil : true }
    }

    /// Runs without being killed until every message is posted and every mail is out.
    func mailSettles(after count: Int) async throws {
        let server = try start()
        let portal = try Portal(folder: data)
        defer { portal.close() }
        _ = try await wait(seconds: 120, for: "quiet") {
            let inbox = try portal.inbox(newest: 1000)
            let done = inbox.count == count && inbox.allSatisfy { $0.state != .kept }
            return try done && portal.nextMailDue() == nil ? true : nil
        }
        server.stop()
    }

    func sentMails() throws -> [MailFormat.Message] {
        try ["new", "cur"].flatMap { folder in
            try FileManager.default.contentsOfDirectory(atPath: "\(outgoing.path)/\(folder)").map { name in
                MailFormat.Message(
                    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(outgoing.path)/\(folder)/\(name)"))))
            }
        }
    }

    func start(log name: String = "serve.log") throws -> RunningProgram {
        try RunningProgram(
            AcmeConfiguration.executable, ["serve", "--config", configuration.root],
            log: "\(configuration.root)/\(name)")
    }

    func log(_ name: String = "serve.log") throws -> String {
        try String(contentsOfFile: "\(configuration.root)/\(name)", encoding: .utf8)
    }

    func breakConfiguration() throws {
        for name in ["server.yaml", "portal.yaml"] {
            try Data("organizations: [\u{0}".utf8).write(to: URL(fileURLWithPath: "\(configuration.root)/\(name)"))
        }
    }

    private func run(_ verb: String) throws {
        let program = try RunningProgram(AcmeConfiguration.executable, [verb, "--config", configuration.root])
        try #require(program.end() == .status(0))
    }
}
