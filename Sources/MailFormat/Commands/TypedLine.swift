/// One line of a reply, read as the grammar reads it: trimmed, without emphasis, and perhaps a verb at its head.
///
/// Only space, tab, NBSP and the byte order mark are trimmed; any other invisible scalar makes the line no command.
struct TypedLine {
    enum Reading: Equatable {
        case blank
        /// The verb and nothing else.
        case verb(CommandVerb)
        /// The verb typed as a command, and its reason on the same line.
        case verbWithReason(CommandVerb, String)
        case sentence
    }

    private let scalars: ArraySlice<Unicode.Scalar>
    private let language: CommandLanguage?

    init(_ line: some Sequence<Unicode.Scalar>, in language: CommandLanguage?) {
        scalars = Self.withoutEmphasis(Self.trimmed(Array(line)[...]))
        self.language = language
    }

    /// Limit: a longer line is a sentence; nothing is looked up in it.
    private static let longestLine = 2_000

    var reading: Reading {
        guard !scalars.isEmpty else { return .blank }
        guard scalars.count <= Self.longestLine else { return .sentence }
        if let verb = CommandWords.verb(LetterCase.folded(withoutFinalMark), in: language) { return .verb(verb) }
        guard let head, head.verb.takesReason else { return .sentence }
        let reason = Self.trimmed(scalars[head.end...].dropFirst())
        if reason.isEmpty { return .verb(head.verb) }
        return acceptsReason(reason, after: head)
            ? .verbWithReason(head.verb, String(String.UnicodeScalarView(reason))) : .sentence
    }

    /// The words of the line, folded.
    var words: [[UInt8]] { LetterCase.words(of: LetterCase.folded(scalars.prefix(Self.longestLine))) }

    /// Whether the line begins with a small letter, as the second half of a wrapped sentence does.
    var beginsSmall: Bool { scalars.first.map { Self.isSmallLetter($0) } ?? false }

    var isQuestion: Bool { scalars.contains { $0 == "?" || $0 == "？" || $0 == "¿" } }

    /// "Hi Ana," and its like: a greeting, at most three words more, and nothing that could be half of a sentence.
    var isGreeting: Bool {
        let words = words
        guard let first = words.first, words.count <= 5, !isQuestion else { return false }
        let twoWords = Array(words.prefix(2).joined(separator: [ASCII.space]))
        let known = SentenceWords.greetings.contains(twoWords) ? 2 : SentenceWords.greetings.contains(first) ? 1 : 0
        guard known > 0 else { return false }
        let rest = words.dropFirst(known)
        let ends = scalars.last.map { ",!.:".unicodeScalars.contains($0) } ?? false
        return (ends || namesOnly(rest.count))
            && rest.allSatisfy { !SentenceWords.openings.contains($0) && CommandWords.verb($0, in: nil) == nil }
    }

    private func namesOnly(_ count: Int) -> Bool {
        scalars.split(separator: " ").suffix(count).allSatisfy { $0.first.map(LetterCase.isCapital) ?? false }
    }
}

// The verb at the head of the line, and what may follow it.
extension TypedLine {
    private struct Head {
        var verb: CommandVerb
        /// Index of the space or colon behind the verb.
        var end: Int
        var isCapitals: Bool
        var hasColon: Bool
    }

    private var head: Head? {
        let ends = scalars.indices.filter { scalars[$0] == " " || scalars[$0] == ":" || scalars[$0] == "\u{A0}" }
        for end in ends.prefix(CommandWords.longestSynonym) {
            let typed = scalars[..<end]
            guard let verb = CommandWords.verb(LetterCase.folded(typed), in: language) else { continue }
            let isCapitals = typed.allSatisfy { $0 == " " || LetterCase.isCapital($0) }
            return Head(verb: verb, end: end, isCapitals: isCapitals, hasColon: scalars[end] == ":")
        }
        return nil
    }

    /// A reason on the verb's own line needs a sign that the verb was typed as a command: a colon behind it, or capitals
    /// where the rest is not in capitals. "Revise it when you can" and "Reject this idea, says my boss?" have neither.
    private func acceptsReason(_ reason: ArraySlice<Unicode.Scalar>, after head: Head) -> Bool {
        guard !isQuestion, head.hasColon || (head.isCapitals && reason.contains(where: Self.isSmallLetter)) else {
            return false
        }
        let words = LetterCase.words(of: LetterCase.folded(reason))
        guard let first = words.first, !SentenceWords.openings.contains(first) else { return false }
        guard !words.contains(where: { namesOtherDecision($0, than: head.verb) }) else { return false }
        guard head.verb == .reject else { return true }
        return !words.contains(where: SentenceWords.hedges.contains)
            && (head.hasColon || !SentenceWords.subjects.contains(first))
    }

    private func namesOtherDecision(_ word: [UInt8], than verb: CommandVerb) -> Bool {
        CommandWords.verb(word, in: nil).map { $0 != verb } ?? false
    }

    private var withoutFinalMark: ArraySlice<Unicode.Scalar> {
        guard scalars.last == "." || scalars.last == "!" else { return scalars }
        return Self.withoutEmphasis(Self.trimmed(scalars.dropLast()))
    }
}

// What is trimmed.
extension TypedLine {
    static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        guard let first = scalars.firstIndex(where: { !isTrimmed($0) }),
            let last = scalars.lastIndex(where: { !isTrimmed($0) })
        else { return [] }
        return scalars[first...last]
    }

    private static func isTrimmed(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\u{A0}" || scalar == "\u{FEFF}"
    }

    /// `*APPROVE*`, `**REVISE** the logo`: the text views of mailers write bold so. Only pairs at the head are removed.
    private static func withoutEmphasis(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        guard let mark = scalars.first, mark == "*" || mark == "_" else { return scalars }
        let opening = scalars.prefix { $0 == mark }
        let body = scalars.dropFirst(opening.count)
        guard opening.count <= 2, let close = body.firstIndex(of: mark) else { return scalars }
        let rest = body[close...]
        guard rest.prefix(while: { $0 == mark }).count == opening.count else { return scalars }
        return trimmed((Array(body[..<close]) + rest.dropFirst(opening.count))[...])
    }

    private static func isSmallLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF, 0x3AC...0x3CE, 0x430...0x45F: true
        case 0x100...0x17F: !LetterCase.isCapital(scalar)
        default: false
        }
    }
}
