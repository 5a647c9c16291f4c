import MailFormat
import Testing

@testable import MailTransport

/// What becomes of a mail when the server, or the way to it, fails (CF-06, CF-07).
struct SubmissionFaultTests: Submitting {
    let book = LogBook()

    @Test(
        "A connection cut before the final dot defers the mail",
        arguments: [.banner, .firstHello, .authentication, .hello, .mail, .recipient, .data] as [FakeSMTP.Stage],
        [true, false])
    func cutEarly(stage: FakeSMTP.Stage, pipelining: Bool) async throws {
        let fake = try FakeSMTP(pipelining: pipelining) { reached, _ in reached == stage ? .cut : nil }
        let attempt = try await submission(fake.mailServer()).deliver(mail, from: sender, to: recipient)
        guard case .deferred(code: nil, let text) = attempt else {
            Issue.record("\(attempt)")
            return
        }
        #expect(text.hasPrefix("127.0.0.1:"))
        #expect(fake.mails.isEmpty)
    }

    @Test("A connection cut in the middle of the mail never counts as accepted", arguments: [1_000, 50_000, 99_000])
    func cutInBody(bytes: Int) async throws {
        let fake = try FakeSMTP { reached, _ in reached == .body(bytes) ? .cut : nil }
        let large = Array(repeating: Array("0123456789abcdef\n".utf8), count: 500_000).flatMap { $0 }
        let attempt = try await submission(fake.mailServer()).deliver(large, from: sender, to: recipient)
        guard case .deferred(code: nil, _) = attempt else {
            Issue.record("\(attempt)")
            return
        }
    }

    @Test("A connection cut after the final dot leaves it unknown")
    func cutAtDot() async throws {
        let fake = try FakeSMTP { reached, _ in reached == .dot ? .cut : nil }
        let attempt = try await submission(fake.mailServer()).deliver(mail, from: sender, to: recipient)
        guard case .unknown = attempt else {
            Issue.record("\(attempt)")
            return
        }
        #expect(fake.connections == 1, "an unknown mail is not resent by the transport itself")
    }

    @Test("A server that is silent after the final dot leaves it unknown")
    func silenceAtDot() async throws {
        let fake = try FakeSMTP { reached, _ in reached == .dot ? .silence : nil }
        let attempt = try await submission(fake.mailServer(), limit: .milliseconds(1500)).deliver(
            mail, from: sender, to: recipient)
        guard case .unknown(let text) = attempt else {
            Issue.record("\(attempt)")
            return
        }
        #expect(text.contains("final dot: no answer within the time limit"))
    }

    @Test("A connection that the server closed after the last mail is replaced at once")
    func closedWhileIdle() async throws {
        let fake = try FakeSMTP { reached, connection in reached == .afterDot && connection == 1 ? .cut : nil }
        let submission = try submission(fake.mailServer())
        for _ in 1...2 {
            #expect(await submission.deliver(mail, from: sender, to: recipient) == .accepted("2.0.0 queued as F1"))
        }
        #expect(fake.mails.count == 2)
        #expect(fake.connections == 2)
    }

    @Test("A reused connection that fails at MAIL is replaced once", arguments: ["cut", "421"])
    func retryAtMail(fault: String) async throws {
        let fake = try FakeSMTP { stage, connection in
            guard connection == 1, stage == .mail, second.next() else { return nil }
            return fault == "cut" ? .cut : .say("421 4.3.2 going down")
        }
        let submission = try submission(fake.mailServer())
        for _ in 1...2 {
            #expect(await submission.deliver(mail, from: sender, to: recipient) == .accepted("2.0.0 queued as F1"))
        }
        #expect(fake.mails.count == 2)
        #expect(fake.connections == 2)
    }

    /// True from the second time on.
    private let second = SecondTime()

