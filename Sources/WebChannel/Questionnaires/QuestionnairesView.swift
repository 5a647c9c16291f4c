import HTTPTypes
import Localization
import PortalCore
import Templates

/// The forms of a project: questions with what was answered so far, kept also while some are blank.
struct QuestionnairesView {
    let page: QuestionnairePage
    /// A form as it was sent, where not every answer could be read.
    var sent: SentQuestionnaire?
    var problem: Phrase?
    /// The token of the form at a path.
    let token: (String) -> String

    static let names: TemplateNames = ToolHeading.names.merging([
        "problem": .value,
        "forms": .each([
            "anchor": .value, "formTitle": .value, "details": .value, "due": .value, "locked": .value,
            "blank": .value, "action": .value, "form": .value, "version": .value, "unkept": .each(["words"]),
            "questions": .each([
                "name": .value, "number": .value, "question": .value, "required": .value, "hint": .value, "was": .value,
                "answer": .value, "shown": .value, "wrong": .value, "line": .value, "long": .value, "limit": .value,
                "options": .each(["name", "option", "optionText", "isChosen"]),
            ]),
        ]),
    ])

    var value: TemplateValue {
        ToolHeading(viewer: page.viewer, project: page.project, tool: .forms).value.adding([
            "problem": .optional(problem), "forms": .list(page.forms.map(value)),
        ])
    }

    private func value(of form: Questionnaire) -> TemplateValue {
        let slug = page.viewer.organization.settings.slug
        let path = SitePath.thing(form.id.number, .forms, of: page.project.id, slug, "answers")
        let sent = sent.flatMap { $0.form == form.id ? $0 : nil }
        return [
            "anchor": .text("form-\(form.id)"), "formTitle": .text(form.settings.title),
            "details": .text(form.settings.details), "due": .optional(form.settings.due.map(ReadableTime.day)),
            "locked": .flag(form.settings.isLocked), "blank": .number(form.blanks.count), "action": .text(path),
            "form": .text(token(path)), "version": .text(form.version),
            "unkept": .list((sent?.unkept(in: form) ?? []).map { ["words": .text($0)] }),
            "questions": .list(form.entries.map { value(of: $0, in: form, sent) }),
        ]
    }

    private func value(
        of entry: Questionnaire.Entry, in form: Questionnaire, _ sent: SentQuestionnaire?
    ) -> TemplateValue {
        let answer = sent?.typed[entry.number] ?? entry.untouched
        let name = "q\(form.id)-\(entry.number)"
        let kind = entry.question.kind
        return [
            "name": .text(name), "number": .number(entry.number), "question": .text(entry.question.text),
            "required": .flag(entry.question.isRequired), "hint": .optional(kind.hint), "answer": .text(answer),
            "was": .text(AnswerMark(entry).text),
            "shown": .phrase(kind.shown(entry.answer ?? "")),
            "wrong": .optional(sent?.wrong(entry)),
            "line": .flag(kind.isLine), "long": .flag(kind.isLong), "limit": .number(kind.limit),
            "options": .list(
                kind.options.map {
                    [
                        "name": .text(name), "option": .text($0), "optionText": .phrase(kind.shown($0)),
                        "isChosen": .flag($0.utf8.elementsEqual(answer.utf8)),
                    ]
                }),
        ]
    }
}

extension Question.Kind {
    var isLine: Bool {
        switch self {
        case .text(let longest): longest <= 200
        case .number, .date: true
        case .choice, .yesNo: false
        }
    }

    fileprivate var isLong: Bool { if case .text = self { !isLine } else { false } }

    fileprivate var limit: Int { if case .text(let longest) = self { longest } else { 40 } }

    var options: [String] {
        switch self {
        case .choice(let options): options
        case .yesNo: ["yes", "no"]
        case .text, .number, .date: []
        }
    }

    fileprivate var hint: Phrase? {
        switch self {
        case .text, .choice, .yesNo: nil
        case .number(let least, let greatest): Phrase("a whole number from \(least) to \(greatest)")
        case .date: Phrase("a date like 2026-10-14")
        }
    }

    fileprivate func shown(_ answer: String) -> Phrase {
        switch (self, answer) {
        case (.date, _): ReadableTime.day(answer)
        case (.yesNo, "yes"): Phrase("yes")
        case (.yesNo, "no"): Phrase("no")
        default: .verbatim(answer)
        }
    }
}

extension SentQuestionnaire {
    /// What was typed and has no field on the page.
    fileprivate func unkept(in form: Questionnaire) -> [String] {
        let shut = form.settings.isLocked ? form.entries.compactMap { typed[$0.number] } : []
        return orphans + shut.filter { !$0.utf8.isEmpty }
    }

    fileprivate func wrong(_ entry: Questionnaire.Entry) -> Phrase? {
        guard overtaken.contains(entry.number) else { return problems[entry.number].map(AnswerWords.text) }
        guard let answer = entry.answer else {
            return Phrase("The answer here was taken back meanwhile. If you save again, yours is kept.")
        }
        return Phrase(
            "Meanwhile this was answered: “\(entry.question.kind.shown(answer))”. If you save again, yours takes its place."
        )
    }
}

/// Why an answer was not kept, beside its question.
enum AnswerWords {
    static func text(_ problem: AnswerProblem) -> Phrase {
        switch problem {
        case .tooLong(let limit): Phrase("At most \(limit) letters, please.")
        case .notAmong: Phrase("Please choose one of these.")
        case .noNumber(let least, let greatest): Phrase("Please write a whole number from \(least) to \(greatest).")
        case .noDate: Phrase("Please write a date like 2026-10-14.")
        case .neitherYesNorNo: Phrase("Please choose yes or no.")
        case .notAsked: Phrase("This is not asked any more.")
        }
    }
}
