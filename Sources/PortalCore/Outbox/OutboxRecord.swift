/// The table `outbox`.
enum OutboxRecord {
    private static let select = """
        SELECT b.id, b.person_id, b.notice, b.state, b.attempts, b.due_at, b.created_at, b.settled_at, b.recipient,
            b.message_id, b.subject, b.result
        FROM outbox b
        """

    static func add(
        _ notice: Notice, to person: PersonID, at now: Moment, due: Moment? = nil, expires: Moment?,
        in connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO outbox (person_id, notice, topic, state, due_at, created_at, expires_at, passes_stop)
            VALUES ($1, $2, $3, 'owed', $6, $4, $5, $7)
            """,
            [
                .id(person), .text(try StoredJSON.text(notice)), .text(notice.topic), .moment(now), .moment(expires),
                .moment(due ?? now), .flag(notice.passesStop),
            ])
    }

    /// Reminders that came to be owed to somebody after a moment; a digest that stands for asks is none.
    static func digests(to person: PersonID, since moment: Moment, in connection: any Connection) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM outbox WHERE person_id = $1 AND created_at > $2 AND topic LIKE $3 AND asks_in IS NULL",
            [.id(person), .moment(moment), .text("\(DigestNotice.topicPrefix)%")]
        ) { try $0.number(0) } ?? 0
    }

    /// Whether the same notice is owed to somebody and has not been written yet.
    static func isOwed(_ notice: Notice, to person: PersonID, in connection: any Connection) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM outbox WHERE person_id = $1 AND notice = $2 AND state = 'owed'",
            [.id(person), .text(try StoredJSON.text(notice))]
        ) { _ in true } ?? false
    }

    /// Whether the same notice came to be owed to somebody after a moment.
    static func wasOwed(
        _ notice: Notice, to person: PersonID, since moment: Moment, in connection: any Connection
    ) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM outbox WHERE person_id = $1 AND notice = $2 AND created_at > $3",
            [.id(person), .text(try StoredJSON.text(notice)), .moment(moment)]
        ) { _ in true } ?? false
    }

    /// What is written to a person and waits for another attempt is owed again, to be written anew.
    static func writeAnew(whatWaitsFor person: PersonID, in connection: any Connection) throws {
        try connection.execute(
            """
            UPDATE outbox SET state = 'owed', bytes = NULL, recipient = NULL, message_id = NULL, subject = NULL
            WHERE person_id = $1 AND state = 'waiting'
            """, [.id(person)])
    }

    static func find(_ id: OutboxID, in connection: any Connection) throws -> OutboxEntry? {
        try connection.first("\(select) WHERE b.id = $1", [.id(id)], read)
    }

    /// What is due, oldest first.
    static func due(at now: Moment, limit: Int, in connection: any Connection) throws -> [OutboxEntry] {
        try connection.query(
            """
            \(select) WHERE b.state IN ('owed', 'begun', 'waiting') AND b.due_at <= $1
            \(SendingStopRecord.condition(in: connection)) ORDER BY b.due_at, b.id LIMIT $2
            """, [.moment(now), .number(limit)], read)
    }

    /// When the next one is due, where any is.
    static func nextDue(in connection: any Connection) throws -> Moment? {
        try connection.first(
            """
            SELECT min(b.due_at) FROM outbox b WHERE b.state IN ('owed', 'begun', 'waiting')
            \(SendingStopRecord.condition(in: connection))
            """, []
        ) { $0.momentIfAny(0) } ?? nil
    }

    static func newest(_ count: Int, in connection: any Connection) throws -> [OutboxEntry] {
        try connection.query("\(select) ORDER BY b.id DESC LIMIT $1", [.number(count)], read).reversed()
    }

    /// The number of the newest one.
    static func newest(in connection: any Connection) throws -> Int64 {
        try connection.first("SELECT coalesce(max(id), 0) FROM outbox", []) { try $0.integer(0) } ?? 0
    }

    /// What came to be owed after a number, with the person's address.
    static func owed(after number: Int64, in connection: any Connection) throws -> [(address: String, notice: Notice)] {
        try connection.query(
            "SELECT p.address, b.notice FROM outbox b JOIN people p ON p.id = b.person_id WHERE b.id > $1 ORDER BY b.id",
            [.integer(number)]
        ) { try (address: $0.text(0), notice: StoredJSON.value($0.text(1))) }
    }

    static func expiry(of id: OutboxID, in connection: any Connection) throws -> Moment? {
        try connection.first("SELECT expires_at FROM outbox WHERE id = $1", [.id(id)]) { $0.momentIfAny(0) } ?? nil
    }

    /// The written mail, while it is on its way; nil also where its key is lost.
    static func sealed(_ id: OutboxID, under key: SealingKey, in connection: any Connection) throws -> SealedLetter? {
        let bytes = try connection.first(
            "SELECT bytes FROM outbox WHERE id = $1 AND state IN ('begun', 'waiting')", [.id(id)]
        ) { try $0.bytes(0) }
        return bytes.flatMap(key.opened).flatMap { SealedMail.unpacked($0, of: id) }
    }

    /// Whether a mail of ours bears this Message-ID.
    static func bears(_ messageID: String, in connection: any Connection) throws -> Bool {
        try connection.first("SELECT id FROM outbox WHERE message_id = $1", [.text(messageID)]) { _ in true } ?? false
    }

    /// Keeps the written bytes and the first attempt, before anybody connects.
    static func seal(
        _ letter: SealedLetter, under key: SealingKey, messageID: String, subject: String, in connection: any Connection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE outbox SET state = 'waiting', recipient = $2, bytes = $3, message_id = $4, subject = $5
            WHERE id = $1 AND state = 'owed'
            """,
            [
                .id(letter.id), .text(letter.recipient), .bytes(key.sealed(SealedMail.packed(letter))),
                .text(messageID), .text(subject),
            ]) == 1
    }

    static func begin(_ id: OutboxID, at now: Moment, due: Moment, in connection: any Connection) throws {
        try connection.execute(
            """
            UPDATE outbox SET state = 'begun', attempts = attempts + 1, due_at = $2, tried_at = $3
            WHERE id = $1 AND state IN ('begun', 'waiting')
            """, [.id(id), .moment(due), .moment(now)])
    }

    static func wait(_ id: OutboxID, until due: Moment, result: String, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE outbox SET state = 'waiting', due_at = $2, result = $3 WHERE id = $1 AND state = 'begun'",
            [.id(id), .moment(due), .text(result)])
    }

    /// Ends a mail. Its bytes hold secrets, so they go; they were sealed besides.
    static func settle(
        _ id: OutboxID, _ state: OutboxEntry.State, result: String, at now: Moment, in connection: any Connection
    ) throws {
        try connection.execute(
            "UPDATE outbox SET state = $2, result = $3, settled_at = $4, bytes = NULL WHERE id = $1",
            [.id(id), .text(state.rawValue), .text(result), .moment(now)])
    }

    /// A mail that failed was refused for good.
    static func setBounced(_ id: OutboxID, in connection: any Connection) throws {
        try connection.execute("UPDATE outbox SET bounced = 1 WHERE id = $1", [.id(id)])
    }

    /// Whether any mail, of whichever organization, that was tried after a moment came back.
    static func anyBounced(since moment: Moment, in connection: any Connection) throws -> Bool {
        try connection.first("SELECT 1 FROM outbox WHERE bounced = 1 AND tried_at > $1 LIMIT 1", [.moment(moment)]) {
            _ in
            true
        } ?? false
    }

    /// Owes a settled mail once more; it will be written anew, with new secrets.
    static func renew(_ id: OutboxID, at now: Moment, in connection: any Connection) throws -> Bool {
        try connection.execute(
            """
            UPDATE outbox SET state = 'owed', attempts = 0, due_at = $2, created_at = $2, settled_at = NULL,
                message_id = NULL, expires_at = NULL, tried_at = NULL, bounced = 0
            WHERE id = $1 AND state IN ('failed', 'dropped')
            """, [.id(id), .moment(now)]) == 1
    }

    /// Brings a waiting mail forward.
    static func hurry(_ id: OutboxID, at now: Moment, in connection: any Connection) throws -> Bool {
        try connection.execute(
            "UPDATE outbox SET due_at = $2 WHERE id = $1 AND state = 'waiting'", [.id(id), .moment(now)]) == 1
    }

    /// After a start nobody else is sending: what had begun is due at once. What cannot be opened any more, because the
    /// database came back from a copy without its key, is owed anew.
    static func recover(at now: Moment, under key: SealingKey, in connection: any Connection) throws {
        try connection.execute("UPDATE outbox SET due_at = $1 WHERE state = 'begun'", [.moment(now)])
        let waiting = try connection.query("SELECT id FROM outbox WHERE bytes IS NOT NULL", []) { row in
            OutboxID(number: try row.integer(0))
        }
        for id in waiting where try sealed(id, under: key, in: connection) == nil {
            try connection.execute(
                """
                UPDATE outbox SET state = 'owed', attempts = 0, due_at = $2, bytes = NULL, message_id = NULL
                WHERE id = $1
                """, [.id(id), .moment(now)])
        }
    }

    private static func read(_ row: any ResultRow) throws -> OutboxEntry {
        try OutboxEntry(
            id: row.id(0), person: row.id(1), notice: StoredJSON.value(row.text(2)), state: row.word(3),
            attempts: row.number(4), due: row.moment(5), created: row.moment(6), settled: row.momentIfAny(7),
            recipient: row.textIfAny(8), messageID: row.textIfAny(9), subject: row.textIfAny(10),
            result: row.textIfAny(11))
    }
}

