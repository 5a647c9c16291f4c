extension Transaction {
    /// Puts a deliverable, or its next version, before the clients; a new version asks for a new decision.
    func setDeliverable(_ settings: DeliverableSettings, in slug: String) throws -> Outcome {
        guard let organization = try OrganizationRecord.find(slug, in: connection),
            let project = try ProjectRecord.find(settings.project, of: organization.id, in: connection)
        else { return .refused(.notFound) }
        let current = try DeliverableRecord.find(settings.name, of: project.id, in: connection)
        if let current {
            let refusal = try current.settings.refusal(
                of: settings, having: versionFiles(of: current, current.settings.version))
            if let refusal { return .refused(refusal) }
            if current.settings.sameApartFromFiles(settings) { return .nothingToDo(.unchanged) }
        }
        let isNew = settings.version > (current?.settings.version ?? 0)
        let id = try DeliverableRecord.save(settings, of: project.id, in: connection)
        for file in settings.files where isNew {
            try FileRecord.save(
                file, of: .deliverable(id, version: settings.version, project.id), in: organization.id,
                visible: true, at: now, in: connection)
        }
        if settings.visible && (isNew || current?.settings.visible == false) {
            try askForDecision(about: id, version: settings.version, in: project)
        }
        return .done(.deliverableSet)
    }

    private func versionFiles(of deliverable: Deliverable, _ version: Int) throws -> [FileContent] {
        try FileRecord.files(of: deliverable.id, version: version, in: connection).map(\.content)
    }

    private func askForDecision(about id: DeliverableID, version: Int, in project: Project) throws {
        let assigned = try PersonRecord.assigned(to: project.id, at: now, in: connection)
        for client in assigned where !client.isStaff && client.hears {
            try owe(.decisionAsked(id, version: version), to: client.id)
        }
    }
}

extension DeliverableSettings {
    /// The rule for versions: they only rise, and what one consists of never changes, for people decide about it.
    fileprivate func refusal(of next: DeliverableSettings, having files: [FileContent]) -> Refusal? {
        if next.version < version { return .newerVersion(shown: next.version, current: version) }
        let isSame = files.count == next.files.count && files.allSatisfy(next.files.contains)
        return next.version == version && !isSame ? .versionIsFixed(version) : nil
    }

    func sameApartFromFiles(_ other: DeliverableSettings) -> Bool {
        var copy = self
        copy.files = other.files
        return copy == other
    }
}
