/// A browser that has proved whose it is.
struct Session: Equatable, Sendable {
    let person: PersonID
    let link: PortalLinkID?
    let expires: Moment
    let ended: Moment?

    /// How long a session lives.
    static let lifetime = Moment.Span.days(30)

    func isOpen(at now: Moment) -> Bool { ended == nil && expires > now }
}

/// The table `sessions`.
enum SessionRecord {
    static func find(_ digest: SecretDigest, in connection: any Connection) throws -> Session? {
        try connection.first(
            "SELECT person_id, link_id, expires_at, ended_at FROM sessions WHERE digest = $1", [.digest(digest)]
        ) { row in
            try Session(
                person: row.id(0), link: row.idIfAny(1), expires: row.moment(2), ended: row.momentIfAny(3))
        }
    }

    static func start(
        _ digest: SecretDigest, for person: PersonID, by link: PortalLinkID?, at now: Moment,
        in connection: any Connection
    ) throws {
        try connection.execute(
            "INSERT INTO sessions (digest, person_id, link_id, started_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
            [.digest(digest), .id(person), .id(link), .moment(now), .moment(now + Session.lifetime)])
    }

    static func end(_ digest: SecretDigest, at now: Moment, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE sessions SET ended_at = $2 WHERE digest = $1 AND ended_at IS NULL",
            [.digest(digest), .moment(now)])
    }

    static func endAll(of person: PersonID, at now: Moment, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE sessions SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL", [.id(person), .moment(now)])
    }
}
