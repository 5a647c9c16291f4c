/// What may stand around a command on its line without changing what it says: thanks, a name behind them, a smile.
enum Politeness {
    /// Thanks and regards. Nothing that can be meant the other way round alone ("sure", "great job") is here.
    private static let thanks = WordList.set(
        "thanks, thank you, many thanks, thanks a lot, thank you very much, thank you so much, thanks so much, thx, ty",
        "thanks again, thank you again, thanks all, thanks everyone, thanks team, cheers, regards, best regards",
        "kind regards, best wishes, all the best, sincerely",
        "danke, danke schön, dankeschön, danke sehr, danke dir, danke euch, danke ihnen, vielen dank, besten dank",
        "herzlichen dank, tausend dank, gruß, gruss, grüße, grüsse, lg, vg, mfg, viele grüße, liebe grüße, beste grüße",
        "schöne grüße, freundliche grüße, mit freundlichen grüßen, mit freundlichem gruß",
        "merci, merci beaucoup, merci à vous, merci à toi, grand merci, un grand merci, cordialement, bien cordialement",
        "bien à vous, bien à toi, salutations",
        "gracias, muchas gracias, mil gracias, saludos, un saludo, atentamente",
        "grazie, grazie mille, molte grazie, tante grazie, saluti, cordiali saluti, un saluto",
        "bedankt, hartelijk bedankt, dank je, dank u, dankjewel, dank je wel, dank u wel, veel dank, groeten",
        "groetjes, met vriendelijke groet, mvg",
        "obrigado, obrigada, muito obrigado, muito obrigada, abraço, abraços, um abraço, atenciosamente",
        "tack, tack så mycket, hälsningar, mvh, takk, tusen takk, mange tak, hilsen, kiitos, terveisin, dziękuję",
        "dzięki, pozdrawiam, děkuji, díky, s pozdravem")

    /// Asks for what the verb says; with a decision it asks somebody else to make it.
    private static let please = WordList.set(
        "please, pls, plz, bitte, s'il vous plaît, s'il vous plait, s'il te plaît, svp, stp, por favor, per favore",
        "per piacere, alstublieft, alsjeblieft, aub, graag, se faz favor, tack")

    /// Emoji that can only agree with what stands beside them: none that laughs, winks, doubts or rolls its eyes.
    private static let signs: Set<Unicode.Scalar> = [
        "👍", "✅", "✔", "☑", "🙏", "👌", "🎉", "🥳", "🙂", "😊", "☺", "💯", "🤝", "\u{FE0F}", "\u{1F3FB}", "\u{1F3FC}",
        "\u{1F3FD}", "\u{1F3FE}", "\u{1F3FF}",
    ]

    private static let smiles: [[Unicode.Scalar]] = [[":", ")"], [":", "-", ")"]]

    /// The first words of all phrases above.
    private static let openings = Set(thanks.union(please).compactMap { LetterCase.words(of: $0).first })

    /// Whether a polite end could begin with `word`.
    static func couldBegin(with word: [UInt8]) -> Bool { openings.contains(word) }

    /// Limit: words of thanks in a row, and words in a phrase of them.
    private static let mostPhrases = 3, longestPhrase = 4

    static func isPolite(_ words: [[UInt8]]) -> Bool {
        let phrase = Array(words.joined(separator: [ASCII.space]))
        return thanks.contains(phrase) || please.contains(phrase)
    }

    /// How a line ends politely.
    enum End {
        case thanks
        case please
    }

    /// Whether `words`, the last of a line, are thanks and perhaps a name; or "please".
    static func end(_ words: [Word]) -> End? {
        var rest = words[...]
        var end: End?
        for _ in 0..<mostPhrases {
            guard let length = phraseLength(rest) else { break }
            let phrase = rest.prefix(length).map(\.folded).joined(separator: [ASCII.space])
            end = thanks.contains(Array(phrase)) ? end ?? .thanks : .please
            rest = rest.dropFirst(length)
        }
        return end != nil && rest.count <= 2 && rest.allSatisfy(\.couldBeName) ? end : nil
    }

    private static func phraseLength(_ words: ArraySlice<Word>) -> Int? {
        (1...longestPhrase).reversed().first { length in
            length <= words.count && isPolite(words.prefix(length).map(\.folded))
        }
    }

    /// `line` without agreeing emoji and smiles at its end.
    static func withoutSigns(_ line: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var rest = line
        while let last = rest.last {
            if let smile = smiles.first(where: { rest.suffix($0.count).elementsEqual($0) && rest.count > $0.count }) {
                rest = rest.dropLast(smile.count)
            } else if signs.contains(last) {
                rest = rest.dropLast()
            } else {
                break
            }
            rest = TypedLine.trimmed(rest)
        }
        return rest
    }

    /// `line` without agreeing emoji at its beginning.
    static func withoutOpeningSigns(_ line: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        TypedLine.trimmed(line.drop { signs.contains($0) || $0 == " " })
    }
}
