import MailFormat

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

    /// The thing that is called so among those that a person sees: `GET INV-12`, `GET menu`; nil where none is.
    static func thing(
        called name: NamedThing, in project: Project, for person: Person, _ connection: any Connection
    ) throws -> Thing?

    /// What stands for a thing that was asked for; nil where it is another noun's, or not for this person.
    static func given(
        _ thing: Thing, in project: Project, for person: Person, _ connection: any Connection
    ) throws -> GivenThing?

    /// The notice that answers with a thing that was asked for in words of its own; nil where `given` stands for it.
    ///
    /// - Parameter attached: whether files may go along.
    static func answer(
        with thing: Thing, in project: Project, attached: Bool, _ connection: any Connection
    ) throws -> ItemNotice?

    /// Whether a project leads to its page though there are none yet.
    static func isShownEmpty(in project: Project, _ connection: any Connection) throws -> Bool
}

extension Noun {
    static func tell(_ person: Person, of project: ProjectID, in transaction: Transaction) throws {}
    static func waiting(for person: Person, in connection: any Connection) throws -> [WaitingThing] { [] }

    static func thing(
        called name: NamedThing, in project: Project, for person: Person, _ connection: any Connection
    ) throws -> Thing? { nil }

    static func given(
        _ thing: Thing, in project: Project, for person: Person, _ connection: any Connection
    ) throws -> GivenThing? { nil }

    static func answer(
        with thing: Thing, in project: Project, attached: Bool, _ connection: any Connection
    ) throws -> ItemNotice? { nil }

    static func isShownEmpty(in project: Project, _ connection: any Connection) throws -> Bool { false }
}

/// What a kind of thing tells about itself that belongs to an organization or to one of its clients.
protocol OrganizationNoun: Sendable {
    static var tool: Tool { get }

    /// Those that a person may see, in the order in which lists number them.
    static func listed(for person: Person, in connection: any Connection) throws -> [ListedThing]

    /// What of them waits for this person.
    static func waiting(
        for person: Person, of organization: Organization, in connection: any Connection
    ) throws -> [WaitingThing]
}

/// Every noun that a project holds beside its deliverables, files and messages.
enum Nouns {
    static let all: [any Noun.Type] = [
        ToDos.self, Menus.self, Itineraries.self, Boards.self, FloorPlans.self, Guests.self, Questionnaires.self,
        Invoices.self, Documents.self,
    ]

    /// With those that the project's own page shows: they can be listed and asked for like the others.
    static var named: [any Noun.Type] { all + [SharedFiles.self, DeliverableFiles.self] }

    /// Every noun that belongs to an organization or to one of its clients.
    static let ofOrganization: [any OrganizationNoun.Type] = [Requests.self, Passengers.self]

    static func noun(_ tool: Tool) -> (any Noun.Type)? { named.first { $0.tool == tool } }

    static func ofOrganization(_ tool: Tool) -> (any OrganizationNoun.Type)? {
        ofOrganization.first { $0.tool == tool }
    }

    /// The nouns that an organization uses.
    static func inUse(by organization: Organization) -> [any Noun.Type] {
        all.filter { organization.settings.tools.contains($0.tool) }
    }

    /// The same for those beside its projects.
    static func ofOrganization(inUseBy organization: Organization) -> [any OrganizationNoun.Type] {
        ofOrganization.filter { organization.settings.tools.contains($0.tool) }
    }
}

/// One entry of a list, with all that a channel needs to word it.
package enum ListedThing: Equatable, Sendable {
    case toDo(ToDo)
    case exhibit(Exhibit)
    /// With the title of the deliverable that it belongs to, where it belongs to one.
    case file(StoredFile, of: String?)
    case invoice(Invoice)
    case request(Request)
    case passenger(Passenger)
    case guest(Guest)
    case form(Questionnaire)
    case document(Document)

    package var thing: Thing {
        switch self {
        case .toDo(let toDo): .toDo(toDo.id)
        case .exhibit(let exhibit): exhibit.thing
        case .file(let file, _): .file(file.id)
        case .invoice(let invoice): .invoice(invoice.id)
        case .request(let request): .request(request.id)
        case .passenger(let passenger): .passenger(passenger.id)
        case .guest(let guest): .guest(guest.id)
        case .form(let form): .form(form.id)
        case .document(let document): document.thing
        }
    }
}

/// Something that waits for a person.
package struct WaitingThing: Equatable, Sendable {
    package let thing: Thing
    package let tool: Tool
    /// Nil for what belongs to the organization.
    package let project: ProjectID?
    package let title: String
    /// ISO 8601 date, where there is one.
    package let due: String?
}
