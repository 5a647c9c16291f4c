/// What configuration asks for. Each is idempotent by its rule: what is already so is left alone, and nobody is told.
extension Transaction {
    func setOrganization(_ settings: OrganizationSettings) throws -> Outcome {
        let current = try OrganizationRecord.find(settings.slug, in: connection)
        guard current?.settings != settings else { return .nothingToDo(.unchanged) }
        let id = try OrganizationRecord.save(settings, in: connection)
        if current?.settings.logo != settings.logo {
            let logo = try settings.logo.map {
                try FileRecord.save($0, of: .organization, in: id, visible: true, at: now, in: connection)
            }
            try OrganizationRecord.setLogo(logo, of: id, in: connection)
        }
        return .done(.organizationSet)
    }

    func setPerson(_ settings: PersonSettings, in slug: String) throws -> Outcome {
        guard let organization = try OrganizationRecord.find(slug, in: connection) else { return .refused(.notFound) }
        if let refused = refusal(of: settings.address) { return refused }
        try moveWhoWasElsewhere(settings, in: organization.id)
        let current = try PersonRecord.find(settings.address, of: organization.id, at: now, in: connection)
        guard current?.settings != settings.asStored else { return .nothingToDo(.unchanged) }
        let id = try PersonRecord.save(
            settings, access: settings.access(after: current), of: organization.id, in: connection)
        if !settings.admitted {
            try endWhatWasMailed(to: id)
            for link in try PortalLinkRecord.all(of: id, in: connection) { _ = try revokePortalLink(link.id) }
        }
        return .done(.personSet)
    }

    func setProject(_ settings: ProjectSettings, in slug: String) throws -> Outcome {
        guard let organization = try OrganizationRecord.find(slug, in: connection) else { return .refused(.notFound) }
        var current = try ProjectRecord.find(settings.name, of: organization.id, in: connection)
        if let found = current {
            var known = found.settings
            known.people = try ProjectRecord.addresses(of: found.id, in: connection)
            current = Project(id: found.id, organization: found.organization, settings: known)
        }
        guard current?.settings != settings.sorted else { return .nothingToDo(.unchanged) }
        let people = try settings.people.compactMap {
            try PersonRecord.find($0, of: organization.id, at: now, in: connection)
        }
        guard people.count == settings.people.count else { return .refused(.notFound) }
        let id = try ProjectRecord.save(settings, of: organization.id, in: connection)
        try ProjectRecord.assign(people.map(\.id), to: id, in: connection)
        let before = Set(current?.settings.people ?? [])
        for person in people where !before.contains(person.address) && !person.isStaff && person.hears {
            try askWhatWaits(for: person, in: id)
        }
        return .done(.projectSet)
    }

    func shareFile(_ settings: SharedFileSettings, in slug: String) throws -> Outcome {
        guard let organization = try OrganizationRecord.find(slug, in: connection),
            let project = try ProjectRecord.find(settings.project, of: organization.id, in: connection)
        else { return .refused(.notFound) }
        let shared = try FileRecord.shared(by: project.id, in: connection)
        let same = shared.first { $0.content == settings.content }
        if let same, same.visible == settings.visible { return .nothingToDo(.unchanged) }
        // A file of the same name is replaced for clients: its other contents stay on record, out of sight.
        for other in shared where other.visible && other.content.name.utf8.elementsEqual(settings.content.name.utf8) {
            try FileRecord.setVisible(false, other.id, in: connection)
        }
        if let same {
            try FileRecord.setVisible(settings.visible, same.id, in: connection)
        } else {
            try FileRecord.save(
                settings.content, of: .project(project.id), in: organization.id, visible: settings.visible, at: now,
                in: connection)
        }
        return .done(.fileShared)
    }
}

extension Person {
    /// This person as configuration would say it.
    var settings: PersonSettings {
        PersonSettings(
            address: address, name: name, role: role, locale: locale, notified: notified, admitted: access != .ended)
    }
}

extension PersonSettings {
    /// Staff are in at once; clients come in by invitation or link; whoever is not admitted is out.
    fileprivate func access(after current: Person?) -> Person.Access {
        guard admitted else { return .ended }
        if role != .client { return .active }
        guard let current, current.access != .ended, !current.isStaff else { return .none }
        return current.access
    }
}

extension ProjectSettings {
    /// The same with its people in the order in which they are stored.
    var sorted: ProjectSettings {
        var copy = self
        copy.people.sort { $0.canonical.utf8.lexicographicallyPrecedes($1.canonical.utf8) }
        return copy
    }
}
