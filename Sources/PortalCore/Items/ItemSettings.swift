/// What configuration says of one thing that a project holds.
package enum ItemSettings: Equatable, Sendable {
    case toDo(ToDoSettings)
    case exhibit(ExhibitSettings)
    case invoice(InvoiceSettings)
    case event(EventSettings)
    case form(QuestionnaireSettings)
    case document(DocumentSettings)

    package var content: any ItemContent {
        switch self {
        case .toDo(let settings): settings
        case .exhibit(let settings): settings
        case .invoice(let settings): settings
        case .event(let settings): settings
        case .form(let settings): settings
        case .document(let settings): settings
        }
    }
}

/// Settings of one kind of thing.
package protocol ItemContent: Equatable, Sendable {
    var tool: Tool { get }
    /// The key of the project that it belongs to.
    var project: String { get }
    /// Its key within the project.
    var name: String { get }
    var title: String { get }
}

/// What the core does with settings: each noun keeps its own.
protocol StoredItemContent: ItemContent {
    /// Saves what is new or different; says `.nothingToDo(.unchanged)` where nothing is.
    func save(in project: Project, _ transaction: Transaction) throws -> Outcome
}

extension ItemSettings {
    /// Whether both are about the same thing.
    package func isSameThing(as other: ItemSettings) -> Bool {
        content.tool == other.content.tool && content.name.utf8.elementsEqual(other.content.name.utf8)
            && content.project.utf8.elementsEqual(other.content.project.utf8)
    }
}

extension Transaction {
    func setItem(_ settings: ItemSettings, in slug: String) throws -> Outcome {
        guard let stored = settings.content as? any StoredItemContent,
            let organization = try OrganizationRecord.find(slug, in: connection),
            let project = try ProjectRecord.find(stored.project, of: organization.id, in: connection)
        else { return .refused(.notFound) }
        return try stored.save(in: project, self)
    }
}
