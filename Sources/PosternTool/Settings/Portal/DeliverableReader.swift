import PortalCore

/// Reads the list `deliverables` of a project.
struct DeliverableReader {
    let shelf: FileShelf

    func read(_ fields: inout Fields, project: String?, _ found: inout ConfiguredProjects) {
        var keys: [String] = []
        for entry in fields.list("deliverables") {
            if let item = readOne(entry, project: project ?? "", &keys, &found.sources) {
                found.deliverables.append(item)
            }
        }
    }

    private func readOne(
        _ entry: Entry, project: String, _ keys: inout [String], _ sources: inout [ConfiguredFile]
    ) -> DeliverableSettings? {
        guard var fields = entry.fields() else { return nil }
        let key = fields.required("key", .key(longest: 60))
        let title = fields.required("title", .line(120))
        let type = fields.optional("type", .line(40), default: "")
        let format = fields.optional("format", .line(40), default: "")
        let version = fields.optional("version", .number(1...9999), default: 1)
        let visible = fields.optional("visible", .onOrOff, default: true)
        let due = fields.find("decide_by").flatMap { $0.read(.date) }
        let files = readFiles(&fields, &sources)
        fields.finish()
        key?.noteUnlessNew(among: &keys, "the deliverable", entry)
        guard let key, let title, let type, let format, let version, let visible else { return nil }
        return DeliverableSettings(
            project: project, name: key, title: title, kind: type, format: format, visible: visible, version: version,
            due: due, files: files)
    }

    private func readFiles(_ fields: inout Fields, _ sources: inout [ConfiguredFile]) -> [FileContent] {
        var names: [String] = []
        return fields.list("files").compactMap { entry in
            guard let source = FileReader(shelf: shelf).read(entry) else { return nil }
            source.content.name.noteUnlessNew(among: &names, "a file with the name", entry)
            sources.append(source)
            return source.content
        }
    }
}
