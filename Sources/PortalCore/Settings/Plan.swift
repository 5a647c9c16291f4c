package import MailFormat

/// All that configuration says of the organizations.
package struct DesiredPortal: Equatable, Sendable {
    package var organizations: [DesiredOrganization]
    package init(organizations: [DesiredOrganization]) { self.organizations = organizations }
}

/// All that configuration says of one organization.
package struct DesiredOrganization: Equatable, Sendable {
    package var settings: OrganizationSettings
    package var people: [PersonSettings]
    package var projects: [ProjectSettings]
    package var deliverables: [DeliverableSettings]
    package var files: [SharedFileSettings]
    /// To-dos and all else that projects hold.
    package var items: [ItemSettings]
    /// Who is to be invited.
    package var invitations: [EmailAddress]
    package var links: [PortalLinkSettings]

    package init(
        settings: OrganizationSettings, people: [PersonSettings], projects: [ProjectSettings],
        deliverables: [DeliverableSettings], files: [SharedFileSettings], items: [ItemSettings] = [],
        invitations: [EmailAddress], links: [PortalLinkSettings]
    ) {
        self.settings = settings
        self.people = people
        self.projects = projects
        self.deliverables = deliverables
        self.files = files
        self.items = items
        self.invitations = invitations
        self.links = links
    }
}

/// What the database says now, in the words of configuration.
package struct CurrentPortal: Equatable, Sendable {
    package let organizations: [DesiredOrganization]
    /// The number of the newest history entry: what a plan was made on top of.
    package let revision: Int64
    /// What was last carried out of each entry, by the digest of what it said.
    let applied: [String: String]

    package init(organizations: [DesiredOrganization], revision: Int64, applied: [String: String] = [:]) {
        self.organizations = organizations
        self.revision = revision
        self.applied = applied
    }
}

/// What `apply` would do: one step for each difference between what is and what configuration says.
///
/// What configuration does not name is left as it is; access is taken away by saying so (`access: ended`). What an entry
/// says is carried out when it says something new: where staff have changed the same on their pages since, it stays as they
/// have it, until the entry changes.
package struct Plan: Equatable, Sendable {
    package let steps: [Step]
    /// What staff have set otherwise since it was carried out, and is left so.
    package let left: [Step]
    package let revision: Int64

    /// One change, with the path of the entry that asks for it.
    package struct Step: Equatable, Sendable {
        package let entry: String
        package let command: Command
        /// Whether there was nothing of the kind before.
        package let isNew: Bool
    }

    /// - Parameter restoring: whether also what staff have set otherwise is brought back to what configuration says.
    package init(current: CurrentPortal, desired: DesiredPortal, restoring: Bool = false) {
        revision = current.revision
        let all = desired.organizations.flatMap { organization in
            let now = current.organizations.first {
                Array($0.settings.slug.utf8) == Array(organization.settings.slug.utf8)
            }
            return Self.steps(from: now, to: organization)
        }
        let isLeft: (Step) -> Bool = { step in
            guard !restoring, step.mayBeLeft, let applied = current.applied[step.entry] else { return false }
            return applied.utf8.elementsEqual(step.content.description.utf8)
        }
        steps = all.filter { !isLeft($0) }
        left = all.filter(isLeft)
    }

    private static func steps(from now: DesiredOrganization?, to desired: DesiredOrganization) -> [Step] {
        let slug = desired.settings.slug
        var steps: [Step] = []
        func add(_ entry: String, _ command: Command, isNew: Bool) {
            steps.append(Step(entry: "\(slug)/\(entry)", command: command, isNew: isNew))
        }
        if now?.settings != desired.settings {
            add("organization", .setOrganization(desired.settings), isNew: now == nil)
        }
        for person in desired.people {
            let current = now?.people.first { $0.address == person.address }
            guard current != person.asStored else { continue }
            add("people/\(person.address)", .setPerson(person, organization: slug), isNew: current == nil)
        }
        for project in desired.projects {
            let current = now?.projects.first { $0.name.utf8.elementsEqual(project.name.utf8) }
            guard current != project.sorted else { continue }
            add("projects/\(project.name)", .setProject(project, organization: slug), isNew: current == nil)
        }
        for file in desired.files where now?.files.contains(file) != true {
            add(
                "projects/\(file.project)/files/\(file.content.name)", .shareFile(file, organization: slug), isNew: true
            )
        }
        for item in desired.deliverables {
            let current = now?.deliverables.first { $0.isNamed(item.name, in: item.project) }
            guard current?.inOrder != item.inOrder else { continue }
            add(
                "projects/\(item.project)/deliverables/\(item.name)", .setDeliverable(item, organization: slug),
                isNew: current == nil)
        }
        for item in desired.items {
            let current = now?.items.first { $0.isSameThing(as: item) }
            guard current != item else { continue }
            let content = item.content
            add(
                "projects/\(content.project)/\(content.tool.rawValue)/\(content.name)",
                .setItem(item, organization: slug), isNew: current == nil)
        }
        for address in desired.invitations where now?.invitations.contains(address) != true {
            add("people/\(address)/invite", .invite(address, organization: slug), isNew: true)
        }
        for link in desired.links where now?.links.contains(where: { $0.isNamed(link.name, of: link.client) }) != true {
            add(
                "links/\(link.name)", .createPortalLink(link, organization: slug, handedOver: nil), isNew: true)
        }
        return steps
    }
}

extension Plan.Step {
    /// Whether staff can set the same on their pages.
    fileprivate var mayBeLeft: Bool {
        switch command {
        case .setPerson, .setProject, .setDeliverable, .setItem: !isNew
        case .shareFile: true
        default: false
        }
    }
}

extension DeliverableSettings {
    /// The same with its files in one order, whichever they were named in.
    fileprivate var inOrder: DeliverableSettings {
        var copy = self
        copy.files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return copy
    }

    fileprivate func isNamed(_ name: String, in project: String) -> Bool {
        self.name.utf8.elementsEqual(name.utf8) && self.project.utf8.elementsEqual(project.utf8)
    }
}

extension PortalLinkSettings {
    fileprivate func isNamed(_ name: String, of client: EmailAddress) -> Bool {
        self.client == client && self.name.utf8.elementsEqual(name.utf8)
    }
}
