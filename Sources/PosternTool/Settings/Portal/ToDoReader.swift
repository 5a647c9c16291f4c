import PortalCore

/// Reads the list `todos` of a project.
struct ToDoReader {
    let people: ConfiguredPeople

    func read(_ fields: inout Fields, project: String) -> [ToDoSettings] {
        var keys: [String] = []
        return fields.list("todos").compactMap { readOne($0, project: project, &keys) }
    }

    private func readOne(_ entry: Entry, project: String, _ keys: inout [String]) -> ToDoSettings? {
        guard var fields = entry.fields() else { return nil }
        let key = fields.required("key", .key(longest: 60))
        let title = fields.required("title", .line(120))
        let details = fields.optional("details", .text(2000), default: "")
        let due = fields.find("due").flatMap { $0.read(.date) }
        let place = fields.find("for")
        let assignee = fields.required("for", .address)
        fields.finish()
        key?.noteUnlessNew(among: &keys, "the to-do", entry)
        if let assignee, people.find(assignee) == nil {
            place?.problem("\(assignee) is not among the organization's people")
        }
        guard let key, let title, let details, let assignee else { return nil }
        return ToDoSettings(project: project, name: key, title: title, details: details, assignee: assignee, due: due)
    }
}
