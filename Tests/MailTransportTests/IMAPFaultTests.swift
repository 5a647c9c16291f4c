import Synchronization
import Testing

@testable import MailTransport

/// The watch of a mailbox when the server fails, lies or is not the one that it should be.
struct IMAPFaultTests {
    private let book = LogBook()

    private func mailbox(_ fake: FakeIMAP, _ change: (inout IMAPSettings) -> Void = { _ in }) throws -> IMAPMailbox {
        var settings = try fake.settings()
        change(&settings)
        return IMAPMailbox(settings, logger: book.logger)
    }

    @Test("TR-03: a server that says PREAUTH is left before anything is sent")
    func preauth() async throws {
        let fake = try FakeIMAP([3: "three"], greeting: "* PREAUTH hi")
        let settings = try fake.settings(.startTLS)
        let receiver = Receiver()
        try await receiver.watching(IMAPMailbox(settings, logger: book.logger)) {
            try await eventually { fake.connections > 1 }
        }
        #expect(receiver.mails.isEmpty)
        #expect(!fake.commands.contains { $0.hasPrefix("AUTHENTICATE") || $0.hasPrefix("SELECT") })
    }

    @Test("TR-01: without STARTTLS nothing of the login is sent")
    func noStartTLS() async throws {
        let fake = try FakeIMAP()
        try await Receiver().watching(IMAPMailbox(try fake.settings(.startTLS), logger: book.logger)) {
            try await eventually { fake.connections > 1 }
        }
        #expect(!fake.commands.contains { $0.hasPrefix("AUTHENTICATE") || $0.hasPrefix("LOGIN") })
        #expect(book.lines.contains { $0.contains("implicit TLS") })
    }

    @Test("TR-08: mails that nobody asked for and second bodies are ignored, missing ones asked for again")
    func strangeFetches() async throws {
        let first = SecondTime()
        let fake = try FakeIMAP([3: "three", 4: "four"]) { command, _ in
            guard command.hasPrefix("UID FETCH 3:4 (UID BODY"), !first.next() else { return nil }
            return .say(
                "* 9 FETCH (UID 9 BODY[] {4}\r\nnine)\r\n* 1 FETCH (UID 3 BODY[] {5}\r\nthree)\r\n"
                    + "* 1 FETCH (UID 3 BODY[] {5}\r\nother)\r\n* 2 FETCH (UID 4 FLAGS (\\Seen))\r\nTAG OK done")
        }
        let receiver = Receiver()
        try await receiver.watching(mailbox(fake)) {
            try await eventually { fake.folders["Postern/Processed"]?.count == 2 }
        }
        #expect(receiver.texts == ["three", "four"])
    }

    @Test(
        "After a fault the mailbox is opened again, and nothing is lost or filed twice",
        arguments: [
            ("UID SEARCH", FakeIMAP.Reaction.cut), ("UID FETCH", .cut), ("UID STORE", .cut), ("UID MOVE", .cut),
            ("SELECT", .cut),
            ("IDLE", .cut), ("IDLE", .silence), ("IDLE", .say("TAG NO not now")), ("SELECT", .say("* BYE going down")),
            ("UID SEARCH", .say("TAG BAD what?")), ("SELECT", .say("TAG NO [INUSE] later")),
            ("UID FETCH", .say("* 4294967296 EXISTS")), ("UID FETCH", .say("* 1 FETCH (UID 0)")),
            ("UID FETCH", .say("* 1 FETCH (BODY[] {1073741824}")),
            ("UID SEARCH", .silence), ("UID MOVE", .say("TAG NO [TRYCREATE] gone")), ("CREATE", .say("TAG NO not now")),
            ("CAPABILITY", .cut), ("LIST", .say("garbage")),
        ])
    func recovers(command: String, reaction: FakeIMAP.Reaction) async throws {
        let spoiled = SecondTime()
        let fake = try FakeIMAP { heard, _ in heard.hasPrefix(command) && !spoiled.next() ? reaction : nil }
        let receiver = Receiver()
        fake.add(3, "three")
        try await receiver.watching(mailbox(fake) { $0.timing.command = .seconds(1) }) {
            try await eventually { fake.folders["Postern/Processed"] == ["three"] && fake.has("IDLE") }
            fake.add(4, "four")
            try await eventually { fake.folders["Postern/Processed"] == ["three", "four"] }
        }
        #expect(Set(receiver.texts) == ["three", "four"])
    }

