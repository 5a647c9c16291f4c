/// What one line of a reply is.
enum LineReading: Equatable {
    case blank
    case command(ReplyCommand)
    /// A verb that takes free text, and as much of it as stands on the line: the rest may be below.
    case opened(Opening)
    /// The verb was typed as a command, and what it takes is missing.
    case lacking(CommandVerb)
    /// A bare answer that could be meant for more than one question.
    case unclear(CommandVerb)
    case sentence
}

/// A verb that takes free text, with the number before it (of a list's entry or a question).
struct Opening: Equatable {
    let verb: CommandVerb
    let number: Int?
    let text: String
    /// The languages that the text may be in.
    var languages: Set<CommandLanguage> = []
    /// The verb was typed as a noun or participle.
    var isNoun = false
}

/// Reads single lines in the grammar of commands.
struct LineReader {
    let offer: Offer

    func read(_ line: TypedLine) -> LineReading {
        guard !line.isBlank else { return .blank }
        guard !line.isLong else { return .sentence }
        let whole = Politeness.withoutOpeningSigns(line.scalars)
        if let (number, text) = Heading.answer(whole, offer) {
            return .opened(Opening(verb: .answer, number: number, text: String(String.UnicodeScalarView(text))))
        }
        let line = LineEnd(whole)
        let heading = Heading.namedAnswer(line.core, offer) ?? Heading(line.core, offer)
        if let heading, line.end != .please || heading.verb.isEnquiry, let reading = exact(heading) { return reading }
        return Heading(whole, offer).flatMap(withText) ?? .sentence
    }

    /// The verb with exactly what it takes, all of it on the line.
    private func exact(_ heading: Heading) -> LineReading? {
        switch heading.verb.takes {
        case .reason:
            let reason = Reason(heading)
            return reason.text.isEmpty ? opened(heading, reason) : nil
        case .request:
            let reason = Reason(heading)
            return reason.text.isEmpty ? opened(heading, reason) : nil
        case .answer: return nil
        case .attendance:
            guard let argument = ArgumentReader(heading).argument else { return nil }
            let isUnclear = argument == .nothing && !heading.isNamed && offer.yesIsUnclear
            return isUnclear ? .unclear(heading.verb) : .command(ReplyCommand(heading.verb, argument))
        default:
            if let argument = ArgumentReader(heading).argument { return .command(ReplyCommand(heading.verb, argument)) }
            return heading.rest.isEmpty && !heading.verb.takesNothing || heading.isDeliberate || isMisnumbered(heading)
                ? .lacking(heading.verb) : nil
        }
    }

    /// Numbers that cannot be read behind a verb that decides about some, and no word beside: "DONE -1", "DONE 7; DONE 8".
    private func isMisnumbered(_ heading: Heading) -> Bool {
        guard case .numbers = heading.verb.takes, heading.verb.decides, !TypedLine.isQuestion(heading.rest) else {
            return false
        }
        let words = LetterCase.words(of: LetterCase.folded(heading.rest))
        let others = words.filter { !$0.allSatisfy(\.isASCIIDigit) }
        return others.count < words.count && others.allSatisfy { $0 == heading.word }
    }

    /// The verb with free text behind it, if it was typed as a command.
    private func withText(_ heading: Heading) -> LineReading? {
        guard heading.verb.takesText else { return nil }
        let reason = Reason(heading)
        return !reason.text.isEmpty && accepts(reason, after: heading) ? opened(heading, reason) : nil
    }

    private func opened(_ heading: Heading, _ reason: Reason) -> LineReading {
        .opened(
            Opening(
                verb: heading.verb, number: reason.number, text: String(String.UnicodeScalarView(reason.text)),
                languages: offer.languages(of: heading.word), isNoun: heading.isNoun || heading.isOwn))
    }

    /// Text on the verb's own line needs a sign that the verb was typed as a command: a colon behind it, or capitals
    /// where the rest is not in capitals. "Revise it when you can" and "Reject this idea, says my boss?" have neither.
    private func accepts(_ reason: Reason, after heading: Heading) -> Bool {
        let isMarked = heading.hasColon || reason.hasColon
        guard !TypedLine.isQuestion(reason.text),
            isMarked
                || (heading.isCapitals && !heading.isNoun && !heading.isOwn
                    && reason.text.contains(where: TypedLine.isSmallLetter))
        else { return false }
        // "Reject - Ana" is signed.
        guard heading.mark != .dash || !Word.all(in: reason.text).allSatisfy(\.couldBeName) else { return false }
        let words = LetterCase.words(of: LetterCase.folded(reason.text))
        guard let first = words.first, isMarked || !SentenceWords.namesInterface(words) else { return false }
        // "Revision 3: see attachment" is about the third one.
        if heading.isNoun && (reason.number != nil || SentenceWords.deliveries.contains(first)) { return false }
        let languages = offer.languages(of: heading.word)
        func stands(_ word: [UInt8], among list: Set<[UInt8]>) -> Bool {
            list.contains(word) && SentenceWords.counts(word, in: languages)
        }
        guard !stands(first, among: SentenceWords.openings),
            !words.contains(where: { namesOther($0, than: heading.verb) })
        else { return false }
        guard heading.verb == .reject || heading.verb == .decline else { return true }
        return !words.contains { stands($0, among: SentenceWords.hedges) }
            && (isMarked || !stands(first, among: SentenceWords.subjects))
    }

    /// Whether `word` is a verb that answers the same question in another way.
    private func namesOther(_ word: [UInt8], than verb: CommandVerb) -> Bool {
        guard let question = verb.question, let other = offer.vocabulary.verb(word, in: nil, among: CommandVerb.all)
        else {
            return false
        }
        return other.question == question && other != verb
    }
}

/// The number and the text behind a verb that takes both.
private struct Reason {
    var number: Int?
    var text: ArraySlice<Unicode.Scalar>
    /// A colon, a dash, a full stop or a bracket stands behind the number.
    var hasColon = false

    init(_ heading: Heading) {
        text = heading.rest
        guard case .reason = heading.verb.takes else { return }
        let hash = text.first == "#" ? 1 : 0
        let digits = text.dropFirst(hash).prefix { ("0"..."9").contains($0) }
        guard let number = ArgumentReader.number(LetterCase.folded(digits)) else { return }
        let behind = text[digits.endIndex...]
        let mark = behind.first
        if mark == "." || mark == ")" || mark == "," {
            guard behind.dropFirst().first.map(TypedLine.isSpace) ?? false else { return }
            hasColon = mark != ","
            text = TypedLine.trimmed(behind.dropFirst())
        } else {
            guard mark == nil || mark == ":" || TypedLine.isSpace(mark ?? " ") else { return }
            let (rest, sign) = Heading.withoutMark(TypedLine.trimmed(behind))
            let colon = sign != .none
            let first = LetterCase.words(of: LetterCase.folded(rest)).first
            guard colon || first.map({ !SentenceWords.measures.contains($0) }) ?? true else { return }
            (text, hasColon) = (rest, colon)
        }
        self.number = number
    }
}

extension CommandVerb {
    fileprivate var takesNothing: Bool { if case .nothing = takes { true } else { false } }

    fileprivate var takesText: Bool {
        switch takes {
        case .reason, .request: true
        default: false
        }
    }
}

extension Heading {
    fileprivate var isNoun: Bool { CommandSynonyms.nouns.contains(word) }

    /// Typed as a command beyond doubt, whatever stands behind it: two words in capitals, "PASSENGER ADD".
    fileprivate var isDeliberate: Bool { isCapitals && verb.rawValue.contains(" ") }
}
