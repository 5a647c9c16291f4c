/// The tables `portal_links`, `portal_link_secrets` and `remembered_browsers`.
enum PortalLinkRecord {
    private static let select = """
        SELECT l.id, l.person_id, l.name, l.code_salt, l.code_hash, l.attempts, l.expires_at, l.revoked_at, l.notified,
            l.access_count, l.last_access, l.bounced, l.scan_count
        FROM portal_links l
        """

    static func find(_ id: PortalLinkID, in connection: any Connection) throws -> PortalLink? {
        try connection.first("\(select) WHERE l.id = $1", [.id(id)], read)
    }

    static func find(_ digest: SecretDigest, in connection: any Connection) throws -> PortalLink? {
        try connection.first(
            "\(select) JOIN portal_link_secrets s ON s.link_id = l.id WHERE s.digest = $1", [.digest(digest)], read)
    }

    static func find(_ name: String, of person: PersonID, in connection: any Connection) throws -> PortalLink? {
        try connection.first("\(select) WHERE l.person_id = $1 AND l.name = $2", [.id(person), .text(name)], read)
    }

    static func all(of organization: OrganizationID, in connection: any Connection) throws -> [PortalLink] {
        try connection.query(
            "\(select) JOIN people p ON p.id = l.person_id WHERE p.organization_id = $1 ORDER BY l.id",
            [.id(organization)], read)
    }

    static func add(
        _ settings: PortalLinkSettings, code: StoredCode?, for person: PersonID, at now: Moment,
        in connection: any Connection
    ) throws -> PortalLinkID {
        let expires = settings.days.map { now + .days(Int64($0)) }
        let number = try connection.insert(
            """
            INSERT INTO portal_links (person_id, name, code_salt, code_hash, expires_at, notified, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
            """,
            [
                .id(person), .text(settings.name), code.map { .bytes($0.salt) } ?? .null,
                code.map { .bytes($0.hash) } ?? .null, .moment(expires), .flag(settings.notified), .moment(now),
            ])
        return PortalLinkID(number: number)
    }

    static func all(of person: PersonID, in connection: any Connection) throws -> [PortalLink] {
        try connection.query("\(select) WHERE l.person_id = $1 ORDER BY l.id", [.id(person)], read)
    }

    /// Shuts every address of a link, and forgets the browsers that knew its code.
    static func removeSecrets(of link: PortalLinkID, in connection: any Connection) throws {
        for table in ["portal_link_secrets", "remembered_browsers"] {
            try connection.execute("DELETE FROM \(table) WHERE link_id = $1", [.id(link)])
        }
    }

    static func addSecret(_ digest: SecretDigest, to link: PortalLinkID, in connection: any Connection) throws {
        try connection.execute(
            "INSERT INTO portal_link_secrets (digest, link_id) VALUES ($1, $2)", [.digest(digest), .id(link)])
    }

    static func countAttempt(on link: PortalLinkID, in connection: any Connection) throws {
        try connection.execute("UPDATE portal_links SET attempts = attempts + 1 WHERE id = $1", [.id(link)])
    }

    /// Somebody came in: one look, which may not be written down yet, was no scanner's.
    static func countAccess(on link: PortalLinkID, at now: Moment, in connection: any Connection) throws {
        try connection.execute(
            """
            UPDATE portal_links SET access_count = access_count + 1, scan_count = scan_count - 1, last_access = $2,
                attempts = 0
            WHERE id = $1
            """, [.id(link), .moment(now)])
    }

    static func countLooks(_ count: Int, on link: PortalLinkID, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE portal_links SET scan_count = scan_count + $2 WHERE id = $1", [.id(link), .number(count)])
    }

    static func revoke(_ link: PortalLinkID, at now: Moment, in connection: any Connection) throws {
        try connection.execute("UPDATE portal_links SET revoked_at = $2 WHERE id = $1", [.id(link), .moment(now)])
        try connection.execute(
            "UPDATE sessions SET ended_at = $2 WHERE link_id = $1 AND ended_at IS NULL", [.id(link), .moment(now)])
    }

    static func setNotified(_ notified: Bool, on link: PortalLinkID, in connection: any Connection) throws {
        try connection.execute("UPDATE portal_links SET notified = $2 WHERE id = $1", [.id(link), .flag(notified)])
    }

    /// The new end is told anew when it is near.
    static func setExpiry(_ expires: Moment?, of link: PortalLinkID, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE portal_links SET expires_at = $2, end_told_at = NULL WHERE id = $1", [.id(link), .moment(expires)])
    }

    /// Links of an organization that are open, end before a moment, and whose client was not told of it; without those that
    /// are muted, and those that were made for a short while.
    static func ending(
        in organization: OrganizationID, after now: Moment, before end: Moment, longerThan span: Moment.Span,
        _ connection: any Connection
    ) throws -> [PortalLink] {
        try connection.query(
            """
            \(select) JOIN people p ON p.id = l.person_id
            WHERE p.organization_id = $1 AND l.revoked_at IS NULL AND l.notified = 1 AND l.end_told_at IS NULL
                AND l.expires_at > $2 AND l.expires_at <= $3 AND l.expires_at - l.created_at > $4 ORDER BY l.id
            """, [.id(organization), .moment(now), .moment(end), .integer(span.milliseconds)], read)
    }

    static func setEndTold(_ link: PortalLinkID, at now: Moment, in connection: any Connection) throws {
        try connection.execute("UPDATE portal_links SET end_told_at = $2 WHERE id = $1", [.id(link), .moment(now)])
    }

    static func setBounced(_ detail: String, on link: PortalLinkID, in connection: any Connection) throws {
        try connection.execute("UPDATE portal_links SET bounced = $2 WHERE id = $1", [.id(link), .text(detail)])
    }

    static func remember(
        _ browser: SecretDigest, for link: PortalLinkID, until expires: Moment, in connection: any Connection
    ) throws {
        try connection.execute(
            "INSERT INTO remembered_browsers (digest, link_id, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            [.digest(browser), .id(link), .moment(expires)])
    }

    static func remembers(
        _ browser: SecretDigest, for link: PortalLinkID, at now: Moment, in connection: any Connection
    ) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM remembered_browsers WHERE digest = $1 AND link_id = $2 AND expires_at > $3",
            [.digest(browser), .id(link), .moment(now)]
        ) { _ in true } ?? false
    }

    private static func read(_ row: any ResultRow) throws -> PortalLink {
        var code: StoredCode?
        if let salt = row.bytesIfAny(3), let hash = row.bytesIfAny(4) { code = StoredCode(salt: salt, hash: hash) }
        return try PortalLink(
            id: row.id(0), person: row.id(1), name: row.text(2), code: code, attempts: row.number(5),
            expires: row.momentIfAny(6), revoked: row.momentIfAny(7), notified: row.flag(8),
            accessCount: row.number(9), lastAccess: row.momentIfAny(10), bounced: row.textIfAny(11),
            scanCount: max(0, row.number(12)))
    }
}