/// A written mail with its envelope.
package struct SealedLetter: Equatable, Sendable {
    package let id: OutboxID
    /// Envelope sender: the reply address, so that a bounce comes back to its row.
    package let sender: String
    package let recipient: String
    package let bytes: [UInt8]

    package init(id: OutboxID, sender: String, recipient: String, bytes: [UInt8]) {
        self.id = id
        self.sender = sender
        self.recipient = recipient
        self.bytes = bytes
    }
}

extension OutboxRecord {
    /// Drops a mail that nobody has begun to send.
    static func dropOwed(
        _ id: OutboxID, result: String, at now: Moment, in connection: any Connection
    ) throws {
        try connection.execute(
            "UPDATE outbox SET state = 'dropped', result = $2, settled_at = $3 WHERE id = $1 AND state = 'owed'",
            [.id(id), .text(result), .moment(now)])
    }

    /// Drops a notice to everybody to whom nobody has begun to send it, and tells who they are.
    static func dropOwed(
        _ notice: Notice, result: String, at now: Moment, in connection: any Connection
    ) throws -> [PersonID] {
        try connection.query(
            """
            UPDATE outbox SET state = 'dropped', result = $3, settled_at = $4
            WHERE state = 'owed' AND topic = $2 AND notice = $1 RETURNING person_id
            """, [.text(try StoredJSON.text(notice)), .text(notice.topic), .text(result), .moment(now)]
        ) { try $0.id(0) }
    }

