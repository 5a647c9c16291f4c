package import MailFormat

/// A piece of work for clients.
package struct Project: Equatable, Sendable {
    package let id: ProjectID
    package let organization: OrganizationID
    package let settings: ProjectSettings

    package enum Kind: String, Codable, Sendable, CaseIterable {
        case project, event, lead, trip
    }
}

/// What configuration says of a project.
package struct ProjectSettings: Equatable, Sendable {
    /// The project's key within its organization.
    package var name: String
    package var kind: Project.Kind
    package var title: String
    package var summary: String
    /// The organization's own word for where it stands; clients see the phase.
    package var status: String
    /// 1 to 5.
    package var phase: Int
    /// ISO 8601 dates.
    package var starts: String?
    package var due: String?
    /// Clients and responsible staff.
    package var people: [EmailAddress]

    package init(
        name: String, kind: Project.Kind, title: String, summary: String, status: String, phase: Int, starts: String?,
        due: String?, people: [EmailAddress]
    ) {
        self.name = name
        self.kind = kind
        self.title = title
        self.summary = summary
        self.status = status
        self.phase = phase
        self.starts = starts
        self.due = due
        self.people = people
    }
}
