/// What a page of one exhibit shows.
package struct ExhibitPage: Sendable, Equatable {
    package let viewer: Participant
    package let project: Project
    package let exhibit: Exhibit
    /// The version that is shown.
    package let version: ExhibitVersion
    /// All of them, newest first.
    package let versions: [ExhibitVersion]
    /// Of a board, the newest first.
    package let pictures: [BoardPicture]
    package let comments: [Message]
    package let attachments: [MessageNumber: [StoredFile]]
}

/// What a page shows that lists all of one kind.
package struct ExhibitShelf: Sendable, Equatable {
    package let viewer: Participant
    package let project: Project
    package let exhibits: [Exhibit]
}

extension Portal {
    /// All of one kind in a project; nil when nobody is signed in, or for them there is no such page.
    package func exhibitShelf(
        _ tool: Tool, of project: ProjectID, _ session: Secret, of slug: String
    ) throws -> ExhibitShelf? {
        try read(tool, of: project, session, slug) { viewer, project, connection in
            ExhibitShelf(
                viewer: viewer, project: project,
                exhibits: try ExhibitRecord.all(of: project.id, tool, in: connection))
        }
    }

    /// One of them; nil when nobody is signed in, or for them there is no such page.
    ///
    /// - Parameter version: the newest where it is nil.
    package func exhibitPage(
        _ id: ExhibitID, _ tool: Tool, version: Int? = nil, of project: ProjectID, _ session: Secret, of slug: String
    ) throws -> ExhibitPage? {
        try read(tool, of: project, session, slug) { viewer, project, connection in
            guard let exhibit = try ExhibitRecord.find(id, of: project.id, in: connection), exhibit.tool == tool else {
                return nil
            }
            let versions = try ExhibitRecord.versions(of: id, in: connection)
            guard let shown = versions.first(where: { version == nil || $0.number == version }) else { return nil }
            let pictures = try PictureRecord.all(of: id, in: project.id, connection: connection)
            let captions = Set(pictures.map(\.message))
            return try ExhibitPage(
                viewer: viewer, project: project, exhibit: exhibit, version: shown, versions: versions,
                pictures: pictures,
                comments: MessageRecord.about(exhibit.thing, of: project.id, in: connection)
                    .filter { !captions.contains($0.id) },
                attachments: FileRecord.attachments(in: project.id, connection: connection))
        }
    }
}
