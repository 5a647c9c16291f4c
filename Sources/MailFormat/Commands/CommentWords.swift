/// Words of the lines below a verb: those that leave it standing, though they say no or begin small, and those that end a mail.
enum CommentWords {
    /// Behind a no, they make it harmless: "No changes, thank you", "Keine Änderungen mehr nötig".
    static let harmless = WordList.set(
        "change, changes, changez, remark, remarks, comment, comments, notes, objection, objections, issue, issues, question",
        "questions, concern, concerns, complaint, complaints, correction, corrections, edits, revision, revisions, modification",
        "modifications, problem, problems, rush, hurry, doubt, doubts, mistakes, errors, typos, typo, worry, worries",
        "änderungen, änderung, änderungswünsche, anmerkungen, anmerkung, einwände, einwand, bedenken, fragen, wünsche",
        "kommentare, korrekturen, fehler, probleme, beanstandungen, beanstanden, hinzuzufügen, auszusetzen, eile",
        "remarque, remarques, changement, changements, commentaire, commentaires, problème, problèmes, souci, soucis, redire",
        "ajouter, signaler, erreur, erreurs, urgence, doute",
        "cambios, comentarios, observaciones, objeciones, problema, problemas, dudas, duda, preguntas, errores, prisa",
        "modifiche, osservazioni, commenti, problemi, domande, dubbi, errori, correzioni, wijzigingen, opmerkingen",
        "problemen, probleem, vragen, fouten, haast, bezwaar, alterações, comentários, observações, dúvidas, erros, correções",
        "mudanças")

    /// Anywhere beside a no: "Don't forget the invoice", "N'hésitez pas à appeler".
    static let reminders = WordList.set(
        "forget, hesitate, vergessen, vergiss, vergesst, zögern, oublie, oubliez, n'oublie, n'oubliez, hésite, hésitez, n'hésite",
        "n'hésitez, olvides, olviden, olvidéis, duden, dimenticate, dimenticare, dimenticarti, esitate, vergeet, vergeten",
        "aarzel, esqueça, esqueçam, esqueças, hesite")

    /// Beginnings of a sentence that say no and mean none.
    static let assurances = WordList.set(
        "no need, no further, no more, can't wait, cannot wait, not bad, not answering, not replying, not responding",
        "not getting back, nothing else, nothing more, nothing further, nothing to add, nothing to change, nothing to correct",
        "without further, never looked better, nichts weiter, nichts zu ändern, keine weiteren, rien d'autre, rien de plus"
    )

    /// Beside another no, they make a condition of what would be harmless: "Not without changes".
    static let conditions = WordList.set("without, ohne, sans, sin, senza, zonder, sem")

    /// Small words that begin a line of praise or thanks below a verb: "Approved / looks great".
    static let praise = WordList.set(
        "all, amazing, awesome, beautiful, brilliant, cool, excellent, fine, go, good, gorgeous, great, happy, i, it's, let's",
        "lets, looks, love, lovely, nice, perfect, sounds, super, talk, top, very, we, well, wonderful, works, yay, alles, freue",
        "freuen, gefällt, gerne, gut, klasse, passt, perfekt, prima, schön, schöne, schönes, sehr, sieht, so, spitze, toll, weiter",
        "wunderbar, wunderschön, bien, bravo, c'est, génial, j'adore, magnifique, parfait, tout, très, encanta, estupendo, genial",
        "me, muy, nos, perfecto, quedó, todo, bello, molto, ottimo, perfetto, tutto, va, erg, heel, helemaal, mooi, ziet, ficou",
        "muito, ótimo, perfeito, tudo")

    /// In small letters below `DECLINE`, they begin its reason: "no aircraft".
    static let reasonOpenings = WordList.set(
        "no, the, our, my, a, an, all, kein, keine, keinen, der, die, das, unser, unsere, le, la, les, notre, pas, aucun, aucune"
    )

    /// End a mail beside a word that else begins one: "Beste Grüße" greets nobody.
    static let signOffs = WordList.set(
        "grüße, grüsse, gruß, gruss, groet, groeten, groetjes, saluti, wishes, regards, hälsningar, hilsen")

    /// End a mail or begin one: "Ciao, Ana".
    static let partings = WordList.set("ciao, salut, servus, dag, salve")
}
