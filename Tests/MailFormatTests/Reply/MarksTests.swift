import MailFormat
import Testing

/// The marks of help desks, of odd quotations, and what a sender typed that looks like them.
struct MarksTests {
    static let deskMarks = [
        "##- Please type your reply above this line -##", "## Bitte antworten Sie über dieser Linie ##",
        "##- Veuillez saisir votre réponse au-dessus de cette ligne -##",
        "##- Inserisci la risposta sopra questa riga -##", "##- Пожалуйста, введите ответ над этой строкой -##",
        "##- Yanıtınızı bu satırın üzerine yazın -##", "##- Kirjoita vastauksesi tämän rivin yläpuolelle -##",
        "--- Skriv dit svar over denne linje ---", "=== Napište prosím odpověď nad tento řádek ===",
        "##- この行の上に返信を入力してください -##", "##- 请在此行上方输入您的回复 -##", "##- Xyzzy plugh -##",
        "—-—-—-—\nReply above this line.", "Reply above this line.",
    ]

    @Test("All below the mark of a help desk is history, in any language", arguments: deskMarks)
    func desk(mark: String) {
        #expect(VisibleReply(ofText: "It is broken.\n\(mark)\n\nYour request was updated.").text == "It is broken.")
        guard mark.last != "." else { return }
        #expect(VisibleReply(ofText: "It is broken.\n\n> \(mark)\n\nSolved.").text == "It is broken.")
    }

    @Test(
        "A sentence about such a mark stays",
        arguments: [
            "Print \"please reply above this line\" in red, not in grey.", "## The answer is above the line",
            "-- I reply to what stands above",
        ])
    func sentence(text: String) {
        #expect(VisibleReply(ofText: "Look at the sign.\n\n\(text)\n\nThanks for that.").text.contains(text))
    }

    static let oddQuotes = [
        "+-- On Mon, 2 Mar 2026, Ana Berg wrote --+\n| When?\n| Where?",
        ">>>>> \"Ana\" == Ana Berg <ana@acme.test> writes:\n\n    Ana> When?",
        "Excerpts from Ana Berg's message of March 2, 2026 10:00 am:\n> When?",
        "Citeren Ana Berg <ana@acme.test>:\n\n> When?",
    ]

    @Test("Quotations with the marks of rare programs are cut", arguments: oddQuotes)
    func odd(quotation: String) { #expect(VisibleReply(ofText: "On Monday.\n\n" + quotation).text == "On Monday.") }

    static let ownMarks = [
        "Run this and tell me what you see:\n\n> systemctl status\n> journalctl -n 50\n\nThen call me.",
        "Sort them like this:\n> 10 kg goes below\n< 10 kg goes on top\nand nothing above.",
        "I ran what you told me:\n\n>>> import invoices\n18422.5\n\nIs that right?",
    ]

    @Test("What a line with a colon leads to was typed, where no earlier mail is in sight", arguments: ownMarks)
    func own(text: String) { #expect(VisibleReply(ofText: text).text == text) }

    @Test(
        "Without such a line, without an answer below, or below an attribution, it is a quotation",
        arguments: [
            ("Yes.\n\n> When?\n\nAt ten.", "Yes.\n\nAt ten."),
            ("This is the text of it:\n\n> When?", "This is the text of it:"),
            ("On 2.3.2026 10:00, Ana wrote:\n> When?\n\nAt ten.", "At ten."),
            ("Here is what I think of it:\n\n> When?\n>> Where?\n\nAt ten.", "Here is what I think of it:\n\nAt ten."),
        ])
    func quotation(text: String, reply: String) { #expect(VisibleReply(ofText: text).text == reply) }
}
