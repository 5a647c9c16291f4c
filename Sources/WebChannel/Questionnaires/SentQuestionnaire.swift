import MailFormat
import PortalCore

/// A form as it was sent: what was typed in place of what its page showed, by the numbers of the questions.
///
/// What nobody touched is none of it, so that a page that was open for long takes back no answer that came meanwhile.
struct SentQuestionnaire {
    let form: QuestionnaireID
    /// What is not kept yet.
    private(set) var typed: [Int: String] = [:]
    /// The questions that somebody answered meanwhile, otherwise than it is typed here.
    private(set) var overtaken: Set<Int> = []
    /// What was typed under questions that are not asked any more.
    private(set) var orphans: [String] = []
    private(set) var problems: [Int: AnswerProblem] = [:]

    /// Only what the form has a field for; a question without a choice is blank.
    init(_ form: Questionnaire, _ text: (_ field: String) -> String) {
        self.form = form.id
        var rows = (1...QuestionnaireSettings.mostQuestions).compactMap { Row($0, of: form, text) }
        for entry in form.entries {
            let now = AnswerMark(entry)
            guard let place = rows.firstIndex(where: { $0.shown.isAbout(now) }) else { continue }
            let row = rows.remove(at: place)
            guard row.isChanged, !now.isOf(row.typed) else { continue }
            typed[entry.number] = row.typed
            if !row.shown.isOf(entry.untouched) { overtaken.insert(entry.number) }
        }
        orphans = rows.filter { $0.isChanged && !$0.typed.utf8.isEmpty }.map(\.typed)
    }

    /// What it asks for: what was changed here, and by nobody else meanwhile. Nil where that is nothing.
    func command(_ form: Questionnaire, in project: ProjectID) -> ItemCommand? {
        let answers = form.entries.filter { !overtaken.contains($0.number) }.compactMap { entry in
            typed[entry.number].map { FormAnswer(question: entry.question.text, text: $0) }
        }
        return answers.isEmpty ? nil : .form(.answer(form.id, answers, in: project))
    }

    /// How the answers were read: what is kept is typed no more.
    mutating func settle(_ read: [ReadAnswer], of form: Questionnaire) {
        for answer in read {
            guard let entry = form.entries.first(where: { $0.question.text.utf8.elementsEqual(answer.question.utf8) })
            else { continue }
            problems[entry.number] = answer.problem
            if answer.problem == nil { typed[entry.number] = nil }
        }
    }

    /// Whether nothing is left to be said.
    var isSettled: Bool { typed.isEmpty && orphans.isEmpty }

    /// One question of the page that was sent.
    private struct Row {
        let shown: AnswerMark
        let typed: String

        /// Nil beyond the last question. Without a mark it is the question that has the number now, shown without an answer.
        init?(_ number: Int, of form: Questionnaire, _ text: (String) -> String) {
            let name = Self.name(number, of: form)
            let unmarked = form.entries.first { $0.number == number }.map { AnswerMark($0.question, "") }
            guard let shown = AnswerMark(sent: text("was-\(name)")) ?? unmarked else { return nil }
            self.shown = shown
            typed = text(name)
        }

        var isChanged: Bool { !shown.isOf(typed) }

        private static func name(_ number: Int, of form: Questionnaire) -> String { "q\(form.id)-\(number)" }
    }
}

/// What a page showed of a question: which one it was, and the answer it had then, each by its digest.
struct AnswerMark {
    private let question: String
    private let answer: String

    init(_ question: Question, _ answer: String) {
        self.question = Self.digest(question.text)
        self.answer = Self.digest(answer)
    }

    /// The question with its present answer.
    init(_ entry: Questionnaire.Entry) { self.init(entry.question, entry.untouched) }

    /// As a form carries it; nil for anything else.
    init?(sent text: String) {
        let halves = text.utf8.split(separator: ASCII.hyphen, omittingEmptySubsequences: false).map { Array($0) }
        guard halves.count == 2, halves.allSatisfy({ $0.count == 16 }) else { return nil }
        question = String(decoding: halves[0], as: UTF8.self)
        answer = String(decoding: halves[1], as: UTF8.self)
    }

    var text: String { "\(question)-\(answer)" }

    /// Whether both are about the same question.
    func isAbout(_ other: AnswerMark) -> Bool { question.utf8.elementsEqual(other.question.utf8) }

    /// Whether this was the answer.
    func isOf(_ answer: String) -> Bool { self.answer.utf8.elementsEqual(Self.digest(answer).utf8) }

    private static func digest(_ text: String) -> String {
        Hexadecimal.text(SHA256.digest(of: Array(text.utf8)).prefix(8))
    }
}

extension Questionnaire.Entry {
    /// The answer as a browser sends it back when nobody touches it.
    var untouched: String {
        let typed = OwnForm.typed(answer ?? "")
        let options = question.kind.options
        if !options.isEmpty { return options.contains { $0.utf8.elementsEqual(typed.utf8) } ? typed : "" }
        // A field of one line drops the line ends.
        return question.kind.isLine ? String(decoding: typed.utf8.filter { $0 != ASCII.lf }, as: UTF8.self) : typed
    }
}
