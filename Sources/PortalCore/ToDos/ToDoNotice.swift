/// News about to-dos.
package enum ToDoNotice: Equatable, Sendable, Codable, ItemNews {
    /// To whoever they are for: here is what you have to do.
    case assigned(ProjectID)
    /// To staff: somebody ticked these off.
    case done(ProjectID, [ToDoID], by: PersonID)

    var topic: String {
        switch self {
        case .assigned(let project): "list-todos-\(project)"
        case .done(let project, _, _): "todos-\(project)"
        }
    }

    var ask: Ask? { if case .assigned(let project) = self { .toDos(in: project) } else { nil } }

    func load(for recipient: Person, by loader: LetterLoader) throws -> LetterLoader.Loaded? {
        switch self {
        case .assigned(let project):
            let open = try ToDoRecord.open(of: recipient.id, in: loader.connection).filter { $0.project == project }
            guard !open.isEmpty else { return nil }
            return try loader.list(of: .todos, in: project, for: recipient, news: open.map { .toDo($0.id) })
        case .done(let project, let ids, let person): return try loader.toDosDone(project, ids, by: person)
        }
    }
}

extension LetterLoader {
    fileprivate func toDosDone(_ project: ProjectID, _ ids: [ToDoID], by person: PersonID) throws -> Loaded? {
        guard let found = try ProjectRecord.find(project, in: connection),
            let person = try PersonRecord.find(person, at: now, in: connection)
        else { return nil }
        let toDos = try ids.compactMap { try ToDoRecord.find($0, of: project, in: connection) }.filter {
            $0.done != nil
        }
        guard !toDos.isEmpty else { return nil }
        return (.item(.toDosDone(found, toDos, by: person)), .conversation(project), [])
    }
}
