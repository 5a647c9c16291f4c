/// The table `sending_stops`: when each organization's mails were stopped the last time, and resumed.
enum SendingStopRecord {
    static let schema = """
        CREATE TABLE sending_stops (
            organization_id INTEGER PRIMARY KEY REFERENCES organizations (id),
            stopped_at INTEGER NOT NULL, mails INTEGER NOT NULL, bounced INTEGER NOT NULL, addresses INTEGER NOT NULL,
            resumed_at INTEGER
        ) STRICT;

        """

    private static let columns = "s.stopped_at, s.mails, s.bounced, s.addresses"

    /// Nil where its mails go out.
    static func find(_ organization: OrganizationID, in connection: any Connection) throws -> SendingStop? {
        try connection.first(
            "SELECT \(columns) FROM sending_stops s WHERE s.organization_id = $1 AND s.resumed_at IS NULL",
            [.id(organization)], read)
    }

    static func all(in connection: any Connection) throws -> [StoppedOrganization] {
        let found = try connection.query(
            """
            SELECT \(columns), o.id, o.slug FROM sending_stops s JOIN organizations o ON o.id = s.organization_id
            WHERE s.resumed_at IS NULL ORDER BY o.slug
            """, []
        ) { row in (id: try row.id(4) as OrganizationID, slug: try row.text(5), stop: try read(row)) }
        return try found.map {
            StoppedOrganization(slug: $0.slug, stop: $0.stop, waiting: try waiting(in: $0.id, connection))
        }
    }

    /// When an organization's mails were resumed the last time.
    static func resumed(_ organization: OrganizationID, in connection: any Connection) throws -> Moment? {
        try connection.first(
            "SELECT resumed_at FROM sending_stops WHERE organization_id = $1", [.id(organization)]
        ) { $0.momentIfAny(0) } ?? nil
    }

    static func stop(
        _ organization: OrganizationID, _ count: BounceCount, at now: Moment, in connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO sending_stops (organization_id, stopped_at, mails, bounced, addresses) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (organization_id) DO UPDATE SET
                stopped_at = excluded.stopped_at, mails = excluded.mails, bounced = excluded.bounced,
                addresses = excluded.addresses, resumed_at = NULL
            """,
            [
                .id(organization), .moment(now), .number(count.mails), .number(count.bounced),
                .number(count.addresses),
            ])
    }

    static func resume(_ organization: OrganizationID, at now: Moment, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE sending_stops SET resumed_at = $2 WHERE organization_id = $1", [.id(organization), .moment(now)])
    }

    /// What went out of an organization's mails since a moment, by the time of the attempt; the news of each bounce, which staff
    /// get, would hide the share.
    static func count(
        of organization: OrganizationID, since moment: Moment, in connection: any Connection
    ) throws -> BounceCount {
        try connection.first(
            """
            SELECT count(*), coalesce(sum(b.bounced), 0),
                count(DISTINCT CASE WHEN b.bounced = 1 THEN lower(b.recipient) END)
            FROM outbox b JOIN people p ON p.id = b.person_id
            WHERE b.tried_at > $2 AND p.organization_id = $1 AND b.state IN ('sent', 'failed') AND b.topic <> 'delivery'
            """, [.id(organization), .moment(moment)]
        ) { try BounceCount(mails: $0.number(0), bounced: $0.number(1), addresses: $0.number(2)) }
            ?? BounceCount(mails: 0, bounced: 0, addresses: 0)
    }

    /// How many mails wait until they are resumed.
    static func waiting(in organization: OrganizationID, _ connection: any Connection) throws -> Int {
        try connection.first(
            """
            SELECT count(*) FROM outbox b JOIN people p ON p.id = b.person_id
            WHERE p.organization_id = $1 AND b.state IN ('owed', 'begun', 'waiting') AND b.passes_stop = 0
            """, [.id(organization)]
        ) { try $0.number(0) } ?? 0
    }

    /// What else is asked of a due mail `b`: that its organization's are not stopped. Nothing where none are, as nearly always.
    static func condition(in connection: any Connection) throws -> String {
        let isAny = try connection.first("SELECT 1 FROM sending_stops WHERE resumed_at IS NULL", []) { _ in true }
        guard isAny ?? false else { return "" }
        return """
            AND (b.passes_stop = 1 OR NOT EXISTS (
                SELECT 1 FROM people q JOIN sending_stops s ON s.organization_id = q.organization_id
                WHERE q.id = b.person_id AND s.resumed_at IS NULL))
            """
    }

    private static func read(_ row: any ResultRow) throws -> SendingStop {
        try SendingStop(
            since: row.moment(0),
            count: BounceCount(mails: row.number(1), bounced: row.number(2), addresses: row.number(3)))
    }
}
