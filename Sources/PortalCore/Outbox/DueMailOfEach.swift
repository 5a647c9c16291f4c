extension Portal {
    /// The oldest mail that is due to each person, oldest first; at most `limit`. Whoever is owed many keeps nobody waiting.
    package func dueMailOfEach(limit: Int) throws -> [OutboxEntry] {
        try database.read { try OutboxRecord.dueOfEach(at: clock(), limit: limit, in: $0) }
    }
}

extension OutboxRecord {
    fileprivate static func dueOfEach(
        at now: Moment, limit: Int, in connection: any Connection
    ) throws -> [OutboxEntry] {
        let numbers = try connection.query(
            """
            SELECT min(b.id) FROM outbox b WHERE b.state IN ('owed', 'begun', 'waiting') AND b.due_at <= $1
            \(SendingStopRecord.condition(in: connection))
            GROUP BY b.person_id ORDER BY min(b.due_at), min(b.id) LIMIT $2
            """, [.moment(now), .number(limit)]
        ) { OutboxID(number: try $0.integer(0)) }
        return try numbers.compactMap { try find($0, in: connection) }
    }
}
