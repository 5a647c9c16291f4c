/// A file that belongs to somebody: to a project, to a version of a deliverable, to a message, or to an organization.
package struct StoredFile: Equatable, Sendable {
    package let id: FileID
    package let content: FileContent
    package let visible: Bool
    package let at: Moment
    /// A client's file that runs: until staff release it, other clients cannot have it.
    package let isHeld: Bool
}

/// A file that waits until staff release it.
package struct HeldFile: Equatable, Sendable {
    package let file: StoredFile
    package let project: ProjectID
    package let projectTitle: String
    /// Who brought it.
    package let author: String
}

extension Portal {
    /// The newest files of an organization's clients that wait until staff release them.
    package func heldFiles(of slug: String) throws -> [HeldFile] {
        try database.read { connection in
            guard let organization = try OrganizationRecord.find(slug, in: connection) else { return [] }
            // Limit: of the list.
            return try FileRecord.held(in: organization.id, limit: 1_000, connection)
        }
    }
}

/// What a stored file belongs to.
enum FileOwner: Equatable {
    case organization
    /// A client, by a request or a passenger of theirs: the tables of those say which.
    case client
    case project(ProjectID)
    case deliverable(DeliverableID, version: Int, ProjectID)
    case message(MessageNumber, ProjectID)
}

/// What configuration says of a file that a project shares.
package struct SharedFileSettings: Equatable, Sendable {
    package var project: String
    package var visible: Bool
    package var content: FileContent

    package init(project: String, visible: Bool, content: FileContent) {
        self.project = project
        self.visible = visible
        self.content = content
    }
}
