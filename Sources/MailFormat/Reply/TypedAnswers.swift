/// Answers that no quotation mark tells from the questions: typed behind a quoted question on its own line, or below one that a
/// mail program quoted without marks. They are found by the questions that were mailed: what is not ours is the answer.
///
/// Ours are the number and the words of a question, and what stands in brackets right behind them.
struct TypedAnswers {
    private let body: ReplyBody
    private let questions: [Int: String]
    private var found: [(passage: ReplyPassage, isQuoted: Bool)] = []
    /// The numbers of the questions that were met: below, they stand in an older mail.
    private var met: Set<Int> = []
    private var asked: AskedQuestion?

    private init(_ body: ReplyBody, _ questions: [Int: String]) {
        self.body = body
        self.questions = questions
    }

    /// The answers in `body`, each with the number of its question.
    static func all(in body: ReplyBody, to questions: [Int: String]) -> [ReplyPassage] {
        var answers = TypedAnswers(body, questions)
        answers.read()
        return answers.areOfTemplate ? [] : answers.found.map(\.passage)
    }

    /// Whether the same words stand behind every quoted question: a template's.
    private var areOfTemplate: Bool {
        guard found.count == questions.count, found.count > 1, let first = found.first?.passage.written else {
            return false
        }
        return found.allSatisfy { $0.isQuoted && $0.passage.written.utf8.elementsEqual(first.utf8) }
    }

    private mutating func read() {
        for index in body.lines.indices {
            let line = plain(index)
            if let question = question(on: line, at: index) {
                close()
                asked = question
                met.insert(question.number)
                take(line.drop { $0 != "." && $0 != ")" }.dropFirst())
            } else if let asked, asked.isQuoted {
                if body.lines[index].role == .quoted, asked.expects(line) { take(line) }
            } else if asked != nil {
                if isOurEnd(index) { return close() }
                take(line)
            }
        }
        // No end of ours stands below the last question: what does is an answer only if it ends the mail.
        if asked?.isOneParagraph ?? true { close() }
    }

    private mutating func take(_ line: ArraySlice<Unicode.Scalar>) {
        guard asked?.take(line) == false else { return }
        asked = nil
    }

    private mutating func close() {
        if let asked, let text = questions[asked.number], let written = asked.written {
            found.append((ReplyPassage(quoted: ["\(asked.number). \(text)"], written: written), asked.isQuoted))
        }
        asked = nil
    }
}

// Lines.
extension TypedAnswers {
    /// Limit: marks before a line of our mail, lines looked at above a question, and bytes of a line that are compared.
    private static let ownDepth = 1, mostLines = 400, longestLine = 4_000

    private func plain(_ index: Int) -> ArraySlice<Unicode.Scalar> {
        var text = body.text(index).prefix(Self.longestLine)
        if body.lines[index].role == .quoted { text = text.drop { $0 == ASCII.greater || $0.isBlank } }
        return TypedLine.trimmed(Array(String(decoding: text, as: UTF8.self).unicodeScalars)[...])
    }

    private func question(on line: ArraySlice<Unicode.Scalar>, at index: Int) -> AskedQuestion? {
        let digits = line.prefix { ("0"..."9").contains($0) }
        guard let number = ArgumentReader.number(LetterCase.folded(digits)), !met.contains(number),
            let text = questions[number],
            case let behind = line[digits.endIndex...].drop(while: TypedLine.isSpace), let mark = behind.first,
            mark == "." || mark == ")"
        else { return nil }
        let isQuoted = body.lines[index].role == .quoted
        let asked = AskedQuestion(number: number, question: text, isQuoted: isQuoted)
        guard asked.begins(behind.dropFirst()), isQuoted ? depth(index) <= Self.ownDepth : !isNested(index) else {
            return nil
        }
        return asked
    }

    private func depth(_ index: Int) -> Int {
        body.text(index).prefix { $0 == ASCII.greater || $0.isBlank }.count { $0 == ASCII.greater }
    }

    /// Whether the line stands in what an earlier answer quoted: two mails begin above it.
    private func isNested(_ index: Int) -> Bool {
        (max(0, index - Self.mostLines)..<index).count { HeaderBlock.isFrom(body.text($0)) } > 1
    }

    /// What stands below the last question in our mail.
    private func isOurEnd(_ index: Int) -> Bool {
        if OwnNotice.isSentence(index, in: body) || body.text(index).elementsEqual("--".utf8) { return true }
        let folded = TextFolding.folded(body.text(index).prefix(100))
        return Self.ends.contains { folded.starts(with: $0) }
    }

    /// How the mails about forms go on below the questions, as they and locales/*.po say it.
    private static let ends = [
        "reply to this mail, and write each answer", "antworten sie auf diese e-mail und schreiben sie jede antwort",
        "répondez à cet e-mail en écrivant chaque réponse",
    ].map { TextFolding.folded(Array($0.utf8)[...]) }
}
