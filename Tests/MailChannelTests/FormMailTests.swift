import MailFormat
import PortalCore
import TestGround
import Testing

@testable import MailChannel

/// Forms by mail: questions that are answered where they are quoted, and only blanks are asked again.
@Suite(.serialized)
struct FormMailTests {
    private static let form = ItemSettings.form(
        QuestionnaireSettings(
            project: "rebrand", name: "brief", title: "The launch", details: "Before we order anything.",
            due: "2026-10-16", isLocked: false,
            questions: [
                Question(text: "How many people come?", kind: .number(from: 1, to: 300), isRequired: true),
                Question(text: "What shall there be to eat?", kind: .choice(["Soup", "Bread"]), isRequired: true),
                Question(text: "Is there a ramp?", kind: .yesNo, isRequired: true),
                Question(text: "Anything else?", kind: .text(longest: 500), isRequired: false),
            ]))

    /// Dana is in, and the questions lie before her.
    private func asked(_ world: World) async throws -> Sent {
        _ = try await world.danaIsAsked()
        try await world.apply(.acme.with { $0.items = [Self.form] })
        return try #require(try await world.send().last { $0.recipient == "dana@client.test" })
    }

    private func toDana(_ sent: [Sent]) -> Sent? { sent.last { $0.recipient == "dana@client.test" } }

    /// The mail as a program quotes it, with answers below some of its lines.
    private func quoted(_ sent: Sent, _ answers: [String: String]) -> String {
        var lines = ["On Mon, 21 Sep 2026 at 14:00, Acme Studio <replies@acme.test> wrote:"]
        for line in (sent.message.text ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append("> \(line)")
            for (question, answer) in answers where line.contains(question) { lines += ["", answer, ""] }
        }
        return lines.joined(separator: "\r\n")
    }

    @Test func `questions are answered below their quotation, and only blanks are asked again`() async throws {
        let world = try await World()
        let asked = try await asked(world)
        try expectMail(asked, "form-asked")
        var mail = MailText()
        mail.body = quoted(asked, ["1. How many": "120", "2. What shall": "Pizza"])
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        let read = [
            ReadAnswer(question: "How many people come?", kept: "120", problem: nil),
            ReadAnswer(
                question: "What shall there be to eat?", kept: nil, problem: .notAmong(["Soup", "Bread"])),
        ]
        #expect(effects.outcomes == [.done(.item(.formAnswered("The launch", read)))])
        let sent = try await world.send()
        let again = try #require(toDana(sent))
        try expectMail(again, "form-read")
        #expect(again.message.text?.contains("\n1. How many") == false, "an answered question is asked again")
        mail.messageID = "m2@client.test"
        mail.body = "Q2: soup\nQ3: yes\nQ4: A small tent."
        let second = try await world.receive(mail.bytes(again.secret(at: world.mailbox)))
        #expect(second.outcomes.count == 1)
        try expectMail(toDana(try await world.send()), "form-complete")
        world.pass(.minutes(5))
        try expectMail(try await world.send().last { $0.recipient == "ana@acme.test" }, "form-answers")
    }

    /// The mail as Outlook quotes it: a block of its header, no marks, and the answers between the lines.
    private func unmarked(_ sent: Sent, _ answers: [String: String]) -> String {
        var lines = ["From: Acme Studio <replies@acme.test>", "Sent: Monday, September 21, 2026 4:00 PM"]
        lines += ["To: Dana <dana@client.test>", "Subject: \(sent.message.subject ?? "")", ""]
        var answer: String?
        for line in (sent.message.text ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty, let written = answer {
                lines += ["", written, ""]
                answer = nil
            }
            lines.append(String(line))
            if let found = answers.first(where: { line.contains($0.key) }) { answer = found.value }
        }
        return lines.joined(separator: "\r\n")
    }

    @Test func `answers between lines that bear no marks are read, and again`() async throws {
        let world = try await World()
        let asked = try await asked(world)
        var mail = MailText()
        for (id, people) in [("m1", "130"), ("m2", "131")] {
            mail.messageID = "\(id)@client.test"
            mail.body = unmarked(asked, ["1. How many": people, "2. What shall": "Soup", "3. Is there": "yes"])
            let read = [
                ReadAnswer(question: "How many people come?", kept: people, problem: nil),
                ReadAnswer(question: "What shall there be to eat?", kept: "Soup", problem: nil),
                ReadAnswer(question: "Is there a ramp?", kept: "yes", problem: nil),
            ]
            let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
            #expect(effects.outcomes == [.done(.item(.formAnswered("The launch", read)))])
        }
    }

