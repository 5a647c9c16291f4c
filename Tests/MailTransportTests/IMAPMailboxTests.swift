import Synchronization
import Testing

@testable import MailTransport

/// The watch of a mailbox, against a server that does what it should, and one that does not.
struct IMAPMailboxTests {
    private let book = LogBook()

    private func mailbox(_ fake: FakeIMAP, _ change: (inout IMAPSettings) -> Void = { _ in }) throws -> IMAPMailbox {
        var settings = try fake.settings()
        change(&settings)
        return IMAPMailbox(settings, logger: book.logger)
    }

    @Test("What lies in the mailbox is handed over in order, then marked and moved")
    func handedOver() async throws {
        let fake = try FakeIMAP([9: "nine", 2: "two\r\n", 5: "five"])
        let receiver = Receiver { $0.bytes == Array("five".utf8) ? .quarantine : .processed }
        try await receiver.watching(mailbox(fake)) {
            try await eventually { fake.folders.values.joined().count == 3 }
        }
        #expect(receiver.texts == ["two\r\n", "five", "nine"])
        #expect(receiver.mails[1].source == .imap(mailbox: "INBOX", validity: 7, uid: 5))
        #expect(fake.folders == ["Postern/Processed": ["two\r\n", "nine"], "Postern/Quarantine": ["five"]])
        #expect(fake.box.state.withLock { $0.seen } == [2, 5, 9])
        #expect(fake.has("SUBSCRIBE \"Postern/Processed\""))
        #expect(book.lines.isEmpty)
    }

    @Test("A mail that comes while the mailbox idles is handed over")
    func idle() async throws {
        let fake = try FakeIMAP()
        let receiver = Receiver()
        try await receiver.watching(mailbox(fake)) {
            try await eventually { fake.has("IDLE") }
            fake.add(3, "three")
            try await eventually { fake.folders["Postern/Processed"] == ["three"] }
        }
        #expect(receiver.texts == ["three"])
        #expect(fake.connections == 1)
        #expect(book.lines.isEmpty)
    }

    @Test("CF-17: without IDLE it asks, without MOVE it copies and expunges by identifier")
    func fewExtensions() async throws {
        let fake = try FakeIMAP(capabilities: "IMAP4rev1 UIDPLUS")
        try await Receiver().watching(mailbox(fake)) {
            try await eventually { fake.has("NOOP") }
            fake.add(3, "three")
            try await eventually { fake.box.state.withLock { $0.mails.isEmpty } }
        }
        #expect(fake.folders["Postern/Processed"] == ["three"])
        #expect(fake.has("UID EXPUNGE 3"))
        #expect(!fake.has("IDLE"))
        #expect(!fake.has("EXPUNGE"))
    }

    @Test("CF-17: without UIDPLUS mails stay, marked as deleted, and are not handed over again")
    func noUIDPLUS() async throws {
        let fake = try FakeIMAP([3: "three"], capabilities: "IMAP4rev1")
        let receiver = Receiver()
        try await receiver.watching(mailbox(fake)) {
            try await eventually { fake.commands.count { $0 == "NOOP" } > 1 }
        }
        #expect(receiver.texts == ["three"])
        #expect(fake.folders["Postern/Processed"] == ["three"])
        #expect(!fake.commands.contains { $0.contains("EXPUNGE") })
        #expect(fake.box.state.withLock { $0.deleted } == [3])
    }

    @Test("Folders get the server's own prefix and separator")
    func namespace() async throws {
        let fake = try FakeIMAP([3: "three"], capabilities: "IMAP4rev1 NAMESPACE MOVE")
        try await Receiver().watching(mailbox(fake)) {
            try await eventually { fake.folders["INBOX.Postern.Processed"] == ["three"] }
        }
        #expect(fake.has("SELECT \"INBOX\""))
    }

    @Test("A batch that is not taken stays unread and is handed over again")
    func notTaken() async throws {
        let fake = try FakeIMAP([3: "three"])
        let receiver = Receiver(failing: 2)
        try await receiver.watching(mailbox(fake)) {
            try await eventually { receiver.batches.count == 2 }
            #expect(fake.box.state.withLock { $0.seen.isEmpty })
            try await eventually { fake.folders["Postern/Processed"] == ["three"] }
        }
        #expect(receiver.texts == ["three", "three", "three"])
        #expect(book.lines.count { $0.contains("not taken") } == 1, "a fault that lasts is told once")
    }

    @Test("Batches are limited in number and bytes, and a mail that is too large is quarantined by its header")
    func limits() async throws {
        var mails: [UInt32: String] = [:]
        for uid in 1...25 as ClosedRange<UInt32> { mails[uid] = "Subject: \(uid)\n\nbody" }
        mails[12] = "Subject: large\n\n" + String(repeating: "x", count: 2000)
        let fake = try FakeIMAP(mails)
        let receiver = Receiver()
        let mailbox = try mailbox(fake) {
            $0.limits.mailBytes = 1000
            $0.limits.batchCount = 10
            $0.limits.batchBytes = 150
        }
        try await receiver.watching(mailbox) {
            try await eventually { fake.folders.values.joined().count == 25 }
        }
        #expect(receiver.mails.map(\.source) == (1...25).map { .imap(mailbox: "INBOX", validity: 7, uid: $0) })
        #expect(receiver.batches.map(\.count).max() == 9)
        #expect(receiver.mails[11].bytes == Array("Subject: large\n\n".utf8))
        #expect(receiver.mails[11].extent == .headerOnly(size: 2016))
        #expect(fake.folders["Postern/Quarantine"]?.count == 1)
        #expect(book.lines.isEmpty)
        #expect(fake.connections == 1)
        #expect(!fake.box.state.withLock { $0.seen.contains(12) })
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
            ("IDLE", .cut), ("IDLE", .say("TAG NO not now")), ("SELECT", .say("* BYE going down")),
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
        try await receiver.watching(mailbox(fake)) {
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

    @Test("A cancelled watch ends within a second", arguments: ["IDLE", "UID SEARCH", "UID MOVE", "CAPABILITY"])
    func cancelled(command: String) async throws {
        let fake = try FakeIMAP([3: "three"]) { heard, _ in heard.hasPrefix(command) ? .silence : nil }
        let mailbox = try mailbox(fake) { $0.timing.command = .seconds(20) }
        let receiver = Receiver()
        let watch = Task { try await mailbox.receive(receiver.accept) }
        try await eventually { fake.has(command) }
        let begin = ContinuousClock.now
        watch.cancel()
        try await watch.value
        #expect(ContinuousClock.now - begin < .milliseconds(1500))
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
