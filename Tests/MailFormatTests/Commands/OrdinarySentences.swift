@testable import MailFormat

/// Writes ordinary mails around the verbs of the grammar; none of them is a command. (Where any one word may be a name,
/// behind ASSIGN, the sentences are those of the English frames: the portal knows its names, the reader does not.)
struct OrdinarySentences {
    private var chance: Chance
    private let slots: [(language: CommandLanguage, frames: [String], slots: [String: [String]])]

    init(seed: UInt64) {
        chance = Chance(seed: seed)
        slots = OrdinaryPhrases.all.map { language, phrases in
            (
                language, phrases.frames,
                [
                    "w": Self.words(
                        of: CommandVerb.all.filter { $0.question == .deliverable || $0.question == .request }, language),
                    "k": Self.words(of: [.approve, .reject, .confirm, .decline], language),
                    "a": Self.words(of: [.approve], language),
                    "x": Self.words(of: CommandVerb.all.subtracting([.request, .answer, .assign]), language),
                    "o": phrases.objects, "t": phrases.times, "n": OrdinaryPhrases.names,
                    "c": OrdinaryPhrases.companies,
                    "d": (1...12).map(String.init),
                ]
            )
        }
    }

    private static func words(of verbs: Set<CommandVerb>, _ language: CommandLanguage) -> [String] {
        CommandSynonyms.rows.filter { verbs.contains($0.verb) }.flatMap { row in
            WordList.entries(of: row.words[language] ?? "").map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// One mail, and the language it is in.
    mutating func next() -> (text: String, language: CommandLanguage) {
        let (language, frames, slots) = slots[Int.random(in: 0..<slots.count, using: &chance)]
        let frame = chance.pick(chance.happens(25) ? OrdinaryPhrases.everywhere : frames)
        let text = Frame.filled(frame, using: &chance, slots)
        return (typed(text), language)
    }

    /// As people type: capitals, final marks, spaces, emphasis, what stands below.
    private mutating func typed(_ text: String) -> String {
        var text = text
        switch Int.random(in: 0..<10, using: &chance) {
        case 0...4: text = text.prefix(1).uppercased() + text.dropFirst()
        case 5: text = text.uppercased()
        case 6:
            text = text.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
        default: break
        }
        if chance.happens(30), text.last?.isLetter ?? false { text += chance.pick([".", "!", "!!", "...", " ", ". "]) }
        if chance.happens(5) { text = chance.pick([" ", "\u{A0}", "\n\n", "\u{FEFF}", "\t"]) + text }
        if chance.happens(5) {
            text =
                chance.pick(["Hi Ana,\n\n", "Hallo Jörg,\n", "Bonjour,\n\n", "Hola\n", "Ciao Zoë,\n", "Olá!\n"]) + text
        }
        if chance.happens(20) {
            text += chance.pick(["\n\nThanks\nDana", "\n\nDana", "\n\nMerci", "\n\nLG Jörg", "\n\nSaludos"])
        }
        return text
    }
}
