/// Words that turn a verb into part of an ordinary sentence. They only ever hold a decision back, so a word too many
/// costs a confirmation page and a word too few could cost a false decision.
enum SentenceWords {
    /// Says no: a text with one of these beside a verb is not even close to that decision.
    static let negations = WordList.set(
        "no, not, never, nope, don't, dont, doesn't, didn't, can't, cannot, won't, isn't, wasn't, shouldn't, wouldn't",
        "nein, nicht, nie, niemals, kein, keine, non, ne, pas, jamais, n'approuve, nunca, jamás, mai, niet, nee, geen",
        "nooit, não, nao, without, ohne, sans, sin, senza, zonder, sem")

    /// First words of what follows a verb that is the subject, or one half, of a sentence: "REJECT is …", "REVISE or …".
    static let openings = negations.union(
        WordList.set(
            "is, was, are, were, be, been, would, will, could, should, can, may, might, must, shall, seems, seemed",
            "sounds, sounded, looks, looked, feels, felt, means, meant, has, had, have, does, did, do, works, worked",
            "or, and, but, nor, if, unless, when, whenever, until, once, before, after, because, though, although, as",
            "than, then, maybe, perhaps, only, yes, why, how, who, what, which, where, whether, says, said, n, x, n/a",
            "button, link, option, command, page, mail, email, word, key, letter, letters",
            "ist, war, wäre, wird, würde, oder, und, aber, wenn, falls, weil, ja, vielleicht, nur, kann, könnte, sollte",
            "est, était, serait, ou, et, mais, si, quand, parce, oui, peut-être, seulement, es, era, sería, o, y, pero",
            "cuando, porque, sí, quizás, solo, è, sarebbe, e, ma, se, quando, perché, forse, soltanto, is, zou, of, en",
            "maar, als, wanneer, omdat, misschien, alleen, é, seria, ou, mas, sim, talvez, apenas"))

    /// First words behind `REJECT` that make it a part of speech rather than a reason: "REJECT you say", "REJECT it later".
    /// After a colon they are a reason.
    static let subjects = WordList.set(
        "i, you, your, we, he, she, they, it, them, him, her, me, us, later, tomorrow, soon, now, ich, du, sie, wir, es",
        "später, morgen, je, vous, le, la, les, yo, lo, io, ik, het, eu, o")

    /// Anywhere beside a decision that cannot be undone by a comment: a condition, a doubt, an alternative.
    static let hedges = WordList.set(
        "if, unless, until, or, whether, otherwise, maybe, perhaps, yet, except, provided, assuming, would, could, might",
        "should, joking, kidding, wenn, falls, oder, vielleicht, außer, sofern, würde, könnte, sollte, si, sauf, ou",
        "peut-être, salvo, quizás, o, se, forse, oppure, tranne, als, tenzij, misschien, of, talvez, exceto")

    /// In small letters at the head of the next line: the line above was no command but the first half of a sentence.
    static let continuations = hedges.union(
        WordList.set(
            "not, but, only, and, when, once, after, before, as, the, this, that, it, nicht, aber, nur, und, sobald",
            "pas, mais, seulement, et, quand, no, pero, solo, y, cuando, non, ma, solo, e, quando, niet, maar, alleen",
            "en, zodra, não, mas, apenas, by, is, was, because, although, though, weil, obwohl, porque, perché, omdat"))

    /// Begins a message that sounds like consent: close to a decision, and never one.
    static let assents = WordList.set(
        "yes, ok, okay, yep, yeah, sure, lgtm, fine, perfect, great, agreed, ja, passt, gut, prima, oui, parfait, sí, si",
        "vale, perfecto, sì, perfetto, akkoord, goed, prima, sim, perfeito")

    /// Begins a line that greets.
    static let greetings = WordList.set(
        "hi, hello, hey, dear, good morning, good afternoon, good evening, greetings, hallo, moin, servus, liebe, lieber",
        "guten tag, guten morgen, guten abend, grüß gott, sehr geehrte, sehr geehrter, bonjour, bonsoir, salut, cher",
        "chère, chers, hola, buenos días, buenas tardes, buenas noches, estimado, estimada, ciao, buongiorno",
        "buonasera, salve, gentile, caro, cara, beste, geachte, dag, goedemorgen, goedemiddag, goedenavond, goedendag",
        "olá, oi, bom dia, boa tarde, boa noite, prezado, prezada, caro, cara")
}
