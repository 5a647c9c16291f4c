/// A word of a line as it was typed, and folded.
struct Word {
    let typed: ArraySlice<Unicode.Scalar>
    let folded: [UInt8]

    init(_ typed: ArraySlice<Unicode.Scalar>) {
        self.typed = typed
        folded = LetterCase.folded(typed)
    }

    /// The words of a line: what stands between spaces, without the punctuation around it.
    static func all(in line: ArraySlice<Unicode.Scalar>) -> [Word] {
        line.split { TypedLine.isSpace($0) }.compactMap { part in
            guard let first = part.firstIndex(where: { !marks.contains($0) }),
                let last = part.lastIndex(where: { !marks.contains($0) })
            else { return nil }
            return Word(part[first...last])
        }
    }

    private static let marks = Set(",.!;–—-()\"".unicodeScalars)

    /// "Ana", "O'Brien", "Lima-Reis": begins with a capital, goes on in letters, and is no word of a sentence or a verb.
    var couldBeName: Bool {
        guard let first = typed.first, LetterCase.isCapital(first) else { return false }
        return typed.allSatisfy(Self.isNameScalar) && !SentenceWords.noNames.contains(folded)
            && !CommandVocabulary.standard.knows(folded)
    }

    private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "'" || scalar == "\u{2019}" || scalar == "." || TypedLine.isLetter(scalar)
    }
}
