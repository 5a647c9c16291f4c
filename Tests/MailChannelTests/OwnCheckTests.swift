import MailFormat
import MailSignatures
import PortalCore
import Synchronization
import Testing

@testable import MailChannel

/// `security/cases.md`, ID, where the mail server stamps nothing and the mail itself is signed.
struct OwnCheckTests {
    /// The domain's key is the example of RFC 8463, appendix A.2.
    private static let signer =
        (try? MailSigner(
            domain: "client.test", selector: "s1", key: Array("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=".utf8)))!

    private final class Names: Sendable {
        private let value = Mutex([String]())
        var all: [String] { value.withLock { $0 } }
        func add(_ name: String) { value.withLock { $0.append(name) } }
    }

    private static func records(
        _ names: Names = Names(), policy: String? = "v=DMARC1; p=reject", failing: Bool = false
    ) -> TextRecords {
        TextRecords { name in
            names.add(name)
            if failing { return .failed }
            if name == signer.recordName { return .found([Array(signer.record.utf8)]) }
            return name == "_dmarc.client.test" ? policy.map { .found([Array($0.utf8)]) } ?? .none : .none
        }
    }

    /// A mail of Dana's as it left her server, taken in by a server that stamps nothing.
    private static func mail(_ secret: Secret, _ change: (inout MailText) -> Void = { _ in }) throws -> [UInt8] {
        var mail = MailText(results: [], received: "")
        change(&mail)
        let border =
            "Received: from out.client.test by mx.acme.test with ESMTPS id 1; Mon, 21 Sep 2026 14:00:00 +0000\r\n"
        return Array(border.utf8) + (try #require(signer.sign(mail.bytes(secret), at: 1_790_000_000)))
    }

    @Test func `ID-02 with a signature: an aligned signature and a policy execute, and history says by what`()
        async throws
    {
        let world = try await World(records: Self.records())
        let effects = try await world.receive(Self.mail(world.danaIsAsked()))
        #expect(effects.words == [.execute])
        let history = try world.portal.history(newest: 100).map(\.evidence)
        #expect(history.contains("reply pass dkim of client.test, checked by us"))
    }

    @Test func `without a policy, with a changed body, without an answer or without our check it is confirmed`()
        async throws
    {
        for records in [Self.records(policy: nil), Self.records(failing: true), nil] {
            let world = try await World(records: records)
            #expect(try await world.receive(Self.mail(world.danaIsAsked())).words == [.confirm])
        }
        let world = try await World(records: Self.records())
        let mail = try await Self.mail(world.danaIsAsked()) { $0.body = "REVISE the color" }
        let changed = String(decoding: mail, as: UTF8.self).replacing("REVISE the color", with: "APPROVE")
        #expect(try await world.receive(Array(changed.utf8)).words == [.confirm])
    }

    @Test(arguments: ["Subject: other", "To: other@attack.test", "From: a@attack.test", "Content-Type: text/plain"])
    func `ID-41 with a signature: a second field above a signed mail decides nothing`(field: String) async throws {
        let world = try await World(records: Self.records())
        let mail = try await Array("\(field)\r\n".utf8) + Self.mail(world.danaIsAsked())
        let effects = try await world.receive(mail)
        #expect(!effects.words.contains(.execute))
        #expect(effects.words == (field.hasPrefix("Content") ? [.confirm] : [.quarantine]))
    }

    @Test func `a signed mail that was for somebody else cannot be turned to a reply address`() async throws {
        let world = try await World(records: Self.records())
        let secret = try await world.danaIsAsked()
        let elsewhere = try Self.mail(secret) { $0.to = ["To: bob@elsewhere.test"] }
        let noted = Array("Delivered-To: replies+\(secret.text)@acme.test\r\n".utf8) + elsewhere
        #expect(try await world.receive(noted).words == [.confirm])
        let other = try await World(records: Self.records())
        let asked = try await other.danaIsAsked()
        let copied =
            try Array("Cc: replies+\(asked.text)@acme.test\r\n".utf8)
            + Self.mail(asked) {
                $0.to = ["To: bob@elsewhere.test"]
            }
        #expect(try await other.receive(copied).words == [.confirm])
    }

    @Test func `ID-40 with a signature: the same mail again has no second effect`() async throws {
        let world = try await World(records: Self.records())
        let mail = try await Self.mail(world.danaIsAsked())
        #expect(try await world.receive(mail).words == [.execute])
        let owed = try world.portal.outbox(newest: 100).count
        let again = Array("Received: by mx.acme.test with ESMTPS id 2; Mon, 21 Sep 2026 15:00:00 +0000\r\n".utf8) + mail
        #expect(try await world.receiver.receive([again]) == [.processed])
        #expect(try world.portal.outbox(newest: 100).count == owed)
    }

    @Test func `nobody is asked about mail that the border vouches for, or that is for no reply address of ours`()
        async throws
    {
        let names = Names()
        let world = try await World(records: Self.records(names))
        let secret = try await world.danaIsAsked()
        let vouched = "Authentication-Results: mx.acme.test; dmarc=pass header.from=client.test\r\n"
        #expect(try await world.receive(Array(vouched.utf8) + Self.mail(secret)).words == [.execute])
        _ = try await world.receive(Self.mail(secret) { $0.to = ["To: replies+aaaaaaaaaaaaaaaaaaaaaaaaaa@acme.test"] })
        _ = try await world.receive(Self.mail(secret) { $0.from = ["From: Dana <dana@other.test>"] })
        _ = try await world.receive(MailText(results: [], messageID: "m2@client.test").bytes(secret))
        #expect(names.all.isEmpty)
    }

    @Test func `what we send is signed, and the outbox holds it so`() async throws {
        let signer = try MailSigner(
            domain: "acme.test", selector: "postern", key: Array("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=".utf8))
        let world = try await World(signer: signer)
        let sent = try #require(try await world.send().first)
        let records = TextRecords { name in
            name == signer.recordName ? .found([Array(signer.record.utf8)]) : .found([Array("v=DMARC1; p=none".utf8)])
        }
        let checked = await SenderCheck(records).check(sent.message, from: .replies, at: 1_790_000_000)
        #expect(checked.authentication == .pass(method: "dkim of acme.test, checked by us"))
    }
}
