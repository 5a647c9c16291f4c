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
            // The verb is the subject of what follows.
            "Freigabe\nerteile ich, sobald das Blau stimmt", "APPROVE\nbutton does not work",
            "APPROVE\nlink is dead", "Approuvé\npar qui donc", "Freigabe\nerst morgen",
            // The mail begins below it.
            "Freigabe\n\nHallo Ana, die Freigabe bekommst du morgen.", "Approve\n\nDear Ana,\nyou get it tomorrow.",
            "Approuver\n\nBonjour Ana\nje vous l'envoie demain",
            // Denied or conditioned below.
            "FREIGEBEN\nIch gebe das nicht frei", "Freigabe\nKann ich leider nicht erteilen.",
            "Freigabe\nErst wenn Blau stimmt", "FREIGEBEN\nErst nach der Korrektur", "FREIGEBEN\nSobald Blau stimmt",
            "Approuver\nJe ne peux pas", "Approuver\nC'est non", "Validé\nUne fois le prix confirmé",
            "Validé\nDès que le prix est confirmé", "APPROVE\nI will, when the price is right", "APPROVE\nHmm no",
            "APPROVE\nAs soon as the font is fixed", "APPROVE\nOnce legal is fine with it",
            "APPROVE\nWhen the blue is fixed.", "APPROVE\nWe cannot say this yet", "Confirmed\nThis is not possible",
            "APPROVE\n\nActually wait for Bob", "FREIGEBEN\nVorher bitte noch Blau anpassen", "APPROVE\nThis is a test",
            "Freigabe\nNicht ohne Änderungen", "Approved\nSorry, but without changes we cannot go on",
            "Approved\nThere is a problem, it does not work", "Approved\nPlease note the logo is not ours",
            "Validé\nSans la page 2", "Approvato\nUna volta che il prezzo è confermato",
            "Approved\nNo, change the blue", "APPROVE\nGreat. We never agreed to page 2, though.",
        ])
    func takenBack(text: String) {
        #expect(ReadReply(text, offering: CommandVerb.decisions.union([.confirm])).commands.isEmpty)
    }

    @Test(
        "Below DECLINE, small letters are its reason",
        arguments: [
            ("DECLINE\nno aircraft", "DECLINE no aircraft"), ("decline\nthe crew is ill", "DECLINE the crew is ill"),
            ("ABLEHNEN\nkein Flugzeug frei", "DECLINE kein Flugzeug frei"), ("DECLINE\nno", ""),
            ("DECLINE\nbutton is broken", ""), ("DECLINE\nif it rains", ""), ("decline\nyesterday by Ana", ""),
            ("Declined\nthe second one", ""), ("DECLINE\nno aircraft?", ""),
        ])
    func declines(text: String, canonical: String) {
        let reply = ReadReply(text, offering: [.confirm, .decline, .assign])
        #expect(reply.commands.map(\.canonicalText) == (canonical.isEmpty ? [] : [canonical]))
    }

    @Test(
        "A comment that is only a comment does not",
        arguments: [
            "APPROVE\n\nIf you need anything else, call me.", "Approved\nSorry for the delay!", "Approve\nAna",
            "Approved\nNo changes needed from my side", "Approved!\n\nDon't forget the invoice.",
            "approve\nlooks great",
            "Freigegeben\n\nFalls Sie Fragen haben, rufen Sie an.", "Approved\n\nThanks\nDana Reis\nReis & Co Ltd",
            "APPROVE\nNo changes, thank you.", "Freigabe\nKeine Änderungen mehr nötig", "Approved\nlooks great",
            "Approuvé\nPas de remarques, merci", "Freigegeben\nsieht gut aus", "Freigegeben\nBeste Grüße, Klaus",
            "Approvato\nCiao, Anna", "Freigabe\nLiebe Grüsse, Jörg", "Approuvé\nN'oubliez pas la facture.",
            "APPROVE\npage 2 is lovely", "Approved\nthanks, Ana", "Approved!\n\nNo worries about the delay.",
            "Approved\nNo need to call me.", "Approved\nCan't wait to see it printed", "Approved\nPO no. 4711",
            "Validé\nNous n'avons pas de remarques.", "Freigegeben\nWir haben dazu keine weiteren Fragen",
            "Approved\nI have no objections", "Validé\nN'hésitez pas à m'appeler", "Approved\nlet's print it",
            "Approved\nWe have nothing to add", "approve\ndana", "Approved\nWithout further changes",
            "FREIGABE\nCiao Ana",
            "Freigegeben\nNicht vergessen: die Rechnung an Frau Berg",
            "Approved\nWhen do we start?", "Approved\nThe logo is lovely, thanks for the quick revision.",
        ])
    func comments(text: String) {
        #expect(ReadReply(text).commands == [.approve])
    }

    @Test("A word of another language says no only there: the May of Germans is no Italian never")
    func neighbours() {
        #expect(ReadReply("Freigegeben\nDruck im Mai", in: .german).commands == [.approve])
        #expect(ReadReply("Approvato\nMai visto un logo così brutto", in: .italian).commands.isEmpty)
        #expect(ReadReply("Aprovado\nFalamos no próximo mês", in: .portuguese).commands == [.approve])
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
