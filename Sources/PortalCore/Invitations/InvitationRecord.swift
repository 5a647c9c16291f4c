/// The table `invitations`.
enum InvitationRecord {
    private static let select =
        "SELECT i.id, i.person_id, i.state, i.expires_at, i.changed_at, i.detail FROM invitations i"

    static func find(_ id: InvitationID, in connection: any Connection) throws -> Invitation? {
        try connection.first("\(select) WHERE i.id = $1", [.id(id)], read)
    }

    static func find(_ digest: SecretDigest, in connection: any Connection) throws -> Invitation? {
        try connection.first("\(select) WHERE i.digest = $1", [.digest(digest)], read)
    }

    static func newest(of person: PersonID, in connection: any Connection) throws -> Invitation? {
        try connection.first("\(select) WHERE i.person_id = $1 ORDER BY i.id DESC LIMIT 1", [.id(person)], read)
    }

    /// How many invitations a person was mailed after a moment.
    static func mailed(to person: PersonID, since: Moment, in connection: any Connection) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM outbox WHERE person_id = $1 AND created_at > $2 AND topic = 'invitation'",
            [.id(person), .moment(since)]
        ) { try $0.number(0) } ?? 0
    }

    static func add(for person: PersonID, at now: Moment, in connection: any Connection) throws -> InvitationID {
        let number = try connection.insert(
            "INSERT INTO invitations (person_id, state, changed_at) VALUES ($1, 'owed', $2) RETURNING id",
            [.id(person), .moment(now)])
        return InvitationID(number: number)
    }

    /// The secret is made when the mail is written; an earlier one is dead from then on.
    static func arm(
        _ id: InvitationID, digest: SecretDigest, until expires: Moment, at now: Moment, in connection: any Connection
    ) throws {
        try connection.execute(
            "UPDATE invitations SET digest = $2, expires_at = $3, state = 'sent', changed_at = $4 WHERE id = $1",
            [.id(id), .digest(digest), .moment(expires), .moment(now)])
    }

    static func setState(
        _ state: Invitation.State, detail: String? = nil, of id: InvitationID, at now: Moment,
        in connection: any Connection
    ) throws {
        try connection.execute(
            "UPDATE invitations SET state = $2, detail = $3, changed_at = $4 WHERE id = $1",
            [.id(id), .text(state.rawValue), .optional(detail), .moment(now)])
    }

    /// The first look at the page of an invitation opens it.
    static func noteLook(at id: InvitationID, at now: Moment, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE invitations SET state = 'opened', changed_at = $2 WHERE id = $1 AND state = 'sent'",
            [.id(id), .moment(now)])
    }

    /// Ends every open invitation of a person.
    static func revokeAll(of person: PersonID, at now: Moment, in connection: any Connection) throws {
        try connection.execute(
            """
            UPDATE invitations SET state = 'revoked', changed_at = $2
            WHERE person_id = $1 AND state NOT IN ('accepted', 'revoked')
            """, [.id(person), .moment(now)])
    }

    private static func read(_ row: any ResultRow) throws -> Invitation {
        try Invitation(
            id: row.id(0), person: row.id(1), state: row.word(2), expires: row.momentIfAny(3), changed: row.moment(4),
            detail: row.textIfAny(5))
    }
}
