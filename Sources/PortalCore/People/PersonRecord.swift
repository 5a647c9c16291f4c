import MailFormat

/// The table `people`.
enum PersonRecord {
    /// $1 is always the present moment: whether a link is open depends on it.
    private static let select = """
        SELECT p.id, p.organization_id, p.address, p.name, p.role, p.locale, p.notified, p.access,
            EXISTS (SELECT 1 FROM portal_links l WHERE l.person_id = p.id AND l.revoked_at IS NULL
                AND (l.expires_at IS NULL OR l.expires_at > $1)),
            EXISTS (SELECT 1 FROM portal_links l WHERE l.person_id = p.id AND l.revoked_at IS NULL
                AND (l.expires_at IS NULL OR l.expires_at > $1) AND l.notified = 1),
            p.muted_at
        FROM people p
        """

    static func find(_ id: PersonID, at now: Moment, in connection: any Connection) throws -> Person? {
        try connection.first("\(select) WHERE p.id = $2", [.moment(now), .id(id)], read)
    }

    static func find(
        _ address: EmailAddress, of organization: OrganizationID, at now: Moment, in connection: any Connection
    ) throws -> Person? {
        try connection.first(
            "\(select) WHERE p.organization_id = $2 AND p.canonical = $3",
            [.moment(now), .id(organization), .text(address.canonical)], read)
    }

    static func all(
        of organization: OrganizationID, at now: Moment, in connection: any Connection
    ) throws -> [Person] {
        try connection.query(
            "\(select) WHERE p.organization_id = $2 ORDER BY p.role = 'client', p.name, p.id",
            [.moment(now), .id(organization)], read)
    }

    static func assigned(to project: ProjectID, at now: Moment, in connection: any Connection) throws -> [Person] {
        try connection.query(
            "\(select) JOIN assignments a ON a.person_id = p.id AND a.project_id = $2 ORDER BY p.id",
            [.moment(now), .id(project)], read)
    }

    static func save(
        _ settings: PersonSettings, access: Person.Access, of organization: OrganizationID,
        in connection: any Connection
    ) throws -> PersonID {
        let number = try connection.insert(
            """
            INSERT INTO people (organization_id, address, canonical, name, role, locale, notified, access)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (organization_id, canonical) DO UPDATE SET
                address = excluded.address, name = excluded.name, role = excluded.role, locale = excluded.locale,
                notified = excluded.notified, access = excluded.access
            RETURNING id
            """,
            [
                .id(organization), .text(settings.address.text), .text(settings.address.canonical),
                .text(settings.name), .text(settings.role.rawValue), .optional(settings.locale),
                .flag(settings.notified), .text(access.rawValue),
            ])
        return PersonID(number: number)
    }

    static func setAddress(_ address: EmailAddress, of person: PersonID, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE people SET address = $2, canonical = $3 WHERE id = $1",
            [.id(person), .text(address.text), .text(address.canonical)])
    }

    static func setMuted(_ moment: Moment?, _ person: PersonID, in connection: any Connection) throws {
        try connection.execute("UPDATE people SET muted_at = $2 WHERE id = $1", [.id(person), .moment(moment)])
    }

    /// Everybody, of whichever organization, who has this address.
    static func all(with address: EmailAddress, at now: Moment, in connection: any Connection) throws -> [Person] {
        try connection.query(
            "\(select) WHERE p.canonical = $2 ORDER BY p.organization_id", [.moment(now), .text(address.canonical)],
            read)
    }

    static func setAccess(_ access: Person.Access, of person: PersonID, in connection: any Connection) throws {
        try connection.execute("UPDATE people SET access = $2 WHERE id = $1", [.id(person), .text(access.rawValue)])
    }

    private static func read(_ row: any ResultRow) throws -> Person {
        guard let address = EmailAddress(try row.text(2)) else { throw StorageFault.unreadable("people.address") }
        return try Person(
            id: row.id(0), organization: row.id(1), address: address, name: row.text(3), role: row.word(4),
            locale: row.textIfAny(5), notified: row.flag(6), access: row.word(7), hasOpenLink: row.flag(8),
            hasNotifiedLink: row.flag(9), muted: row.momentIfAny(10) != nil)
    }
}

extension EmailAddress {
    /// The spelling under which an address is looked up: ASCII lower case, nothing else folded.
    var canonical: String {
        String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
    }
}
