import Foundation
import Logging
import MailFormat
import MailServers
import MailSignatures
import MailTransport
import ServiceLifecycle
import Testing

@testable import PortalCore
@testable import PosternTool

/// The whole product against a real Postfix and a real Dovecot, over TLS by a throw-away authority.
@Suite("The portal, over real mail servers", .serialized)
struct PortalAgainstServersTests {
    @Test("invites, reads a reply by IDLE, decides, and answers", .timeLimit(.minutes(5)))
    func mainJob() async throws {
        try await RunningPortal.run { running in
            let asked = try await running.letDanaIn()
            try await running.reply("APPROVE", to: asked)
            let status = try await wait(for: "the decision") { try running.decided() }
            #expect(status == .approved)
            let receipt = try await running.mail(to: "dana@client.test", with: "In-Reply-To", asked.reply.messageID)
            #expect(receipt.header.first("Auto-Submitted")?.text == "auto-replied")
            #expect(receipt.inReplyTo != nil)
            _ = try await wait(for: "the notice to staff") {
                running.mails(to: "ana@client.test").first { $0.readableText?.contains("approved") == true }
            }
        }
    }

    @Test("asks on a page where the border says nothing of the sender", .timeLimit(.minutes(5)))
    func unstamped() async throws {
        try await RunningPortal.run { running in
            let asked = try await running.letDanaIn()
            try await running.reply("APPROVE", to: asked, isStamped: false)
            let mail = try await wait(for: "the question") {
                running.mails(to: "dana@client.test").first { $0.readableText?.contains("/c/") == true }
            }
            #expect(mail.to.map(\.address) == ["dana@client.test"])
            #expect(try running.decided() == nil)
        }
    }

    @Test("keeps a forged mail aside and answers nobody", .timeLimit(.minutes(5)))
    func spoofed() async throws {
        try await RunningPortal.run { running in
            let asked = try await running.letDanaIn()
            let before = running.mails(to: "dana@client.test").count
            try await running.reply("APPROVE", to: asked, envelope: "someone@spoofed.test")
            _ = try await wait(for: "its filing") {
                let inbox = try running.portal.inbox(newest: 10)
                return inbox.contains { $0.sender == "dana@client.test" && $0.state == .held } ? true : nil
            }
            #expect(try running.decided() == nil)
            #expect(running.mails(to: "dana@client.test").count == before)
        }
    }

    @Test("stands the doctor's examination while it runs, and does nothing about its mail", .timeLimit(.minutes(5)))
    func examined() async throws {
        try await RunningPortal.run { running in
            let findings = try await running.examine()
            for subject in [
                "data", "disk", "time zone", "SPF", "DMARC", "reading", "sending", "round trip", "clock", "forgery",
            ] {
                let found = findings.filter { $0.subject == subject }
                #expect(!found.isEmpty && found.allSatisfy { $0.weight == .fine }, "\(findings.text)")
            }
            let certificates = findings.filter { $0.subject == "certificate" }
            #expect(certificates.count == 2, "one of each server")
            #expect(certificates.allSatisfy { $0.text.hasPrefix("the certificate of localhost ends in") })
            #expect(findings.contains { $0.subject == "signature" && $0.text.contains("bears no") })
            #expect(findings.passes, "\(findings.text)")
            _ = try await wait(for: "its mail to be settled") {
                try running.portal.inbox(newest: 10).allSatisfy { $0.state == .settled } ? true : nil
            }
        }
    }

    @Test("tells a certificate that is for another host, or of an authority that nobody trusts")
    func untrusted() async throws {
        try await MailServers.running { servers in
            for (host, authority) in [("127.0.0.1", servers.certificateAuthority), ("localhost", nil)] {
                let server = try MailServer(
                    host: host, port: servers.ports.imaps, security: .implicitTLS, user: "", password: "",
                    certificateAuthority: authority)
                let subject = CertificateCheck.Subject(name: host, server: server, language: .imap)
                let findings = try await CertificateCheck(now: 0).findings([subject])
                #expect(findings.map(\.weight) == [.fault], "\(findings.text)")
            }
        }
    }

    @Test("executes decisions only once the doctor has passed", .timeLimit(.minutes(5)))
    func untilExamined() async throws {
        try await RunningPortal.run(isExamined: false) { running in
            let asked = try await running.letDanaIn()
            try await running.reply("APPROVE", to: asked)
            _ = try await wait(for: "the question") {
                running.mails(to: "dana@client.test").first { $0.readableText?.contains("/c/") == true }
            }
            #expect(try running.decided() == nil)
            let findings = try await running.examine()
            let consequence = try await Consequence.finding(of: findings, for: running.portal)
            #expect(consequence.text == "decisions by mail are executed from now on", "\(findings.text)")
            try await running.reply("APPROVE", to: asked)
            #expect(try await wait(for: "the decision") { try running.decided() } == .approved)
        }
    }

