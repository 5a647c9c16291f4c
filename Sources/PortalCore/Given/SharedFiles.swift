/// The files of a project: those that it shares, those of its deliverables as they are now, what came with messages, and
/// documents.
enum SharedFiles: Noun {
    static let tool = Tool.files

    /// Files are settings of their own (`SharedFileSettings`).
    static func settings(of project: Project, in connection: any Connection) -> [ItemSettings] { [] }

    static func listed(
        in project: Project, for person: Person, in connection: any Connection
    ) throws -> [ListedThing] {
        guard let organization = try OrganizationRecord.find(project.organization, in: connection) else { return [] }
        let isInUse = { (tool: Tool) in person.isStaff || organization.settings.tools.contains(tool) }
        let shared = try FileRecord.shared(by: project.id, in: connection)
            .filter { $0.visible || person.isStaff }.map { ListedThing.file($0, of: nil) }
        let deliverables = try DeliverableRecord.all(of: project.id, in: connection)
            .filter { isInUse(.deliverables) && ($0.settings.visible || person.isStaff) }
        let made = try deliverables.flatMap { deliverable in
            try FileRecord.files(of: deliverable.id, version: deliverable.settings.version, in: connection)
                .map { ListedThing.file($0, of: deliverable.settings.title) }
        }
        let attached = try FileRecord.attachments(in: project.id, offeredTo: person, connection)
            .map { ListedThing.file($0, of: nil) }
        let documents = isInUse(.documents) ? try Documents.listed(in: project, for: person, in: connection) : []
        return shared + made + (isInUse(.messages) ? attached : []) + documents
    }

    static func given(
        _ thing: Thing, in project: Project, for person: Person, _ connection: any Connection
    ) throws -> GivenThing? {
        guard case .file(let id) = thing,
            let organization = try OrganizationRecord.find(project.organization, in: connection),
            let file = try FileRecord.find(id, seenBy: person, of: organization, in: connection)
        else { return nil }
        return GivenThing(title: file.content.name, files: [GivenContent(file)], page: nil)
    }
}

/// Deliverables, as far as they are asked for by number: their files at the version that stands now.
enum DeliverableFiles: Noun {
    static let tool = Tool.deliverables

    static func settings(of project: Project, in connection: any Connection) -> [ItemSettings] { [] }

    static func listed(in project: Project, for person: Person, in connection: any Connection) -> [ListedThing] { [] }

    static func given(
        _ thing: Thing, in project: Project, for person: Person, _ connection: any Connection
    ) throws -> GivenThing? {
        guard case .deliverable(let id, _) = thing,
            let found = try DeliverableRecord.find(id, seenBy: person, in: connection), found.project == project.id
        else { return nil }
        let files = try FileRecord.files(of: id, version: found.settings.version, in: connection)
        guard !files.isEmpty else { return nil }
        return GivenThing(title: found.settings.title, files: files.map { GivenContent($0) }, page: nil)
    }
}
