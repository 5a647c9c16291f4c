import Localization
import PortalCore
import Templates

/// A to-do as it was typed.
struct ToDoDraft: Draft {
    static let template = "staff-todo"
    static let place = "todos"
    static let heading = Phrase("New to-do")
    static let names = DraftPage.names.merging([
        "details": .value, "due": .value, "people": .each(["number", "person", "role", "chosen"]),
        "peopleCount": .value,
    ])

    private var title = ""
    private var details = ""
    private var due = ""
    private var assignee = PersonID(number: 0)

    init() {}

    init(_ form: OwnForm) {
        (title, details, due) = (form.text("title"), form.text("details"), form.text("due"))
        assignee = PersonID(number: Int64(form.value("for")) ?? 0)
    }

    func command(_ files: [FileContent], in project: ProjectID) -> WorkCommand {
        .assignToDo(
            NewToDo(title: title, details: details, due: DraftPage.day(due), assignee: assignee), in: project)
    }

    func value(on page: StaffProject, refused: Bool) -> TemplateValue {
        let people = DraftPage.people(of: page)
        return [
            "subject": .text(title), "details": .text(details), "due": .text(due),
            "people": .list(
                people.map {
                    [
                        "number": .text("\($0.id)"), "person": .text($0.name), "role": .phrase($0.role.word),
                        "chosen": .flag($0.id == assignee),
                    ]
                }), "peopleCount": .number(people.count),
        ]
    }
}
