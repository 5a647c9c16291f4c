import Foundation
import MailFormat
import Testing

@testable import MailTransport

struct MaildirTests {
    private let book = LogBook()
    private let root = FileManager.default.temporaryDirectory.appendingPathComponent("postern-\(UUID().uuidString)")
        .path
    private var maildir: Maildir { Maildir(root + "/deep/inbox") }

    private func withFolder(_ body: () async throws -> Void) async throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        try await body()
    }

    private func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    @Test("A mail is delivered whole, with the envelope on top, and nothing is left behind")
    func delivered() async throws {
        try await withFolder {
            let delivery = try MaildirDelivery(maildir)
            let attempt = await delivery.deliver(
                Array("Subject: x\r\n\r\nhello\r\n".utf8), from: EmailAddress("p@portal.test")!,
                to: EmailAddress("a@client.test")!)
            guard case .accepted(let name) = attempt else {
                Issue.record("\(attempt)")
                return
            }
            #expect(names(maildir.new) == [name])
            #expect(names(maildir.path + "/tmp").isEmpty)
            let text = try String(contentsOfFile: maildir.new + "/" + name, encoding: .utf8)
            #expect(
                text == "Return-Path: <p@portal.test>\r\nDelivered-To: a@client.test\r\nSubject: x\r\n\r\nhello\r\n")
        }
    }

    @Test("The same bytes, sent again after an attempt of unknown end, lie there once, wherever they were moved since")
    func once() async throws {
        try await withFolder {
            let delivery = try MaildirDelivery(maildir)
            func send(_ text: String) async -> DeliveryAttempt {
                await delivery.deliver(
                    Array(text.utf8), from: EmailAddress("p@portal.test")!, to: EmailAddress("a@client.test")!)
            }
            let first = await send("first")
            let again = await send("first")
            #expect(again == first)
            guard case .accepted(let name) = first else { return }
            try FileManager.default.moveItem(
                atPath: "\(maildir.new)/\(name)", toPath: "\(maildir.current)/\(name):2,S")
            let moved = await send("first")
            #expect(moved == .accepted("\(name):2,S"))
            let other = await send("second")
            #expect(other != first)
            #expect(names(maildir.new).count == 1)
        }
    }

    @Test("A folder that cannot be written defers the mail")
    func unwritable() async throws {
        try await withFolder {
            try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
            _ = FileManager.default.createFile(atPath: root + "/deep", contents: nil)
            let attempt = try await MaildirDelivery(maildir).deliver(
                [], from: EmailAddress("p@portal.test")!, to: EmailAddress("a@client.test")!)
            guard case .deferred(code: nil, let text) = attempt else {
                Issue.record("\(attempt)")
                return
            }
            #expect(text.hasPrefix("mkdir "))
        }
    }

    @Test("Names sort by the order of delivery")
    func order() async throws {
        try await withFolder {
            try maildir.prepare()
            let delivered = try (0..<20).map { _ in try maildir.deliver([65]) }
            #expect(Set(delivered).count == 20)
            #expect(names(maildir.new).count == 20)
        }
    }

    @Test("What lies there and what comes is handed over and filed")
    func received() async throws {
        try await withFolder {
            try maildir.prepare()
            let first = try maildir.deliver(Array("first".utf8))
            let receiver = Receiver { $0.bytes == Array("second".utf8) ? .quarantine : .processed }
            try await receiver.watching(MaildirMailbox(maildir, logger: book.logger)) {
                try await eventually { receiver.mails.count == 1 }
                _ = try maildir.deliver(Array("second".utf8))
                try await eventually { names(maildir.folder("Quarantine").current).count == 1 }
            }
            #expect(receiver.texts == ["first", "second"])
            #expect(receiver.mails[0].source == .maildir(folder: maildir.path, name: first))
            #expect(names(maildir.folder("Processed").current) == [first + ":2,S"])
            #expect(names(maildir.new).isEmpty)
            #expect(book.lines.isEmpty)
        }
    }

    @Test("A batch that is not taken stays in new and is handed over again")
    func notTaken() async throws {
        try await withFolder {
            try maildir.prepare()
            _ = try maildir.deliver(Array("first".utf8))
            var pauses = Pauses()
            pauses.first = .milliseconds(20)
            let receiver = Receiver(failing: 2)
            try await receiver.watching(MaildirMailbox(maildir, pauses: pauses, logger: book.logger)) {
                try await eventually { receiver.batches.count == 2 }
                #expect(names(maildir.new).count == 1)
                try await eventually { names(maildir.new).isEmpty }
            }
            #expect(receiver.texts == ["first", "first", "first"])
        }
    }

    @Test("What is too large is quarantined by its header, unread; what is no file is left alone")
    func odd() async throws {
        try await withFolder {
            try maildir.prepare()
            let large = try maildir.deliver(Array("Subject: large\r\n\r\n\(String(repeating: "x", count: 500))".utf8))
            try FileManager.default.createDirectory(atPath: maildir.new + "/folder", withIntermediateDirectories: false)
            try FileManager.default.createSymbolicLink(
                atPath: maildir.new + "/link", withDestinationPath: "/etc/hostname")
            try Data("hidden".utf8).write(to: URL(fileURLWithPath: maildir.new + "/.hidden"))
            var limits = MailLimits()
            limits.mailBytes = 100
            let receiver = Receiver()
            try await receiver.watching(MaildirMailbox(maildir, limits: limits, logger: book.logger)) {
                try await eventually { names(maildir.folder("Quarantine").current) == [large + ":2,"] }
            }
            #expect(receiver.texts == ["Subject: large\r\n\r\n"])
            #expect(receiver.mails[0].extent == .headerOnly(size: 518))
            #expect(names(maildir.new) == [".hidden", "folder", "link"])
        }
    }

    @Test("Folders that are removed are made again")
    func removed() async throws {
        try await withFolder {
            var pauses = Pauses()
            pauses.first = .milliseconds(20)
            let receiver = Receiver()
            try await receiver.watching(MaildirMailbox(maildir, pauses: pauses, logger: book.logger)) {
                try await eventually { !names(maildir.path).isEmpty }
                // The watch may make one anew while they go: then they go once more.
                try await eventually { (try? FileManager.default.removeItem(atPath: root)) != nil }
                try await eventually { names(maildir.path).contains("new") }
                try maildir.prepare()
                _ = try maildir.deliver(Array("first".utf8))
                try await eventually { receiver.texts == ["first"] }
            }
        }
    }
}
