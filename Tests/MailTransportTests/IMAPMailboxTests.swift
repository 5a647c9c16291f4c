import Foundation
import Synchronization
import Testing

@testable import MailTransport

/// The watch of a mailbox, against a server that does what it should.
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

    @Test("TR-07: a password may have any characters")
    func password() async throws {
        let fake = try FakeIMAP([3: "three"])
        let settings = try fake.settings(password: "\"\\{3}\r\n% é")
        try await Receiver().watching(IMAPMailbox(settings, logger: book.logger)) {
            try await eventually { fake.has("IDLE") }
        }
        let expected = Data("\0portal\0\"\\{3}\r\n% é".utf8).base64EncodedString()
        #expect(fake.box.state.withLock { $0.secrets.first } == expected)
    }

    @Test(
        "A cancelled watch ends at once, not at a time limit",
        arguments: ["IDLE", "UID SEARCH", "UID MOVE", "CAPABILITY"])
    func cancelled(command: String) async throws {
        let fake = try FakeIMAP([3: "three"]) { heard, _ in heard.hasPrefix(command) ? .silence : nil }
        let mailbox = try mailbox(fake)
        let receiver = Receiver()
        let watch = Task { try await mailbox.receive(receiver.accept) }
        try await eventually { fake.has(command) }
        let begin = ContinuousClock.now
        watch.cancel()
        try await watch.value
        #expect(ContinuousClock.now - begin < .seconds(5))
    }
}