    /// Whether a person was owed this very notice before.
    static func wasOwed(_ notice: Notice, to person: PersonID, in connection: any Connection) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM outbox WHERE person_id = $1 AND topic = $2 AND notice = $3",
            [.id(person), .text(notice.topic), .text(try StoredJSON.text(notice))]
        ) { _ in true } ?? false
    }

    static func topic(of id: OutboxID, in connection: any Connection) throws -> String? {
        try connection.first("SELECT topic FROM outbox WHERE id = $1", [.id(id)]) { try $0.text(0) }
    }

    /// How often somebody was told that their mail was empty.
    static func hints(to person: PersonID, since: Moment, in connection: any Connection) throws -> Int {
        try connection.first(
            """
            SELECT count(*) FROM outbox
            WHERE person_id = $1 AND created_at > $2 AND notice LIKE '{"receipt"%'
                AND notice LIKE '%{"refused":{"_0":{"empty":{}}}}%'
            """, [.id(person), .moment(since)]
        ) { try $0.number(0) } ?? 0
    }

    static func isReceipt(_ id: OutboxID, in connection: any Connection) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM outbox WHERE id = $1 AND notice LIKE '{\"receipt\"%'", [.id(id)]
        ) { _ in true } ?? false
    }

    static func receipts(to person: PersonID, since: Moment, in connection: any Connection) throws -> Int {
        try connection.first(
            """
            SELECT count(*) FROM outbox
            WHERE person_id = $1 AND created_at > $2 AND notice LIKE '{"receipt"%'
            """, [.id(person), .moment(since)]
        ) { try $0.number(0) } ?? 0
    }
}
