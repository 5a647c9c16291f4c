/// The verb at the head of a line, and what stands behind it.
struct Heading {
    let verb: CommandVerb
    /// The verb as it was typed, folded.
    let word: [UInt8]
    /// What stands behind the verb, trimmed.
    let rest: ArraySlice<Unicode.Scalar>
    /// The verb was typed in capitals.
    let isCapitals: Bool
    /// What stands between the verb and the rest, beside space.
    let mark: Mark
    /// The verb's word is one of the organization's own.
    let isOwn: Bool
    /// "RSVP" stood before the verb.
    var isNamed = false

    enum Mark { case none, colon, dash }

    var hasColon: Bool { mark == .colon }

    /// The longest verb of the offer at the head of `line`.
    init?(_ line: ArraySlice<Unicode.Scalar>, _ offer: Offer) {
        let inside = line.indices.lazy.filter { Self.ends(line[$0]) }
        let ends = Array(inside.prefix(CommandVocabulary.longestSynonym)) + [line.endIndex]
        for end in ends.reversed() where end - line.startIndex <= Self.longestVerb {
            let typed = line[..<end]
            let folded = LetterCase.folded(typed)
            guard let verb = offer.verb(folded), Self.canEnd(verb, before: line[end...].first) else {
                continue
            }
            self.verb = verb
            word = folded
            isOwn = offer.vocabulary.isOwn(folded)
            isCapitals = typed.allSatisfy { TypedLine.isSpace($0) || LetterCase.isCapital($0) }
            (rest, mark) = Self.withoutMark(Self.behind(line[end...]))
            return
        }
        return nil
    }

    private static func ends(_ scalar: Unicode.Scalar) -> Bool {
        TypedLine.isSpace(scalar) || scalar == ":" || scalar == ","
    }

    /// "Yes, +1": a comma belongs behind an answer only. "Approve, Bob" is said to Bob.
    private static func canEnd(_ verb: CommandVerb, before mark: Unicode.Scalar?) -> Bool {
        mark != "," || CommandVerb.attendance.contains(verb)
    }

    private static func behind(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let rest = TypedLine.trimmed(text)
        // QUIRK: French keyboards put a narrow space before a colon. At the end of a line it is not trimmed.
        let typed = rest.drop(while: TypedLine.isSpace)
        return typed.isEmpty ? rest : typed
    }

    /// Limit: scalars of a verb, with its spaces.
    private static let longestVerb = 60

    /// "RSVP yes": an answer to an invitation by its name.
    static func namedAnswer(_ line: ArraySlice<Unicode.Scalar>, _ offer: Offer) -> Heading? {
        guard LetterCase.folded(line.prefix(4)) == Array("rsvp".utf8), line.count > 5 else { return nil }
        let behind = line.dropFirst(4)
        guard let mark = behind.first, mark == ":" || TypedLine.isSpace(mark) else { return nil }
        let answers = Offer(
            verbs: offer.verbs.intersection(CommandVerb.attendance), language: offer.language,
            vocabulary: offer.vocabulary)
        var heading = Heading(withoutMark(TypedLine.trimmed(behind)).rest, answers)
        heading?.isNamed = true
        return heading
    }

    /// "Q3: …", "Question 3: …": the number of the question, and the text behind it.
    static func answer(_ line: ArraySlice<Unicode.Scalar>, _ offer: Offer) -> (Int, ArraySlice<Unicode.Scalar>)? {
        guard offer.verbs.contains(.answer), let colon = line.prefix(longestVerb).firstIndex(of: ":") else {
            return nil
        }
        let typed = TypedLine.trimmed(line[..<colon])
        let digits = typed.reversed().prefix { $0.properties.numericType == .decimal && $0.isASCII }.count
        guard let number = ArgumentReader.number(LetterCase.folded(typed.suffix(digits))),
            offer.verb(LetterCase.folded(TypedLine.trimmed(typed.dropLast(digits)))) == .answer
        else { return nil }
        return (number, TypedLine.trimmed(line[colon...].dropFirst()))
    }

    /// What stands behind a colon, or behind a dash with a space.
    static func withoutMark(_ text: ArraySlice<Unicode.Scalar>) -> (rest: ArraySlice<Unicode.Scalar>, mark: Mark) {
        guard let first = text.first else { return (text, .none) }
        let behind = text.dropFirst()
        let isDash = (first == "-" || first == "–" || first == "—") && behind.first.map(TypedLine.isSpace) ?? false
        return first == ":" || isDash ? (TypedLine.trimmed(behind), isDash ? .dash : .colon) : (text, .none)
    }
}
