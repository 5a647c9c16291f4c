import Testing

@testable import MailFormat

struct ReadReplyTests {
    @Test(
        "A verb alone on the first line is a command, however it was typed",
        arguments: [
            "APPROVE", "approve.", "Approve!", "  APPROVE  ", "approved", "Approved!", "*Approve*", "**APPROVE**.",
            "_approve_", "\u{FEFF}APPROVE", "\u{A0}APPROVE\u{A0}", "\tAPPROVE\t", "\r\n\r\nAPPROVE\r\n", "*Approved!*",
            "Freigegeben.", "genehmigt", "APPROUVÉ", "Approuvé !", "validé", "aprobado", "Approvato", "goedgekeurd",
            "Aprovado!", "Hi Ana,\n\nApproved.", "Hello!\nAPPROVE", "Sehr geehrte Frau Berg,\nFreigabe",
            "Bonjour Ana,\n\nApprouvé", "Buenos días Ana\nAprobado", "APPROVE\nAPPROVE",
        ])
    func approves(text: String) {
        #expect(ReadReply(text).reading == .commands([.approve]))
    }

    @Test("What follows the command is the comment")
    func comment() {
        let reply = ReadReply("APPROVE\r\nLooks good, thanks\r\n\r\nDana")
        #expect(reply.commands == [.approve])
        #expect(reply.message == "Looks good, thanks\n\nDana")
    }

    @Test("A greeting above a command belongs neither to it nor to the comment")
    func greeting() {
        let reply = ReadReply("Hi Ana,\n\nApproved.\n\nThanks\nDana")
        #expect(reply.commands == [.approve])
        #expect(reply.message == "Thanks\nDana")
    }

    @Test(
        "A decision takes its reason from its line or from those below",
        arguments: [
            ("REVISE the logo is too small", ReplyCommand.revise(reason: "the logo is too small")),
            ("Revise: make it blue", .revise(reason: "make it blue")),
            ("**REVISE** the logo\nand the date", .revise(reason: "the logo\nand the date")),
            ("revise\nThe logo is too small.\n\nDana", .revise(reason: "The logo is too small.\n\nDana")),
            ("REVISE:\n- logo\n- date", .revise(reason: "- logo\n- date")),
            ("Hi Ana,\nREVISE the date is wrong!", .revise(reason: "the date is wrong!")),
            ("Überarbeiten: das Logo ist zu klein", .revise(reason: "das Logo ist zu klein")),
            ("CORRIGER la date est fausse", .revise(reason: "la date est fausse")),
            ("REJECT", .reject(reason: nil)), ("Rejected.", .reject(reason: nil)),
            ("REJECT too expensive", .reject(reason: "too expensive")),
            ("Reject: we have another offer", .reject(reason: "we have another offer")),
            ("reject\n\nWe have another offer.", .reject(reason: "We have another offer.")),
            ("Abgelehnt: zu teuer", .reject(reason: "zu teuer")),
        ])
    func reasons(text: String, command: ReplyCommand) {
        #expect(ReadReply(text).reading == .commands([command]))
    }

    @Test("A revision without a reason is told apart", arguments: ["REVISE", "Revise.", "Hi Ana,\n\nrevise:\n\n"])
    func incomplete(text: String) {
        #expect(ReadReply(text).reading == .incomplete(.revise))
    }

    @Test(
        "CM-07: commands that exclude one another are none",
        arguments: [
            "APPROVE\nREVISE", "APPROVE\nREJECT", "REVISE\nAPPROVE", "REVISE the logo\nAPPROVE",
            "APPROVE\n\nRevise: the logo", "APPROVE\nLooks fine\n\nREJECT", "reject\n\n\napprove",
        ])
    func contradictory(text: String) {
        let reply = ReadReply(text)
        #expect(reply.commands.isEmpty)
        guard case .contradictory(let verbs) = reply.reading else {
            Issue.record("\(reply.reading)")
            return
        }
        #expect(verbs.count == 2)
    }

    @Test("Eleven commands are too many")
    func tooMany() {
        #expect(ReadReply(String(repeating: "APPROVE\n", count: 10)).commands == [.approve])
        #expect(ReadReply(String(repeating: "APPROVE\n", count: 11)).reading == .tooMany)
    }

    @Test("Synonyms count in the person's language and in English only")
    func languages() {
        #expect(ReadReply("Freigabe", in: .german).commands == [.approve])
        #expect(ReadReply("Approve", in: .german).commands == [.approve])
        #expect(ReadReply("Freigabe", in: .french).commands.isEmpty)
        #expect(CommandLanguage(locale: "pt_BR") == .portuguese)
        #expect(CommandLanguage(locale: "ja") == nil)
    }

    @Test("An empty reply is an empty message", arguments: ["", "\r\n", " \n\u{A0}\n"])
    func empty(text: String) {
        #expect(ReadReply(text).reading == .message)
        #expect(ReadReply(text).message.isEmpty)
    }

    @Test("A reply without end is read in linear time")
    func linear() {
        let text = String(repeating: "a\n", count: 20_000)
        #expect(ReadReply("REVISE it\n" + text).commands.count == 1)
        #expect(ReadReply(String(repeating: "*", count: 20_000)).reading == .message)
        #expect(ReadReply(String(repeating: "APPROVE ", count: 20_000)).commands.isEmpty)
    }
}
