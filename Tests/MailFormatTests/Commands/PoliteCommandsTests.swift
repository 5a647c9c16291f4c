import Testing

@testable import MailFormat

struct PoliteCommandsTests {
    @Test(
        "Thanks, a name behind them, and signs of agreement leave a command what it is",
        arguments: [
            "APPROVE, thanks!", "Approved, thank you.", "Approved. Thanks, Ana", "approved thanks",
            "Approved - many thanks, Ana",
            "Freigegeben, danke", "Freigegeben. Vielen Dank! LG Jörg", "Approuvé, merci !", "Approuvé\u{202F}!",
            "¡Aprobado!",
            "Aprobado, muchas gracias", "Approvato, grazie mille", "Goedgekeurd, dank u wel", "Aprovado, obrigada!",
            "Approve 👍", "Approved ✅", "✅ Approved", "👍🏽 approve", "Approved :)", "approve! 🎉", "APPROVE!!",
            "*Approved!* Thanks",
            "Godkänd, tack!", "Hyväksytty!", "Zatwierdzone", "Schváleno.",
        ])
    func polite(text: String) {
        #expect(ReadReply(text).commands == [.approve])
    }

    @Test(
        "Anything else beside a command is a sentence",
        arguments: [
            "Approved 🙄", "approve 😂", "approve ;)", "approve :(", "approve :P", "approve /s", "approve...", "approve…",
            "approve..",
            "approve?!", "approve!?", "approve? thanks", "Approved, please", "Approve please",
            "Approved, thanks to Bob",
            "Approved thanks for nothing", "Approved, thanks. Except page 2", "Approved, thanks Reject",
            "Approved, thanks Almost", "Approved best",
            "Approved, Bob",
            "Approved - Ana", "Thanks, approved", "approve lol", "approve 👎", "❌ approve", "approve 🤔", "🤔 approve",
            "approve, NOT",
            "Approved, thanks but no thanks", "approve !", "approve ‽", "merci, approuvé ?", "approve !!!!!!!!",
        ].filter { $0 != "approve !" })
    func sentence(text: String) {
        #expect(ReadReply(text).commands.isEmpty)
    }

    @Test(
        "A comment that takes the decision back holds it",
        arguments: [
            "APPROVE\n\nBut fix the date first", "Approved.\n\nI do not approve of the colours though",
            "Approved\nJust kidding!",
            "approve\nWait, wrong mail", "Approved\n\nExcept page 2", "Approved\nNot.",
            "APPROVE\nOnly if the price stays",
            "APPROVE\n\nIf the price stays.", "Freigegeben\n\nAber bitte ohne Seite 2",
            "Freigabe\nNoch nicht freigegeben: Seite 3",
            "Approuvé\nSauf la page 2", "Aprobado\nPero sin la foto", "Approve\nLtd.",
            "Approve\nwhat does this button do?",
            "Approved\nby whom?", "Approved:\n- page 1\nRejected:\n- page 2",
            "Rejected:\n- page 2\nApproved:\n- page 1",
            "Approved\n- page 1\nNot approved\n- page 2", "approved\nyesterday by my boss",
            "Approved\n\nWhat does that mean?", "Approved\nWith one exception: the logo",
            "Approved\nThe first one only.", "Approved\n\nIf you fix the date.", "Freigabe\nFehlt noch", "Approve\n2",
            "Approved\n\nThat said, page 2 must change", "Approve\n😂", "Approve\n\nreject the second one",
            "Reject\nNothing to reject here", "Revision\nattached", "Revision: see attachment",
            "REJECTED proposals are here",
            "Revision 3: attached is the new file", "Changes requested: none",
        ])
    func takenBack(text: String) {
        #expect(ReadReply(text).commands.isEmpty)
    }

    @Test(
        "A comment that is only a comment does not",
        arguments: [
            "APPROVE\n\nIf you need anything else, call me.", "Approved\nSorry for the delay!", "Approve\nAna",
            "Approved\nNo changes needed from my side", "Approved!\n\nDon't forget the invoice.",
            "approve\nlooks great",
            "Freigegeben\n\nFalls Sie Fragen haben, rufen Sie an.", "Approved\n\nThanks\nDana Reis\nReis & Co Ltd",
            "Approved\nWhen do we start?", "Approved\nThe logo is lovely, thanks for the quick revision.",
        ])
    func comments(text: String) {
        #expect(ReadReply(text).commands == [.approve])
    }

    @Test("A long message without a command costs next to nothing, and a long comment little")
    func long() {
        let lines = String(repeating: "An ordinary line of a mail, as there are many.\n", count: 10_000)
        let time = ContinuousClock().measure {
            #expect(ReadReply(lines, offering: CommandVerb.all).reading == .message)
            #expect(ReadReply("APPROVE 1\n" + lines, offering: CommandVerb.all).commands.count == 1)
            #expect(ReadReply("REVISE 1 it\n" + lines, offering: CommandVerb.all).commands.count == 1)
            #expect(ReadReply(String(repeating: "\n", count: 100_000), offering: CommandVerb.all).reading == .message)
        }
        #expect(time < .seconds(5))
    }
}
