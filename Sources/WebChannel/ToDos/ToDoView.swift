import HTTPTypes
import Localization
import PortalCore
import Templates

/// The checklist of a project.
struct ToDoView {
    let page: ToDoPage
    var problem: Phrase?
    /// The token of the form at a path.
    let token: (String) -> String

    static let names: TemplateNames = ToolHeading.names.merging([
        "problem": .value,
        "open": .each(["todo", "details", "due", "whose", "action", "form"]),
        "done": .each(["todo", "whose", "at", "iso", "action", "form"]), "openCount": .value, "doneCount": .value,
    ])

    var value: TemplateValue {
        let (done, open) = (page.toDos.filter { $0.done != nil }, page.toDos.filter { $0.done == nil })
        return ToolHeading(viewer: page.viewer, project: page.project, tool: .todos).value.adding([
            "problem": .optional(problem), "open": .list(open.map(value)), "done": .list(done.map(value)),
            "openCount": .number(open.count), "doneCount": .number(done.count),
        ])
    }

    private func value(of toDo: ToDo) -> TemplateValue {
        let settings = page.viewer.organization.settings
        let isOwn = toDo.person == page.viewer.person.id
        let act = toDo.done == nil ? "done" : "reopen"
        let path = SitePath.thing(toDo.id.number, .todos, of: page.project.id, settings.slug, act)
        let mayChange = isOwn || page.viewer.person.isStaff
        return [
            "todo": .text(toDo.settings.title), "details": .text(toDo.settings.details),
            "due": .optional(toDo.settings.due.map(ReadableTime.day)),
            "whose": isOwn ? .absent : .text(toDo.personName),
            "at": .optional(toDo.done.map(ReadableTime(zone: settings.timeZone).text)),
            "iso": .optional(toDo.done.map(ReadableTime.iso)), "action": mayChange ? .text(path) : .absent,
            "form": mayChange ? .text(token(path)) : .absent,
        ]
    }
}

extension Website {
    func toDoActs(_ place: Place.ToolPlace, _ project: ProjectID, _ slug: String) -> Acts? {
        switch (place.thing, place.act) {
        case (nil, nil): return Acts(get: { try showToDos(project, slug, $0) })
        case (let number?, "done"?):
            let command = ToDoCommand.finish([ToDoID(number: number)], in: project)
            return Acts(post: { try await change(command, number, "done", project, slug, $0) })
        case (let number?, "reopen"?):
            let command = ToDoCommand.reopen(ToDoID(number: number), in: project)
            return Acts(post: { try await change(command, number, "reopen", project, slug, $0) })
        default: return nil
        }
    }

    private func change(
        _ command: ToDoCommand, _ number: Int64, _ act: String, _ project: ProjectID, _ slug: String, _ visit: Visit
    ) async throws -> Answer {
        try await carryOut(
            formAt: SitePath.thing(number, .todos, of: project, slug, act), of: slug, visit,
            next: SitePath.tool(.todos, of: project, slug), { _ in .toDo(command) },
            again: { reason, _ in try showToDos(project, slug, visit, problem: reason) })
    }

    private func showToDos(
        _ project: ProjectID, _ slug: String, _ visit: Visit, problem: Phrase? = nil
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.toDoPage(project, session, of: slug) else { return nil }
            let view = ToDoView(page: found, problem: problem) { token(for: $0, key: session).text }
            return page(
                "todos", view.value, frame(found.viewer, session: session),
                status: problem == nil ? .ok : .unprocessableContent)
        }
    }
}
