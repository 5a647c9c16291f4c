/// What every kind of thing tells about itself, so that lists, pages and digests need not know them one by one.
protocol Noun: Sendable {
    static var tool: Tool { get }

    /// What configuration would say of those of a project.
    static func settings(of project: Project, in connection: any Connection) throws -> [ItemSettings]

    /// Those of a project that a person may see, in the order in which lists number them.
    static func listed(in project: Project, for person: Person, in connection: any Connection) throws -> [ListedThing]

    /// What of all projects waits for this person: the dashboard shows it first.
    static func waiting(for person: Person, in connection: any Connection) throws -> [WaitingThing]

    /// Tells somebody who has just come in, or was assigned to a project, what is there for them.
    static func tell(_ person: Person, of project: ProjectID, in transaction: Transaction) throws
}

extension Noun {
    static func tell(_ person: Person, of project: ProjectID, in transaction: Transaction) throws {}
    static func waiting(for person: Person, in connection: any Connection) throws -> [WaitingThing] { [] }
}

/// Every noun that a project holds beside its deliverables, files and messages.
enum Nouns {
    static let all: [any Noun.Type] = [ToDos.self, Menus.self, Itineraries.self]

    static func noun(_ tool: Tool) -> (any Noun.Type)? { all.first { $0.tool == tool } }

    /// The nouns that an organization uses.
    static func inUse(by organization: Organization) -> [any Noun.Type] {
        all.filter { organization.settings.tools.contains($0.tool) }
    }
}

/// One entry of a list, with all that a channel needs to word it.
package enum ListedThing: Equatable, Sendable {
    case toDo(ToDo)
    case exhibit(Exhibit)

    package var thing: Thing {
        switch self {
        case .toDo(let toDo): .toDo(toDo.id)
        case .exhibit(let exhibit): exhibit.thing
        }
    }
}

/// Something that waits for a person.
package struct WaitingThing: Equatable, Sendable {
    package let thing: Thing
    package let tool: Tool
    package let project: ProjectID
    package let title: String
    /// ISO 8601 date, where there is one.
    package let due: String?
}
