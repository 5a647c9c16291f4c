/// To one person: all that waits for them in a project, or beside all projects, numbered.
package struct DigestNotice: Equatable, Sendable, Codable, ItemNews {
    /// Nil for what belongs to the organization.
    let project: ProjectID?

    static let topicPrefix = "digest-"

    var topic: String { "\(Self.topicPrefix)\(project.map { "\($0)" } ?? "organization")" }

    /// Nil where nothing waits any more.
    func load(for recipient: Person, by loader: LetterLoader) throws -> LetterLoader.Loaded? {
        let found = try project.flatMap { try ProjectRecord.find($0, seenBy: recipient, in: loader.connection) }
        guard (found == nil) == (project == nil),
            let organization = try OrganizationRecord.find(recipient.organization, in: loader.connection)
        else { return nil }
        let waiting = try WaitingThings.all(for: recipient, of: organization, in: loader.connection)
            .filter { $0.project == project }
        guard !waiting.isEmpty else { return nil }
        return (
            .item(.digest(Digest(project: found, waiting: waiting))),
            .things(ListedThings(waiting.map(\.thing), in: project)), []
        )
    }
}

/// What waits for a person in a project, or beside all projects, in the order of its numbers.
package struct Digest: Sendable, Equatable {
    package let project: Project?
    package let waiting: [WaitingThing]

    package init(project: Project?, waiting: [WaitingThing]) {
        self.project = project
        self.waiting = waiting
    }
}
