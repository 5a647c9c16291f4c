/// What the command line lists.
extension Portal {
    /// The newest mails out, newest last.
    package func outbox(newest count: Int) throws -> [OutboxEntry] {
        try database.read { try OutboxRecord.newest(count, in: $0) }
    }

    package func outboxEntry(_ id: OutboxID) throws -> OutboxEntry? {
        try database.read { try OutboxRecord.find(id, in: $0) }
    }

    /// Sends a mail again: a waiting one now, a failed or dropped one written anew.
    ///
    /// - Returns: false when the mail is in no state for it.
    package func retryMail(_ id: OutboxID) async throws -> Bool {
        let retried = try await database.write { [clock] connection in
            if try OutboxRecord.hurry(id, at: clock(), in: connection) { return true }
            return try OutboxRecord.renew(id, at: clock(), in: connection)
        }
        changed()
        return retried
    }

    /// A person by their number; nil for one that was never there.
    package func person(_ id: PersonID) throws -> Person? {
        try database.read { try PersonRecord.find(id, at: clock(), in: $0) }
    }

    /// The newest mails in, newest last.
    package func inbox(newest count: Int) throws -> [InboxEntry] {
        try database.read { try InboxRecord.newest(count, in: $0) }
    }

    package func inboxEntry(_ id: InboxID) throws -> InboxEntry? {
        try database.read { try InboxRecord.find(id, in: $0) }
    }

    /// The newest history entries, newest last.
    package func history(newest count: Int) throws -> [HistoryEntry] {
        try database.read { try HistoryRecord.newest(count, in: $0) }
    }

    /// Every client of an organization with their access and their newest invitation.
    package func clients(of slug: String) throws -> [ClientOverview]? {
        try database.read { connection in
            guard let organization = try OrganizationRecord.find(slug, in: connection) else { return nil }
            return try PersonRecord.all(of: organization.id, at: clock(), in: connection).filter { !$0.isStaff }
                .map {
                    try ClientOverview(
                        person: $0, invitation: InvitationRecord.newest(of: $0.id, in: connection))
                }
        }
    }

    /// Every portal link of an organization with its client.
    package func portalLinks(of slug: String) throws -> [PortalLinkOverview]? {
        try database.read { connection in
            guard let organization = try OrganizationRecord.find(slug, in: connection) else { return nil }
            return try PortalLinkRecord.all(of: organization.id, in: connection).compactMap { link in
                try PersonRecord.find(link.person, at: clock(), in: connection).map {
                    PortalLinkOverview(link: link, person: $0)
                }
            }
        }
    }

    /// A project by its key.
    package func project(_ name: String, of slug: String) throws -> Project? {
        try database.read { connection in
            guard let organization = try OrganizationRecord.find(slug, in: connection) else { return nil }
            return try ProjectRecord.find(name, of: organization.id, in: connection)
        }
    }
}

package struct ClientOverview: Sendable {
    package let person: Person
    package let invitation: Invitation?
}

package struct PortalLinkOverview: Sendable {
    package let link: PortalLink
    package let person: Person
}
