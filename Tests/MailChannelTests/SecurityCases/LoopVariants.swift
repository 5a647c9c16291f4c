import Foundation
import MailChannel
import MailFormat
import PortalCore
import Testing

/// `security/cases.md`, LP, as others might have written it.
struct LoopVariants {
    private static func below(_ id: String, _ expected: Set<Effects.Word>, _ lines: String...) -> Case {
        Case(id, expected) { $0.below = lines }
    }

    private static let marks: [Case] = [
        below("LP-01 parameters", [.noted], "auto-submitted:AUTO-REPLIED; owner-email=\"a@b.test\""),
        below("LP-01 notified", [.noted], "Auto-Submitted: auto-notified"),
        below("LP-01 unknown word", [.noted], "Auto-Submitted: auto-x"),
        below("LP-01 comment", [.noted], "Auto-Submitted: (no) auto-generated"),
        below("LP-02 junk", [.noted], "Precedence: junk"), below("LP-02 reply", [.noted], "Precedence: Auto_Reply"),
        below("LP-02 list posts", [.noted], "List-Post: <mailto:x@client.test>"),
        below("LP-02 responder", [.noted], "X-Autoresponder: vacation 1.0"),
        below("LP-02 Outlook", [.noted], "X-MS-Exchange-Inbox-Rules-Loop: dana@client.test", "X-Autoreply: Yes"),
        Case("LP-02 null path, folded", [.noted]) { $0.above = ["Return-Path:\r\n <>"] },
        Case("LP-02 subsystem", [.noted]) {
            $0.from = ["From: \"Mail Delivery Subsystem\" <mailer-daemon@mail.client.test>"]
        },
        Case("LP-02 receipt", [.noted]) {
            $0.content = ["Content-Type: multipart/report; report-type=disposition-notification; boundary=b"]
            $0.body =
                "--b\r\n\r\nAPPROVE\r\n--b\r\nContent-Type: message/disposition-notification\r\n\r\n"
                + "Disposition: manual-action/MDN-sent-manually; displayed\r\n--b--"
        },
        below("LP-02 no, in capitals", [.execute], "AUTO-SUBMITTED: NO (typed by hand)"),
        below("LP-02 first class", [.execute], "Precedence: first-class"),
        Case("LP-02 path", [.execute]) { $0.above = ["Return-Path: <dana@client.test>"] },
        below("LP-05 blanks", [], "X-POSTERN-INSTANCE:  acme-1 "),
        below("LP-05 another portal's", [.execute], "X-Postern-Instance: acme-10"),
        below("LP-12 receipt", [.execute], "Return-Receipt-To: a@attack.test", "X-Confirm-Reading-To: a@attack.test"),
        below("LP-12 errors", [.execute], "Errors-To: a@attack.test", "Return-Path: <a@attack.test>"),
        below("LP-12 follow-up", [.execute], "Mail-Followup-To: a@attack.test", "Mail-Reply-To: a@attack.test"),
    ]

    @Test(arguments: marks)
    func `however programs are marked, nothing goes back to them, and nobody else is written to`(
        _ row: Case
    ) async throws {
        let world = try await World()
        let effects = try await world.receive(row.mail.bytes(world.danaIsAsked()))
        #expect(effects.words == row.expected, "\(effects.outcomes)")
        if effects.words == [.noted] || effects.words.isEmpty { #expect(effects.owed.isEmpty) }
        #expect(try await world.send().allSatisfy { ["dana@client.test", "ana@acme.test"].contains($0.recipient) })
    }

    @Test func `LP-05: our own Message-ID that comes back without any other mark is dropped`() async throws {
        let world = try await World()
        try await world.danaAccepts()
        let asked = try #require(try await world.send().first { $0.recipient == "dana@client.test" })
        var mail = MailText()
        mail.messageID = try #require(asked.message.messageID).text
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(effects.outcomes.isEmpty && effects.owed.isEmpty)
        #expect(try !world.isDecided())
    }

    @Test func `LP-04: a program without any mark that answers whatever comes is answered twice at most in a month`()
        async throws
    {
        let world = try await World()
        var secret = try await world.danaIsAsked()
        var sent = 0
        for number in 1...60 {
            var mail = MailText()
            mail.messageID = "echo\(number)@client.test"
            mail.body = "We have received your mail and will come back to you."
            _ = try await world.receive(mail.bytes(secret))
            let back = try await world.send().filter { $0.recipient == "dana@client.test" }
            sent += back.count
            guard let last = back.last else { break }
            secret = try last.secret(at: world.mailbox)
            world.pass(.hours(13))
        }
        #expect(sent <= 2)
    }

    @Test func `LP-14: fifty absence notes to one mail cause no mail at all`() async throws {
        let people = (1...50).compactMap { EmailAddress("c\($0)@client.test") }
        let world = try await World(
            .acme.with { acme in
                acme.people += people.map {
                    .init(address: $0, name: "C", role: .client, locale: nil, notified: true, admitted: true)
                }
                acme.invitations = people
                acme.projects[0].people = [.ana] + people
                acme.deliverables = []
            })
        for invited in try await world.send() {
            guard case .invitation(let secret, _, _) = invited.content else { continue }
            _ = try await world.portal.perform(
                [.acceptInvitation(session: world.portal.freshSecret())], for: .invitation(secret),
                because: world.press())
        }
        let project = try #require(try world.portal.project("rebrand", of: "acme"))
        _ = try await world.portal.perform(
            [.postMessage(NewMessage(project: project.id, text: "News", attachments: []))],
            for: .staff(.ana, organization: "acme"), because: world.press())
        let told = try await world.send()
        #expect(told.count == 50)
        for (number, one) in told.enumerated() {
            var mail = MailText()
            mail.from = ["From: \(one.recipient)"]
            mail.messageID = "ooo\(number)@client.test"
            mail.below = ["Auto-Submitted: auto-replied"]
            mail.body = "I am away."
            #expect(try await world.receive(mail.bytes(one.secret(at: world.mailbox))).words == [.noted])
        }
        #expect(try await world.send().isEmpty)
    }
}