    @Test("TR-09: an endless answer ends by its time limit")
    func endless() async throws {
        let fake = try FakeIMAP { command, connection in
            guard command.hasPrefix("UID SEARCH"), connection == 1 else { return nil }
            return .say(String(repeating: "* OK still here\r\n", count: 60_000))
        }
        fake.add(3, "three")
        try await Receiver().watching(mailbox(fake)) {
            try await eventually { fake.folders["Postern/Processed"] == ["three"] }
        }
        #expect(fake.connections > 1)
    }

    @Test("CF-16: after a refused login it waits before the next")
    func refusedLogin() async throws {
        let times = Times()
        let fake = try FakeIMAP { command, _ in
            guard command.hasPrefix("AUTHENTICATE") else { return nil }
            times.note()
            return times.count < 3 ? .say("TAG NO [AUTHENTICATIONFAILED] no") : nil
        }
        fake.add(3, "three")
        try await Receiver().watching(mailbox(fake)) {
            try await eventually { fake.folders["Postern/Processed"] == ["three"] }
        }
        #expect(times.gaps.allSatisfy { $0 >= .milliseconds(300) })
        #expect(book.lines.count { $0.contains("check user and password") } == 1)
        #expect(book.lines.contains { $0.contains("read again") })
    }

    @Test(
        "TR-04: alerts and referrals are words, and lead nowhere",
        arguments: [
            ("SELECT", "TAG NO [REFERRAL imap://127.0.0.1:1/x] elsewhere"),
            ("LIST", "* OK [ALERT] click http://attack.test"),
            ("AUTHENTICATE", "TAG NO [REFERRAL imap://attack.test/] login there"),
            ("UID SEARCH", "* BYE [REFERRAL imap://x/] go"),
        ])
    func referrals(command: String, says: String) async throws {
        let said = SecondTime()
        let fake = try FakeIMAP(greeting: "* OK [ALERT] click http://attack.test \u{1B}[2J") { heard, _ in
            heard.hasPrefix(command) && !said.next() ? .say(says) : nil
        }
        fake.add(3, "three")
        let receiver = Receiver()
        try await receiver.watching(mailbox(fake) { $0.timing.command = .seconds(1) }) {
            try await eventually { fake.folders["Postern/Processed"] == ["three"] }
        }
        #expect(receiver.texts == ["three"])
        #expect(!fake.commands.contains { $0.contains("attack.test") || $0.contains("REFERRAL") })
    }

    @Test("A read-only mailbox is not worked on")
    func readOnly() async throws {
        let fake = try FakeIMAP([3: "three"]) { command, _ in
            command.hasPrefix("SELECT") ? .say("* OK [UIDVALIDITY 7] x\r\nTAG OK [READ-ONLY] done") : nil
        }
        let receiver = Receiver()
        try await receiver.watching(mailbox(fake)) { try await eventually { fake.connections > 1 } }
        #expect(receiver.mails.isEmpty)
        #expect(book.lines.contains { $0.contains("read-only") })
    }
}

/// When something happened.
private final class Times: Sendable {
    private let noted = Mutex([ContinuousClock.Instant]())
    func note() { noted.withLock { $0.append(.now) } }
    var count: Int { noted.withLock { $0.count } }
    var gaps: [Duration] { noted.withLock { times in zip(times, times.dropFirst()).map { $1 - $0 } } }
}
