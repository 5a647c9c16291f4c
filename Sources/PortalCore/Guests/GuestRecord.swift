import MailFormat

/// The tables `guests` and `guest_links`.
enum GuestRecord {
    static let schema = """
        CREATE TABLE guests (
            id INTEGER PRIMARY KEY,
            project_id INTEGER NOT NULL REFERENCES projects (id),
            name TEXT NOT NULL, address TEXT NOT NULL, canonical TEXT NOT NULL,
            reply TEXT NOT NULL CHECK (reply IN ('open', 'yes', 'no', 'maybe')),
            party INTEGER NOT NULL CHECK (party BETWEEN 1 AND 100), note TEXT NOT NULL,
            host_id INTEGER NOT NULL REFERENCES people (id),
            asked_at INTEGER, answered_at INTEGER, bounced TEXT, removed_at INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX guests_on_the_list ON guests (project_id, canonical) WHERE removed_at IS NULL;
        CREATE INDEX guests_by_address ON guests (canonical);
        CREATE TABLE guest_links (
            digest BLOB PRIMARY KEY, guest_id INTEGER NOT NULL REFERENCES guests (id)
        ) STRICT, WITHOUT ROWID;

        """

    private static let select = """
        SELECT g.id, g.project_id, g.name, g.address, g.reply, g.party, g.note, g.host_id, g.asked_at, g.answered_at,
            g.bounced, g.removed_at
        FROM guests g
        """

    /// Also one who was taken off the list.
    static func find(_ id: GuestID, in connection: any Connection) throws -> Guest? {
        try connection.first("\(select) WHERE g.id = $1", [.id(id)], read)
    }

    static func find(_ digest: SecretDigest, in connection: any Connection) throws -> Guest? {
        try connection.first(
            "\(select) JOIN guest_links l ON l.guest_id = g.id WHERE l.digest = $1", [.digest(digest)], read)
    }

    static func find(_ id: GuestID, of project: ProjectID, in connection: any Connection) throws -> Guest? {
        try connection.first(
            "\(select) WHERE g.id = $1 AND g.project_id = $2 AND g.removed_at IS NULL", [.id(id), .id(project)], read)
    }

    static func find(
        _ address: EmailAddress, of project: ProjectID, in connection: any Connection
    ) throws -> Guest? {
        try connection.first(
            "\(select) WHERE g.project_id = $1 AND g.canonical = $2 AND g.removed_at IS NULL",
            [.id(project), .text(address.canonical)], read)
    }

    static func all(of project: ProjectID, in connection: any Connection) throws -> [Guest] {
        try connection.query(
            "\(select) WHERE g.project_id = $1 AND g.removed_at IS NULL ORDER BY g.id", [.id(project)], read)
    }

    /// Those of one organization's events who were asked at this address and have not answered.
    static func waiting(
        at address: EmailAddress, of organization: OrganizationID, in connection: any Connection
    ) throws -> [Guest] {
        try connection.query(
            """
            \(select) JOIN projects r ON r.id = g.project_id WHERE g.canonical = $1 AND r.organization_id = $2
                AND g.reply = 'open' AND g.asked_at IS NOT NULL AND g.removed_at IS NULL ORDER BY g.id
            """, [.text(address.canonical), .id(organization)], read)
    }

    static func add(
        _ guest: NewGuest, to project: ProjectID, by host: PersonID, in connection: any Connection
    ) throws -> GuestID {
        GuestID(
            number: try connection.insert(
                """
                INSERT INTO guests (project_id, name, address, canonical, reply, party, note, host_id)
                VALUES ($1, $2, $3, $4, 'open', $5, '', $6) RETURNING id
                """,
                [
                    .id(project), .text(guest.name), .text(guest.address.text), .text(guest.address.canonical),
                    .number(guest.party), .id(host),
                ]))
    }

    static func remove(_ id: GuestID, at now: Moment, in connection: any Connection) throws {
        try connection.execute("UPDATE guests SET removed_at = $2 WHERE id = $1", [.id(id), .moment(now)])
    }

    static func setAsked(_ id: GuestID, at now: Moment, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE guests SET asked_at = $2, bounced = NULL WHERE id = $1", [.id(id), .moment(now)])
    }

    static func setBounced(_ diagnostic: String, on id: GuestID, in connection: any Connection) throws {
        try connection.execute("UPDATE guests SET bounced = $2 WHERE id = $1", [.id(id), .text(diagnostic)])
    }

    static func setAnswer(
        _ reply: RSVP, party: Int, note: String, of id: GuestID, at now: Moment, in connection: any Connection
    ) throws {
        try connection.execute(
            "UPDATE guests SET reply = $2, party = $3, note = $4, answered_at = $5 WHERE id = $1",
            [.id(id), .text(reply.rawValue), .number(party), .text(note), .moment(now)])
    }

    static func addLink(_ digest: SecretDigest, to id: GuestID, in connection: any Connection) throws {
        try connection.execute(
            "INSERT INTO guest_links (digest, guest_id) VALUES ($1, $2)", [.digest(digest), .id(id)])
    }

    private static func read(_ row: any ResultRow) throws -> Guest {
        guard let address = EmailAddress(try row.text(3)) else { throw StorageFault.unreadable("guests.address") }
        return try Guest(
            id: row.id(0), project: row.id(1), name: row.text(2), address: address, reply: row.word(4),
            party: row.number(5), note: row.text(6), host: row.id(7), asked: row.momentIfAny(8),
            answered: row.momentIfAny(9), bounced: row.textIfAny(10), removed: row.momentIfAny(11))
    }
}
