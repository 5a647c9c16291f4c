/// A decision that a mail came close to: made, if at all, by a press of a button on its page.
package struct Confirmation: Equatable, Sendable {
    package let id: ConfirmationID
    package let person: PersonID
    package let deliverable: DeliverableID
    package let version: Int
    package let comment: String
    package let expires: Moment
    package let used: Moment?

    static let lifetime = Moment.Span.days(7)
    /// Limit: one mail for each person and object in this time.
    static let pause = Moment.Span.hours(1)

    func shut(at now: Moment) -> Refusal? {
        if used != nil { return .alreadyUsed }
        return expires <= now ? .expired : nil
    }
}

/// The table `confirmations`.
enum ConfirmationRecord {
    private static let select = """
        SELECT c.id, c.person_id, c.deliverable_id, c.version, c.comment, c.expires_at, c.used_at FROM confirmations c
        """

    /// Ends what a person was asked and has not answered.
    static func endAll(of person: PersonID, at now: Moment, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE confirmations SET expires_at = min(expires_at, $2) WHERE person_id = $1",
            [.id(person), .moment(now)])
    }

    static func find(_ id: ConfirmationID, in connection: any Connection) throws -> Confirmation? {
        try connection.first("\(select) WHERE c.id = $1", [.id(id)], read)
    }

    static func find(_ digest: SecretDigest, in connection: any Connection) throws -> Confirmation? {
        try connection.first("\(select) WHERE c.digest = $1", [.digest(digest)], read)
    }

    static func wasAsked(
        of person: PersonID, about deliverable: DeliverableID, since: Moment, in connection: any Connection
    ) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM confirmations WHERE person_id = $1 AND deliverable_id = $2 AND asked_at > $3",
            [.id(person), .id(deliverable), .moment(since)]
        ) { _ in true } ?? false
    }

    static func add(
        _ decision: Decision, for person: PersonID, at now: Moment, in connection: any Connection
    ) throws -> ConfirmationID {
        let number = try connection.insert(
            """
            INSERT INTO confirmations (person_id, deliverable_id, version, comment, asked_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
            """,
            [
                .id(person), .id(decision.deliverable), .number(decision.version), .text(decision.comment),
                .moment(now), .moment(now + Confirmation.lifetime),
            ])
        return ConfirmationID(number: number)
    }

    static func arm(_ id: ConfirmationID, digest: SecretDigest, in connection: any Connection) throws {
        try connection.execute("UPDATE confirmations SET digest = $2 WHERE id = $1", [.id(id), .digest(digest)])
    }

    static func use(_ id: ConfirmationID, at now: Moment, in connection: any Connection) throws {
        try connection.execute("UPDATE confirmations SET used_at = $2 WHERE id = $1", [.id(id), .moment(now)])
    }

    private static func read(_ row: any ResultRow) throws -> Confirmation {
        try Confirmation(
            id: row.id(0), person: row.id(1), deliverable: row.id(2), version: row.number(3), comment: row.text(4),
            expires: row.moment(5), used: row.momentIfAny(6))
    }
}
