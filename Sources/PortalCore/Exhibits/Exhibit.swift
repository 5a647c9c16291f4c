/// Something that a project puts before people to look at, in versions, and that they comment on.
package struct Exhibit: Equatable, Sendable {
    package let id: ExhibitID
    package let project: ProjectID
    /// What configuration says of it.
    package let settings: ExhibitSettings
    /// The newest one.
    package let version: ExhibitVersion

    package var tool: Tool { settings.tool }
    package var thing: Thing { .exhibit(id, tool) }
}

/// What is to be seen, by what it is.
package enum ExhibitContent: Equatable, Sendable, Codable {
    case menu(Menu)
    case itinerary(Itinerary)
    /// Its pictures are not versions of it.
    case board
    case floorPlan(FloorPlan)

    package var tool: Tool {
        switch self {
        case .menu: .menus
        case .itinerary: .itineraries
        case .board: .boards
        case .floorPlan: .floorplans
        }
    }
}

/// One version of an exhibit; it never changes.
package struct ExhibitVersion: Equatable, Sendable {
    /// From 1.
    package let number: Int
    package let content: ExhibitContent
    /// Who made it; nil where configuration did.
    package let author: String?
    package let at: Moment
}

/// What configuration says of an exhibit.
package struct ExhibitSettings: Equatable, Sendable, ItemContent {
    package var project: String
    package var name: String
    package var title: String
    /// A few sentences above it.
    package var details: String
    package var content: ExhibitContent

    package init(project: String, name: String, title: String, details: String, content: ExhibitContent) {
        self.project = project
        self.name = name
        self.title = title
        self.details = details
        self.content = content
    }

    package var tool: Tool { content.tool }
}

/// A noun whose things are exhibits.
protocol ExhibitNoun: Noun {}

extension ExhibitNoun {
    static func settings(of project: Project, in connection: any Connection) throws -> [ItemSettings] {
        try ExhibitRecord.all(of: project.id, tool, in: connection).map { .exhibit($0.settings) }
    }

    static func listed(
        in project: Project, for person: Person, in connection: any Connection
    ) throws -> [ListedThing] {
        try ExhibitRecord.all(of: project.id, tool, in: connection).map(ListedThing.exhibit)
    }

    static func given(
        _ thing: Thing, in project: Project, for person: Person, _ connection: any Connection
    ) throws -> GivenThing? {
        guard case .exhibit(let id, tool) = thing,
            let exhibit = try ExhibitRecord.find(id, of: project.id, in: connection)
        else { return nil }
        return GivenThing(title: exhibit.settings.title, files: [], page: tool)
    }

    static func tell(_ person: Person, of project: ProjectID, in transaction: Transaction) throws {
        guard try transaction.isOn(tool, at: person.organization) else { return }
        for exhibit in try ExhibitRecord.all(of: project, tool, in: transaction.connection) {
            try transaction.oweOnce(.item(.exhibit(.published(exhibit.id))), to: person.id)
        }
    }
}
