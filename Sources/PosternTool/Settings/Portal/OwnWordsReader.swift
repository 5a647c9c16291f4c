import MailFormat

/// Reads the group `words` of an organization: its own words for the verbs of commands by mail.
enum OwnWordsReader {
    /// A number belongs behind the letter of a question: `Q3`.
    private static let verbs = CommandVerb.allCases.filter { $0 != .answer }

    static func read(_ fields: inout Fields) -> OwnWords {
        var words = OwnWords()
        guard var group = fields.group("words") else { return words }
        for verb in verbs {
            for entry in group.list(key(verb)) {
                guard let word = entry.read(.line(40)) else { continue }
                do {
                    try words.add(word, for: verb)
                } catch {
                    entry.problem(why(error))
                    if error == .tooMany { break }
                }
            }
        }
        group.finish()
        return words
    }

    /// `passenger_add` for PASSENGER ADD.
    private static func key(_ verb: CommandVerb) -> String {
        String(
            decoding: verb.rawValue.utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : $0.asLowerLetter },
            as: UTF8.self)
    }

    private static func why(_ refused: SynonymRefused) -> String {
        switch refused {
        case .noWord: "should be one to four words of two letters or more, without digits and marks"
        case .means(let verb): "is a word for \(verb.rawValue) already: a word can mean one thing only"
        case .ordinary:
            "stands in ordinary mails, so that they would be taken for a command: choose a word that people type for nothing else"
        case .tooMany: "is too much: an organization has at most \(OwnWords.most) words of its own"
        }
    }
}
