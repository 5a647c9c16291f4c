/// What the staff see first: what needs attention, and where everything stands.
package struct StaffOverview: Sendable, Equatable {
    package let viewer: Participant
    package let attention: Attention
    package let clients: Int
    /// Invitations that wait for their people.
    package let invited: Int
    package let openLinks: Int
    package let projects: [StaffProjectRow]
    package let roundTrip: RoundTrip?
}

/// A project in the staff's list.
package struct StaffProjectRow: Sendable, Equatable {
    package let project: Project
    package let clients: [Person]
    /// Deliverables that wait for a decision.
    package let waiting: Int
}

/// Clients and whoever else the organization has, with their access.
package struct StaffPeople: Sendable, Equatable {
    package let viewer: Participant
    package let staff: [Person]
    package let clients: ClientList
    package let projects: [Project]
    /// What a mail asked for.
    package let asked: AskedInvitation?
}

/// The portal links of an organization's clients.
package struct StaffLinks: Sendable, Equatable {
    package let viewer: Participant
    package let links: LinkList
    /// For whom one can be made.
    package let clients: [Person]
    /// The projects of each client: where they are written to.
    package let projects: [PersonID: [Project]]
}

/// A page of the history, newest first.
package struct StaffHistory: Sendable, Equatable {
    package let viewer: Participant
    package let entries: [HistoryEntry]
    /// What the next page begins before; nil on the last.
    package let next: Int64?

    /// Limit: entries of a page.
    static let most = 50
}

/// What a project is managed by.
package struct StaffProject: Sendable, Equatable {
    package let viewer: Participant
    package let project: Project
    package let people: [Person]
    package let deliverables: [ProjectDeliverable]
    package let files: [StoredFile]
}

extension Portal {
    /// The first page of the staff; nil for everybody else.
    package func staffOverview(_ session: Secret, of slug: String) throws -> StaffOverview? {
        try read(asStaff: session, slug) { viewer, connection in
            let now = clock()
            let people = try PersonRecord.all(of: viewer.organization.id, at: now, in: connection)
            let clients = people.filter { !$0.isStaff }
            let links = try PortalLinkRecord.all(of: viewer.organization.id, in: connection)
            return StaffOverview(
                viewer: viewer,
                attention: try Attention(of: viewer.organization, seenBy: viewer.person, at: now, in: connection),
                clients: clients.count, invited: clients.count { $0.access == .invited },
                openLinks: links.count { $0.shut(at: now) == nil },
                projects: try rows(for: viewer, in: connection),
                roundTrip: try StaffRecord.roundTrip(of: viewer.person.id, in: connection))
        }
    }

    /// Clients with their access; nil for whoever is not staff, and for an asking of another organization.
    package func staffPeople(
        asked: AskedInvitationID? = nil, _ session: Secret, of slug: String
    ) throws -> StaffPeople? {
        try read(asStaff: session, slug) { viewer, connection in
            let found = try asked.flatMap { try AskedInvitationRecord.find($0, in: connection) }
            if asked != nil {
                guard viewer.person.may(.access), found?.organization == viewer.organization.id else { return nil }
            }
            let people = try PersonRecord.all(of: viewer.organization.id, at: clock(), in: connection)
            return StaffPeople(
                viewer: viewer, staff: people.filter(\.isStaff), clients: try ClientList(of: people, in: connection),
                projects: try ProjectRecord.all(of: viewer.organization.id, in: connection), asked: found)
        }
    }

    /// Portal links with how often they were used; nil for whoever is not staff.
    package func staffLinks(_ session: Secret, of slug: String) throws -> StaffLinks? {
        try read(asStaff: session, slug) { viewer, connection in
            let people = try PersonRecord.all(of: viewer.organization.id, at: clock(), in: connection)
            let links = try LinkList(of: viewer.organization.id, among: people, in: connection)
            let projects = try Set(links.entries.map(\.person.id)).map { id in
                (id, try people.first { $0.id == id }.map { try ProjectRecord.all(seenBy: $0, in: connection) } ?? [])
            }
            return StaffLinks(
                viewer: viewer, links: links, clients: people.filter { !$0.isStaff && $0.access != .ended },
                projects: Dictionary(uniqueKeysWithValues: projects))
        }
    }

    /// What was done in the organization, from before an entry or from the newest; nil for whoever is not staff.
    package func staffHistory(before: Int64?, _ session: Secret, of slug: String) throws -> StaffHistory? {
        try read(asStaff: session, slug) { viewer, connection in
            let found = try HistoryRecord.entries(
                of: viewer.organization.id, before: before ?? .max, limit: StaffHistory.most + 1, in: connection)
            let entries = Array(found.prefix(StaffHistory.most))
            return StaffHistory(
                viewer: viewer, entries: entries, next: found.count > entries.count ? entries.last?.number : nil)
        }
    }

    /// What a project is managed by; nil for whoever is not staff, and where there is no such project.
    package func staffProject(_ id: ProjectID, _ session: Secret, of slug: String) throws -> StaffProject? {
        try read(asStaff: session, slug) { viewer, connection in
            guard let project = try ProjectRecord.find(id, seenBy: viewer.person, in: connection) else { return nil }
            let deliverables = try DeliverableRecord.all(of: id, in: connection).map { deliverable in
                ProjectDeliverable(
                    project: project, deliverable: deliverable,
                    files: try FileRecord.files(
                        of: deliverable.id, version: deliverable.settings.version, in: connection))
            }
            return StaffProject(
                viewer: viewer, project: project,
                people: try PersonRecord.assigned(to: id, at: clock(), in: connection), deliverables: deliverables,
                files: try FileRecord.shared(by: id, in: connection))
        }
    }

    private func rows(for viewer: Participant, in connection: any Connection) throws -> [StaffProjectRow] {
        let waiting = Dictionary(
            grouping: try DeliverableRecord.all(seenBy: viewer.person, in: connection).filter {
                $0.settings.visible && $0.state == .pending
            }, by: \.project)
        return try ProjectRecord.all(of: viewer.organization.id, in: connection).map { project in
            StaffProjectRow(
                project: project,
                clients: try PersonRecord.assigned(to: project.id, at: clock(), in: connection).filter { !$0.isStaff },
                waiting: waiting[project.id]?.count ?? 0)
        }
    }
}

extension Portal {
    /// The project that a piece of work is about: where its form leads back to. It tells nothing else.
    package func project(of work: WorkCommand) throws -> ProjectID? {
        try database.read { try work.project(in: $0) }
    }
}
