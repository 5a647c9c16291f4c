/// A file that belongs to somebody: to a project, to a version of a deliverable, to a message, or to an organization.
package struct StoredFile: Equatable, Sendable {
    package let id: FileID
    package let content: FileContent
    package let visible: Bool
    package let at: Moment
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
