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

    /// Thirty clients, each of whom was mailed a link.
    private func batch() async throws -> (World, [Sent]) {
        let clients = (10..<40).map { EmailAddress("c\($0)@client.test")! }
        let world = try await World(
            .acme.with { acme in
                acme.invitations = []
                acme.people += clients.map {
                    .init(address: $0, name: "C", role: .client, locale: nil, notified: true, admitted: true)
                }
                acme.links = clients.map {
                    PortalLinkSettings(client: $0, name: "own", code: nil, days: nil, notified: true)
                }
            })
        return (world, try await world.send())
    }

    @Test func `LP-15: where more than one in five mails come back, no more go out, and the owner is told`()
        async throws
    {
        let (world, sent) = try await batch()
        #expect(sent.count == 30)
        for (number, lost) in sent.prefix(7).enumerated() {
            #expect(try world.portal.stoppedOrganizations().isEmpty, "\(number) of 30")
            var mail = MailText()
            mail.messageID = "dsn\(number)@mx.acme.test"
            mail.from = ["From: Mail Delivery System <MAILER-DAEMON@mx.acme.test>"]
            mail.above = ["Return-Path: <>"]
            mail.content = ["Content-Type: multipart/report; report-type=delivery-status; boundary=b"]
            mail.body = [
                "--b", "", "It failed.", "--b", "Content-Type: message/delivery-status", "",
                "Reporting-MTA: dns; mx.acme.test", "", "Final-Recipient: rfc822; \(lost.recipient)", "Action: failed",
                "Status: 5.1.1", "Diagnostic-Code: smtp; 550 5.1.1 no such user", "--b--",
            ].joined(separator: "\r\n")
            #expect(try await world.receive(mail.bytes(lost.secret(at: world.mailbox))).words == [.booked])
        }
        let stopped = try #require(try world.portal.stoppedOrganizations().first)
        #expect(stopped.slug == "acme" && stopped.stop.count.bounced == 7 && stopped.waiting == 7)
        let told = try await world.send()
        #expect(told.map(\.recipient) == ["ana@acme.test"])
        try expectMail(told.first, "sending-stopped")
        _ = try await world.portal.perform(
            [.item(.sending(.resume(organization: "acme")))], for: .administrator, because: world.press())
        #expect(try await world.send().count == 7)
    }

    @Test func `LP-06: a report about another mail, or about one that is forged, fails nothing`() async throws {
        let world = try await World()
        let invitation = try #require(try await world.send().first)
        for (line, name) in [("Message-ID: <1.x@attack.test>", "dana@client.test"), ("X-A: b", "a@attack.test")] {
            var mail = MailText()
            mail.messageID = "\(name)@mx.test"
            mail.from = ["From: MAILER-DAEMON@mx.acme.test"]
            mail.above = ["Return-Path: <>"]
            mail.content = ["Content-Type: multipart/report; report-type=delivery-status; boundary=b"]
            mail.body = [
                "--b", "", "It failed.", "--b", "Content-Type: message/delivery-status", "",
                "Reporting-MTA: dns; mx.acme.test", "", "Final-Recipient: rfc822; \(name)", "Action: failed",
                "Status: 5.1.1", "--b", "Content-Type: text/rfc822-headers", "", line, "--b--",
            ].joined(separator: "\r\n")
            let effects = try await world.receive(mail.bytes(invitation.secret(at: world.mailbox)))
            #expect(effects.words == [.noted] && effects.owed.isEmpty, "\(effects.outcomes)")
        }
        #expect(try world.portal.clients(of: "acme")?.first?.invitation?.state == .sent)
    }

    @Test func `LP-06: a report opens no invitation again that was used`() async throws {
        let world = try await World()
        let invitation = try #require(try await world.send().first { $0.recipient == "dana@client.test" })
        guard case .invitation(let secret, _, _) = invitation.content else { throw Unexpected() }
        _ = try await world.portal.perform(
            [.acceptInvitation(session: world.portal.freshSecret())], for: .invitation(secret), because: world.press())
        let report = BounceReport(
            permanent: true, diagnostic: "550", messageID: invitation.message.messageID?.text, recipients: [])
        _ = try await world.portal.perform(
            [.bookBounce(report)], for: .mailSystem(invitation.secret(at: world.mailbox)), because: world.press())
        #expect(try world.portal.clients(of: "acme")?.first?.invitation?.state == .accepted)
    }

    @Test(arguments: ["Automatic reply: Logo", "Re: Please decide: Logo"])
    func `LP-03: an absence note without a mark is answered once a day at most`(_ subject: String) async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        for number in 1...100 {
            var mail = MailText()
            mail.messageID = "ooo\(number)@client.test"
            mail.subject = ["Subject: \(subject)"]
            mail.body = "Hello,\r\n\r\nyour message is important to me. Ask Lee in the meantime."
            _ = try await world.receive(mail.bytes(secret))
            world.pass(.seconds(30))
        }
        #expect(try await world.send().filter { $0.recipient == "dana@client.test" }.count <= 1)
    }

    @Test func `LP-03: thanks for a receipt are not answered by another one`() async throws {
        let world = try await World()
        _ = try await world.receive(MailText().bytes(world.danaIsAsked()))
        let receipt = try #require(try await world.send().last { $0.recipient == "dana@client.test" })
        for number in 1...3 {
            var mail = MailText()
            mail.messageID = "t\(number)@client.test"
            mail.body = "Ticket #\(number) was opened for you."
            #expect(try await world.receive(mail.bytes(receipt.secret(at: world.mailbox))).words == [.post])
        }
        #expect(try await world.send().allSatisfy { $0.recipient == "ana@acme.test" })
    }

    @Test func `CM-05, CM-22: the hint that a mail was empty goes out once a day, and staff see the others`()
        async throws
    {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        func hints(_ numbers: ClosedRange<Int>) async throws -> Int {
            for number in numbers {
                var mail = MailText()
                mail.messageID = "e\(number)@client.test"
                mail.subject = ["Subject: APPROVE"]
                mail.body = ""
                let isTold = number == numbers.lowerBound
                let words = try await world.receive(mail.bytes(secret)).words
                #expect(words == (isTold ? [.refuse] : [.refuse, .quarantine]))
            }
            return try await world.send().count
        }
        #expect(try await hints(1...10) == 1)
        world.pass(.hours(25))
        #expect(try await hints(11...12) == 1)
    }

    @Test func `LP-10: mails to made-up reply addresses are answered by nobody`() async throws {
        let world = try await World()
        try await world.send()
        let mails = (0..<200).map { number in
            var mail = MailText()
            mail.messageID = "j\(number)@attack.test"
            mail.from = ["From: a\(number)@attack.test"]
            mail.to = ["To: replies+junk\(number)@acme.test"]
            return mail.bytes(world.portal.freshSecret())
        }
        #expect(try await world.receiver.receive(mails).allSatisfy { $0 == .quarantine })
        #expect(try await world.send().isEmpty)
    }

    @Test func `OB-10: every mail out says that a program wrote it, and goes to one person`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        _ = try await world.receive(MailText().bytes(secret))
        var ids: Set<String> = []
        for sent in try await world.send() {
            #expect(sent.header.contains("Auto-Submitted: auto-"))
            #expect(sent.header.contains("X-Auto-Response-Suppress: All"))
            #expect(sent.header.contains("\nDate: "))
            #expect(ids.insert(try #require(sent.message.messageID).text).inserted)
            #expect(sent.message.replyTo.map(\.address) == [sent.letter.sender])
            #expect(sent.message.to.map(\.address) == [sent.recipient] && sent.message.cc.isEmpty)
        }
        #expect(ids.count == 2)
    }

    @Test func `OB-11: five people of a project never see each other's addresses`() async throws {
        let people = ["dana", "lee", "kim", "max", "uma"].compactMap { EmailAddress("\($0)@client.test") }
        let world = try await World(
            .acme.with { acme in
                acme.people += people.dropFirst().map {
                    .init(address: $0, name: $0.text, role: .client, locale: nil, notified: true, admitted: true)
                }
                acme.invitations = people
                acme.projects[0].people = [.ana] + people
            })
        for sent in try await world.send() {
            guard case .invitation(let secret, _, _) = sent.content else { continue }
            _ = try await world.portal.perform(
                [.acceptInvitation(session: world.portal.freshSecret())], for: .invitation(secret),
                because: world.press())
        }
        let asked = try await world.send().filter { $0.recipient.hasSuffix("@client.test") }
        #expect(asked.count == 5 && Set(asked.map(\.letter.sender)).count == 5)
        for sent in asked {
            for other in people where other.text != sent.recipient { #expect(!sent.header.contains(other.text)) }
        }
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
