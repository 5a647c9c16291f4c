import HTTPTypes
import Localization
import PortalCore
import Templates

/// What a project is managed by: how far it is, and what clients see of it.
struct StaffProjectView {
    let page: StaffProject
    var problem: Phrase?
    /// A form that could not be carried out.
    var sent: SentForm?
    /// Bytes of an upload.
    let limit: Int
    let buttons: StaffButtons

    static let names: TemplateNames = StaffHeading.names.merging([
        "projectPath": .value, "clientNames": .value, "staffNames": .value, "limit": .value,
        "progress": [
            "action": .value, "form": .value, "status": .value, "phases": .each(["number", "phase", "chosen"]),
        ],
        "deliverableCount": .value,
        "deliverables": .each([
            "number": .value, "path": .value, "deliverable": .value, "details": .value, "status": .value,
            "state": .value, "visible": .value, "act": StaffButtons.names, "version": .value, "next": .value,
            "action": .value, "form": .value, "due": .value, "isSent": .value,
        ]),
        "fileCount": .value,
        "files": .each([
            "path": .value, "file": .value, "size": .value, "visible": .value, "act": StaffButtons.names,
        ]),
        "share": ["action", "form", "visible"], "drafts": .each(["path", "draft"]),
    ])

    var value: TemplateValue {
        let slug = buttons.slug
        let share = SitePath.staff(slug, "projects/\(page.project.id)/files")
        func names(_ isStaff: Bool) -> String {
            page.people.filter { $0.isStaff == isStaff }.map(\.name).joined(separator: ", ")
        }
        return StaffHeading(viewer: page.viewer, heading: .verbatim(page.project.settings.title)).value(
            problem: problem
        ).adding([
            "projectPath": .text(SitePath.project(page.project.id, slug)), "clientNames": .text(names(false)),
            "staffNames": .text(names(true)), "limit": .phrase(ReadableSize.limit(Int64(limit))), "progress": progress,
            "deliverableCount": .number(page.deliverables.count),
            "deliverables": .list(page.deliverables.map(deliverable)), "fileCount": .number(page.files.count),
            "files": .list(page.files.map(file)),
            "share": [
                "action": .text(share), "form": .text(buttons.token(share)),
                "visible": .flag(sent?.isChecked("visible", at: share) ?? true),
            ],
            "drafts": .list(drafts),
        ])
    }

    /// What can be made here, each on a page of its own.
    private var drafts: [TemplateValue] {
        let pages = [
            (DeliverableDraft.place, DeliverableDraft.heading), (DocumentDraft.place, DocumentDraft.heading),
            (QuestionnaireDraft.place, QuestionnaireDraft.heading), (ToDoDraft.place, ToDoDraft.heading),
            ("invoice", Phrase("Issue an invoice")),
        ]
        return pages.map { place, heading in
            [
                "path": .text(SitePath.staff(buttons.slug, "projects/\(page.project.id)/\(place)")),
                "draft": .phrase(heading),
            ]
        }
    }

    private var progress: TemplateValue {
        let path = SitePath.staff(buttons.slug, "projects/\(page.project.id)/progress")
        let phase = sent?.text("phase", at: path) ?? "\(page.project.settings.phase)"
        return [
            "action": .text(path), "form": .text(buttons.token(path)),
            "status": .text(sent?.text("status", at: path) ?? page.project.settings.status),
            "phases": .list(
                page.viewer.organization.settings.phases.enumerated().map { index, name in
                    [
                        "number": .number(index + 1), "phase": .text(name),
                        "chosen": .flag(phase.utf8.elementsEqual("\(index + 1)".utf8)),
                    ]
                }),
        ]
    }

    private func deliverable(_ item: ProjectDeliverable) -> TemplateValue {
        let settings = item.deliverable.settings
        let words = StatusWords(item.deliverable.state, forStaff: true)
        let place = "deliverables/\(item.deliverable.id)"
        let upload = SitePath.staff(buttons.slug, "\(place)/version")
        return [
            "number": .text("\(item.deliverable.id)"),
            "path": .text(SitePath.deliverable(item.deliverable.id, buttons.slug)),
            "deliverable": .text(settings.title), "details": .phrase(settings.details), "status": .phrase(words.label),
            "state": .text(words.name), "visible": .flag(settings.visible),
            "act": visibility(settings.visible, place, settings.title), "version": .number(settings.version),
            "next": .number(settings.version + 1), "action": .text(upload), "form": .text(buttons.token(upload)),
            "due": .text(sent?.text("due", at: upload) ?? ""), "isSent": .flag(sent?.isSent(to: upload) ?? false),
        ]
    }

    private func file(_ file: StoredFile) -> TemplateValue {
        [
            "path": .text(SitePath.file(file.id, buttons.slug)), "file": .text(file.content.name),
            "size": .phrase(ReadableSize.text(file.content.size)), "visible": .flag(file.visible),
            "act": visibility(file.visible, "files/\(file.id)", file.content.name),
        ]
    }

    private func visibility(_ visible: Bool, _ place: String, _ title: String) -> TemplateValue {
        buttons.button(
            "\(place)/visible", visible ? Phrase("Hide from clients") : Phrase("Show to clients"), whom: title,
            on: !visible)
    }
}
