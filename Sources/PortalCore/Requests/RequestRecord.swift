import MailFormat

/// The tables `requests`, `remarks` and `request_files`.
enum RequestRecord {
    static let schema = """
        CREATE TABLE requests (
            id INTEGER PRIMARY KEY,
            organization_id INTEGER NOT NULL REFERENCES organizations (id),
            client_id INTEGER NOT NULL REFERENCES people (id),
            project_id INTEGER REFERENCES projects (id),
            text TEXT NOT NULL, door TEXT NOT NULL, verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
            at INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'declined')),
            reason TEXT, decided_at INTEGER, decided_by INTEGER REFERENCES people (id),
            assignee_id INTEGER REFERENCES people (id),
            CHECK ((state = 'pending') = (decided_at IS NULL)), CHECK ((state = 'declined') = (reason IS NOT NULL))
        ) STRICT;
        CREATE INDEX requests_by_organization ON requests (organization_id, state, id);
        CREATE INDEX requests_by_client ON requests (client_id, id);
        CREATE TABLE remarks (
            id INTEGER PRIMARY KEY,
            request_id INTEGER NOT NULL REFERENCES requests (id),
            author_id INTEGER NOT NULL REFERENCES people (id),
            text TEXT NOT NULL, door TEXT NOT NULL, verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX remarks_by_request ON remarks (request_id, id);
        CREATE TABLE request_files (
            file_id INTEGER PRIMARY KEY REFERENCES files (id),
            request_id INTEGER NOT NULL REFERENCES requests (id), remark_id INTEGER REFERENCES remarks (id)
        ) STRICT;
        CREATE INDEX request_files_by_request ON request_files (request_id);

        """

    private static let select = """
        SELECT q.id, q.organization_id, q.client_id, c.name, q.project_id, r.title, q.text, q.verified, q.at, q.state,
            q.reason, q.decided_at, d.name, q.assignee_id, a.name
        FROM requests q JOIN people c ON c.id = q.client_id LEFT JOIN projects r ON r.id = q.project_id
            LEFT JOIN people d ON d.id = q.decided_by LEFT JOIN people a ON a.id = q.assignee_id
        """

    static func find(_ id: RequestID, in connection: any Connection) throws -> Request? {
        try connection.first("\(select) WHERE q.id = $1", [.id(id)], read)
    }

    /// A client sees their own, staff all of the organization.
    static func find(_ id: RequestID, seenBy person: Person, in connection: any Connection) throws -> Request? {
        try connection.first(
            "\(select) WHERE q.id = $1 AND q.organization_id = $2 AND ($3 = 1 OR q.client_id = $4)",
            [.id(id), .id(person.organization), .flag(person.isStaff), .id(person.id)], read)
    }

    /// What waits first, then the newest. Limit: 200.
    static func all(seenBy person: Person, in connection: any Connection) throws -> [Request] {
        let (whose, owner): (String, StoredValue) =
            person.isStaff ? ("q.organization_id", .id(person.organization)) : ("q.client_id", .id(person.id))
        return try connection.query(
            "\(select) WHERE \(whose) = $1 ORDER BY q.state <> 'pending', q.id DESC LIMIT 200", [owner], read)
    }

    static func all(of organization: OrganizationID, in connection: any Connection) throws -> [Request] {
        try connection.query(
            "\(select) WHERE q.organization_id = $1 ORDER BY q.state <> 'pending', q.id DESC", [.id(organization)], read
        )
    }

    /// Those that wait for the staff, newest first.
    static func open(
        in organization: OrganizationID, limit: Int, _ connection: any Connection
    ) throws -> [Request] {
        try connection.query(
            "\(select) WHERE q.organization_id = $1 AND q.state = 'pending' ORDER BY q.id DESC LIMIT $2",
            [.id(organization), .number(limit)], read)
    }

