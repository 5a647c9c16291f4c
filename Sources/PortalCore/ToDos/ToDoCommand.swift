/// What is done with to-dos.
package enum ToDoCommand: Equatable, Sendable {
    case finish([ToDoID], in: ProjectID)
    case reopen(ToDoID, in: ProjectID)
}

extension ToDoCommand: ItemAct {
    var name: String {
        switch self {
        case .finish: "done"
        case .reopen: "reopen"
        }
    }

    var weight: Command.Weight { .easilyUndone }
    var page: Tool? { .todos }

    func project(in connection: any Connection) -> ProjectID? {
        switch self {
        case .finish(_, let project), .reopen(_, let project): project
        }
    }

    func carryOut(by participant: Participant, in transaction: Transaction) throws -> Outcome {
        switch self {
        case .finish(let ids, let project):
            try transaction.finish(ids, in: project, by: participant)
        case .reopen(let id, let project): try transaction.reopen(id, in: project, by: participant)
        }
    }
}

extension Transaction {
    /// Ticks off all of them, or none where one may not be.
    fileprivate func finish(_ ids: [ToDoID], in id: ProjectID, by participant: Participant) throws -> Outcome {
        let project: Project
        switch try self.project(id, .todos, for: participant) {
        case .failure(let refusal): return .refused(refusal)
        case .success(let found): project = found
        }
        guard !ids.isEmpty else { return .refused(.item(.numberNeeded)) }
        let toDos = try ids.compactMap { try ToDoRecord.find($0, of: id, in: connection) }
        guard toDos.count == ids.count else { return .refused(.notFound) }
        if let refusal = toDos.lazy.compactMap({ $0.changing(by: participant.person) }).first {
            return .refused(refusal)
        }
        let open = toDos.filter { $0.done == nil }
        guard !open.isEmpty else { return .refused(.item(.alreadySo(toDos[0].settings.title))) }
        for toDo in open { try ToDoRecord.setDone(now, toDo.id, by: participant.person.id, in: connection) }
        let notice = ToDoNotice.done(id, open.map(\.id), by: participant.person.id)
        for person in try audience(of: project) where person.isStaff && person.id != participant.person.id {
            try owe(.item(.toDo(notice)), to: person.id)
        }
        return .done(.item(.toDosDone(open.map(\.settings.title))))
    }

    fileprivate func reopen(_ id: ToDoID, in project: ProjectID, by participant: Participant) throws -> Outcome {
        if case .failure(let refusal) = try self.project(project, .todos, for: participant) { return .refused(refusal) }
        guard let toDo = try ToDoRecord.find(id, of: project, in: connection) else { return .refused(.notFound) }
        if let refusal = toDo.changing(by: participant.person) { return .refused(refusal) }
        guard toDo.done != nil else { return .nothingToDo(.unchanged) }
        try ToDoRecord.setDone(nil, id, by: nil, in: connection)
        return .done(.item(.toDoReopened(toDo.settings.title)))
    }
}
