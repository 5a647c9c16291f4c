/// A question of ours on the way through the lines, and what was found behind it.
struct AskedQuestion {
    let number: Int
    let isQuoted: Bool
    /// What of the question is still to come; blanks do not count, for mail programs wrap lines.
    private var left: ArraySlice<Unicode.Scalar>
    private var depth = 0
    private var answer: [String] = []
    private var lines = 0

    init(number: Int, question: String, isQuoted: Bool) {
        self.number = number
        self.isQuoted = isQuoted
        left = question.unicodeScalars.filter { !$0.properties.isWhitespace }[...]
    }

    /// Limit: lines over which a question and its brackets go; and no mail program wraps a line that is shorter.
    private static let mostLines = 30, shortestWrapped = 12

    private var isUnfinished: Bool { !left.isEmpty || depth > 0 }

    /// Whether the next line of a quotation is still the question's: its words go on there, or its brackets begin.
    func expects(_ line: ArraySlice<Unicode.Scalar>) -> Bool { isUnfinished || answer.isEmpty && line.first == "(" }

    /// What was written; nil where nothing was.
    var written: String? {
        guard !isUnfinished, let last = answer.lastIndex(where: { !$0.utf8.isEmpty }) else { return nil }
        return answer[...last].joined(separator: "\n")
    }

    /// Whether `line` begins with the words of the question, or with all of them.
    func begins(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        let typed = line.filter { !$0.properties.isWhitespace }
        let shared = zip(typed, left).prefix { $0 == $1 }.count
        return shared > 0 && (shared == left.count || shared == typed.count && shared >= Self.shortestWrapped)
    }

    /// Books a line; whether it can be one of this question's.
    mutating func take(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = TypedLine.trimmed(line)
        if answer.isEmpty {
            lines += 1
            guard lines <= Self.mostLines, takeQuestion(&rest) else { return false }
            takeBrackets(&rest)
            guard !isUnfinished, !rest.isEmpty else { return true }
        }
        answer.append(String(String.UnicodeScalarView(rest)))
        return true
    }

    private mutating func takeQuestion(_ rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
        while let next = rest.first, let expected = left.first {
            if !next.properties.isWhitespace {
                guard next == expected else { return false }
                left.removeFirst()
            }
            rest.removeFirst()
        }
        rest = TypedLine.trimmed(rest)
        return true
    }

    private mutating func takeBrackets(_ rest: inout ArraySlice<Unicode.Scalar>) {
        guard left.isEmpty else { return }
        while let next = rest.first, depth > 0 || next == "(" {
            if next == "(" { depth += 1 } else if next == ")" { depth -= 1 }
            rest.removeFirst()
            if depth == 0 { rest = TypedLine.trimmed(rest) }
        }
    }

    /// Whether no blank line stands in what was written.
    var isOneParagraph: Bool { answer.split { $0.utf8.isEmpty }.count <= 1 }
}
