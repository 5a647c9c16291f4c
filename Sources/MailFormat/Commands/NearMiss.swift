/// The decision that a line comes close to without being a command.
struct NearMiss {
    /// The verb among the first words of the line, or that consent seems to mean.
    let verb: CommandVerb?

    /// Limit: words looked at for a no, and words at which a verb may begin.
    private static let negatedWords = 20, openingWords = 4

    init(_ line: TypedLine, _ offer: Offer) {
        let words = line.words
        guard !words.prefix(Self.negatedWords).contains(where: SentenceWords.negations.contains) else {
            verb = nil
            return
        }
        verb = Self.verb(among: words, offer) ?? Self.assent(line, words, offer)
    }

    /// The deciding verb among the first `words`.
    static func verb(among words: [[UInt8]], _ offer: Offer) -> CommandVerb? {
        for index in words.indices.prefix(openingWords) {
            for length in 1...CommandVocabulary.longestSynonym where index + length <= words.count {
                let phrase = Array(words[index..<(index + length)].joined(separator: [ASCII.space]))
                if let verb = offer.verb(phrase), verb.decides { return verb }
            }
        }
        return nil
    }

    private static func assent(_ line: TypedLine, _ words: [[UInt8]], _ offer: Offer) -> CommandVerb? {
        guard offer.verbs.contains(.approve), let first = words.first, words.count <= 6, !line.isQuestion else {
            return nil
        }
        return SentenceWords.assents.contains(first) ? .approve : nil
    }
}
