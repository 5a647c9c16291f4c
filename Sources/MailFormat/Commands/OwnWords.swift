/// The words for verbs that an organization has besides those of the table, as they were written.
package struct OwnWords: Equatable, Sendable, Codable {
    private var entries: [Entry] = []

    private struct Entry: Equatable, Sendable, Codable {
        let verb: String
        let word: String
    }

    /// Limit: words of one organization.
    package static let most = 50

    package init() {}

    /// - Throws: why the word cannot stand for `verb`; nothing was added then.
    package mutating func add(_ word: String, for verb: CommandVerb) throws(SynonymRefused) {
        guard entries.count < Self.most else { throw .tooMany }
        _ = try vocabulary.adding(word, for: verb)
        entries.append(Entry(verb: verb.rawValue, word: word))
    }

    /// The words of the table with these. What means something else in the table by now does so here, too.
    package var vocabulary: CommandVocabulary {
        entries.reduce(into: .standard) { known, entry in
            if let verb = CommandVerb(rawValue: entry.verb) { try? known.add(entry.word, for: verb) }
        }
    }
}
