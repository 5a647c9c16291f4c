/// Subjects that autoresponders write when they set no mark at all.
///
/// A person who answers such a mail has `Re:` before it, and a person who happens to write such a subject may still type a
/// command: neither is taken for a program.
enum AutomaticSubjects {
    private static let beginnings = WordList.entries(
        of: """
            automatic reply:, autoreply:, auto-reply:, auto reply:, autoresponse:, auto response:, out of office:, \
            out of office autoreply, out of the office:, vacation reply, automatische antwort:, abwesenheitsnotiz, \
            automatische abwesenheit, abwesend:, réponse automatique, absence du bureau, respuesta automática, \
            fuera de la oficina:, risposta automatica, fuori sede:, automatisch antwoord, afwezig:, \
            afwezigheidsbericht, resposta automática, ausência temporária:, autosvar:, automatiskt svar, \
            automatisk svar, automaattinen vastaus, odpowiedź automatyczna, autoodpowiedź, automatická odpověď, \
            automatická odpoveď, automatikus válasz, răspuns automat, автоматический ответ, автоматична відповідь, \
            otomatik yanıt, αυτόματη απάντηση, 自动答复, 自動回覆, 自動応答, 자동 회신, تلقائي
            """)

    static func isAutomatic(_ message: Message) -> Bool {
        guard let subject = message.subject else { return false }
        let folded = LetterCase.folded(subject.unicodeScalars.prefix(200)).trimmed
        guard beginnings.contains(where: { folded.starts(with: $0) }) else { return false }
        return ReadReply(VisibleReply(of: message).text).commands.isEmpty
    }
}
