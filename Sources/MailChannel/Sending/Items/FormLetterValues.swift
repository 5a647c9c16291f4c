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
            "complete": .flag(form.blanks.isEmpty),
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
            "answer": .optional(entry.answer.map { QuestionWords.answer($0, entry.question.kind) }),
        ]
    }

    private func value(_ read: ReadAnswer) -> TemplateValue {
        let entry = form.entries.first { $0.question.text.utf8.elementsEqual(read.question.utf8) }
        let said =
            switch (read.kept, read.problem) {
            case (_, let problem?): "not kept: \(QuestionWords.problem(problem))"
            case ("", nil), (nil, nil): "taken back"
            case (let kept?, nil): entry.map { QuestionWords.answer(kept, $0.question.kind) } ?? kept
            }
        return [
            "number": .optional(entry.map { "\($0.number)" }), "question": .text(read.question), "said": .text(said),
        ]
    }
}

/// Questions and answers in words.
enum QuestionWords {
    /// What is an answer; nil where anything is.
    static func hint(_ kind: Question.Kind) -> String? {
        switch kind {
        case .text: nil
        case .choice(let options): "One of: \(options.joined(separator: ", "))"
        case .number(let least, let greatest): "A whole number from \(least) to \(greatest)"
        case .date: "A date, like 2026-10-14"
        case .yesNo: "Yes or no"
        }
    }

    static func answer(_ kept: String, _ kind: Question.Kind) -> String {
        if case .date = kind { PeopleTime.day(kept) } else { kept }
    }

    static func problem(_ problem: AnswerProblem) -> String {
        switch problem {
        case .tooLong(let limit): "at most \(limit) letters, please"
        case .notAmong(let options): "please choose one of \(options.joined(separator: ", "))"
        case .noNumber(let least, let greatest): "please write a whole number from \(least) to \(greatest)"
        case .noDate: "please write a date like 2026-10-14"
        case .neitherYesNorNo: "please write yes or no"
        case .notAsked: "the form does not ask this any more"
        }
    }
}
