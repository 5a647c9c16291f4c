/// A line without what politely ends it: a final mark, thanks and a name, a sign of agreement.
struct LineEnd {
    /// What is left: perhaps a command.
    let core: ArraySlice<Unicode.Scalar>
    /// What the words were that ended it, if any did.
    let end: Politeness.End?

    init(_ line: ArraySlice<Unicode.Scalar>) {
        let plain = Self.withoutMarks(line)
        let words = Word.all(in: plain.prefix(Self.longestLine))
        guard plain.count <= Self.longestLine, words.count <= Self.mostWords, let start = Self.start(of: words),
            let end = Politeness.end(Array(words[start...])), let first = words[start].typed.indices.first
        else {
            (core, end) = (plain, nil)
            return
        }
        core = Self.withoutMarks(Self.withoutSeparator(plain[..<first]))
        self.end = end
    }

    /// Limit: scalars and words of a line that may end politely; the commands that are longer take free text.
    private static let longestLine = 200, mostWords = 24

    /// Where the longest polite end begins; never at the first word.
    private static func start(of words: [Word]) -> Int? {
        words.indices.dropFirst().first {
            Politeness.couldBegin(with: words[$0].folded) && Politeness.end(Array(words[$0...])) != nil
        }
    }

    private static func withoutSeparator(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let rest = TypedLine.trimmed(text)
        guard let last = rest.last, last == "," || last == ";" || last == "-" || last == "–" || last == "—" else {
            return rest
        }
        return TypedLine.trimmed(rest.dropLast())
    }

    /// Without one full stop or some exclamation marks, and signs of agreement before and behind them. Three full stops hesitate.
    private static func withoutMarks(_ line: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var rest = Politeness.withoutSigns(line)
        if rest.last == "." || rest.last == "。" {
            rest = rest.dropLast()
            guard rest.last != "." else { return line }
        } else {
            let marks = rest.reversed().prefix { $0 == "!" || $0 == "！" }.count
            rest = marks <= mostMarks ? rest.dropLast(marks) : rest
            if marks > 0, rest.first == "¡" { rest = rest.dropFirst() }
        }
        // QUIRK: French keyboards put a narrow space before an exclamation mark.
        if rest.count < line.count, rest.last == "\u{202F}" { rest = rest.dropLast() }
        rest = TypedLine.trimmed(rest)
        return TypedLine.withoutEmphasis(Politeness.withoutSigns(rest))
    }

    /// Limit: exclamation marks in a row.
    private static let mostMarks = 5
}
