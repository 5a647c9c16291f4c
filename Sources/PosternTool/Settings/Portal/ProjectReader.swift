import MailFormat
import PortalCore

/// The projects of one organization, as far as they could be read.
struct ConfiguredProjects {
    var projects: [ProjectSettings] = []
    var deliverables: [DeliverableSettings] = []
    var files: [SharedFileSettings] = []
    var items: [ItemSettings] = []
    var sources: [ConfiguredFile] = []
}

/// Reads the list `projects`.
struct ProjectReader {
    let people: ConfiguredPeople
    let shelf: FileShelf
    let payments: PaymentSettings

    func read(_ fields: inout Fields) -> ConfiguredProjects {
        var found = ConfiguredProjects()
        var keys: [String] = []
        for entry in fields.list("projects") { readProject(entry, &keys, &found) }
        return found
    }

    private func readProject(_ entry: Entry, _ keys: inout [String], _ found: inout ConfiguredProjects) {
        guard var fields = entry.fields() else { return }
        let key = fields.required("key", .key(longest: 60))
        let settings = settings(&fields, key: key)
        readFiles(&fields, key: key, &found)
        DeliverableReader(shelf: shelf).read(&fields, project: key, &found)
        ItemReaders(people: people, shelf: shelf, payments: payments).read(&fields, project: key ?? "", &found)
        fields.finish()
        key?.noteUnlessNew(among: &keys, "the project", entry)
        if let settings { found.projects.append(settings) }
    }

    private func settings(_ fields: inout Fields, key: String?) -> ProjectSettings? {
        let kind = fields.optional("kind", .word(), default: Project.Kind.project)
        let title = fields.required("title", .line(120))
        let summary = fields.optional("summary", .text(2000), default: "")
        let status = fields.optional("status", .line(60), default: "")
        let phase = fields.optional("phase", .number(1...5), default: 1)
        let starts = fields.find("starts").flatMap { $0.read(.date) }
        let due = dueDate(&fields, after: starts)
        let clients = assigned("clients", &fields) { $0 == .client }
        let staff = assigned("staff", &fields) { $0 != .client }
        guard let key, let kind, let title, let summary, let status, let phase else { return nil }
        return ProjectSettings(
            name: key, kind: kind, title: title, summary: summary, status: status, phase: phase, starts: starts,
            due: due, people: clients + staff)
    }

    private func dueDate(_ fields: inout Fields, after starts: String?) -> String? {
        guard let entry = fields.find("due"), let due = entry.read(.date) else { return nil }
        if let starts, due.utf8.lexicographicallyPrecedes(starts.utf8) { entry.problem("is before `starts`") }
        return due
    }

    private func assigned(
        _ key: String, _ fields: inout Fields, _ fits: (Person.Role) -> Bool
    ) -> [EmailAddress] {
        var found: [EmailAddress] = []
        for entry in fields.list(key) {
            guard let address = entry.read(.address) else { continue }
            if let person = people.find(address), fits(person.role) {
                if found.contains(address) { entry.problem("\(address) stands here more than once") }
                found.append(address)
            } else {
                entry.problem("\(address) is not among the organization's `\(key)`")
            }
        }
        return found
    }

    private func readFiles(_ fields: inout Fields, key: String?, _ found: inout ConfiguredProjects) {
        var names: [String] = []
        for entry in fields.list("files") {
            guard let file = FileReader(shelf: shelf).readShared(entry) else { continue }
            file.source.content.name.noteUnlessNew(among: &names, "a file with the name", entry)
            found.sources.append(file.source)
            if let key {
                found.files.append(
                    SharedFileSettings(project: key, visible: file.visible, content: file.source.content))
            }
        }
    }
}

/// Reads an entry of a list of files: a path, or a group with `path`.
struct FileReader {
    let shelf: FileShelf

    /// A file of a project, which clients may see or not.
    func readShared(_ entry: Entry) -> (source: ConfiguredFile, visible: Bool)? {
        guard entry.isGroup else { return shelf.file(entry).map { ($0, true) } }
        guard var fields = entry.fields() else { return nil }
        let visible = fields.optional("visible", .onOrOff, default: true)
        let source = readNamed(&fields)
        fields.finish()
        guard let source, let visible else { return nil }
        return (source, visible)
    }

    /// A file of a deliverable, as visible as that is.
    func read(_ entry: Entry) -> ConfiguredFile? {
        guard entry.isGroup else { return shelf.file(entry) }
        guard var fields = entry.fields() else { return nil }
        let source = readNamed(&fields)
        fields.finish()
        return source
    }

    private func readNamed(_ fields: inout Fields) -> ConfiguredFile? {
        let name = fields.find("name").map { $0.read(.line(120)) }
        guard let path = fields.find("path") else {
            fields.entry.problem("lacks the key `path`, which should name a file")
            return nil
        }
        let source = shelf.file(path, shownAs: name ?? nil)
        return name == .some(nil) ? nil : source
    }
}

extension String {
    /// Notes that this stands twice in one list, where the second would replace the first.
    func noteUnlessNew(among known: inout [String], _ what: String, _ entry: Entry) {
        if known.contains(where: { $0.isSame(self) }) {
            entry.problem("\(what) `\(Escaped.text(self))` stands here more than once")
        }
        known.append(self)
    }
}
