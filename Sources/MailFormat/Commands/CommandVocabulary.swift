/// The words that stand for verbs: those of the table, and those that an organization adds.
package struct CommandVocabulary: Sendable {
    /// The words of the table, in all languages.
    package static let standard = CommandVocabulary(CommandSynonyms.rows)

    private struct Meaning {
        let verb: CommandVerb
        var languages: Set<CommandLanguage>
    }

    /// Folded word → what it means, in the order of the table.
    private var meanings: [[UInt8]: [Meaning]] = [:]
    /// The folded words that an organization added.
    private var own: Set<[UInt8]> = []

    /// Limit: words in a synonym; a verb is looked for among that many words at the head of a line.
    static let longestSynonym = 4

    private init(_ rows: [SynonymRow]) {
        for verb in CommandVerb.allCases {
            learn(Array(verb.rawValue.utf8.asciiLowercased), verb, [.english])
        }
        for row in rows {
            for (language, list) in row.words {
                for word in WordList.entries(of: list) { learn(word, row.verb, [language]) }
            }
        }
        learnWithoutAccents()
    }

    private mutating func learn(_ word: [UInt8], _ verb: CommandVerb, _ languages: Set<CommandLanguage>) {
        if let known = meanings[word]?.firstIndex(where: { $0.verb == verb }) {
            meanings[word]?[known].languages.formUnion(languages)
        } else {
            meanings[word, default: []].append(Meaning(verb: verb, languages: languages))
        }
    }

    /// Phones and foreign keyboards leave accents out: `alteracoes`. Where the plain word is known already, as one that means
    /// something else, it keeps its meaning.
    private mutating func learnWithoutAccents() {
        let typed = meanings
        for word in typed.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let plain = LetterCase.withoutAccents(word)
            guard plain != word, typed[plain] == nil else { continue }
            for meaning in typed[word] ?? [] { learn(plain, meaning.verb, meaning.languages) }
        }
    }

    /// The verb among those `offered` that `folded` is, whole, in `language` or English (in any language where it is `nil`).
    func verb(_ folded: [UInt8], in language: CommandLanguage?, among offered: Set<CommandVerb>) -> CommandVerb? {
        guard let known = meanings[folded]?.filter({ offered.contains($0.verb) }), let first = known.first else {
            return nil
        }
        guard let language else {
            guard !CommandSynonyms.onlyInTheirLanguage.contains(folded) else { return nil }
            // In one language, the upper row goes first; two languages may mean two things by the word.
            return known.allSatisfy { !$0.languages.isDisjoint(with: first.languages) } ? first.verb : nil
        }
        let isFalseFriend = CommandSynonyms.falseFriends[language]?.contains(folded) ?? false
        return known.first {
            $0.languages.contains(language) || ($0.languages.contains(.english) && !isFalseFriend)
        }?.verb
    }
}

/// Why an organization's own word for a verb cannot be taken.
package enum SynonymRefused: Error, Equatable {
    /// It is not one to four words of letters, within 40 characters.
    case noWord
    /// It is a word for this other verb already.
    case means(CommandVerb)
    /// It greets, thanks, asks, or says no: it stands in ordinary mails.
    case ordinary
    /// The organization has as many as it may.
    case tooMany
}

extension CommandVocabulary {
    /// The vocabulary with one word more, which counts in every language.
    /// - Throws: why the word cannot stand for `verb`.
    package func adding(_ synonym: String, for verb: CommandVerb) throws(SynonymRefused) -> CommandVocabulary {
        var extended = self
        try extended.add(synonym, for: verb)
        return extended
    }

    mutating func add(_ synonym: String, for verb: CommandVerb) throws(SynonymRefused) {
        guard let folded = Self.folded(synonym) else { throw .noWord }
        if let other = meanings[folded]?.first(where: { $0.verb != verb }) { throw .means(other.verb) }
        guard !Self.isOrdinary(folded, for: verb) else { throw .ordinary }
        own.insert(folded)
        learn(folded, verb, Set(CommandLanguage.allCases))
        let plain = LetterCase.withoutAccents(folded)
        guard meanings[plain] == nil, !Self.isOrdinary(plain, for: verb) else { return }
        own.insert(plain)
        learn(plain, verb, Set(CommandLanguage.allCases))
    }

    /// Limit: characters of an organization's own word.
    private static let longestWord = 40

    /// Letters only, for what else stands on a line is read otherwise: digits are numbers, marks end a verb.
    private static func folded(_ synonym: String) -> [UInt8]? {
        let scalars = synonym.unicodeScalars.prefix(longestWord + 1)
        let folded = Array(LetterCase.folded(scalars).trimmed)
        let words = LetterCase.words(of: folded)
        let isSpelled = scalars.allSatisfy {
            $0 == " " || $0 == "'" || $0 == "\u{2019}" || $0.properties.isAlphabetic || LetterForms.isCombiningMark($0)
        }
        guard scalars.count <= longestWord, isSpelled, folded.count > 1, (1...longestSynonym).contains(words.count),
            Array(words.joined(separator: [ASCII.space])) == folded
        else { return nil }
        return folded
    }

    private static func isOrdinary(_ folded: [UInt8], for verb: CommandVerb) -> Bool {
        let words = LetterCase.words(of: folded)
        if words.contains(where: SentenceWords.negations.contains) { return verb != .no }
        return Politeness.isPolite(words) || SentenceWords.greetings.contains(folded)
            || SentenceWords.common.contains(folded)
    }

    /// Whether an organization added `folded`. Of such a word nobody knows whether it is a noun.
    func isOwn(_ folded: [UInt8]) -> Bool { own.contains(folded) }
}

extension CommandVocabulary {
    /// The languages in which `folded` is a word for a verb.
    func languages(of folded: [UInt8]) -> Set<CommandLanguage> {
        (meanings[folded] ?? []).reduce(into: []) { $0.formUnion($1.languages) }
    }

    /// Whether `folded` is a word for any verb in any language.
    func knows(_ folded: [UInt8]) -> Bool { meanings[folded] != nil }
}
