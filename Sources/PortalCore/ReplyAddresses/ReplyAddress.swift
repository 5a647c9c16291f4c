/// What a reply address was issued for: whom, what about, and what a reply to it may do.
package struct ReplyAddress: Equatable, Sendable {
    package let person: PersonID
    package let subject: Subject
    package let entry: OutboxID
    package let expires: Moment

    /// How long a notice can be answered.
    static let lifetime = Moment.Span.days(180)

    /// What a notice was about, and so what a reply to it is about.
    package enum Subject: Equatable, Sendable {
        /// The notice asked for a decision about this version.
        case decision(DeliverableID, version: Int, ProjectID)
        case conversation(ProjectID)
        /// The notice listed things by number, or was about one.
        case things(ListedThings)
        /// The notice asked a guest of this project's event. Such an address is the guest's own: it reaches nothing else.
        case guest(GuestID, ProjectID)
        case nothing

        var isDecision: Bool { if case .decision = self { true } else { false } }
    }
}

/// The table `reply_addresses`.
enum ReplyAddressRecord {
    static func find(_ digest: SecretDigest, in connection: any Connection) throws -> ReplyAddress? {
        try connection.first(
            """
            SELECT person_id, purpose, project_id, deliverable_id, version, outbox_id, expires_at, things, guest_id
            FROM reply_addresses WHERE digest = $1
            """, [.digest(digest)]
        ) { row in
            let subject: ReplyAddress.Subject =
                switch try row.text(1) {
                case "decide": .decision(try row.id(3), version: try row.number(4), try row.id(2))
                case "converse": .conversation(try row.id(2))
                case "list": try .things(ListedThings(StoredJSON.value(row.text(7)), in: row.idIfAny(2)))
                case "guest": .guest(try row.id(8), try row.id(2))
                default: .nothing
                }
            return try ReplyAddress(person: row.id(0), subject: subject, entry: row.id(5), expires: row.moment(6))
        }
    }

    /// Ends a person's own; those of guests belong to the guests.
    static func endAll(of person: PersonID, at now: Moment, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE reply_addresses SET expires_at = min(expires_at, $2) WHERE person_id = $1 AND purpose <> 'guest'",
            [.id(person), .moment(now)])
    }

    /// A guest's address stays the same from mail to mail, and is about the newest.
    static func add(_ digest: SecretDigest, _ address: ReplyAddress, in connection: any Connection) throws {
        let subject = try address.subject.columns()
        try connection.execute(
            """
            INSERT INTO reply_addresses
                (digest, person_id, purpose, project_id, deliverable_id, version, things, guest_id, outbox_id, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (digest) DO UPDATE SET outbox_id = excluded.outbox_id, expires_at = excluded.expires_at
            WHERE purpose = 'guest'
            """,
            [.digest(digest), .id(address.person)] + subject + [
                .id(address.entry), .moment(address.expires),
            ])
    }
}

extension ReplyAddress.Subject {
    fileprivate func columns() throws -> [StoredValue] {
        switch self {
        case .decision(let deliverable, let version, let project):
            ["decide", .id(project), .id(deliverable), .number(version), .null, .null]
        case .conversation(let project): ["converse", .id(project), .null, .null, .null, .null]
        case .things(let list):
            ["list", .id(list.project), .null, .null, .text(try StoredJSON.text(list.things)), .null]
        case .guest(let guest, let project): ["guest", .id(project), .null, .null, .null, .id(guest)]
        case .nothing: ["none", .null, .null, .null, .null, .null]
        }
    }
}
