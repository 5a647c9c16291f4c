import Localization
import PortalCore
import Templates

/// What mails about forms say.
struct FormLetterValues {
    let frame: LetterValues
    let project: Project
    let form: Questionnaire

    /// All questions, numbered, with what was answered so far.
    var all: TemplateValue { about.adding(["questions": .list(form.entries.map(value))]) }

    /// How each answer was read, and the questions that are still blank.
    func read(_ answers: [ReadAnswer]) -> TemplateValue {
        about.adding([
            "answers": .list(answers.map(value)), "questions": .list(form.blanks.map(value)),
            "complete": .flag(form.blanks.isEmpty), "kept": .flag(answers.contains { $0.problem == nil }),
        ])
    }

    private var about: TemplateValue {
        [
            "project": frame.value(of: project), "form": .text(form.settings.title),
            "details": frame.lines(form.settings.details), "due": .optional(form.settings.due.map(PeopleTime.day)),
            "blank": .number(form.blanks.count),
            "page": .text(frame.site.tool(.forms, of: project.id, frame.organization)),
        ]
    }

    private func value(_ entry: Questionnaire.Entry) -> TemplateValue {
        [
            "number": .number(entry.number), "question": .text(entry.question.text),
            "required": .flag(entry.question.isRequired), "hint": .optional(QuestionWords.hint(entry.question.kind)),
            "answer": .optional(
                entry.answer.map { QuestionWords.answer(QuestionWords.bracketable($0), entry.question.kind) }),
        ]
    }

    private func value(_ read: ReadAnswer) -> TemplateValue {
        let entry = form.entries.first { $0.question.text.utf8.elementsEqual(read.question.utf8) }
        let said: Phrase =
            switch (read.kept, read.problem) {
            case (_, let problem?): Phrase("not kept: \(QuestionWords.problem(problem))")
            case ("", nil), (nil, nil): Phrase("taken back")
            case (let kept?, nil): entry.map { QuestionWords.answer(kept, $0.question.kind) } ?? .verbatim(kept)
            }
        return [
            "number": .optional(entry.map { "\($0.number)" }), "question": .text(read.question), "said": .phrase(said),
        ]
    }
}

/// Questions and answers in words.
enum QuestionWords {
    /// What is an answer; nil where anything is.
    static func hint(_ kind: Question.Kind) -> Phrase? {
        switch kind {
        case .text: nil
        case .choice(let options): Phrase("One of: \(bracketable(options.joined(separator: ", ")))")
        case .number(let least, let greatest): Phrase("A whole number from \(least) to \(greatest)")
        case .date: Phrase("A date, like 2026-10-14")
        case .yesNo: Phrase("Yes or no")
        }
    }

    static func answer(_ kept: String, _ kind: Question.Kind) -> Phrase {
        switch (kind, kept) {
        case (.date, _): PeopleTime.day(kept)
        case (.yesNo, "yes"): Phrase("yes")
        case (.yesNo, "no"): Phrase("no")
        default: .verbatim(kept)
        }
    }

    /// `text` as it can stand in round brackets, by which the reader of a reply knows what is ours: an odd one becomes square.
    static func bracketable(_ text: String) -> String {
        var depth = 0
        for scalar in text.unicodeScalars where depth >= 0 {
            if scalar == "(" { depth += 1 } else if scalar == ")" { depth -= 1 }
        }
        guard depth != 0 else { return text }
        let square = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar == "(" ? "[" : scalar == ")" ? "]" : scalar
        }
        return String(String.UnicodeScalarView(square))
    }

    static func problem(_ problem: AnswerProblem) -> Phrase {
        switch problem {
        case .tooLong(let limit): Phrase("at most \(limit) letters, please")
        case .notAmong(let options): Phrase("please choose one of \(options.joined(separator: ", "))")
        case .noNumber(let least, let greatest): Phrase("please write a whole number from \(least) to \(greatest)")
        case .noDate: Phrase("please write a date like 2026-10-14")
        case .neitherYesNorNo: Phrase("please write yes or no")
        case .notAsked: Phrase("the form does not ask this any more")
        }
    }
}
