import DevelopersMailbox
import MailFormat
import MailTransport
import Testing

struct Replies {
    @Test("a reply is one that a real mail program would have sent and a real server let in")
    func reply() async throws {
        let world = try World()
        defer { world.remove() }
        try await world.send()
        let ada = try #require(EmailAddress("ada@client.example"))
        let notice = try #require(world.mailbox.inbox(of: ada).first)
        let id = try world.mailbox.reply(to: notice, text: "APPROVE\r\n\r\nLovely < work")

        let reply = try #require(try world.arrived().first)
        #expect(reply.messageID == id)
        #expect(reply.from == [Mailbox(name: "Ada", address: "ada@client.example")])
        #expect(reply.to.map(\.address) == ["reply+tok3n@portal.example"])
        #expect(reply.subject == "Re: Decision asked")
        #expect(reply.inReplyTo == notice.message.messageID)
        #expect(reply.references == [notice.message.messageID])
        #expect(reply.header.first("Return-Path")?.text == "<ada@client.example>")
        #expect(reply.header.first("Delivered-To")?.text == "reply+tok3n@portal.example")

        let border = TrustedBorder(hosts: [World.border], authservIDs: [World.border])
        #expect(SenderAuthentication(reply.header, sender: ada, border: border) == .pass(method: "dmarc"))
        let visible = VisibleReply(of: reply)
        #expect(visible.text == "APPROVE\n\nLovely < work")
        #expect(!visible.viewsDiffer)
        let html = try #require(reply.html)
        #expect(VisibleReply(ofHTML: html).text.utf8.starts(with: "APPROVE".utf8))
        #expect(reply.html?.contains("<p>Dear Ada</p>") == true)
    }

    @Test("a reply to a reply keeps its subject, and a mail without HTML is quoted all the same")
    func plainMail() async throws {
        let world = try World()
        defer { world.remove() }
        try await world.send(subject: "RE: again", text: "one\n<two>", html: nil)
        let ada = try #require(EmailAddress("ada@client.example"))
        try world.mailbox.reply(to: try #require(world.mailbox.inbox(of: ada).first), text: "Thanks")
        let reply = try #require(try world.arrived().first)
        #expect(reply.subject == "RE: again")
        #expect(reply.text?.contains("\n> one\n> <two>\n") == true)
        #expect(reply.html?.contains("one<br>&lt;two&gt;<br>") == true)
    }

    @Test("each person has an inbox, the latest mail first, read or unread")
    func inboxes() async throws {
        let world = try World()
        defer { world.remove() }
        for subject in ["first", "second"] { try await world.send(subject: subject) }
        try await world.send(to: "bo@client.example", subject: "other")
        let ada = try #require(EmailAddress("ADA@client.example"))
        #expect(world.mailbox.inbox(of: ada).map(\.subject) == ["second", "first"])
        let nobody = try #require(EmailAddress("nobody@client.example"))
        #expect(world.mailbox.inbox(of: nobody).isEmpty)
    }

    @Test("somebody else can write, and to any address")
    func newMail() throws {
        let world = try World()
        defer { world.remove() }
        let stranger = try #require(EmailAddress("eve@else.example"))
        let portal = try #require(EmailAddress("portal@portal.example"))
        try world.mailbox.write(from: stranger, to: portal, subject: "Hello\r\nBcc: x@y.example", text: "Hi")
        let mail = try #require(try world.arrived().first)
        #expect(mail.header.first("Bcc") == nil)
        #expect(mail.text == "Hi\n")
    }
}
