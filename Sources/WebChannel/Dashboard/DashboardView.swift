import Localization
import PortalCore
import Templates

/// What a client sees first. Counts and phases at a glance, and whatever waits for them on top.
struct DashboardView {
    let dashboard: Dashboard
    /// The other organizations of this person.
    let others: [Organization]
    /// Of the form that turns notifications on and off.
    let token: FormToken

    static let names: TemplateNames = [
        "firstName": .value, "welcome": .value, "staff": .value, "askedCount": .value,
        "asked": .each(["path", "deliverable", "project", "details", "decides"]),
        "calm": .value, "staffPath": .value, "muted": .value, "notifyPath": .value, "form": .value,
        "others": .each(["name", "path"]),
        "shelves": .each(["path", "name", "count", "waiting"]),
        "projects": .each(
            [
                "path": .value, "projectTitle": .value, "kind": .value, "summary": .value, "steps": Steps.names,
                "deliverables": .value, "waiting": .value, "messages": .value,
                "newest": ["author", "at", "iso", "excerpt"],
            ]),
    ]

    var value: TemplateValue {
        let viewer = dashboard.viewer
        let settings = viewer.organization.settings
        let isStaff = viewer.person.isStaff
        let firstName = viewer.person.name.utf8.split(separator: 0x20).first.map { String(decoding: $0, as: UTF8.self) }
        return [
            "title": .text(settings.name), "firstName": .text(firstName ?? viewer.person.name),
            "welcome": isStaff ? .absent : .text(settings.welcome), "staff": .flag(isStaff),
            "askedCount": .number(dashboard.asked.count + dashboard.waiting.count),
            "asked": .list(dashboard.asked.map(asked) + dashboard.waiting.map(waiting)),
            "calm": .flag(dashboard.asked.isEmpty && dashboard.waiting.isEmpty && !isStaff),
            "staffPath": isStaff ? .text(SitePath.staff(settings.slug)) : .absent,
            "projects": .list(dashboard.projects.map(card)), "shelves": .list(dashboard.shelves.map(shelf)),
            "muted": .flag(viewer.person.muted), "notifyPath": .text(SitePath.notifications(settings.slug)),
            "form": .text(token.text),
            "others": .list(
                others.map {
                    ["name": .text($0.settings.name), "path": .text(SitePath.signIn($0.settings.slug))]
                }),
        ]
    }

    private func asked(_ item: Dashboard.Asked) -> TemplateValue {
        let slug = dashboard.viewer.organization.settings.slug
        return [
            "path": .text(SitePath.deliverable(item.deliverable.id, slug)),
            "deliverable": .text(item.deliverable.settings.title), "project": .text(item.project.settings.title),
            "details": .phrase(item.deliverable.settings.details),
            "decides": .flag(!dashboard.viewer.person.isStaff),
        ]
    }

    private func waiting(_ item: Dashboard.Waiting) -> TemplateValue {
        let slug = dashboard.viewer.organization.settings.slug
        return [
            "path": .text(
                item.project.map { SitePath.tool(item.thing.tool, of: $0.id, slug) }
                    ?? SitePath.tool(item.thing.tool, slug)),
            "deliverable": .text(item.thing.title),
            "project": .text((item.project?.settings.title ?? dashboard.viewer.organization.settings.name)),
            "details": .phrase(
                .joined(
                    [item.thing.tool.title, item.thing.due.map { Phrase("due \(ReadableTime.day($0))") } ?? .empty],
                    by: ", ")),
            "decides": false,
        ]
    }

    private func shelf(_ shelf: Shelf) -> TemplateValue {
        [
            "path": .text(SitePath.tool(shelf.tool, dashboard.viewer.organization.settings.slug)),
            "name": .phrase(shelf.tool.title), "count": .number(shelf.count), "waiting": .number(shelf.waiting),
        ]
    }

    private func card(_ card: ProjectCard) -> TemplateValue {
        let settings = dashboard.viewer.organization.settings
        return [
            "path": .text(SitePath.project(card.project.id, settings.slug)),
            "projectTitle": .text(card.project.settings.title), "kind": .phrase(card.project.settings.kind.word),
            "summary": .text(card.project.settings.summary),
            "steps": Steps(phase: card.project.settings.phase, names: settings.phases).value,
            "deliverables": .phrase(Self.deliverables(card.deliverables)), "waiting": .number(card.waiting),
            "messages": .phrase(Self.messages(card.messages)),
            "newest": card.newest.map { newest($0, ReadableTime(zone: settings.timeZone)) } ?? .absent,
        ]
    }

    private func newest(_ message: Message, _ time: ReadableTime) -> TemplateValue {
        [
            "author": .text(message.authorName), "at": .phrase(time.text(message.at)),
            "iso": .text(ReadableTime.iso(message.at)), "excerpt": .text(Self.excerpt(message.text)),
        ]
    }

    /// Nothing for none, so that the badge is left out.
    private static func deliverables(_ count: Int) -> Phrase {
        count == 0 ? .empty : Phrase(count, one: "1 deliverable", other: "\(count) deliverables")
    }

    private static func messages(_ count: Int) -> Phrase {
        count == 0 ? .empty : Phrase(count, one: "1 message", other: "\(count) messages")
    }

    /// The first words, on one line. Limit: 160 scalars.
    static func excerpt(_ text: String) -> String {
        let words = text.unicodeScalars.split { $0.value <= 0x20 }
        let line = words.prefix(60).map { String($0) }.joined(separator: " ").unicodeScalars
        return line.count <= 160 ? String(line) : String(line.prefix(159)) + "…"
    }
}

extension Website {
    func showDashboard(_ slug: String, _ visit: Visit) throws -> Answer {
        try inside(slug, visit) { session in
            guard let dashboard = try portal.dashboard(session, of: slug) else { return nil }
            let view = DashboardView(
                dashboard: dashboard, others: try portal.otherOrganizations(session, of: slug),
                token: token(for: SitePath.notifications(slug), key: session))
            return page("dashboard", view.value, frame(dashboard.viewer, session: session))
        }
    }
}
