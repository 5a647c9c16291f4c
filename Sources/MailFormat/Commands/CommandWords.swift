/// A language that commands may be typed in, by its ISO 639-1 code.
package enum CommandLanguage: String, CaseIterable, Sendable {
    case english = "en"
    case german = "de"
    case french = "fr"
    case spanish = "es"
    case italian = "it"
    case dutch = "nl"
    case portuguese = "pt"

    /// The language of a locale such as `de`, `de-AT` or `pt_BR`, or `nil` when commands are not known in it.
    package init?(locale: String) {
        let letters = locale.utf8.prefix { $0.isASCIILetter }
        self.init(rawValue: String(decoding: letters.asciiLowercased, as: UTF8.self))
    }
}

/// The synonyms of every verb. Each stands for a decision when it is all that a line says, so only words that mean
/// exactly that are here: no "ok", no "yes", nothing that only sounds pleased.
enum CommandWords {
    private static let table: [(CommandVerb, CommandLanguage, String)] = [
        (.approve, .english, "approve, approved"),
        (.approve, .german, "freigeben, freigabe, freigegeben, genehmigen, genehmigt"),
        (.approve, .french, "approuver, approuvé, approuvée, approuve, valider, validé, validée"),
        (.approve, .spanish, "aprobar, aprobado, aprobada, apruebo"),
        (.approve, .italian, "approvare, approvato, approvata, approvo, approva"),
        (.approve, .dutch, "goedkeuren, goedgekeurd"),
        (.approve, .portuguese, "aprovar, aprovado, aprovada, aprovo"),

        (.revise, .english, "revise, revision, request revision, request changes"),
        (.revise, .german, "überarbeiten, ueberarbeiten, überarbeitung, änderung, änderungen, ändern"),
        (.revise, .french, "réviser, reviser, révision, modifier, corriger"),
        (.revise, .spanish, "corregir, modificar, solicitar cambios"),
        (.revise, .italian, "modificare, correggere, revisione"),
        (.revise, .dutch, "herzien, aanpassen, wijzigen"),
        (.revise, .portuguese, "corrigir, alterar, solicitar alterações"),

        (.reject, .english, "reject, rejected"),
        (.reject, .german, "ablehnen, abgelehnt"),
        (.reject, .french, "rejeter, rejeté, rejetée, refuser, refusé, refusée"),
        (.reject, .spanish, "rechazar, rechazado, rechazada, rechazo"),
        (.reject, .italian, "rifiutare, rifiutato, rifiutata, respingere, respinto, respinta"),
        (.reject, .dutch, "afwijzen, afgewezen, afkeuren, afgekeurd"),
        (.reject, .portuguese, "rejeitar, rejeitado, rejeitada, recusar, recusado, recusada"),
    ]

    struct Meaning {
        var verb: CommandVerb
        var languages: Set<CommandLanguage>
    }

    /// The table the other way round: folded synonym → verb.
    private static let meanings: [[UInt8]: Meaning] = {
        var meanings: [[UInt8]: Meaning] = [:]
        for (verb, language, synonyms) in table {
            for word in WordList.entries(of: synonyms) {
                meanings[word, default: Meaning(verb: verb, languages: [])].languages.insert(language)
            }
        }
        return meanings
    }()

    /// The verb that `folded` is, whole, in `language` or English (in any language where it is `nil`).
    static func verb(_ folded: [UInt8], in language: CommandLanguage?) -> CommandVerb? {
        guard let meaning = meanings[folded] else { return nil }
        guard let language else { return meaning.verb }
        return meaning.languages.contains(language) || meaning.languages.contains(.english) ? meaning.verb : nil
    }

    /// Limit: words in a synonym; a verb is looked for among that many words at the head of a line.
    static let longestSynonym = meanings.keys.map { LetterCase.words(of: $0).count }.max() ?? 1
}

/// A comma-separated list of words or phrases, folded for comparing.
enum WordList {
    static func entries(of list: String) -> [[UInt8]] {
        LetterCase.folded(list.unicodeScalars).split(separator: ASCII.comma).map { Array($0.trimmed) }
    }

    static func set(_ lists: String...) -> Set<[UInt8]> { Set(lists.flatMap(entries)) }
}
