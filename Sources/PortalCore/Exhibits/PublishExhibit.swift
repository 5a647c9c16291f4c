extension ExhibitSettings: StoredItemContent {
    /// What is new to be seen becomes a version, and is mailed to the project's clients.
    func save(in project: Project, _ transaction: Transaction) throws -> Outcome {
        let connection = transaction.connection
        let current = try ExhibitRecord.find(name, tool, of: project.id, in: connection)
        guard current?.settings != self else { return .nothingToDo(.unchanged) }
        let id = try ExhibitRecord.save(self, of: project.id, in: connection)
        if current?.settings.content != content {
            try ExhibitRecord.add(
                content, asVersion: (current?.version.number ?? 0) + 1, of: id, by: nil, at: transaction.now,
                in: connection)
            try transaction.publish(id, tool, in: project)
        }
        return .done(.item(.set(tool)))
    }
}

extension Transaction {
    /// Clients who may use the tool are shown the newest version, once, however many came together.
    func publish(_ id: ExhibitID, _ tool: Tool, in project: Project) throws {
        guard try isOn(tool, at: project.organization) else { return }
        for person in try PersonRecord.assigned(to: project.id, at: now, in: connection)
        where !person.isStaff && person.hears {
            try oweOnce(.item(.exhibit(.published(id))), to: person.id)
        }
    }

    /// Whether an organization's clients may use a tool.
    func isOn(_ tool: Tool, at organization: OrganizationID) throws -> Bool {
        try OrganizationRecord.find(organization, in: connection)?.settings.tools.contains(tool) ?? false
    }
}
