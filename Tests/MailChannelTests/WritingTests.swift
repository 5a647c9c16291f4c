import Foundation
import MailFormat
import PortalCore
import Templates
import Testing

@testable import MailChannel

/// What goes out: headers, threads, and values that cannot break out of their place.
struct WritingTests {
    private func field(_ name: String, _ sent: Sent) -> [String] {
        sent.message.header.all(named: name).map(\.text)
    }

    @Test func `OB-10: every mail says by whom, when and that a program wrote it`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        _ = try await world.receive(MailText().bytes(secret))
        for sent in try await world.send() {
            let isReceipt = if case .receipt = sent.content { true } else { false }
            #expect(field("Auto-Submitted", sent) == [isReceipt ? "auto-replied" : "auto-generated"])
            #expect(field("X-Auto-Response-Suppress", sent) == ["All"])
            #expect(field("X-Postern-Instance", sent) == ["acme-1"])
            #expect(sent.message.from == [Mailbox(name: "Acme Studio", address: "replies@acme.test")])
            #expect(sent.message.replyTo.map(\.address) == [sent.letter.sender])
            #expect(sent.message.to.map(\.address) == [sent.recipient])
            #expect(sent.message.date != nil && sent.message.warnings.isEmpty)
            let identifier = try #require(sent.message.messageID?.text)
            #expect(try !identifier.contains(sent.secret(at: world.mailbox).text))
        }
    }

    @Test func `mails about one thing are one thread, and a receipt answers the mail it is for`() async throws {
        let world = try await World()
        try await world.danaAccepts()
        let asked = try #require(try await world.send().last)
        let root = try #require(asked.message.messageID)
        #expect(asked.message.inReplyTo == nil)
        var mail = MailText()
        mail.body = "Just a question"
        _ = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        let receipt = try #require(try await world.send().last { $0.recipient == "dana@client.test" })
        #expect(receipt.message.inReplyTo?.text == "m1@client.test")
        #expect(receipt.message.references.map(\.text) == [root.text, "m1@client.test"])
        #expect(receipt.message.subject == "Re: \(asked.message.subject ?? "")")
        mail.messageID = "m2@client.test"
        mail.body = "Another question"
        _ = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        let second = try #require(try await world.send().last { $0.recipient == "dana@client.test" })
        #expect(second.message.subject == receipt.message.subject)
        let last = try #require(receipt.message.messageID)
        #expect(second.message.references.map(\.text) == [root.text, last.text, "m2@client.test"])
    }

    private static let hostile = [
        "x\r\nBcc: a@attack.test", "x\rBcc: a@attack.test", "x\nBcc: a@attack.test", "x\u{85}y", "x\u{2028}y", "x\0y",
        "\r\u{301}\nBcc: a@attack.test", String(repeating: "😀", count: 300), String(repeating: "a", count: 5_000),
        "<script>alert(1)</script>", "{{organization.name}}", "\"><a href=\"https://attack.test\">",
    ]

    @Test(arguments: hostile)
    func `OB-01, OB-02, OB-05: no name or title breaks out of its place`(_ text: String) async throws {
        let world = try await World(
            .acme.with {
                $0.settings.name = text
                $0.people[1].name = text
                $0.projects[0].title = text
                $0.deliverables[0].title = text
            })
        try await world.danaAccepts()
        let sent = try #require(try await world.send().last)
        let expected = [
            "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress",
            "X-Postern-Instance", "List-Unsubscribe", "List-Unsubscribe-Post", "MIME-Version", "Content-Type",
        ]
        #expect(sent.message.header.fields.map(\.name) == expected)
        #expect(sent.message.to.map(\.address) == ["dana@client.test"])
        let lines = sent.letter.bytes.split(separator: 10, omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.count <= 998 && $0.allSatisfy { $0 < 0x80 } })
        let html = try #require(sent.message.html)
        #expect(!html.contains("<script") && !html.contains("href=\"https://attack.test\""))
    }

    @Test func `lines of the text part end before column 77, except where one word is longer`() {
        let long = String(repeating: "word ", count: 40) + "\n    " + String(repeating: "in ", count: 60)
        let lines = TextLines.wrapped(Array(long.utf8)).split(separator: "\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
        #expect(lines.last?.hasPrefix("    in in") == true)
        let link = "https://" + String(repeating: "x", count: 100)
        #expect(TextLines.wrapped(Array("see \(link) now".utf8)) == "see\n\(link)\nnow\n")
        #expect(TextLines.wrapped(Array("a\n\n\n\nb  \n-- \nc\n\n".utf8)) == "a\n\nb\n-- \nc\n")
    }

    @Test(arguments: [("#0a7d5a", "#0a7d5a"), ("#0b1f3a", "#606d7e"), ("#000000", "#727272"), ("#ffd400", "#ffd400")])
    func `the color can be seen on a dark card`(_ color: String, _ bright: String) {
        #expect(BrandColor(color)?.bright.text == bright)
    }

    @Test func `a prefilled reply keeps its subject and body in their places`() {
        let link = MailtoLink.text(to: .replies, subject: "Re: a & b?body=x", body: "REVISE: \n")
        #expect(link == "mailto:replies@acme.test?subject=Re%3A%20a%20%26%20b%3Fbody%3Dx&body=REVISE%3A%20%0A")
    }

    @Test func `a mailbox whose plus addresses would be none is refused`() {
        let long = EmailAddress(String(repeating: "a", count: 38) + "@acme.test")!
        #expect(ReplyMailbox(address: long, instance: "a") == nil)
        #expect(ReplyMailbox(address: .replies, instance: "a b") == nil)
    }
}
