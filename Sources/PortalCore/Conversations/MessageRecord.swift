/// The table `messages`.
enum MessageRecord {
    private static let columns =
        "m.id, m.author_id, p.name, p.role, m.text, m.door, m.verified, m.at, m.deliverable_id, m.thing"
    private static let source = "messages m JOIN people p ON p.id = m.author_id"
    private static let select = "SELECT \(columns) FROM \(source)"

    /// How often somebody has said the same in a project.
    static func repetitions(
        of text: String, in project: ProjectID, by author: PersonID, since: Moment, in connection: any Connection
    ) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM messages WHERE project_id = $1 AND author_id = $2 AND at > $3 AND text = $4",
            [.id(project), .id(author), .moment(since), .text(text)]
        ) { try $0.number(0) } ?? 0
    }

    static func save(
        _ text: String, in project: ProjectID, about deliverable: DeliverableID?, by author: PersonID, door: Door,
        _ thing: Thing? = nil, verified: Bool, at now: Moment, in connection: any Connection
    ) throws -> MessageNumber {
        let number = try connection.insert(
            """
            INSERT INTO messages (project_id, author_id, deliverable_id, text, door, verified, at, thing)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
            """,
            [
                .id(project), .id(author), .id(deliverable), .text(text), .text(door.rawValue), .flag(verified),
                .moment(now), .optional(try thing.map(StoredJSON.text)),
            ])
        return MessageNumber(number: number)
    }

    static func find(_ id: MessageNumber, in connection: any Connection) throws -> Message? {
        try connection.first("\(select) WHERE m.id = $1", [.id(id)], read)
    }

    /// The newest messages of a project, oldest of them first.
    static func newest(_ count: Int, of project: ProjectID, in connection: any Connection) throws -> [Message] {
        try connection.query(
            "\(select) WHERE m.project_id = $1 ORDER BY m.id DESC LIMIT $2", [.id(project), .number(count)], read
        ).reversed()
    }

    static func count(of project: ProjectID, in connection: any Connection) throws -> Int {
        try connection.first("SELECT count(*) FROM messages WHERE project_id = $1", [.id(project)]) {
            try $0.number(0)
        } ?? 0
    }

    /// How many messages each project has that this person sees, and the newest one.
    static func talks(
        seenBy person: Person, in connection: any Connection
    ) throws -> [ProjectID: (count: Int, newest: Message)] {
        let (seen, owner): (String, StoredValue) =
            person.isStaff
            ? ("(SELECT id FROM projects WHERE organization_id = $1)", .id(person.organization))
            : ("(SELECT project_id AS id FROM assignments WHERE person_id = $1)", .id(person.id))
        // Both come from the index of each project; a GROUP BY would make a temporary table for every page.
        let talks = try connection.query(
            """
            SELECT \(columns), s.id, (SELECT count(*) FROM messages c WHERE c.project_id = s.id)
            FROM \(seen) s, \(source) WHERE m.id = (SELECT max(n.id) FROM messages n WHERE n.project_id = s.id)
            """, [owner]
        ) { row in (try row.id(10) as ProjectID, (count: try row.number(11), newest: try read(row))) }
        return Dictionary(uniqueKeysWithValues: talks)
    }

    private static func read(_ row: any ResultRow) throws -> Message {
        try Message(
            id: row.id(0), author: row.id(1), authorName: row.text(2),
            authorIsStaff: row.word(3, Person.Role.self) != .client, text: row.text(4), door: row.word(5),
            verified: row.flag(6), at: row.moment(7), about: row.idIfAny(8),
            thing: row.textIfAny(9).map { try StoredJSON.value($0) })
    }
}

extension MessageRecord {
    static func count(about thing: Thing, of project: ProjectID, in connection: any Connection) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM messages WHERE project_id = $1 AND thing = $2",
            [.id(project), .text(try StoredJSON.text(thing))]
        ) { try $0.number(0) } ?? 0
    }

    /// What was said about a thing, oldest first. Limit: the newest 200.
    static func about(
        _ thing: Thing, of project: ProjectID, in connection: any Connection
    ) throws -> [Message] {
        try connection.query(
            "\(select) WHERE m.project_id = $1 AND m.thing = $2 ORDER BY m.id DESC LIMIT 200",
            [.id(project), .text(try StoredJSON.text(thing))], read
        ).reversed()
    }

    static func project(of id: MessageNumber, in connection: any Connection) throws -> ProjectID? {
        try connection.first("SELECT project_id FROM messages WHERE id = $1", [.id(id)]) { try $0.id(0) }
    }
}
