/// A mail that came in: kept before anything acts on it.
package struct InboxEntry: Sendable, Equatable {
    package let id: InboxID
    /// SHA-256 of the bytes without trace headers: the same mail delivered twice has one.
    package let digest: ContentDigest
    /// The whole mail in the content store.
    package let content: ContentDigest
    /// Bytes.
    package let size: Int64
    package let sender: String
    package let subject: String
    package let received: Moment
    package let state: State
    package let person: String?
    /// What came of it, as JSON.
    package let reading: String

    package enum State: String, Codable, Sendable, CaseIterable {
        /// On disk, not yet acted on.
        case kept
        case settled
        /// For staff to look at.
        case held
    }

    /// What came of each thing that it asked for; empty where an older version wrote it.
    package var outcomes: [Outcome] { (try? StoredJSON.value(reading, [Outcome].self)) ?? [] }

    /// Whether it is held and nothing was done because of it, so that it can be read again.
    package var hadNoEffect: Bool {
        guard state == .held, let outcomes = try? StoredJSON.value(reading, [Outcome].self) else { return false }
        return outcomes.allSatisfy { outcome in
            switch outcome {
            case .held, .refused: true
            case .done, .needsConfirmation, .nothingToDo: false
            }
        }
    }
}

/// The table `inbox`.
enum InboxRecord {
    private static let select = """
        SELECT n.id, n.digest, n.content, n.size, n.sender, n.subject, n.received_at, n.state, p.address, n.reading
        FROM inbox n LEFT JOIN people p ON p.id = n.person_id
        """

    static func keep(
        _ mail: KeptMail, at now: Moment, in connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO inbox (digest, content, size, sender, subject, received_at, state, reading)
            VALUES ($1, $2, $3, $4, $5, $6, 'kept', '[]') ON CONFLICT (digest) DO NOTHING
            """,
            [
                .bytes(mail.digest.bytes), .bytes(mail.content.bytes), .integer(mail.size), .text(mail.sender),
                .text(mail.subject), .moment(now),
            ])
    }

    static func settle(
        _ digest: ContentDigest, _ state: InboxEntry.State, organization: OrganizationID?, person: PersonID?,
        outcomes: [Outcome], in connection: any Connection
    ) throws {
        try connection.execute(
            """
            UPDATE inbox SET state = $2, organization_id = $3, person_id = $4, reading = $5 WHERE digest = $1
            """,
            [
                .bytes(digest.bytes), .text(state.rawValue), .id(organization), .id(person),
                .text(try StoredJSON.text(outcomes)),
            ])
    }

    static func find(_ id: InboxID, in connection: any Connection) throws -> InboxEntry? {
        try connection.first("\(select) WHERE n.id = $1", [.id(id)], read)
    }

    static func find(_ digest: ContentDigest, in connection: any Connection) throws -> InboxEntry? {
        try connection.first("\(select) WHERE n.digest = $1", [.bytes(digest.bytes)], read)
    }

    static func state(of digest: ContentDigest, in connection: any Connection) throws -> InboxEntry.State? {
        try connection.first("SELECT state FROM inbox WHERE digest = $1", [.bytes(digest.bytes)]) { try $0.word(0) }
    }

    static func kept(in connection: any Connection) throws -> [InboxEntry] {
        try connection.query("\(select) WHERE n.state = 'kept' ORDER BY n.id", [], read)
    }

    static func newest(_ count: Int, in connection: any Connection) throws -> [InboxEntry] {
        try connection.query("\(select) ORDER BY n.id DESC LIMIT $1", [.number(count)], read).reversed()
    }

    /// What was kept for the staff of an organization, newest first.
    static func held(
        of organization: OrganizationID, since: Moment, limit: Int, in connection: any Connection
    ) throws -> [InboxEntry] {
        try connection.query(
            """
            \(select) WHERE n.organization_id = $1 AND n.state = 'held' AND n.received_at > $2 ORDER BY n.id DESC LIMIT $3
            """, [.id(organization), .moment(since), .number(limit)], read)
    }

    private static func read(_ row: any ResultRow) throws -> InboxEntry {
        try InboxEntry(
            id: row.id(0), digest: ContentDigest(stored: row.bytes(1)), content: ContentDigest(stored: row.bytes(2)),
            size: row.integer(3), sender: row.text(4), subject: row.text(5), received: row.moment(6),
            state: row.word(7), person: row.textIfAny(8), reading: row.text(9))
    }
}

/// A mail that lies in the content store, with what its row shows of it.
package struct KeptMail: Sendable, Equatable {
    package let digest: ContentDigest
    package let content: ContentDigest
    package let size: Int64
    package let sender: String
    package let subject: String
}
