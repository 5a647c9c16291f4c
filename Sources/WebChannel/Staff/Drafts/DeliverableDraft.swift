import Localization
import PortalCore
import Templates

/// A deliverable as it was typed.
struct DeliverableDraft: Draft {
    static let template = "staff-deliverable"
    static let place = "deliverables"
    static let heading = Phrase("New deliverable")
    static let names = DraftPage.names.merging(["kind", "format", "due", "visible"])

    private var title = ""
    private var kind = ""
    private var format = ""
    private var due = ""
    private var visible = true

    init() {}

    init(_ form: OwnForm) {
        (title, kind, format) = (form.text("title"), form.text("kind"), form.text("format"))
        (due, visible) = (form.text("due"), form.isChecked("visible"))
    }

    func command(_ files: [FileContent], in project: ProjectID) -> WorkCommand {
        .makeDeliverable(
            NewDeliverable(
                title: title, kind: kind, format: format, visible: visible, due: DraftPage.day(due), files: files),
            in: project)
    }

    func value(on page: StaffProject, refused: Bool) -> TemplateValue {
        [
            "subject": .text(title), "kind": .text(kind), "format": .text(format), "due": .text(due),
            "visible": .flag(visible),
        ]
    }
}