    @Test func `answers in Outlook's HTML are read where they were typed`() async throws {
        let world = try await World()
        let asked = try await asked(world)
        let html = try #require(asked.message.html)
            .replacing("1 to 300)</span>", with: "1 to 300)</span><p class=MsoNormal>130</p>")
            .replacing("(Yes or no)</span>", with: "(Yes or no)</span><p class=MsoNormal>yes</p>")
        var mail = MailText()
        mail.content = ["Content-Type: text/html; charset=utf-8"]
        mail.body =
            "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>"
            + "<b>From:</b> Acme Studio &lt;replies@acme.test&gt;<br><b>Sent:</b> Monday, 21 September 2026 16:00<br>"
            + "<b>To:</b> Dana<br><b>Subject:</b> Questions: The launch</p></div>" + html
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        let read = [
            ReadAnswer(question: "How many people come?", kept: "130", problem: nil),
            ReadAnswer(question: "Is there a ramp?", kept: "yes", problem: nil),
        ]
        #expect(effects.outcomes == [.done(.item(.formAnswered("The launch", read)))])
    }

    @Test func `words above a notice that bears no marks are a message, and nothing of ours is an answer`() async throws
    {
        let world = try await World()
        let asked = try await asked(world)
        var mail = MailText()
        mail.body = "I will ask.\r\n\r\n" + unmarked(asked, [:])
        #expect(try await world.receive(mail.bytes(asked.secret(at: world.mailbox))).words == [.post])
    }

    @Test(arguments: [("a) Soup", "a] Soup"), ("Soup (hot)", "Soup (hot)"), ("Soup :)", "Soup :]"), (")(", "][")])
    func `what stands in brackets holds no bracket that ends them too early`(typed: String, shown: String) {
        #expect(QuestionWords.bracketable(typed) == shown)
    }

    @Test func `an answer behind the quoted question is read`() async throws {
        let world = try await World()
        let asked = try await asked(world)
        var mail = MailText()
        mail.body = quoted(asked, [:]).replacing("people come?", with: "people come? 160")
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        let read = ReadAnswer(question: "How many people come?", kept: "160", problem: nil)
        #expect(effects.outcomes == [.done(.item(.formAnswered("The launch", [read])))])
    }

    @Test func `where nothing of a mail is kept, no receipt says that all is answered`() async throws {
        let world = try await World()
        let asked = try await asked(world)
        var mail = MailText()
        mail.body = "Q1: 12\nQ2: Soup\nQ3: yes\nQ4: no"
        _ = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(toDana(try await world.send())?.message.text?.contains("Everything is answered.") == true)
        mail.messageID = "m2@client.test"
        mail.body = "Q2: Pizza"
        _ = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        let text = try #require(toDana(try await world.send())?.message.text)
        #expect(text.contains("Nothing was changed: what was answered before stands."))
        #expect(!text.contains("Everything is answered."))
    }

    @Test func `what nothing is found in is told once a day, and then kept for staff`() async throws {
        let world = try await World()
        let asked = try await asked(world)
        var mail = MailText()
        mail.body = quoted(asked, [:])
        let first = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        mail.messageID = "m2@client.test"
        let second = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(first.outcomes == [.refused(.empty)] && second.outcomes == [.refused(.empty)])
        #expect(first.filing == .processed && second.filing == .quarantine)
    }

    @Test func `words above the quotation are a message, and nothing is answered`() async throws {
        let world = try await World()
        let asked = try await asked(world)
        var mail = MailText()
        mail.body = "I will look at it tonight.\r\n\r\n" + quoted(asked, [:])
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(effects.words == [.post])
    }

    @Test func `without evidence for the sender nothing is kept, and the page is mailed`() async throws {
        let world = try await World()
        let asked = try await asked(world)
        var mail = MailText()
        mail.results = []
        mail.body = "Q1: 12"
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(effects.outcomes == [.needsConfirmation])
    }

    @Test func `a number that the form does not have is said to be none`() async throws {
        let world = try await World()
        let asked = try await asked(world)
        var mail = MailText()
        mail.body = "Q9: 12"
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(effects.outcomes == [.refused(.item(.noSuchNumber(9)))])
    }
}