    @Test(
        "TR-04: the server's word decides, and is followed nowhere",
        arguments: [
            (FakeSMTP.Stage.mail, "450 4.7.1 slow down", DeliveryAttempt.deferred(code: 450, text: "4.7.1 slow down")),
            (.mail, "421 4.3.2 down", .deferred(code: 421, text: "4.3.2 down")),
            (.mail, "530 5.7.0 authenticate", .deferred(code: 530, text: "5.7.0 authenticate")),
            (.recipient, "550 5.1.1 no such user", .rejected(code: 550, text: "5.1.1 no such user")),
            (.recipient, "551 try <x@attack.test>", .rejected(code: 551, text: "try <x@attack.test>")),
            (.recipient, "251 will forward", .accepted("2.0.0 queued as F1")),
            (.recipient, "450-4.2.0 grey\r\n450 listed", .deferred(code: 450, text: "4.2.0 grey listed")),
            (.data, "451 4.3.0 later", .deferred(code: 451, text: "4.3.0 later")),
            (.dot, "452 4.3.1 full", .deferred(code: 452, text: "4.3.1 full")),
            (.dot, "552 5.3.4 too big", .rejected(code: 552, text: "5.3.4 too big")),
            (.dot, "554-5.7.1 spam\r\n554 go away", .rejected(code: 554, text: "5.7.1 spam go away")),
        ], [true, false])
    func serversWord(row: (stage: FakeSMTP.Stage, says: String, becomes: DeliveryAttempt), pipelining: Bool)
        async throws
    {
        let fake = try FakeSMTP(pipelining: pipelining) { [row] stage, _ in stage == row.stage ? .say(row.says) : nil }
        let attempt = try await submission(fake.mailServer()).deliver(mail, from: sender, to: recipient)
        #expect(attempt == row.becomes)
    }

    @Test("After a refusal the connection takes the next mail", arguments: [true, false])
    func nextAfterRefusal(pipelining: Bool) async throws {
        let fake = try FakeSMTP(pipelining: pipelining) { [second] stage, _ in
            stage == .recipient && !second.next() ? .say("550 no") : nil
        }
        let submission = try submission(fake.mailServer())
        #expect(await submission.deliver(mail, from: sender, to: recipient) == .rejected(code: 550, text: "no"))
        #expect(await submission.deliver(mail, from: sender, to: recipient) == .accepted("2.0.0 queued as F1"))
        #expect(fake.connections == 1)
    }

    @Test("A refused login defers with the code, and no mail is begun")
    func refusedLogin() async throws {
        let fake = try FakeSMTP { stage, _ in stage == .authentication ? .say("535 5.7.8 no") : nil }
        let attempt = try await submission(fake.mailServer()).deliver(mail, from: sender, to: recipient)
        guard case .deferred(code: 535, let text) = attempt else {
            Issue.record("\(attempt)")
            return
        }
        #expect(text.contains("check user and password"))
        #expect(!fake.commands.contains { $0.hasPrefix("MAIL") })
    }

    @Test("A server that announces no login is not used without one")
    func noLoginAnnounced() async throws {
        let fake = try FakeSMTP { stage, _ in stage == .firstHello ? .say("250 fake") : nil }
        let attempt = try await submission(fake.mailServer()).deliver(mail, from: sender, to: recipient)
        guard case .deferred = attempt else {
            Issue.record("\(attempt)")
            return
        }
        #expect(!fake.commands.contains { $0.hasPrefix("MAIL") })
    }

    @Test("TR-01: without STARTTLS nothing of the login is sent")
    func noStartTLS() async throws {
        let fake = try FakeSMTP { _, _ in nil }
        let attempt = try await submission(fake.mailServer(.startTLS)).deliver(mail, from: sender, to: recipient)
        guard case .deferred(code: nil, let text) = attempt else {
            Issue.record("\(attempt)")
            return
        }
        #expect(text.contains("implicit TLS"))
        #expect(!fake.commands.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
    }

    @Test("A server that answers a byte at a time runs into the time limit")
    func dripping() async throws {
        let fake = try FakeSMTP { stage, _ in stage == .mail ? .drip : nil }
        let attempt = try await submission(fake.mailServer(), limit: .milliseconds(1500)).deliver(
            mail, from: sender, to: recipient)
        guard case .deferred(code: nil, let text) = attempt else {
            Issue.record("\(attempt)")
            return
        }
        #expect(text.contains("MAIL: no answer within the time limit"))
    }
}
