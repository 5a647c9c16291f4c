import MailFormat
import Testing

@testable import MailTransport

/// Mails and connections when nothing fails.
struct SubmissionTests: Submitting {
    let book = LogBook()

    @Test("A mail is accepted, stepwise and pipelined", arguments: [true, false])
    func accepted(pipelining: Bool) async throws {
        let fake = try FakeSMTP(pipelining: pipelining) { _, _ in nil }
        let submission = try submission(fake.mailServer())
        for _ in 1...3 {
            #expect(await submission.deliver(mail, from: sender, to: recipient) == .accepted("2.0.0 queued as F1"))
        }
        #expect(fake.mails == Array(repeating: "Subject: hello\n\n..dot\nbye", count: 3))
        #expect(fake.connections == 1)
        #expect(fake.commands.contains("MAIL FROM:<portal@portal.test>"))
        #expect(fake.commands.contains("RCPT TO:<anna@client.test>"))
    }

    @Test("An idle connection is closed with QUIT, and the next mail opens another")
    func idle() async throws {
        let fake = try FakeSMTP { _, _ in nil }
        var timing = SubmissionTiming()
        timing.idle = .milliseconds(50)
        let submission = try Submission(fake.mailServer(), timing: timing, logger: book.logger)
        for count in 1...2 {
            #expect(await submission.deliver(mail, from: sender, to: recipient) == .accepted("2.0.0 queued as F1"))
            try await eventually { fake.commands.count { $0 == "QUIT" } == count }
        }
        #expect(fake.connections == 2)
    }

    @Test("Mails that go at once share the connections")
    func together() async throws {
        let fake = try FakeSMTP { _, _ in nil }
        let submission = try submission(fake.mailServer(), connections: 2)
        await withTaskGroup(of: DeliveryAttempt.self) { group in
            for _ in 1...20 { group.addTask { await submission.deliver(mail, from: sender, to: recipient) } }
            for await attempt in group { #expect(attempt == .accepted("2.0.0 queued as F1")) }
        }
        #expect(fake.mails.count == 20)
        #expect(fake.connections == 2)
    }

    @Test("A fault that lasts is logged once, and its end")
    func logged() async throws {
        let box = Counter()
        let fake = try FakeSMTP { stage, _ in
            guard stage == .authentication else { return nil }
            return box.next() < 3 ? .say("535 5.7.8 no") : nil
        }
        let submission = try submission(fake.mailServer())
        for _ in 1...4 { _ = await submission.deliver(mail, from: sender, to: recipient) }
        #expect(book.lines.map { $0.prefix(7) } == ["warning", "info ma"])
    }

    @Test(
        "A cancelled delivery ends at once, not at a time limit", arguments: [.banner, .mail, .dot] as [FakeSMTP.Stage])
    func cancelled(stage: FakeSMTP.Stage) async throws {
        let fake = try FakeSMTP { reached, _ in reached == stage ? .silence : nil }
        let submission = try Submission(
            fake.mailServer(), logger: book.logger)
        let task = Task { await submission.deliver(mail, from: sender, to: recipient) }
        try await eventually {
            switch stage {
            case .dot: fake.mails.count == 1
            case .mail: fake.commands.contains { $0.hasPrefix("MAIL") }
            default: fake.connections == 1
            }
        }
        let begin = ContinuousClock.now
        task.cancel()
        let attempt = await task.value
        #expect(ContinuousClock.now - begin < .seconds(5))
        switch (stage, attempt) {
        case (.dot, .unknown), (.banner, .deferred), (.mail, .deferred): break
        default: Issue.record("\(attempt)")
        }
    }
}
