/// What the staff's pages ask of several tables.
enum StaffRecord {
    static func held(
        of organization: OrganizationID, since: Moment, in connection: any Connection
    ) throws -> [InboxEntry] {
        try InboxRecord.held(of: organization, since: since, limit: Attention.most, in: connection)
    }

    static func undelivered(
        of organization: OrganizationID, since: Moment, in connection: any Connection
    ) throws -> [Attention.Undelivered] {
        try connection.query(
            """
            SELECT p.name, p.address, coalesce(b.subject, ''), b.settled_at, coalesce(b.result, '') FROM outbox b
            JOIN people p ON p.id = b.person_id WHERE p.organization_id = $1 AND b.state = 'failed'
                AND b.created_at > $2 ORDER BY b.id DESC LIMIT $3
            """, [.id(organization), .moment(since), .number(Attention.most)]
        ) { row in
            try Attention.Undelivered(
                person: row.text(0), address: row.text(1), subject: row.text(2), at: row.moment(3), result: row.text(4))
        }
    }

    /// The newest test mail of somebody, and the answer that came since.
    static func roundTrip(of person: PersonID, in connection: any Connection) throws -> RoundTrip? {
        let asked = try connection.first(
            "SELECT created_at FROM outbox WHERE person_id = $1 AND topic = 'test' ORDER BY id DESC LIMIT 1",
            [.id(person)]
        ) { try $0.moment(0) }
        guard let asked else { return nil }
        let answered = try connection.first(
            """
            SELECT at FROM history WHERE person_id = $1 AND at >= $2 AND command = 'test-answer'
                AND outcome LIKE '%testAnswered%' ORDER BY id DESC LIMIT 1
            """, [.id(person), .moment(asked)]
        ) { try $0.moment(0) }
        return RoundTrip(asked: asked, answered: answered)
    }
}
