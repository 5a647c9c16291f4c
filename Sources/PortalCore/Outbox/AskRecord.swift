/// Asks among the rows of `outbox`; `asks_in` is the project, in those that went as asks and in digests that stand for some.
enum AskRecord {
    /// A mail that is owed and not written yet.
    struct Owed {
        let id: OutboxID
        let notice: Notice
        let asksIn: ProjectID?

        /// Whether it is a digest that stands for asks; other digests are reminders.
        var isDigest: Bool { if case .item(.digest) = notice { asksIn != nil } else { false } }

        /// In which project it asks for something of what waits for its person; nil where it is no ask.
        func project(among waiting: [WaitingThing]) -> ProjectID? {
            if isDigest { return asksIn }
            guard let ask = notice.ask else { return nil }
            return waiting.first(where: ask.isFor)?.project
        }
    }

    static func owed(to person: PersonID, in connection: any Connection) throws -> [Owed] {
        try connection.query(
            "SELECT id, notice, asks_in FROM outbox WHERE person_id = $1 AND state = 'owed' ORDER BY id", [.id(person)]
        ) { try Owed(id: $0.id(0), notice: StoredJSON.value($0.text(1)), asksIn: $0.idIfAny(2)) }
    }

    /// When the last one went to somebody about a project.
    static func lastSent(
        to person: PersonID, in project: ProjectID, _ connection: any Connection
    ) throws -> Moment? {
        try connection.first(
            "SELECT max(settled_at) FROM outbox WHERE person_id = $1 AND asks_in = $2 AND state = 'sent'",
            [.id(person), .id(project)]
        ) { $0.momentIfAny(0) } ?? nil
    }

    /// Notes that a mail goes as an ask.
    static func mark(_ id: OutboxID, in project: ProjectID, _ connection: any Connection) throws {
        try connection.execute(
            "UPDATE outbox SET asks_in = $2 WHERE id = $1 AND state = 'owed'", [.id(id), .id(project)])
    }

    static func wait(_ id: OutboxID, until due: Moment, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE outbox SET due_at = $2 WHERE id = $1 AND state = 'owed'", [.id(id), .moment(due)])
    }

    /// Owes a digest that stands for asks.
    static func addDigest(
        to person: PersonID, in project: ProjectID, at now: Moment, _ connection: any Connection
    ) throws -> OutboxID {
        let notice = Notice.item(.digest(DigestNotice(project: project)))
        return OutboxID(
            number: try connection.insert(
                """
                INSERT INTO outbox (person_id, notice, topic, state, due_at, created_at, asks_in)
                VALUES ($1, $2, $3, 'owed', $4, $4, $5) RETURNING id
                """,
                [
                    .id(person), .text(try StoredJSON.text(notice)), .text(notice.topic), .moment(now), .id(project),
                ]))
    }
}
