/// The portal's own notices, known by the sentences that stand in each of them (mail-templates): whatever a mail program
/// does to the quotation, with `>` or without, what surrounds these sentences was not typed by the sender.
enum OwnNotice {
    private static let sentences = WordTable(
        "you can simply reply to this mail, answer by simply replying to this mail, you can decide by answering this mail",
        "or decide by answering this mail. these open a reply, typing works just as well: approve",
        "anything else you write goes to us as a message and decides nothing, your answer reaches the client",
        "please do not pass this mail on: what is in it is meant for you alone, accept the invitation here (one press of",
        "from then on you need not log in for most things",
        // As locales/de.po and locales/fr.po say them.
        "sie können einfach auf diese e-mail antworten, antworten sie einfach auf diese e-mail",
        "zum entscheiden genügt eine antwort auf diese e-mail, schreiben geht genauso gut: freigeben",
        "oder entscheiden sie durch eine antwort auf diese e-mail. diese knöpfe",
        "alles weitere erreicht uns als nachricht und entscheidet nichts",
        "bitte leiten sie diese e-mail nicht weiter: was darin steht, hier nehmen sie die einladung an (ein knopfdruck",
        "danach brauchen sie sich für das meiste nicht anzumelden",
        "vous pouvez simplement répondre à cet e-mail, répondez simplement à cet e-mail",
        "vous pouvez décider en répondant à cet e-mail, vous pouvez tout aussi bien l'écrire : approuver",
        "ou décidez en répondant à cet e-mail. ces boutons, tout autre texte nous parvient comme message",
        "merci de ne pas transférer cet e-mail : son contenu, acceptez l'invitation ici (un bouton",
        "ensuite inutile de vous connecter pour la plupart des choses")

    /// How a notice greets, and how it names the author of a message, folded.
    private static let greetings = ["hello ", "guten tag ", "bonjour "]
    private static let authors = [" writes:", " schreibt:", " ecrit :"]

    /// The attribute values that the HTML notices carry.
    static let mark: StaticString = "postern-notice"

    /// Limit: lines between the head of a notice and a sentence of it.
    private static let mostLines = 60

    /// Whether line `index` holds a sentence of a notice.
    static func isSentence(_ index: Int, in body: ReplyBody) -> Bool {
        let text = body.text(index).drop { $0 == ASCII.greater || $0 == ASCII.space || $0 == ASCII.hyphen }
        return text.count >= 30 && sentences.mayBegin(text) && sentences.begins(TextFolding.folded(text.prefix(160)))
    }

    /// Whether any of the lines holds one.
    static func isIn(_ lines: Range<Int>, of body: ReplyBody) -> Bool { lines.contains { isSentence($0, in: body) } }

    /// Where the notice begins that line `index` is a sentence of: at its greeting or its "Ana writes:", where one stands
    /// above; otherwise at the line itself.
    static func start(above index: Int, in body: ReplyBody) -> Int {
        let above = stride(from: index - 1, through: max(0, index - mostLines), by: -1)
        return above.first { body.isWritten($0) && isHead(TextFolding.folded(body.text($0).prefix(100))) } ?? index
    }

    private static func isHead(_ folded: [UInt8]) -> Bool {
        folded.count <= 80
            && (greetings.contains { folded.starts(with: $0.utf8) } && folded.last == ASCII.comma
                || authors.contains { folded.suffix($0.utf8.count).elementsEqual($0.utf8) })
    }
}
