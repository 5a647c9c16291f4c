import MailFormat
import PortalCore

/// Reads the list `documents` of a project.
struct DocumentReader {
    let people: ConfiguredPeople
    let shelf: FileShelf

    func read(_ fields: inout Fields, project: String, _ sources: inout [ConfiguredFile]) -> [DocumentSettings] {
        var keys: [String] = []
        var found: [DocumentSettings] = []
        for entry in fields.list("documents") {
            if let document = readOne(entry, project: project, &keys, &sources) { found.append(document) }
        }
        return found
    }

    private func readOne(
        _ entry: Entry, project: String, _ keys: inout [String], _ sources: inout [ConfiguredFile]
    ) -> DocumentSettings? {
        guard var fields = entry.fields() else { return nil }
        let key = fields.required("key", .key(longest: 60))
        let title = fields.required("title", .line(120))
        let kind = fields.optional("kind", .word(), default: DocumentSettings.Kind.contract)
        let version = fields.optional("version", .number(1...9999), default: 1)
        let source = file(&fields)
        let signers = signers(&fields)
        fields.finish()
        key?.noteUnlessNew(among: &keys, "the document", entry)
        if let source { sources.append(source) }
        guard let key, let title, let kind, let version, let source else { return nil }
        return DocumentSettings(
            project: project, name: key, title: title, kind: kind, version: version, file: source.content,
            signers: signers)
    }

    private func file(_ fields: inout Fields) -> ConfiguredFile? {
        guard let entry = fields.find("file") else {
            fields.entry.problem("lacks the key `file`, which should name a file")
            return nil
        }
        return FileReader(shelf: shelf).read(entry)
    }

    private func signers(_ fields: inout Fields) -> [EmailAddress] {
        var found: [EmailAddress] = []
        for entry in fields.list("sign") {
            guard let address = entry.read(.address) else { continue }
            if people.find(address) == nil { entry.problem("\(address) is not among the organization's people") }
            if found.contains(address) { entry.problem("\(address) stands here more than once") }
            found.append(address)
        }
        return found
    }
}
