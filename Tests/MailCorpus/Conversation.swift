/// What stands in a reply: what was written now, and the mails before it.
struct Conversation {
    /// One mail of the history, the newest first.
    struct Turn {
        let person: Person
        let moment: Moment
        let paragraphs: [String]
    }

    let language: Language
    let writer: Person
    let reader: Person
    let subject: String
    /// What the writer says now, with greeting and closing where people put them.
    let written: [String]
    let history: [Turn]
    let signature: [String]

    init(_ chance: inout Chance) {
        let language = chance.one(of: Language.all)
        self.language = language
        writer = Person(&chance, in: language)
        reader = Person(&chance, in: language)
        subject = chance.one(of: ["Re: ", "RE: ", "Re: ", "AW: ", "Sv: "]) + chance.one(of: language.sentences)
        var written = Self.paragraphs(&chance, language, chance.number(1...4))
        if chance.happens(50) { written.insert(language.greeting, at: 0) }
        if chance.happens(60) { written += [language.closing, writer.name] }
        self.written = written
        var history: [Turn] = []
        for depth in 0..<chance.number(1...5) {
            let person = depth.isMultiple(of: 2) ? reader : writer
            let moment = Moment(&chance)
            let paragraphs = Self.paragraphs(&chance, language, chance.number(2...7))
            history.append(Turn(person: person, moment: moment, paragraphs: [language.greeting] + paragraphs))
        }
        self.history = history
        signature = Self.signature(&chance, of: writer, language)
    }

    private static func paragraphs(_ chance: inout Chance, _ language: Language, _ count: Int) -> [String] {
        (0..<count).map { _ in language.paragraph(&chance, sentences: chance.number(1...5)) }
    }

    private static func signature(_ chance: inout Chance, of writer: Person, _ language: Language) -> [String] {
        switch chance.number(0...3) {
        case 0: []
        case 1: [language.deviceLine]
        default: ["-- ", writer.name, "+1 555 0100", "www.\(writer.domain)"]
        }
    }
}
