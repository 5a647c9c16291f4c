import MailFormat

extension Portal {
    /// What the database says now, in the words of configuration.
    package func currentPortal() throws -> CurrentPortal {
        try database.read { connection in
            try CurrentPortal(
                organizations: OrganizationRecord.all(in: connection).map {
                    try OrganizationReader(organization: $0, now: clock(), connection: connection).desired()
                },
                revision: HistoryRecord.revision(in: connection), applied: HistoryRecord.applied(in: connection))
        }
    }

    /// Carries out a plan, step by step; each step is a transaction with its entry as the cause.
    ///
    /// - Returns: the outcome of each step.
    package func apply(_ plan: Plan) async throws -> [(step: Plan.Step, outcome: Outcome)] {
        var outcomes: [(step: Plan.Step, outcome: Outcome)] = []
        for step in plan.steps {
            let cause = step.cause(on: plan.revision)
            for outcome in try await perform([step.command], for: .administrator, because: cause) {
                outcomes.append((step, outcome))
            }
        }
        return outcomes
    }
}

private struct OrganizationReader {
    let organization: Organization
    let now: Moment
    let connection: any Connection

    func desired() throws -> DesiredOrganization {
        let people = try PersonRecord.all(of: organization.id, at: now, in: connection)
        let projects = try ProjectRecord.all(of: organization.id, in: connection)
        return try DesiredOrganization(
            settings: organization.settings, people: people.map(\.settings), projects: projects.map(settings(of:)),
            deliverables: projects.flatMap(deliverables(of:)), files: projects.flatMap(files(of:)),
            items: projects.flatMap(items(of:)),
            // Whoever was ever invited, or came in otherwise, is not invited again by a second apply.
            invitations: people.filter { $0.access != .none }.map(\.address), links: links(people))
    }

    private func settings(of project: Project) throws -> ProjectSettings {
        var settings = project.settings
        settings.people = try ProjectRecord.addresses(of: project.id, in: connection)
        return settings
    }

    private func deliverables(of project: Project) throws -> [DeliverableSettings] {
        try DeliverableRecord.all(of: project.id, in: connection).map { deliverable in
            var settings = deliverable.settings
            settings.files = try FileRecord.files(
                of: deliverable.id, version: settings.version, in: connection
            ).map(\.content)
            return settings
        }
    }

    private func items(of project: Project) throws -> [ItemSettings] {
        try Nouns.all.flatMap { try $0.settings(of: project, in: connection) }
    }

    private func files(of project: Project) throws -> [SharedFileSettings] {
        try FileRecord.shared(by: project.id, in: connection).map {
            SharedFileSettings(project: project.settings.name, visible: $0.visible, content: $0.content)
        }
    }

    private func links(_ people: [Person]) throws -> [PortalLinkSettings] {
        try PortalLinkRecord.all(of: organization.id, in: connection).compactMap { link in
            guard let person = people.first(where: { $0.id == link.person }) else { return nil }
            return PortalLinkSettings(
                client: person.address, name: link.name, code: nil, days: nil, notified: link.notified)
        }
    }
}
