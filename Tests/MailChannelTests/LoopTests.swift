import Foundation
import MailChannel
import MailFormat
import PortalCore
import Testing

/// `security/cases.md`, LP and OB-07: what programs write moves nothing, and nothing goes back to them.
struct LoopTests {
    private static let automatic: [Case] = [
        Case("LP-01", [.noted]) { $0.below = ["Auto-Submitted: auto-replied"] },
        Case("LP-02 generated", [.noted]) { $0.below = ["Auto-Submitted: auto-generated (x)"] },
        Case("LP-02 bulk", [.noted]) { $0.below = ["Precedence: bulk"] },
        Case("LP-02 X-Autoreply", [.noted]) { $0.below = ["X-Autoreply: yes"] },
        Case("LP-02 list", [.noted]) { $0.below = ["List-Id: <x.client.test>"] },
        Case("LP-02 null path", [.noted]) { $0.above = ["Return-Path: <>"] },
        Case("LP-02 daemon", [.noted]) { $0.from = ["From: MAILER-DAEMON@client.test"] },
        Case("LP-02 No", [.execute]) { $0.below = ["Auto-Submitted: No"] },
        Case("LP-05 own instance", []) { $0.below = ["X-Postern-Instance: ACME-1"] },
        Case("LP-11 no token", [.quarantine]) {
            $0.to = ["To: replies@acme.test"]
            $0.content = ["Content-Type: multipart/report; report-type=feedback-report; boundary=b"]
            $0.body = "--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n--b--"
        },
        Case("LP-12", [.execute]) { $0.below = ["Disposition-Notification-To: a@attack.test"] },
    ]

    @Test(arguments: automatic)
    func `automatic mail is noted and answered by nobody`(_ row: Case) async throws {
        let world = try await World()
        let effects = try await world.receive(row.mail.bytes(world.danaIsAsked()))
        #expect(effects.words == row.expected, "\(effects.outcomes)")
        if effects.words == [.noted] || effects.words.isEmpty { #expect(effects.owed.isEmpty) }
        #expect(try await world.send().allSatisfy { ["dana@client.test", "ana@acme.test"].contains($0.recipient) })
    }

    @Test func `LP-06: a bounce is booked to the mail it belongs to, and staff are told`() async throws {
        let world = try await World()
        let invitation = try #require(try await world.send().first)
        var mail = MailText()
        mail.from = ["From: Mail Delivery System <MAILER-DAEMON@mx.acme.test>"]
        mail.above = ["Return-Path: <>"]
        mail.content = ["Content-Type: multipart/report; report-type=delivery-status; boundary=b"]
        mail.body = [
            "--b", "", "It failed.", "--b", "Content-Type: message/delivery-status", "",
            "Reporting-MTA: dns; mx.acme.test", "", "Final-Recipient: rfc822; dana@client.test", "Action: failed",
            "Status: 5.1.1", "Diagnostic-Code: smtp; 550 5.1.1 no such user", "--b--",
        ].joined(separator: "\r\n")
        let effects = try await world.receive(mail.bytes(invitation.secret(at: world.mailbox)))
        #expect(effects.words == [.booked])
        let told = try await world.send()
        #expect(told.map(\.recipient) == ["ana@acme.test"])
        #expect(told[0].plain.contains("550 5.1.1 no such user"))
        let client = try #require(try world.portal.clients(of: "acme")?.first)
        #expect(client.invitation?.state == .bounced)
    }

    @Test func `OB-07: a stranger's mail is kept for staff, and nothing leaves the house`() async throws {
        let world = try await World()
        try await world.send()
        var mail = MailText()
        mail.to = ["To: replies@acme.test"]
        mail.from = ["From: a@attack.test"]
        mail.body = "see https://attack.test"
        let effects = try await world.receive(mail.bytes(world.portal.freshSecret()))
        #expect(effects.words == [.quarantine])
        #expect(effects.holds == [.noReplyAddress])
        #expect(effects.owed.isEmpty)
    }

    @Test func `LP-04: an answer of our own that comes back through another portal is not answered`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        _ = try await world.receive(MailText().bytes(secret))
        let receipt = try #require(try await world.send().last { $0.recipient == "dana@client.test" })
        var mail = MailText()
        mail.below = receipt.header.split(separator: "\n").map(String.init).filter {
            $0.hasPrefix("Auto-Submitted") || $0.hasPrefix("X-")
        }
        mail.body = "thank you, your mail has arrived."
        #expect(try await world.receive(mail.bytes(receipt.secret(at: world.mailbox))).owed.isEmpty)
    }
}