    static func countOpen(in organization: OrganizationID, _ connection: any Connection) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM requests WHERE organization_id = $1 AND state = 'pending'", [.id(organization)]
        ) { try $0.number(0) } ?? 0
    }

    static func pending(of client: PersonID, in connection: any Connection) throws -> [Request] {
        try connection.query(
            "\(select) WHERE q.client_id = $1 AND q.state = 'pending' ORDER BY q.id", [.id(client)], read)
    }

    static func add(
        _ new: NewRequest, of client: Person, door: Door, verified: Bool, at now: Moment, in connection: any Connection
    ) throws -> RequestID {
        let number = try connection.insert(
            """
            INSERT INTO requests (organization_id, client_id, project_id, text, door, verified, at, state)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 'pending') RETURNING id
            """,
            [
                .id(client.organization), .id(client.id), .id(new.project), .text(new.text), .text(door.rawValue),
                .flag(verified), .moment(now),
            ])
        return RequestID(number: number)
    }

    static func confirm(
        _ id: RequestID, by person: PersonID?, at now: Moment, in connection: any Connection
    ) throws {
        try connection.execute(
            "UPDATE requests SET state = 'confirmed', decided_at = $2, decided_by = $3 WHERE id = $1",
            [.id(id), .moment(now), .id(person)])
    }

    static func decline(
        _ id: RequestID, reason: String, by person: PersonID, at now: Moment, in connection: any Connection
    ) throws {
        try connection.execute(
            "UPDATE requests SET state = 'declined', reason = $2, decided_at = $3, decided_by = $4 WHERE id = $1",
            [.id(id), .text(reason), .moment(now), .id(person)])
    }

    static func assign(_ id: RequestID, to person: PersonID, in connection: any Connection) throws {
        try connection.execute("UPDATE requests SET assignee_id = $2 WHERE id = $1", [.id(id), .id(person)])
    }

    private static func read(_ row: any ResultRow) throws -> Request {
        try Request(
            id: row.id(0), organization: row.id(1), client: row.id(2), clientName: row.text(3),
            project: row.idIfAny(4), projectTitle: row.textIfAny(5), text: row.text(6), verified: row.flag(7),
            at: row.moment(8), state: state(row), assignee: row.idIfAny(13), assigneeName: row.textIfAny(14))
    }

    private static func state(_ row: any ResultRow) throws -> Request.State {
        switch try row.text(9) {
        case "pending": .pending
        case "confirmed": .confirmed(at: try row.moment(11), by: row.textIfAny(12))
        case "declined": .declined(at: try row.moment(11), by: try row.text(12), reason: try row.text(10))
        case let word: throw StorageFault.unknownWord(word, column: 9)
        }
    }
}

// What was said about them, and their files.
extension RequestRecord {
    private static let remarks = """
        SELECT k.id, k.author_id, p.name, p.role, k.text, k.verified, k.at
        FROM remarks k JOIN people p ON p.id = k.author_id
        """

    static func add(
        _ text: String, to request: RequestID, by author: PersonID, door: Door, verified: Bool, at now: Moment,
        in connection: any Connection
    ) throws -> RemarkID {
        let number = try connection.insert(
            """
            INSERT INTO remarks (request_id, author_id, text, door, verified, at)
            VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
            """, [.id(request), .id(author), .text(text), .text(door.rawValue), .flag(verified), .moment(now)])
        return RemarkID(number: number)
    }

    static func remark(_ id: RemarkID, of request: RequestID, in connection: any Connection) throws -> Remark? {
        try connection.first("\(remarks) WHERE k.id = $1 AND k.request_id = $2", [.id(id), .id(request)], readRemark)
    }

    /// Oldest first. Limit: the newest 200.
    static func remarks(of request: RequestID, in connection: any Connection) throws -> [Remark] {
        try connection.query(
            "\(remarks) WHERE k.request_id = $1 ORDER BY k.id DESC LIMIT 200", [.id(request)], readRemark
        ).reversed()
    }

    static func attach(
        _ file: FileID, to request: RequestID, _ remark: RemarkID?, in connection: any Connection
    ) throws {
        try connection.execute(
            "INSERT INTO request_files (file_id, request_id, remark_id) VALUES ($1, $2, $3)",
            [.id(file), .id(request), .id(remark)])
    }

    /// The files of a remark, or of the request itself.
    static func files(
        of request: RequestID, remark: RemarkID?, in connection: any Connection
    ) throws -> [StoredFile] {
        try connection.query(
            """
            SELECT \(FileRecord.columns) FROM files f JOIN request_files x ON x.file_id = f.id
            WHERE x.request_id = $1 AND x.remark_id IS $2 ORDER BY f.id
            """, [.id(request), .id(remark)], FileRecord.read)
    }

    private static func readRemark(_ row: any ResultRow) throws -> Remark {
        try Remark(
            id: row.id(0), author: row.id(1), authorName: row.text(2),
            authorIsStaff: row.word(3, Person.Role.self) != .client, text: row.text(4), verified: row.flag(5),
            at: row.moment(6))
    }
}
