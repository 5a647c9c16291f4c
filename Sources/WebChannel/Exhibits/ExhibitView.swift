import HTTPTypes
import Localization
import PortalCore
import Templates

/// The page of one thing to look at: what it is, its versions, and what was said about it.
struct ExhibitView {
    let page: ExhibitPage
    let remarks: Remarks
    let arranging: Arranging

    static let frameNames: TemplateNames = ToolHeading.names.merging([
        "toolPath": .value, "toolTitle": .value, "details": .value, "version": .value, "madeAt": .value, "iso": .value,
        "madeBy": .value, "newestPath": .value, "older": .each(["olderPath", "olderNumber"]),
        "messages": MessageList.names, "messageCount": .value, "remark": Remarks.names,
    ])

    /// The name of the template.
    var template: String {
        switch page.version.content {
        case .menu: "menu"
        case .itinerary: "itinerary"
        case .board: "board"
        case .floorPlan: "floorplan"
        }
    }

    var value: TemplateValue { frame.adding(content) }

    /// Whether the viewer may change what is shown here.
    var isEditable: Bool {
        guard case .floorPlan = page.version.content else { return false }
        return page.viewer.mayEditFloorPlans && page.version.number == page.exhibit.version.number
    }

    private var settings: OrganizationSettings { page.viewer.organization.settings }

    private var content: TemplateValue {
        switch page.version.content {
        case .menu(let menu): MenuView.value(menu)
        case .itinerary(let itinerary): ItineraryView.value(itinerary, calendar: path("calendar"))
        case .board: BoardView.value(page.pictures, path: path)
        case .floorPlan(let plan): FloorPlanView(page: page, plan: plan, arranging: arranging, path: path).value
        }
    }

    private func path(_ act: String? = nil) -> String {
        SitePath.thing(page.exhibit.id.number, page.exhibit.tool, of: page.project.id, settings.slug, act)
    }

    private var frame: TemplateValue {
        let (newest, version) = (page.exhibit.version.number, page.version)
        let others = page.versions.filter { $0.number != version.number && $0.number != newest }
        let time = ReadableTime(zone: settings.timeZone)
        return ToolHeading(viewer: page.viewer, project: page.project, tool: page.exhibit.tool).value.adding([
            "title": .text("\(page.exhibit.settings.title) · \(page.project.settings.title)"),
            "heading": .text(page.exhibit.settings.title), "toolTitle": .phrase(page.exhibit.tool.title),
            "toolPath": .text(SitePath.tool(page.exhibit.tool, of: page.project.id, settings.slug)),
            "details": .text(page.exhibit.settings.details),
            "version": page.versions.count > 1 ? .number(version.number) : .absent,
            "madeAt": .phrase(time.text(version.at)), "iso": .text(ReadableTime.iso(version.at)),
            "madeBy": .optional(version.author), "newestPath": version.number == newest ? .absent : .text(path()),
            "older": .list(
                others.map {
                    ["olderPath": .text(path("version-\($0.number)")), "olderNumber": .number($0.number)]
                }),
            "messages": MessageList(
                messages: page.comments, attachments: page.attachments, slug: settings.slug, time: time,
                viewer: page.viewer.person
            ).value, "messageCount": .number(page.comments.count), "remark": remarks.value,
        ])
    }
}

/// Where something is said about what is shown; what was typed stays when it could not be posted.
struct Remarks {
    let path: String
    let token: FormToken
    var draft = ""
    var problem: Phrase?
    /// Whether pictures that are added are put up.
    var takesPictures = false
    /// Bytes.
    let limit: Int

    static let names: TemplateNames = ["remarkPath", "remarkForm", "draft", "remarkProblem", "takesPictures", "limit"]

    var value: TemplateValue {
        [
            "remarkPath": .text(path), "remarkForm": .text(token.text), "draft": .text(draft),
            "remarkProblem": .optional(problem), "takesPictures": .flag(takesPictures),
            "limit": .phrase(ReadableSize.limit(Int64(limit))),
        ]
    }
}

/// All of one kind.
struct ExhibitShelfView {
    let shelf: ExhibitShelf
    let tool: Tool

    static let names: TemplateNames = ToolHeading.names.merging([
        "exhibits": .each(["path", "exhibit", "about", "number"]), "count": .value,
    ])

    var value: TemplateValue {
        let slug = shelf.viewer.organization.settings.slug
        return ToolHeading(viewer: shelf.viewer, project: shelf.project, tool: tool).value.adding([
            "exhibits": .list(
                shelf.exhibits.map { exhibit in
                    [
                        "path": .text(SitePath.thing(exhibit.id.number, tool, of: shelf.project.id, slug)),
                        "exhibit": .text(exhibit.settings.title), "about": .text(exhibit.settings.details),
                        "number": exhibit.version.number > 1 ? .number(exhibit.version.number) : .absent,
                    ]
                }), "count": .number(shelf.exhibits.count),
        ])
    }
}
