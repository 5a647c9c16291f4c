/// To-dos, as lists and digests see them.
enum ToDos: Noun {
    static let tool = Tool.todos

    static func settings(of project: Project, in connection: any Connection) throws -> [ItemSettings] {
        try ToDoRecord.all(of: project.id, in: connection).map { .toDo($0.settings) }
    }

    static func listed(
        in project: Project, for person: Person, in connection: any Connection
    ) throws -> [ListedThing] {
        try ToDoRecord.all(of: project.id, in: connection).map(ListedThing.toDo)
    }

    static func waiting(for person: Person, in connection: any Connection) throws -> [WaitingThing] {
        try ToDoRecord.open(of: person.id, in: connection).map { toDo in
            WaitingThing(
                thing: .toDo(toDo.id), tool: tool, project: toDo.project, title: toDo.settings.title,
                due: toDo.settings.due)
        }
    }

    static func tell(_ person: Person, of project: ProjectID, in transaction: Transaction) throws {
        let isAsked = try ToDoRecord.open(of: person.id, in: transaction.connection).contains { $0.project == project }
        if isAsked { try transaction.oweOnce(.item(.toDo(.assigned(project))), to: person.id) }
    }
}

extension ToDoSettings: StoredItemContent {
    /// A new to-do, or one that goes to somebody else, is mailed to whom it is for.
    func save(in project: Project, _ transaction: Transaction) throws -> Outcome {
        let connection = transaction.connection
        let assigned = try PersonRecord.assigned(to: project.id, at: transaction.now, in: connection)
        let staff = try PersonRecord.find(assignee, of: project.organization, at: transaction.now, in: connection)
        guard let person = assigned.first(where: { $0.address == assignee }) ?? staff.flatMap({ $0.isStaff ? $0 : nil })
        else { return .refused(.notFound) }
        let current = try ToDoRecord.find(name, of: project.id, in: connection)
        guard current?.settings != self else { return .nothingToDo(.unchanged) }
        _ = try ToDoRecord.save(self, of: project.id, for: person.id, in: connection)
        if current?.person != person.id, current?.done == nil, person.hears {
            try transaction.oweOnce(.item(.toDo(.assigned(project.id))), to: person.id)
        }
        return .done(.item(.set(.todos)))
    }
}
