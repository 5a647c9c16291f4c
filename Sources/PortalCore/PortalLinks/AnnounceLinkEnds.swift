/// Clients hear some days before that their link ends, so that nobody finds it shut.
extension PortalLink {
    /// Days before its end.
    static let announced = 3
}

extension Portal {
    /// Tells clients whose links end soon, once a day for each organization, from the hour of its reminders on.
    ///
    /// Called again and again; what was missed while nobody served is made up for, as long as the link is open.
    ///
    /// - Throws: a fault of the database, after which it may be called again.
    package func announceLinkEnds() async throws {
        for (slug, day) in try organizationsWithLinksThatEnd() {
            _ = try await perform(
                [.item(.links(.announceEnds(organization: slug, on: day)))], for: .administrator,
                because: .schedule("link-ends \(slug) \(day.number)"))
        }
    }

    private func organizationsWithLinksThatEnd() throws -> [(slug: String, day: ReminderDay)] {
        try database.read { connection in
            try OrganizationRecord.all(in: connection).compactMap { organization in
                let settings = organization.settings
                let local = DayAndHour(clock(), in: settings.timeZone)
                guard settings.portalOpen, local.hour >= settings.reminders.hour,
                    try !CauseRecord.isSpent(
                        .schedule("link-ends \(settings.slug) \(local.day.number)"), in: connection),
                    try !organization.linksThatEnd(on: local.day, at: clock(), connection).isEmpty
                else { return nil }
                return (settings.slug, local.day)
            }
        }
    }
}

extension Transaction {
    func announceLinkEnds(of slug: String, on today: ReminderDay) throws -> Outcome {
        guard let organization = try OrganizationRecord.find(slug, in: connection) else { return .refused(.notFound) }
        var told = 0
        for link in try organization.linksThatEnd(on: today, at: now, connection) {
            guard let person = try PersonRecord.find(link.person, at: now, in: connection), person.hears else {
                continue
            }
            try PortalLinkRecord.setEndTold(link.id, at: now, in: connection)
            try owe(.item(.account(.linkExpiring(link.id))), to: person.id)
            told += 1
        }
        return told == 0 ? .nothingToDo(.unchanged) : .done(.item(.linkEndsAnnounced(told)))
    }
}

extension Organization {
    /// By the days of its own calendar.
    fileprivate func linksThatEnd(
        on today: ReminderDay, at now: Moment, _ connection: any Connection
    ) throws -> [PortalLink] {
        let days = Int64(PortalLink.announced)
        return try PortalLinkRecord.ending(
            in: id, after: now, before: now + .days(days + 1), longerThan: .days(days), connection
        ).filter { link in
            guard let expires = link.expires else { return false }
            return DayAndHour(expires, in: settings.timeZone).day.number - today.number <= PortalLink.announced
        }
    }
}

extension LetterLoader {
    /// Nil where it was shut, or got another end, before the mail was written.
    func linkExpiring(_ id: PortalLinkID) throws -> Loaded? {
        guard let link = try PortalLinkRecord.find(id, in: connection), link.shut(at: now) == nil, link.notified,
            let expires = link.expires, expires <= now + .days(Int64(PortalLink.announced) + 1)
        else { return nil }
        return (.item(.account(.linkExpiring(link))), .nothing, [])
    }
}
