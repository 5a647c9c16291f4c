package import MailFormat

/// Something that one person is to do, and ticks off.
package struct ToDo: Equatable, Sendable {
    package let id: ToDoID
    package let project: ProjectID
    package let settings: ToDoSettings
    /// Whose it is.
    package let person: PersonID
    package let personName: String
    package let done: Moment?

    /// The rule for ticking off and taking back: whoever it is assigned to, and staff.
    func changing(by person: Person) -> Refusal? {
        person.isStaff || person.id == self.person ? nil : .item(.notTheirs)
    }
}

/// What configuration says of a to-do.
package struct ToDoSettings: Equatable, Sendable, ItemContent {
    package var project: String
    package var name: String
    package var title: String
    /// What it takes, in a few sentences.
    package var details: String
    /// Of a client of the project, or of staff.
    package var assignee: EmailAddress
    /// ISO 8601 date.
    package var due: String?

    package init(
        project: String, name: String, title: String, details: String, assignee: EmailAddress, due: String?
    ) {
        self.project = project
        self.name = name
        self.title = title
        self.details = details
        self.assignee = assignee
        self.due = due
    }

    package var tool: Tool { .todos }
}

/// What a page of to-dos shows.
package struct ToDoPage: Sendable, Equatable {
    package let viewer: Participant
    package let project: Project
    package let toDos: [ToDo]
}

extension Portal {
    /// The to-dos of a project; nil when nobody is signed in, or for them there is no such page.
    package func toDoPage(_ id: ProjectID, _ session: Secret, of slug: String) throws -> ToDoPage? {
        try read(.todos, of: id, session, slug) { viewer, project, connection in
            ToDoPage(viewer: viewer, project: project, toDos: try ToDoRecord.all(of: id, in: connection))
        }
    }
}
