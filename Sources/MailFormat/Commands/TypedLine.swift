/// One line of a reply, trimmed and without emphasis.
///
/// Only space, tab, NBSP and the byte order mark are trimmed; any other invisible scalar makes the line no command.
struct TypedLine {
    let scalars: ArraySlice<Unicode.Scalar>
    /// Whether it is longer than anything that is looked up in.
    let isLong: Bool

    init(_ line: ArraySlice<UInt8>) {
        isLong = line.count > Self.longestLine
        let text = String(decoding: line.prefix(Self.longestLine), as: UTF8.self)
        scalars = Self.withoutEmphasis(Self.trimmed(Array(text.unicodeScalars)[...]))
    }

    /// Limit: bytes; a longer line is a sentence.
    private static let longestLine = 4_000

    var isBlank: Bool { scalars.isEmpty }

    /// The words of the line, folded.
    var words: [[UInt8]] { LetterCase.words(of: LetterCase.folded(scalars)) }

    /// Whether the line begins with a small letter, as the second half of a wrapped sentence does.
    var beginsSmall: Bool { scalars.first.map { Self.isSmallLetter($0) } ?? false }

    /// Whether it is written in capitals throughout.
    var isCapitals: Bool {
        !scalars.contains(where: Self.isSmallLetter) && scalars.contains(where: LetterCase.isCapital)
    }

    var isQuestion: Bool { Self.isQuestion(scalars) }

    static func isQuestion(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        text.contains {
            $0 == "?" || $0 == "？" || $0 == "¿" || $0 == "\u{203D}" || $0 == "\u{2049}" || $0 == "\u{2048}"
        }
    }

    /// "Hi Ana," and its like: a greeting, at most three words more, and nothing that could be half of a sentence.
    func isGreeting(_ vocabulary: CommandVocabulary) -> Bool {
        let words = words
        guard let first = words.first, words.count <= 6, !isQuestion, !isLong else { return false }
        let twoWords = Array(words.prefix(2).joined(separator: [ASCII.space]))
        let known = SentenceWords.greetings.contains(twoWords) ? 2 : SentenceWords.greetings.contains(first) ? 1 : 0
        guard known > 0 else { return false }
        let rest = words.dropFirst(known)
        let ends = scalars.last.map { ",!.:".unicodeScalars.contains($0) } ?? false
        return (ends || namesOnly(rest.count))
            && rest.allSatisfy { !SentenceWords.openings.contains($0) && !vocabulary.knows($0) }
    }

    private func namesOnly(_ count: Int) -> Bool {
        scalars.split(separator: " ").suffix(count).allSatisfy { $0.first.map(LetterCase.isCapital) ?? false }
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
        scalar == "\t" || scalar == "\r" || scalar == " " || scalar == "\u{A0}" || scalar == "\u{FEFF}"
    }

    /// A space within a line.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{202F}"
    }

    /// `*APPROVE*`, `**REVISE** the logo`: the text views of mailers write bold so. Only pairs at the head are removed.
    static func withoutEmphasis(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        guard let mark = scalars.first, mark == "*" || mark == "_" else { return scalars }
        let opening = scalars.prefix { $0 == mark }
        let body = scalars.dropFirst(opening.count)
        guard opening.count <= 2, let close = body.firstIndex(of: mark), let first = body.first, !isSpace(first) else {
            return scalars
        }
        let rest = body[close...]
        guard rest.prefix(while: { $0 == mark }).count == opening.count else { return scalars }
        return trimmed((Array(body[..<close]) + rest.dropFirst(opening.count))[...])
    }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        isSmallLetter(scalar) || LetterCase.isCapital(scalar) || LetterForms.isCombiningMark(scalar)
    }

    static func isSmallLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF, 0x3AC...0x3CE, 0x430...0x45F: true
        case 0x100...0x17F: !LetterCase.isCapital(scalar)
        default: false
        }
    }
}
