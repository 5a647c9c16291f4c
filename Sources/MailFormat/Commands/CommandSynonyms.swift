/// The words of one verb in each language.
struct SynonymRow {
    let verb: CommandVerb
    let words: [CommandLanguage: String]

    init(
        _ verb: CommandVerb, en: String, de: String = "", fr: String = "", es: String = "", it: String = "",
        nl: String = "", pt: String = "", sv: String = "", da: String = "", nb: String = "", fi: String = "",
        pl: String = "", cs: String = ""
    ) {
        self.verb = verb
        words = [
            .english: en, .german: de, .french: fr, .spanish: es, .italian: it, .dutch: nl, .portuguese: pt,
            .swedish: sv, .danish: da, .norwegian: nb, .finnish: fi, .polish: pl, .czech: cs,
        ]
    }
}

/// The synonyms of every verb. Each stands for a command when it is all that a line says, so only words that mean exactly
/// that are here: no "ok", nothing that only sounds pleased. Where two verbs share a word, the upper row goes first.
enum CommandSynonyms {
    static let rows = decisions + attendance + requests + people + documents + account + refusals

    private static let decisions = [
        SynonymRow(
            .approve,
            en: "approve, approved",
            de: "freigeben, freigabe, freigegeben, genehmigen, genehmigt",
            fr:
                "approuver, approuvé, approuvée, approuvés, approuvées, approuve, valider, validé, validée, validés, validées",
            es: "aprobar, aprobado, aprobada, aprobados, aprobadas, apruebo",
            it: "approvare, approvato, approvata, approvati, approvate, approvo, approva",
            nl: "goedkeuren, goedgekeurd",
            pt: "aprovar, aprovado, aprovada, aprovados, aprovadas, aprovo",
            sv: "godkänn, godkänna, godkänd, godkänt, godkänns, godkännes",
            da: "godkend, godkende, godkendt, godkendes",
            nb: "godkjenn, godkjenne, godkjent, godkjennes", fi: "hyväksy, hyväksyn, hyväksyä, hyväksytty",
            pl: "zatwierdź, zatwierdzam, zatwierdzić, zatwierdzone, zatwierdzony, zaakceptowane, akceptuję",
            cs: "schválit, schváleno, schvaluji, schvaluju"),
        SynonymRow(
            .revise,
            en: "revise, revision, request revision, request a revision, request changes, changes requested",
            de: "überarbeiten, ueberarbeiten, überarbeitung, änderung, änderungen, ändern, aendern, korrektur",
            fr: "réviser, révision, modifier, corriger, demander des modifications, demander une révision",
            es: "corregir, modificar, solicitar cambios, pedir cambios, revisión",
            it: "modificare, correggere, revisione, richiedere modifiche, chiedere modifiche",
            nl: "herzien, aanpassen, wijzigen, wijzigingen aanvragen",
            pt: "corrigir, alterar, solicitar alterações, pedir alterações, revisão",
            sv: "ändra, revidera, begär ändringar", da: "ændr, revider, anmod om ændringer",
            nb: "endre, revider, be om endringer", fi: "muokkaa, korjaa", pl: "popraw, do poprawy, zmień",
            cs: "upravit, opravit, přepracovat"),
        SynonymRow(
            .reject,
            en: "reject, rejected",
            de: "ablehnen, abgelehnt",
            fr: "rejeter, rejeté, rejetée, refuser, refusé, refusée",
            es: "rechazar, rechazado, rechazada, rechazo",
            it: "rifiutare, rifiutato, rifiutata, respingere, respinto, respinta",
            nl: "afwijzen, afgewezen, afkeuren, afgekeurd",
            pt: "rejeitar, rejeitado, rejeitada, recusar, recusado, recusada",
            sv: "avslå, avvisa, avvisad, avvisas, avslås", da: "afvis, afvise, afvist", nb: "avvis, avvise, avvist",
            fi: "hylkää, hylkään, hylätä, hylätty", pl: "odrzuć, odrzucam, odrzucić, odrzucone, odrzucony",
            cs: "zamítnout, zamítnuto, zamítám"),
    ]

    /// Words here are no more than an answer; ``ReplyReader`` takes them bare only where nothing else could be meant.
    private static let attendance = [
        SynonymRow(
            .yes,
            en: "yes, attending, accept, accepted", de: "ja, zusagen, zugesagt, zusage",
            fr: "oui, accepter, accepté, acceptée",
            es: "sí, asistiré, aceptar, acepto, aceptado", it: "sì, parteciperò, accettare, accetto, accettato",
            nl: "ja, accepteren, geaccepteerd", pt: "sim, aceitar, aceito, aceite", sv: "ja, tacka ja", da: "ja",
            nb: "ja", fi: "kyllä", pl: "tak", cs: "ano"),
        SynonymRow(
            .no,
            en: "no, not attending", de: "nein, absagen, abgesagt, absage", fr: "non", es: "no, no asistiré",
            it: "no, non parteciperò", nl: "nee", pt: "não, nao", sv: "nej, tacka nej", da: "nej", nb: "nei",
            fi: "en, ei",
            pl: "nie", cs: "ne"),
        SynonymRow(
            .maybe,
            en: "maybe, tentative, perhaps", de: "vielleicht", fr: "peut-être", es: "quizás, quizá, tal vez",
            it: "forse",
            nl: "misschien", pt: "talvez", sv: "kanske", da: "måske", nb: "kanskje", fi: "ehkä", pl: "może", cs: "možná"
        ),
    ]

    /// What the buttons of calendars say for a no. The last row: where a request or a decision can be declined, that is meant.
    static let refusals = [
        SynonymRow(
            .no, en: "decline, declined", de: "ablehnen, abgelehnt",
            fr: "décliner, décliné, déclinée, refuser, refusé, refusée", es: "declinar, rechazar, rechazado",
            it: "declinare, rifiutare, rifiutato", nl: "afwijzen, afgewezen, weigeren",
            pt: "declinar, recusar, recusado")
    ]

    /// Words that mean something else in a neighbour's language: they count only where the person's language is known. A
    /// German "klar" is no Swedish one, and a Danish "tak" no Polish one.
    static let onlyInTheirLanguage = WordList.set(
        "klar, klart, en, ei, ne, nie, tak, ano, pas, pass, passi, file, tila, stand, stav, entrar, prova, aceite, valmis"
    )

    /// Nouns and participles among the words of verbs that take a text. Text on their line needs a colon, for it may be
    /// about the noun: "REVISION attached", "REJECTED proposals are here".
    static let nouns = WordList.set(
        "revision, changes requested, rejected, declined, new request, überarbeitung, änderung, änderungen, korrektur, abgelehnt",
        "zurückgewiesen, anfrage, neue anfrage, révision, rejeté, rejetée, refusé, refusée, décliné, déclinée, demande",
        "nouvelle demande, revisión, rechazado, rechazada, rechazo, declinado, declinada, solicitud, nueva solicitud, revisione",
        "rifiutato, rifiutata, respinto, respinta, declinato, declinata, richiesta, nuova richiesta, afgewezen, afgekeurd",
        "geweigerd, aanvraag, nieuwe aanvraag, revisão, rejeitado, rejeitada, recusado, recusada, declinado, solicitação, pedido",
        "novo pedido")

    /// Where an English word is an ordinary word of the person's own language, it means nothing here: the Polish and the
    /// Czech "no" is nearer to "well, yes".
    static let falseFriends: [CommandLanguage: Set<[UInt8]>] = [
        .polish: WordList.set("no"), .czech: WordList.set("no"), .portuguese: WordList.set("no"),
    ]
}
