@testable import MailFormat

/// Writes replies that are commands by the grammar, in the ways in which people type them, and says which.
struct HonestCommands {
    struct Reply {
        var text: String
        var language: CommandLanguage
        /// The command in canonical form.
        var canonical: String
        var verb: CommandVerb
    }

    private var chance: Chance

    init(seed: UInt64) { chance = Chance(seed: seed) }

    mutating func next() -> Reply {
        let (language, phrases) = HonestPhrases.all[Int.random(in: 0..<HonestPhrases.all.count, using: &chance)]
        let decides = chance.happens(60)
        let verbs = CommandSynonyms.rows.filter { !decides || CommandVerb.decisions.contains($0.verb) }
        let row = verbs[Int.random(in: 0..<verbs.count, using: &chance)]
        let words = WordList.entries(of: row.words[chance.happens(30) ? .english : language] ?? "")
        let word = String(decoding: words.randomElement(using: &chance) ?? [], as: UTF8.self)
        let (argument, canonical) = argument(of: row.verb, phrases)
        let behind =
            canonical.isEmpty ? row.verb.rawValue : "\(row.verb.rawValue)\(row.verb == .answer ? "" : " ")\(canonical)"
        let line = line(word, argument, row.verb, phrases)
        return Reply(
            text: around(line, row.verb, phrases, canHaveComment: !takesText(row.verb)), language: language,
            canonical: behind,
            verb: row.verb)
    }

    private func takesText(_ verb: CommandVerb) -> Bool {
        [.revise, .reject, .decline, .request, .answer].contains(verb)
    }

    /// What stands behind the verb, as typed and in canonical form.
    private mutating func argument(of verb: CommandVerb, _ phrases: HonestPhrases) -> (String, String) {
        let number = Int.random(in: 1...40, using: &chance), other = number + Int.random(in: 1...9, using: &chance)
        let name = chance.pick(["Ana Lima", "Bob", "Jörg Müller", "Zoë O’Hara", "Maria dos Santos"])
        let companions = Int.random(in: 1...8, using: &chance)
        let reason = chance.pick(phrases.reasons)
        switch verb {
        case .approve, .done:
            let typed = chance.pick([
                "", "", "\(number)", "\(number), \(other)", "\(number) \(other)", "#\(number) & \(other)",
            ])
            let isBoth = typed.contains("\(other)") && typed.count > 2
            return (typed, typed.isEmpty ? "" : isBoth ? "\(number), \(other)" : "\(number)")
        case .confirm, .sign: return chance.happens(60) ? ("", "") : ("\(number)", "\(number)")
        case .removePassenger, .passport, .removeGuest: return ("\(number)", "\(number)")
        case .revise: return (": \(reason)", reason)
        case .reject, .decline: return chance.happens(50) ? ("", "") : (": \(reason)", reason)
        case .request: return (": \(reason)", reason)
        case .yes, .no, .maybe:
            guard verb != .no, chance.happens(50) else {
                return chance.happens(50) ? ("", "") : ("\(number)", "\(number)")
            }
            return chance.happens(50)
                ? ("+\(companions)", "+\(companions)") : ("\(number) +\(companions)", "\(number) +\(companions)")
        case .assign: return (name, name)
        case .addPassenger: return ("\(name), 1980-02-0\(companions)", "\(name), 1980-02-0\(companions)")
        case .addGuest: return ("\(name) <a\(number)@acme.test>", "\(name) <a\(number)@acme.test>")
        case .invite:
            return chance.happens(50)
                ? ("a\(number)@acme.test", "a\(number)@acme.test")
                : ("a\(number)@acme.test to Summer Gala", "a\(number)@acme.test TO Summer Gala")
        case .get:
            let thing = chance.pick(["\(number)", "inv-\(number)", "menu", "contract", "itinerary"])
            return (thing, thing.hasPrefix("inv") ? "INV-\(number)" : thing)
        case .pay: return chance.happens(50) ? ("", "") : ("INV-\(number)", "INV-\(number)")
        case .answer: return ("\(number): \(reason)", "\(number): \(reason)")
        default: return ("", "")
        }
    }

    private mutating func line(_ word: String, _ argument: String, _ verb: CommandVerb, _ phrases: HonestPhrases)
        -> String
    {
        let typed = letters(cased(word))
        guard argument.isEmpty else {
            let joint = argument.hasPrefix(":") ? "" : " "
            let line = typed + joint + argument
            return takesText(verb) ? line : line + chance.pick(["", "", ".", "!"])
        }
        let line = chance.happens(15) ? chance.pick(["*%*", "**%**", "_%_"]).replacing("%", with: typed) : typed
        switch Int.random(in: 0..<10, using: &chance) {
        case 0...3: return line
        case 4: return line + "."
        case 5: return line + "!"
        case 6: return line + chance.pick(["!!", "!!!", "\u{A0}!", " !"])
        case 7: return line + chance.pick([" 👍", " ✅", " 🙏", " :)", "! 🎉"])
        default:
            let thanks = Frame.filled(chance.pick(phrases.thanks), using: &chance, ["n": HonestPhrases.names])
            return line + chance.pick([", ", ". ", " - ", "! ", " "]) + cased(thanks, mayShout: false)
                + chance.pick(["", ".", "!"])
        }
    }

    private mutating func cased(_ word: String, mayShout: Bool = true) -> String {
        switch Int.random(in: 0..<3, using: &chance) {
        case 0 where mayShout: word.uppercased()
        case 1: word
        default: word.prefix(1).uppercased() + word.dropFirst()
        }
    }

    /// Accents apart from their letters, as macOS writes them.
    private mutating func letters(_ word: String) -> String {
        guard chance.happens(10) else { return word }
        var apart = String.UnicodeScalarView()
        for scalar in word.unicodeScalars {
            switch scalar {
            case "é": apart.append(contentsOf: "e\u{301}".unicodeScalars)
            case "ä": apart.append(contentsOf: "a\u{308}".unicodeScalars)
            case "ç": apart.append(contentsOf: "c\u{327}".unicodeScalars)
            case "ã": apart.append(contentsOf: "a\u{303}".unicodeScalars)
            default: apart.append(scalar)
            }
        }
        return String(apart)
    }

    /// A greeting above; a name, thanks or a comment below.
    private mutating func around(_ line: String, _ verb: CommandVerb, _ phrases: HonestPhrases, canHaveComment: Bool)
        -> String
    {
        var text = line
        if chance.happens(10) {
            text = chance.pick(["  ", "\t", "\u{A0}", "\u{FEFF}"]) + text + chance.pick(["  ", "\u{A0}", ""])
        }
        if chance.happens(25) {
            let greeting = Frame.filled(chance.pick(phrases.greetings), using: &chance, ["n": HonestPhrases.names])
            text = greeting + chance.pick(["\n", "\n\n"]) + text
        }
        if canHaveComment, chance.happens(50) {
            if chance.happens(50) { text += chance.pick(["\n", "\n\n"]) + chance.pick(phrases.comments) }
            if chance.happens(50) {
                text += "\n\n" + chance.pick(phrases.thanks.map { $0.replacing(" {n}", with: "") })
            }
            if chance.happens(50) { text += chance.pick(["\n", "\n\n"]) + chance.pick(HonestPhrases.names) }
        }
        return chance.happens(30) ? text.replacing("\n", with: "\r\n") + "\r\n" : text
    }
}
