import MailFormat

/// The clients of an organization, for its staff.
package struct ClientList: Sendable, Equatable {
    package let entries: [Entry]
    /// How many more there are.
    package let left: Int

    package struct Entry: Sendable, Equatable {
        package let person: Person
        /// The newest one.
        package let invitation: Invitation?
        package let projects: [Project]
    }

    /// Limit: entries of a list.
    private static let most = 200

    /// - Parameter people: everybody of an organization.
    init(of people: [Person], in connection: any Connection) throws {
        let clients = people.filter { !$0.isStaff }
        entries = try clients.prefix(Self.most).map { person in
            Entry(
                person: person, invitation: try InvitationRecord.newest(of: person.id, in: connection),
                projects: try ProjectRecord.all(seenBy: person, in: connection))
        }
        left = clients.count - entries.count
    }
}

/// The portal links of an organization, for its staff.
package struct LinkList: Sendable, Equatable {
    package let entries: [Entry]
    /// How many more there are.
    package let left: Int

    package struct Entry: Sendable, Equatable {
        package let person: Person
        package let link: PortalLink
    }

    /// Limit: entries of a list.
    private static let most = 200

    /// - Parameter people: everybody of the organization.
    init(of organization: OrganizationID, among people: [Person], in connection: any Connection) throws {
        let links = try PortalLinkRecord.all(of: organization, in: connection)
        let owners = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) })
        entries = links.prefix(Self.most).compactMap { link in
            owners[link.person].map { Entry(person: $0, link: link) }
        }
        left = links.count - entries.count
    }
}

extension LetterLoader {
    /// Nil for somebody who is not of the staff any more.
    func clients(for recipient: Person) throws -> Loaded? {
        guard recipient.isStaff else { return nil }
        let people = try PersonRecord.all(of: recipient.organization, at: now, in: connection)
        return (.item(.account(.clients(try ClientList(of: people, in: connection)))), .nothing, [])
    }

    func links(for recipient: Person) throws -> Loaded? {
        guard recipient.isStaff else { return nil }
        let people = try PersonRecord.all(of: recipient.organization, at: now, in: connection)
        let list = try LinkList(of: recipient.organization, among: people, in: connection)
        return (.item(.account(.access(list))), .nothing, [])
    }
}

extension OrganizationRecord {
    /// The organizations in whose portal an address may act. It is told to that address only, and kept nowhere: no
    /// organization learns of another.
    static func all(openTo address: EmailAddress, at now: Moment, in connection: any Connection) throws
        -> [Organization]
    {
        try PersonRecord.all(with: address, at: now, in: connection).compactMap { person in
            guard person.mayAct, let organization = try find(person.organization, in: connection) else { return nil }
            return organization.settings.portalOpen || person.isStaff ? organization : nil
        }
    }
}

extension Portal {
    /// The other organizations of a person who has shown that the address is theirs: one who came in by a portal link,
    /// which may have been handed on, has none.
    package func otherOrganizations(_ session: Secret, of slug: String) throws -> [Organization] {
        try read(session, slug) { viewer, connection -> [Organization]? in
            guard case .session(_, link: nil) = viewer.grounds else { return [] }
            return try OrganizationRecord.all(openTo: viewer.person.address, at: clock(), in: connection)
                .filter { $0.id != viewer.organization.id }
        } ?? []
    }
}
