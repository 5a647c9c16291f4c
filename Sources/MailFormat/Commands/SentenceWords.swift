/// Words that turn a verb into part of an ordinary sentence. They only ever hold a decision back, so a word too many
/// costs a confirmation page and a word too few could cost a false decision.
enum SentenceWords {
    /// Says no: a text with one of these beside a verb is not even close to that decision.
    static let negations = WordList.set(
        "no, not, never, nope, don't, dont, doesn't, didn't, can't, cannot, won't, isn't, wasn't, shouldn't, wouldn't",
        "nein, nicht, nie, niemals, kein, keine, non, ne, pas, jamais, n'approuve, nunca, jamás, mai, niet, nee, geen",
        "nothing, none, nobody, nichts, niemand, rien, personne, nada, nadie, niente, nessuno, niets, ninguém",
        "nooit, não, nao, without, ohne, sans, sin, senza, zonder, sem")

    /// First words of what follows a verb that is the subject, or one half, of a sentence: "REJECT is …", "REVISE or …".
    static let openings = negations.union(
        WordList.set(
            "is, was, are, were, be, been, would, will, could, should, can, may, might, must, shall, seems, seemed",
            "sounds, sounded, looks, looked, feels, felt, means, meant, has, had, have, does, did, do, works, worked",
            "or, and, but, nor, if, unless, when, whenever, until, once, before, after, because, though, although, as",
            "than, then, maybe, perhaps, only, yes, why, how, who, what, which, where, whether, says, said, n, x, n/a",
            "ist, war, wäre, wird, würde, oder, und, aber, wenn, falls, weil, ja, vielleicht, nur, kann, könnte, sollte",
            "est, était, serait, ou, et, mais, si, quand, parce, oui, peut-être, seulement, es, era, sería, o, y, pero",
            "cuando, porque, sí, quizás, solo, è, sarebbe, e, ma, se, quando, perché, forse, soltanto, is, zou, of, en",
            "maar, als, wanneer, omdat, misschien, alleen, é, seria, ou, mas, sim, talvez, apenas"))

    /// Behind a verb without a colon, they make it a name of theirs: "REJECT button does not work".
    static let interface = WordList.set(
        "button, link, option, command, page, mail, email, word, key, letter, letters, knopf, taste, bouton, botón, pulsante",
        "knop, botão")

    /// Whether `words` begin with one of them; but "page 2 has a typo" means the page.
    static func namesInterface(_ words: [[UInt8]]) -> Bool {
        guard let first = words.first, interface.contains(first) else { return false }
        return words.dropFirst().first.flatMap { ArgumentReader.number($0) } == nil
    }

    /// Short words that are one of these in some languages, and harmless in others: the English "of", the Portuguese "o".
    private static let tied: [[UInt8]: Set<CommandLanguage>] = {
        let table: [(String, Set<CommandLanguage>)] = [
            ("o", [.spanish, .italian]), ("of", [.dutch]), ("si", [.french, .spanish]),
            ("se", [.italian, .portuguese]),
            ("als", [.dutch, .german]), ("e", [.italian, .portuguese]), ("y", [.spanish]), ("en", [.dutch]),
            ("es", [.spanish]),
            ("ou", [.french, .portuguese]), ("is", [.english, .dutch]), ("mas", [.portuguese]), ("mai", [.italian]),
            ("do", [.english]), ("has", [.english]), ("ne", [.french, .italian, .czech]),
            ("era", [.spanish, .italian]),
            ("n", [.english]), ("x", [.english]), ("sin", [.spanish]), ("non", [.french, .italian]), ("as", [.english]),
            ("was", [.english]), ("no", [.english, .spanish, .italian]), ("la", [.french, .spanish, .italian]),
            ("lo", [.spanish, .italian]), ("je", [.french]), ("me", [.english]), ("her", [.english]),
            ("must", [.english]),
            ("ma", [.italian]), ("solo", [.spanish, .italian]), ("les", [.french]), ("le", [.french, .italian]),
            ("eu", [.portuguese]), ("io", [.italian]), ("i", [.english]), ("wir", [.german]), ("du", [.german]),
        ]
        return Dictionary(uniqueKeysWithValues: table.map { (Array($0.0.utf8), $0.1) })
    }()

