/// The decision that a line comes close to without being a command.
struct NearMiss {
    /// The verb among the first words of the line, or that consent seems to mean.
    let verb: CommandVerb?

    /// Limit: words looked at for a no, words at which a verb may begin, and words in which an opinion is looked for.
    private static let negatedWords = 20, openingWords = 4, opinionWords = 10

    init(_ line: TypedLine, _ offer: Offer) {
        let words = line.words
        guard !words.prefix(Self.negatedWords).contains(where: SentenceWords.negations.contains) else {
            verb = nil
            return
        }
        let plain = words.flatMap { $0.split(separator: ASCII.apostrophe).map { Array($0) } }
        verb =
            Self.verb(among: words, offer) ?? Self.verb(among: plain, offer) ?? Self.assent(line, words, offer)
            ?? (line.isQuestion ? nil : Self.opinion(words, offer))
    }

    /// What a sentence in the first person means, in words that are no commands: "You have my approval", "Ich gebe das frei".
    private static func opinion(_ words: [[UInt8]], _ offer: Offer) -> CommandVerb? {
        let first = words.prefix(opinionWords)
        if offer.verbs.contains(.approve), says(first, OpinionWords.consents, OpinionWords.consentsInTwo) {
            return .approve
        }
        return offer.verbs.contains(.reject) && says(first, OpinionWords.dissents, OpinionWords.dissentsInTwo)
            ? .reject : nil
    }

    /// Whether one of the words stands there, or the words of a phrase in their order.
    private static func says(_ words: ArraySlice<[UInt8]>, _ single: Set<[UInt8]>, _ phrases: [[[UInt8]]]) -> Bool {
        words.contains(where: single.contains)
            || phrases.contains { phrase in
                var rest = phrase[...]
                for word in words where word == rest.first { rest = rest.dropFirst() }
                return rest.isEmpty
            }
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