    @Test("books refusals and bounces to the invitation, and tells staff", .timeLimit(.minutes(5)))
    func bounces() async throws {
        try await RunningPortal.run { running in
            for address in ["nobody@client.test", "bounces@client.test"] {
                let address = try #require(EmailAddress(address))
                _ = try await wait(for: "the bounce of \(address)") {
                    let clients = try running.portal.clients(of: "acme") ?? []
                    let client = clients.first { $0.person.address == address }
                    return client?.invitation?.state == .bounced ? true : nil
                }
            }
            _ = try await wait(for: "both notices to staff") {
                running.mails(to: "ana@client.test").filter { $0.subject?.contains("did not arrive") == true }.count
                    == 2
                    ? true : nil
            }
        }
    }
}

/// A portal that runs in this process, with the mail servers that it uses.
private struct RunningPortal {
    let portal: Portal
    let settings: ServerSettings
    let servers: MailServers
    /// That of the configuration.
    let folder: String

    struct Asked {
        let reply: MailFormat.Message
        let address: EmailAddress
    }

    /// - Parameter isExamined: whether `postern doctor` has passed before.
    static func run(isExamined: Bool = true, _ body: (RunningPortal) async throws -> Void) async throws {
        try await MailServers.running { servers in
            let configuration = try AcmeConfiguration(mail: AcmeConfiguration.mail(servers))
            let reading = Configuration(folder: configuration.root).readAll(secrets: .needed)
            let server = try #require(reading.server, "\(reading.problems)")
            let desired = try #require(reading.portal).desired
            let portal = try Installation.opened(server).portal
            _ = try await portal.apply(Plan(current: portal.currentPortal(), desired: desired))
            if isExamined { _ = try await portal.carryOut(.noteExamination(portal.mailSetup)) }
            var logger = Logger(label: "test")
            logger.logLevel = .warning
            let whole = try Server(server, portal: portal, logger: logger)
            let services = whole.services()
            async let served: Void = whole.run(services)
            var fault: (any Error)?
            do {
                try await body(
                    RunningPortal(
                        portal: portal, settings: server, servers: servers, folder: configuration.root))
            } catch {
                fault = error
            }
            await services.triggerGracefulShutdown()
            try await served
            if let fault { throw fault }
        }
    }

    /// What the doctor finds, with a DNS in which all is well.
    func examine() async throws -> [Finding] {
        let records = TextRecords { name in
            switch name {
            case "portal.test": .found([Array("v=spf1 ip4:127.0.0.1 -all".utf8)])
            case "_dmarc.portal.test": .found([Array("v=DMARC1; p=reject".utf8)])
            default: .none
            }
        }
        return try await Examination(
            configuration: Configuration(folder: folder), server: settings, timeZones: ["Europe/Berlin"],
            records: records
        ).findings()
    }

    /// Accepts Dana's invitation; gives the mail that asks for her decision.
    func letDanaIn() async throws -> Asked {
        let invitation = try await wait(for: "the invitation") { mails(to: "dana@client.test").first }
        let text = try #require(invitation.readableText)
        let link = try #require(text.firstRange(of: "/i/")).upperBound
        let secret = try #require(Secret(wire: String(text[link...].prefix(52))))
        let outcome = try await portal.perform(
            [.acceptInvitation(session: portal.freshSecret())], for: .invitation(secret), because: .shell("accept"))
        #expect(outcome == [.done(.accepted)])
        let asked = try await wait(for: "the mail that asks") {
            mails(to: "dana@client.test").first { $0.subject?.contains("Decision asked") == true }
        }
        return Asked(reply: asked, address: try #require(asked.replyTo.first.flatMap { EmailAddress($0.address) }))
    }

    func reply(
        _ text: String, to asked: Asked, envelope: String = "dana@client.test", isStamped: Bool = true
    ) async throws {
        let mail = """
            From: Dana <dana@client.test>\r
            To: \(asked.address.text)\r
            Subject: Re: \(asked.reply.subject ?? "")\r
            Message-ID: <\(UUID().uuidString)@client.test>\r
            In-Reply-To: \(asked.reply.messageID?.bracketed ?? "")\r
            Date: Thu, 19 Nov 2026 10:00:00 +0000\r
            \r
            \(text)\r
            \r
            On Thu, 19 Nov 2026 Acme Studio wrote:\r
            > Please decide.\r

            """
        try await servers.bring(mail, from: envelope, to: asked.address.text, isStamped: isStamped)
    }

    func mails(to address: String) -> [MailFormat.Message] {
        servers.mails(of: address).map { MailFormat.Message(Array($0.utf8)) }
    }

    /// A mail that is part of the thread of another one.
    func mail(to address: String, with field: String, _ id: MessageID?) async throws -> MailFormat.Message {
        try await wait(for: "a mail of the thread") {
            mails(to: address).first { $0.header.first(field) != nil && $0.references.contains { $0 == id } }
        }
    }

    func decided() throws -> Decision.Kind? {
        let deliverable = try portal.database.read { try DeliverableRecord.find(DeliverableID(number: 1), in: $0) }
        guard case .decided(let kind, _, _) = deliverable?.state else { return nil }
        return kind
    }
}
