extension Portal {
    /// Reminds people of what waits for them, once on each day and for each organization, from its hour on.
    ///
    /// Called again and again; what was missed while nobody served is made up for on the same day.
    ///
    /// - Throws: a fault of the database, after which it may be called again.
    package func remind() async throws {
        for organization in try organizationsToRemind() {
            let today = DayAndHour(now, in: organization.settings.timeZone).day
            let slug = organization.settings.slug
            _ = try await perform(
                [.remind(organization: slug, on: today)], for: .administrator,
                because: .schedule("remind \(slug) \(today.number)"))
        }
    }

    private func organizationsToRemind() throws -> [Organization] {
        try database.read { connection in
            try OrganizationRecord.all(in: connection).filter { organization in
                let settings = organization.settings.reminders
                let local = DayAndHour(clock(), in: organization.settings.timeZone)
                guard settings.on, local.hour >= settings.hour else { return false }
                let cause = Cause.schedule("remind \(organization.settings.slug) \(local.day.number)")
                return try !CauseRecord.isSpent(cause, in: connection)
            }
        }
    }
}

extension Transaction {
    func remind(_ slug: String, on today: ReminderDay) throws -> Outcome {
        guard let organization = try OrganizationRecord.find(slug, in: connection), organization.settings.portalOpen
        else { return .nothingToDo(.unchanged) }
        var reminded = 0
        for person in try PersonRecord.all(of: organization.id, at: now, in: connection) where person.hears {
            if try AwayRecord.isAway(person.id, on: today, in: connection) { continue }
            reminded += try remind(person, of: organization, on: today)
        }
        return reminded == 0 ? .nothingToDo(.unchanged) : .done(.reminded(reminded))
    }

    /// One mail for each project in which it is time, and one for what belongs to the organization; the limit counts mails.
    private func remind(_ person: Person, of organization: Organization, on today: ReminderDay) throws -> Int {
        let settings = organization.settings.reminders
        let waiting = Dictionary(
            grouping: try WaitingThings.all(for: person, of: organization, in: connection), by: \.project)
        let recent = try OutboxRecord.digests(to: person.id, since: now + .days(-7), in: connection)
        let due = waiting.filter { _, things in
            settings.isTime(on: today, due: things.map { $0.due.flatMap(ReminderDay.init(iso:)) })
        }
        let projects = due.keys.sorted { ($0?.number ?? 0) < ($1?.number ?? 0) }.prefix(
            max(0, settings.mostInAWeek - recent))
        for project in projects { try owe(.item(.digest(DigestNotice(project: project))), to: person.id) }
        return projects.count
    }
}

/// All that waits for somebody, of every kind.
enum WaitingThings {
    static func all(
        for person: Person, of organization: Organization, in connection: any Connection
    ) throws -> [WaitingThing] {
        try decisions(for: person, of: organization, in: connection)
            + Nouns.inUse(by: organization).flatMap { try $0.waiting(for: person, in: connection) }
            + Nouns.ofOrganization(inUseBy: organization).flatMap {
                try $0.waiting(for: person, of: organization, in: connection)
            }
    }

    private static func decisions(
        for person: Person, of organization: Organization, in connection: any Connection
    ) throws -> [WaitingThing] {
        guard !person.isStaff, organization.settings.tools.contains(.deliverables) else { return [] }
        return try DeliverableRecord.all(seenBy: person, in: connection).filter { $0.state == .pending }.map { item in
            WaitingThing(
                thing: .deliverable(item.id, version: item.settings.version), tool: .deliverables,
                project: item.project, title: item.settings.title, due: item.settings.due)
        }
    }
}
