import MailFormat
import Testing

struct OrdinarySentencesTests {
    @Test(
        "CM-02: a sentence close to a decision decides nothing, and is known as close",
        arguments: [
            "APPROVE but fix the date", "I approve", "approve??", "approved with changes", "Hi Ana, approve",
            "Approved, subject to VAT", "Approve: yes", "Yes, approve it please", "We hereby approve version 3",
            "APPROVE\nbut fix the date first", "Approved\nif you change the logo", "OK", "Yes, looks good",
            "Perfect!", "Approuvé avec plaisir", "Freigegeben, dann mal los", "APPROVE 🙄", "* APPROVE",
            "\u{200B}I approve", "J'approuve", "J’approuve le logo", "Ich genehmige", "Ich genehmige das",
            "Ich gebe das frei", "Ich gebe das Logo hiermit frei", "Einverstanden", "Einverstanden!", "D'accord",
            "D’accord", "Je suis d'accord", "You have my approval", "Oui, j'approuve",
        ])
    func closeToApproval(text: String) {
        let reply = ReadReply(text)
        #expect(reply.commands.isEmpty)
        #expect(reply.nearMiss == .approve)
        #expect(reply.message == text)
    }

    @Test(
        "CM-02: a sentence close to a refusal is known as close to that",
        arguments: ["Je rejette", "Je refuse le logo", "Ich lehne das ab", "We reject it", "Wir lehnen ab"])
    func closeToRejection(text: String) {
        #expect(ReadReply(text).reading == .almost(.reject))
    }

    @Test(
        "CM-03: a sentence that says no is only a message",
        arguments: [
            "Do not approve", "disapprove", "NOT APPROVE", "approve? no", "Don't approve", "approved? not yet",
            "We don’t approve of this", "Nicht freigeben", "No", "No.\n\nApprove", "Never\nAPPROVE", "Revise? no",
            "Reject: no idea", "Please call me.", "Who wrote this?", "Thanks!\n> APPROVE", "see below\nAPPROVE Ltd",
            "Hi Ana,\n\nwhen will the next version come?\n\nAPPROVE", "Hello, please do not\napprove",
            "Wait,\napprove", "Hi, we will never\napprove", "Non approvare", "ne pas approuver", "Dana\nAPPROVE",
            "Je n'approuve pas", "Ich gebe das nicht frei", "Do you need my approval?", "Pas d'accord",
            "Ich gebe Ihnen morgen Bescheid", "The approval of the town hall comes on Monday", "My dog is frei",
        ])
    func onlyAMessage(text: String) {
        let reply = ReadReply(text)
        #expect(reply.reading == .message)
        #expect(reply.message == text)
    }

    @Test(
        "A verb that is part of a sentence never executes",
        arguments: [
            "Reject this idea, says my boss?", "Reject the invoice first", "Revise it when you can", "reject all that…",
            "Reject too expensive",
            "revise the logo please", "REJECT is not what I want", "REVISE or APPROVE, I can't decide",
            "REJECT would be too harsh", "APPROVE or REJECT: which one do you need?", "REJECT button does not work",
            "REJECT? NO WAY", "REJECT THIS? NO WAY", "REJECT THIS NOW", "REJECT what exactly?", "REJECT it if you must",
            "REJECT this only\nif the price stays", "Reject: maybe later", "Reject: yes or no?", "Reject:\nNo",
            "Reject: if you insist", "REVISE: the date, then APPROVE", "REJECT, APPROVE, whatever", "Reject\n?",
            "Rejected\nby whom, and why?", "Approved\nby whom?", "Approve\nor reject? I can't decide", "Approved?",
            "Rejected?", "Revised version attached", "Revision 3 looks odd", "Revise? Really?", "Approved by my boss",
            "Approved as of when?", "approve,\nREJECT", "\"APPROVE\"", "APPROVE/REJECT", "APPROVE REVISE REJECT",
            "Reject\nThis was a joke\nAPPROVE", "Ablehnen würde ich das nicht",
            "ABLEHNEN oder nicht, das ist die Frage",
            "Freigabe folgt morgen", "Genehmigt ist hier noch nichts", "Valider quoi ?", "Refuser serait dommage",
            "Aprobado por quién?", "Rechazo total a la violencia", "Revisione 3 ricevuta", "APPROVED BY",
            "A P P R O V E",
            "APPRОVE", "APP\u{200B}ROVE", "approve\u{3000}", "APPROVE;", "APPROVE -", "- APPROVE", "1. APPROVE",
            "\u{202E}APPROVE", "Approve…", "re: approve", "Subject: APPROVE", "ſapprove", "\u{212A}approve",
        ])
    func neverExecutes(text: String) {
        #expect(ReadReply(text).commands.isEmpty)
    }
}
