/// A to-do as staff type it.
package struct NewToDo: Equatable, Sendable {
    let title: String
    /// What it takes, in a few sentences.
    let details: String
    /// ISO 8601 date.
    let due: String?
    let assignee: PersonID

    package init(title: String, details: String, due: String?, assignee: PersonID) {
        self.title = title
        self.details = details
        self.due = due
        self.assignee = assignee
    }
}

extension WorkDesk {
    func assign(_ new: NewToDo) throws -> Outcome {
        if let refusal = MisfitEntry.refusal(title: new.title, details: new.details, due: new.due) {
            return .refused(refusal)
        }
        guard let assignee = try address(of: new.assignee) else { return .refused(.item(.misfitEntry(.person))) }
        let taken = try ToDoRecord.all(of: project.id, in: connection).map(\.settings.name)
        return try set(
            .toDo(
                ToDoSettings(
                    project: project.settings.name, name: freshKey(besides: taken), title: new.title,
                    details: new.details, assignee: assignee, due: new.due)))
    }
}
