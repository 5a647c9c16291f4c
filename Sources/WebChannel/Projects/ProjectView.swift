import HTTPTypes
import Localization
import PortalCore
import Templates

/// Everything of one project.
struct ProjectView {
    let page: ProjectPage
    let composer: Composer

    static let names: TemplateNames = [
        "home": .value, "projectTitle": .value, "kind": .value, "summary": .value, "starts": .value, "due": .value,
        "steps": Steps.names, "staff": .value, "managePath": .value,
        "deliverables": .each(["path", "deliverable", "details", "status", "state", "fileCount"]),
        "deliverableCount": .value, "files": FileList.names, "fileCount": .value, "messages": MessageList.names,
        "messageCount": .value, "earlier": .value,
        "shelves": .each(["path", "name", "count", "waiting"]),
        "composer": ["path", "form", "draft", "problem", "partner", "limit"],
    ]

    /// Where a message is written; what was typed stays when it could not be posted.
    struct Composer {
        let token: FormToken
        var draft = ""
        var problem: Phrase?
        /// Bytes.
        let limit: Int
    }

    var value: TemplateValue {
        let settings = page.viewer.organization.settings
        let project = page.project.settings
        return [
            "title": .text("\(project.title) · \(settings.name)"), "home": .text(SitePath.dashboard(settings.slug)),
            "projectTitle": .text(project.title), "kind": .phrase(project.kind.word), "summary": .text(project.summary),
            "starts": .optional(project.starts.map(ReadableTime.day)),
            "due": .optional(project.due.map(ReadableTime.day)),
            "steps": Steps(phase: project.phase, names: settings.phases).value,
            "staff": .text(page.staff.map(\.name).joined(separator: ", ")),
            "managePath": page.viewer.person.isStaff
                ? .text(SitePath.staff(settings.slug, "projects/\(page.project.id)")) : .absent,
            "deliverables": .list(page.deliverables.map(deliverable)),
            "deliverableCount": .number(page.deliverables.count),
            "files": FileList(files: page.files, slug: settings.slug, viewer: page.viewer.person).value,
            "fileCount": .number(page.files.count),
            "shelves": .list(page.shelves.map(shelf)),
            "messages": messages(settings), "messageCount": .number(page.messages.count + page.earlier),
            "earlier": .number(page.earlier),
            "composer": settings.tools.contains(.messages) || page.viewer.person.isStaff
                ? composer(settings) : .absent,
        ]
    }

    private func deliverable(_ item: ProjectDeliverable) -> TemplateValue {
        let status = StatusWords(item.deliverable.state, forStaff: page.viewer.person.isStaff)
        return [
            "path": .text(SitePath.deliverable(item.deliverable.id, page.viewer.organization.settings.slug)),
            "deliverable": .text(item.deliverable.settings.title),
            "details": .phrase(item.deliverable.settings.details), "status": .phrase(status.label),
            "state": .text(status.name), "fileCount": .number(item.files.count),
        ]
    }

    private func shelf(_ shelf: Shelf) -> TemplateValue {
        let slug = page.viewer.organization.settings.slug
        return [
            "path": .text(SitePath.tool(shelf.tool, of: page.project.id, slug)), "name": .phrase(shelf.tool.title),
            "count": .number(shelf.count), "waiting": .number(shelf.waiting),
        ]
    }

    private func messages(_ settings: OrganizationSettings) -> TemplateValue {
        return MessageList(
            messages: page.messages, attachments: page.attachments,
            subjects: subjects(settings.slug), slug: settings.slug, time: ReadableTime(zone: settings.timeZone),
            viewer: page.viewer.person
        ).value
    }

    private func subjects(_ slug: String) -> MessageSubjects {
        var subjects = MessageSubjects()
        for item in page.deliverables {
            let deliverable = item.deliverable
            subjects.deliverables[deliverable.id] = (
                deliverable.settings.title, SitePath.deliverable(deliverable.id, slug)
            )
        }
        for exhibit in page.exhibits {
            subjects.things[exhibit.thing] = (
                exhibit.settings.title, SitePath.thing(exhibit.id.number, exhibit.tool, of: page.project.id, slug)
            )
        }
        return subjects
    }

    private func composer(_ settings: OrganizationSettings) -> TemplateValue {
        [
            "path": .text(SitePath.messages(page.project.id, settings.slug)), "form": .text(composer.token.text),
            "draft": .text(composer.draft), "problem": .optional(composer.problem),
            "partner": page.viewer.person.isStaff ? .phrase(Phrase("your client")) : .text(settings.name),
            "limit": .phrase(ReadableSize.limit(Int64(composer.limit))),
        ]
    }
}

extension Website {
    func showProject(_ id: ProjectID, _ slug: String, _ visit: Visit) throws -> Answer {
        try showProject(id, slug, visit, draft: "", problem: nil)
    }

    func showProject(
        _ id: ProjectID, _ slug: String, _ visit: Visit, draft: String, problem: Phrase?
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.projectPage(id, session, of: slug) else { return nil }
            if visit.isSeen { portal.noteSeen(found) }
            let composer = ProjectView.Composer(
                token: token(for: SitePath.messages(id, slug), key: session), draft: draft, problem: problem,
                limit: settings.uploadLimit)
            let view = ProjectView(page: found, composer: composer)
            return page(
                "project", view.value, frame(found.viewer, session: session),
                status: problem == nil ? .ok : .unprocessableContent)
        }
    }
}
