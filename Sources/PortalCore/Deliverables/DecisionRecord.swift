/// The tables `decisions` and `undo_links`. Of each version at most one decision stands; the index sees to it.
enum DecisionRecord {
    static let columns = """
        s.id, s.deliverable_id, s.version, s.kind, s.person_id, s.door, s.at, s.instead_of, s.message_id, s.ended_at
        """

    static func find(_ id: DecisionID, in connection: any Connection) throws -> MadeDecision? {
        try connection.first("SELECT \(columns) FROM decisions s WHERE s.id = $1", [.id(id)]) { try read($0) }
    }

    /// The decision that a link takes back.
    static func find(_ digest: SecretDigest, in connection: any Connection) throws -> MadeDecision? {
        try connection.first(
            "SELECT \(columns) FROM decisions s JOIN undo_links u ON u.decision_id = s.id WHERE u.digest = $1",
            [.digest(digest)]
        ) { try read($0) }
    }

    static func add(
        _ decision: Decision, by person: PersonID, through door: Door, insteadOf: Decision.Kind?,
        message: MessageNumber?, at now: Moment, in connection: any Connection
    ) throws -> DecisionID {
        let number = try connection.insert(
            """
            INSERT INTO decisions (deliverable_id, version, kind, person_id, door, at, instead_of, message_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
            """,
            [
                .id(decision.deliverable), .number(decision.version), .text(decision.kind.rawValue), .id(person),
                .text(door.rawValue), .moment(now), .optional(insteadOf?.rawValue), .id(message),
            ])
        return DecisionID(number: number)
    }

    static func end(_ id: DecisionID, at now: Moment, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE decisions SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL", [.id(id), .moment(now)])
    }

    static func addLink(_ digest: SecretDigest, to id: DecisionID, in connection: any Connection) throws {
        try connection.execute(
            "INSERT INTO undo_links (digest, decision_id) VALUES ($1, $2)", [.digest(digest), .id(id)])
    }

    static func removeUndoLinks(of person: PersonID, in connection: any Connection) throws {
        try connection.execute(
            "DELETE FROM undo_links WHERE decision_id IN (SELECT id FROM decisions WHERE person_id = $1)",
            [.id(person)])
    }

    /// - Parameter first: the column that `columns` begin with.
    static func read(_ row: any ResultRow, from first: Int = 0) throws -> MadeDecision {
        try MadeDecision(
            id: row.id(first), deliverable: row.id(first + 1), version: row.number(first + 2),
            kind: row.word(first + 3), person: row.id(first + 4), door: row.word(first + 5), at: row.moment(first + 6),
            insteadOf: row.textIfAny(first + 7) == nil ? nil : row.word(first + 7),
            message: row.idIfAny(first + 8), ended: row.momentIfAny(first + 9))
    }
}