    /// Whether `word`, one of a list here, is what the list says in one of `languages`.
    static func counts(_ word: [UInt8], in languages: Set<CommandLanguage>) -> Bool {
        tied[word].map { !$0.isDisjoint(with: languages) } ?? true
    }

    /// Words that are no name, though they may stand where one is expected: "Assign it to somebody".
    static let noNames = openings.union(hedges).union(subjects).union(continuations).union(companyForms).union(limits)
        .union(
            WordList.set(
                "this, that, these, those, to, the, a, an, all, both, some, somebody, someone, anybody, anyone, everybody, nobody",
                "another, other, others, else, more, less, please, task, tasks, work, project, projects, request, requests, that's",
                "first, next, again, myself, yourself, himself, herself, ourselves, themselves, for, by, with, from, at, on, of",
                "dies, das, die, der, den, dem, jemand, jemanden, allen, uns, mir, mich, ihm, ihr, ihnen, bitte, ceci, cela, lui",
                "everything, alles, alle, tout, tous, todo, todos, tutto, tutti, tudo, bald, bientôt, pronto, presto, binnenkort",
                "monday, tuesday, wednesday, thursday, friday, saturday, sunday, montag, dienstag, mittwoch, donnerstag, freitag",
                "lundi, mardi, mercredi, jeudi, vendredi, lunes, martes, miércoles, jueves, viernes, lunedì, martedì, mercoledì",
                "giovedì, venerdì, maandag, dinsdag, woensdag, donderdag, vrijdag, segunda, terça, quarta, quinta, sexta, isto",
                "quelqu'un, leur, moi, nous, esto, eso, alguien, él, ella, nosotros, mí, questo, qualcuno, lui, lei, noi, me, dit",
                "dat, iemand, hem, haar, ons, mij, isto, isso, alguém, ele, ela, nós, mim, um, uma, une, un, ein, eine, een"
            ))

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
            "en, zodra, não, mas, apenas, by, is, was, because, although, though, weil, obwohl, porque, perché, omdat, for, from",
            "with, in, on, at, of, about, into, under, per, via, yesterday, today, tomorrow, later, last, next, soon, now, than",
            "is, are, am, were, be, been, has, have, will, would, failed, denied, missing, pending, required, needed, follows, problem",
            "worries, nothing, fehlt, fehlen, folgt, folgen, steht, kommt, wurde, wird, ist, war, hat, manque, suit, est, falta",
            "sigue, es, manca, segue, è, ontbreekt, volgt",
            "these, those, them, him, her, his, my, your, our, their, a, an, one, both, some, all of, everything, to, that's",
            "von, vom, für, mit, durch, am, im, bei, nach, gestern, heute, morgen, später, der, die, das, den, dem, des, ihn",
            "sie, es, ein, eine, einen, ihre, unsere, par, pour, avec, dans, hier, demain, le, la, les, un, une, des, ce, cette",
            "votre, notre, por, para, con, en, ayer, hoy, mañana, el, los, las, una, esta, este, su, nuestra, da, dal, dalla",
            "per, ieri, oggi, domani, il, lo, i, gli, questa, questo, door, voor, met, gisteren, vandaag, de, het, een, deze",
            "dit, pelo, pela, com, ontem, hoje, amanhã, o, os, as, um, uma, esta, este"))

    /// Small words within names: "Maria dos Santos".
    static let particles = WordList.set(
        "de, da, do, dos, das, di, del, della, van, von, der, den, la, le, al, bin, el, y, e, zu, af, ter, ten, du")

    /// Behind a noun with a colon, they say where it is: "Revision: see attachment".
    static let deliveries = WordList.set(
        "attached, attachment, see, enclosed, here, done, anbei, siehe, angehängt, ci-joint, ci-jointe, voir, adjunto, adjunta, ver",
        "allegato, allegata, vedi, bijgevoegd, bijlage, zie, anexo, em, fertig, erledigt")

    /// Behind a number, they show that it counts something: "REVISE 2 of the photos".
    static let measures = WordList.set(
        "of, or, to, times, days, weeks, months, hours, percent, von, der, tage, wochen, mal, de, des, du, jours, fois, días",
        "veces, di, dei, delle, giorni, volte, van, dagen, keer, dos, das, dias, vezes")

    /// Begins a line below a command that takes it back, or grants only a part of it.
    static let reversals = WordList.set(
        "but, except, however, unless, only if, only when, provided, providing, assuming, as long as, so long as, not",
        "subject to, on condition, on the condition, under the condition, with the exception, apart from, wait, oops",
        "just kidding, kidding, only kidding, joking, just joking, only joking, jk, scratch that, never mind, nevermind",
        "on second thought, on second thoughts, actually no, actually not, actually don't, ignore this, ignore that",
        "please ignore, disregard, please disregard, wrong mail, wrong email, wrong thread, wrong person, i take that back",
        "i will when, i will if, i will once, i will as soon, i'll when, i'll if, we will when, we will if, will be my",
        "as soon as, une fois, erst wenn, erst nach, erst ab, erst dann, una vez que, tan pronto, una volta che, non appena",
        "pas als, pas na, assim que, uma vez que, actually wait, ask me again, this is a test, this is only a, vorher, erst noch",
        "d'abord",
        "i changed my mind, i meant, i mean, what does, what is, said, is what, was my first, would be, will be, has not",
        "hang on, cancel that, cancel this, forget it, forget that, forget this, on reflection, correction, please don't do",
        "please do not do, don't do, do not do, wrong thread, wrong project, this was a test, only a test, just a test, oh no, stop",
        "nothing yet, that said, having said, or so, i think, with changes, with one, with some, with the following, with exceptions",
        "just the, just page, s, lol, rofl, haha, ha, 😂, 🤣, 🙄, 😜, 😉, 🤪, 🙃, 🤔, 👎, ❌, nothing, fehlt noch, fehlt, folgt, steht aus",
        "mit änderungen, mit ausnahmen, mit folgenden, avec modifications, con cambios, con modifiche, met wijzigingen",
        "com alterações",
        "no wait, no sorry, sorry i meant, sorry wrong, in your dreams, as if, yeah right, not yet, i don't think, hold on",
        "aber, außer, ausser, jedoch, allerdings, nur wenn, nur falls, vorausgesetzt, sofern, solange, mit ausnahme, bis auf",
        "nicht die, nicht das, nicht der, nicht den, nicht alle, nicht alles, nicht ganz, moment, warte, halt, scherz, war ein scherz, war nur, ich meinte, ich meine, doch nicht, was heißt",
        "was bedeutet, unter der bedingung, unter vorbehalt, vorbehaltlich, noch nicht, stopp, irrtum",
        "mais, sauf, excepté, à condition, sous réserve, seulement si, uniquement si, pourvu, hormis, pas le, pas la, pas les, pas tout, pas tous, attendez, attends",
        "je plaisante, je rigole, je voulais dire, que signifie, que veut dire, pas encore, toutefois, cependant, oubliez",
        "pero, salvo, excepto, siempre que, siempre y cuando, a condición, sólo si, solo si, con la condición, espera",
        "espere, es broma, era broma, quería decir, quise decir, qué significa, todavía no, aún no, sin embargo",
        "ma, tranne, eccetto, salvo, purché, a condizione, solo se, a patto, aspetta, aspetti, scherzo, stavo scherzando",
        "volevo dire, cosa significa, che significa, non ancora, tuttavia, però",
        "maar, behalve, mits, tenzij, op voorwaarde, alleen als, onder voorbehoud, wacht, grapje, ik bedoel, ik bedoelde",
        "wat betekent, nog niet, niet de, niet het, niet alles, echter",
        "mas, exceto, salvo, desde que, contanto, com a condição, só se, somente se, apenas se, espera, espere, brincadeira",
        "estou brincando, quis dizer, queria dizer, o que significa, ainda não, porém, contudo")

    /// Alone, or before a comma, at the head of the line below a command, they take it back: "No, wait".
    static let refusals = WordList.set("no, nope, nah, nein, nee, non, não, nao, nej, nei, nie, ne")

    /// Anywhere in the first line below an approval, they leave a part of it out.
    static let limits = WordList.set(
        "only, except, partially, partly, almost, pending, conditionally, condition, conditions, provided, subject, exception",
        "exceptions, nur, teilweise, fast, vorbehaltlich, vorbehalt, ausnahme, außer, seulement, uniquement, sauf, hormis",
        "partiellement, presque, réserve, sólo, solamente, únicamente, salvo, excepto, parcialmente, casi, soltanto, solamente",
        "tranne, parzialmente, quasi, alleen, behalve, gedeeltelijk, deels, bijna, mits, somente, exceto, parcialmente, quase"
    )

    /// "If the price stays." below a command is its condition; "If you need anything …" is not.
    static let conditions = WordList.set(
        "if, when, once, after, wenn, falls, sobald, nachdem, si, quand, dès, se, cuando, quando, als, zodra, indien, após"
    )

    /// Words near the head of conditions that only offer help.
    static let harmlessConditions = WordList.set(
        "need, needs, have, want, require, like, questions, anything, anyone, needed, necessary, possible, any, there, help",
        "brauchen, brauchst, braucht, benötigen, haben, hast, habt, fragen, etwas, nötig, möglich, noch, möchten, besoin, avez",
        "as, question, questions, souhaitez, nécessaire, possible, necesita, necesitas, necesitan, tiene, tienes, pregunta",
        "preguntas, duda, dudas, hay, necesario, hai, ha, avete, domande, dubbi, bisogno, serve, servisse, necessario, nodig, hebt",
        "heeft, hebben, vragen, wilt, mogelijk, precisar, precisarem, tiver, tiverem, dúvida, dúvidas, houver, quiser, quando"
    )

    /// A line that begins so asks, if it has a question mark.
    static let questions = WordList.set(
        "by, who, whom, what, why, how, where, which, when, is, are, does, do, did, can, could, should, or, von, wer, was",
        "warum, wieso, wie, wo, welche, ist, kann, oder, par, qui, quoi, pourquoi, comment, quel, quelle, est, ou, por",
        "quién, qué, cómo, cuál, da, chi, che, cosa, perché, come, quale, door, wie, wat, waarom, hoe, welke, of, quem, que",
        "como, qual")

    /// The second half of a company's name that a mailer wrapped.
    static let companyForms = WordList.set(
        "ltd, limited, inc, incorporated, llc, llp, plc, corp, corporation, co, company, gmbh, ag, kg, ug, se, mbh, sa, sas",
        "sarl, srl, spa, bv, nv, vof, lda, ltda, sl, slu, ab, as, aps, oy, oyj, sro, group, solutions, software, systems"
    )

    /// Begins a message that sounds like consent: close to a decision, and never one.
    static let assents = WordList.set(
        "yes, ok, okay, yep, yeah, sure, lgtm, fine, perfect, great, agreed, ja, passt, gut, prima, oui, parfait, sí, si",
        "vale, perfecto, sì, perfetto, akkoord, goed, prima, sim, perfeito")

    /// What no organization may make a verb of when it stands alone.
    static let common = noNames.union(assents).union(questions).union(interface)

    /// Begins a line that greets.
    static let greetings = WordList.set(
        "hi, hello, hey, dear, good morning, good afternoon, good evening, greetings, hallo, moin, servus, liebe, lieber",
        "guten tag, guten morgen, guten abend, grüß gott, sehr geehrte, sehr geehrter, bonjour, bonsoir, salut, cher",
        "chère, chers, hola, buenos días, buenas tardes, buenas noches, estimado, estimada, ciao, buongiorno",
        "buonasera, salve, gentile, caro, cara, beste, geachte, dag, goedemorgen, goedemiddag, goedenavond, goedendag",
        "olá, oi, bom dia, boa tarde, boa noite, prezado, prezada, caro, cara")
}
