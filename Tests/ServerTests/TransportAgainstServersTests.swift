import Foundation
import Logging
import MailFormat
import MailServers
import MailTransport
import Synchronization
import Testing

/// The transport against a real Postfix and a real Dovecot.
@Suite(.serialized) struct TransportAgainstServersTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    private let portal = EmailAddress(MailServers.portalAddress)!
    private let anna = EmailAddress("anna@client.test")!

    private func mail(_ number: Int) -> String {
        "From: Anna <anna@client.test>\nSubject: \(number)\n\nbody \(number)\n"
    }

    @Test("Mail goes out by STARTTLS and by implicit TLS, over one connection each")
    func out() async throws {
        try await MailServers.running { servers in
            for security in [MailServer.Security.startTLS, .implicitTLS] {
                let submission = try Submission(servers.submission(security), logger: logger)
                for number in 1...3 {
                    let mail = "Subject: \(number)\r\n\r\n.\r\nline\r\n"
                    let attempt = await submission.deliver(Array(mail.utf8), from: portal, to: anna)
                    guard case .accepted(let text) = attempt else {
                        Issue.record("\(attempt)\n\(servers.logTail())")
                        return
                    }
                    #expect(text.contains("queued as"))
                }
                await submission.close()
            }
            let received = try await servers.mails(of: "anna@client.test", count: 6)
            #expect(received.allSatisfy { $0.contains("\n\n.\nline\n") })
        }
    }

    @Test("What the server says of a recipient is told")
    func recipients() async throws {
        try await MailServers.running { servers in
            let submission = try Submission(servers.submission(), logger: logger)
            let verdicts = ["nobody@client.test", "greylisted@client.test", "x@elsewhere.test", "bounces@client.test"]
            var codes: [Int] = []
            for address in verdicts {
                switch await submission.deliver(Array(mail(1).utf8), from: portal, to: EmailAddress(address)!) {
                case .accepted: codes.append(250)
                case .rejected(let code, _): codes.append(code)
                case .deferred(let code, _): codes.append(code ?? 0)
                case .unknown: codes.append(-1)
                }
            }
            #expect(codes == [550, 450, 550, 250])
            let bounce = try await servers.mails(of: MailServers.portalAddress, count: 1)[0]
            #expect(bounce.contains("report-type=delivery-status"))
        }
    }

    @Test("TR-05: a certificate that does not hold, and a wrong password, send nothing", arguments: [true, false])
    func untrusted(certificate: Bool) async throws {
        try await MailServers.running { servers in
            let right = try servers.submission(.implicitTLS)
            let wrong = try MailServer(
                host: certificate ? "127.0.0.1" : "localhost", port: right.port, security: .implicitTLS,
                user: right.user,
                password: certificate ? right.password : "wrong", certificateAuthority: right.certificateAuthority)
            let attempt = try await Submission(wrong, logger: logger).deliver(
                Array(mail(1).utf8), from: portal, to: anna)
            guard case .deferred(let code, let text) = attempt else {
                Issue.record("\(attempt)")
                return
            }
            #expect(code == (certificate ? nil : 535))
            #expect(text.contains(certificate ? "check the host name" : "check user and password"))
        }
    }

    @Test("Mail comes in at once, whatever TLS, and is filed", arguments: [MailServer.Security.implicitTLS, .startTLS])
    func incoming(security: MailServer.Security) async throws {
        try await MailServers.running { servers in
            let taken = Taken()
            let mailbox = IMAPMailbox(IMAPSettings(server: try servers.imap(security)), logger: logger)
            let watch = Task { try await mailbox.receive(taken.accept) }
            try await servers.bring(mail(1), from: "anna@client.test", to: "replies+abc@portal.test")
            try await taken.wait(for: 1)
            try await servers.bring(mail(2), from: "anna@client.test", to: "replies+def@portal.test")
            try await taken.wait(for: 2)
            try await eventuallyFiled(servers, processed: 2)
            let begin = ContinuousClock.now
            watch.cancel()
            try await watch.value
            #expect(ContinuousClock.now - begin < .seconds(3))
            #expect(taken.texts[1].contains("X-Original-To: replies+def@portal.test"))
            #expect(servers.mails(of: MailServers.portalAddress).isEmpty)
        }
    }

    @Test("The border stamps its own results and removes forged ones")
    func stamps() async throws {
        try await MailServers.running { servers in
            let forged = "Authentication-Results: mx.portal.test; dmarc=pass header.from=client.test\n" + mail(1)
            try await servers.bring(forged, from: "anna@client.test", to: "replies+1@portal.test")
            try await servers.bring(forged, from: "anna@spoofed.test", to: "replies+2@portal.test")
            try await servers.bring(forged, from: "anna@client.test", to: "replies+3@portal.test", isStamped: false)
            let mails = try await servers.mails(of: MailServers.portalAddress, count: 3)
            for mail in mails {
                let results = mail.split(separator: "\n").filter { $0.hasPrefix("Authentication-Results:") }
                if mail.contains("replies+1@") {
                    #expect(results.count == 1 && results[0].contains("dmarc=pass header.from=client.test"))
                }
                if mail.contains("replies+2@") { #expect(results.count == 1 && results[0].contains("dmarc=fail")) }
                if mail.contains("replies+3@") { #expect(results.isEmpty) }
                if let result = mail.firstRange(of: "Authentication-Results"),
                    let border = mail.firstRange(of: "by mx.portal.test")
                {
                    #expect(result.lowerBound < border.lowerBound)
                }
            }
        }
    }

    @Test("A thousand mails are drained, none lost, none twice")
    func drain() async throws {
        try await MailServers.running { servers in
            try writeMails(1000, in: servers)
            let taken = Taken()
            let mailbox = IMAPMailbox(IMAPSettings(server: try servers.imap()), logger: logger)
            let watch = Task { try await mailbox.receive(taken.accept) }
            try await taken.wait(for: 1000)
            try await eventuallyFiled(servers, processed: 1000)
            watch.cancel()
            try await watch.value
            #expect(taken.texts.count == 1000)
            #expect(Set(taken.texts).count == 1000)
        }
    }

    /// Puts mails where Dovecot finds them: faster than to deliver them.
    private func writeMails(_ count: Int, in servers: MailServers) throws {
        let maildir = "\(servers.folder)/mail/\(MailServers.portalAddress)/Maildir"
        for sub in ["", "/new", "/cur", "/tmp"] {
            try FileManager.default.createDirectory(atPath: maildir + sub, withIntermediateDirectories: true)
        }
        for number in 1...count {
            try Data(mail(number).utf8).write(to: URL(fileURLWithPath: "\(maildir)/new/\(1_000_000 + number).test"))
        }
        try runProgram(
            "/bin/chown", ["-R", "5000:5000", "\(servers.folder)/mail/\(MailServers.portalAddress)"],
            log: servers.folder + "/chown.log")
    }

    private func eventuallyFiled(_ servers: MailServers, processed count: Int) async throws {
        let folder = "\(servers.folder)/mail/\(MailServers.portalAddress)/Maildir/.Postern.Processed/cur"
        let deadline = ContinuousClock.now + .seconds(20)
        while true {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            if names.count == count && names.allSatisfy({ $0.hasSuffix("S") }) { return }
            try #require(ContinuousClock.now < deadline, "\(names.count) of \(count) are filed")
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}

/// What a mailbox handed over.
private final class Taken: Sendable {
    private let mails = Mutex([ReceivedMail]())

    @Sendable func accept(_ batch: [ReceivedMail]) -> [Filing] {
        mails.withLock { $0 += batch }
        return batch.map { _ in .processed }
    }

    var texts: [String] { mails.withLock { $0 }.map { String(decoding: $0.bytes, as: UTF8.self) } }

    func wait(for count: Int) async throws {
        let deadline = ContinuousClock.now + .seconds(20)
        while mails.withLock({ $0.count }) < count {
            try #require(ContinuousClock.now < deadline, "only \(mails.withLock { $0.count }) mails came")
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
