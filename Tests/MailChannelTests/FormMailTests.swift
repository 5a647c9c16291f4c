import MailChannel
import MailFormat
import PortalCore
import TestGround
import Testing

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
