import Localization
import PortalCore
import Templates

/// A form as it was typed, with room for more questions than there are.
struct QuestionnaireDraft: Draft {
    static let template = "staff-form"
    static let place = "forms"
    static let heading = Phrase("New form")
    static let names = DraftPage.names.merging([
        "details": .value, "due": .value, "rowCount": .value, "mayGrow": .value,
        "rows": .each([
            "number": .value, "ask": .value, "kinds": .each(["word", "label", "chosen"]), "options": .value,
            "needed": .value, "wrong": .value,
        ]),
    ])

    /// Rows of an empty page, and so many more at a time.
    private static let room = 6

    private var title = ""
    private var details = ""
    private var due = ""
    private var rows = [QuestionRow](repeating: QuestionRow(), count: Self.room)
    private(set) var wantsRoom = false

    init() {}

    init(_ form: OwnForm) {
        (title, details, due) = (form.text("title"), form.text("details"), form.text("due"))
        let count = min(max(Int(form.value("rows")) ?? 0, Self.room), QuestionnaireSettings.mostQuestions)
        rows = (1...count).map { QuestionRow($0, of: form) }
        wantsRoom = form.isChecked("more")
        guard wantsRoom else { return }
        let added = min(Self.room, QuestionnaireSettings.mostQuestions - count)
        rows += [QuestionRow](repeating: QuestionRow(), count: added)
    }

    /// The form, and in which row each of its questions stands.
    private var new: (form: NewQuestionnaire, places: [Int]) {
        let places = rows.indices.filter { !rows[$0].isBlank }
        let form = NewQuestionnaire(
            title: title, details: details, due: DraftPage.day(due), questions: places.map { rows[$0].question })
        return (form, places)
    }

    func command(_ files: [FileContent], in project: ProjectID) throws -> WorkCommand {
        guard !rows.contains(where: \.isContradictory) else {
            throw WrongEntry(text: MisfitWords.text(.questions))
        }
        return .askQuestions(new.form, in: project)
    }

    func value(on page: StaffProject, refused: Bool) -> TemplateValue {
        let problems = refused ? problems : [:]
        return [
            "subject": .text(title), "details": .text(details), "due": .text(due), "rowCount": .number(rows.count),
            "mayGrow": .flag(rows.count < QuestionnaireSettings.mostQuestions),
            "rows": .list(rows.indices.map { value(of: rows[$0], at: $0, problems[$0]) }),
        ]
    }

    /// What is wrong with the rows, by their places.
    private var problems: [Int: Phrase] {
        let (form, places) = new
        var problems: [Int: Phrase] = [:]
        for (index, problem) in form.problems { problems[places[index]] = MisfitWords.text(problem) }
        for place in places where rows[place].isContradictory {
            problems[place] = Phrase("There are choices, but the answer is to be something else.")
        }
        return problems
    }

    private func value(of row: QuestionRow, at place: Int, _ problem: Phrase?) -> TemplateValue {
        [
            "number": .number(place + 1), "ask": .text(row.text), "options": .text(row.options),
            "needed": .flag(row.isRequired), "wrong": .optional(problem),
            "kinds": .list(
                QuestionRow.Kind.allCases.map {
                    [
                        "word": .text($0.rawValue), "label": .phrase($0.label), "chosen": .flag($0 == row.kind),
                    ]
                }),
        ]
    }
}
