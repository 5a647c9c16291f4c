/// The table `files`.
enum FileRecord {
    static let columns = "f.id, f.name, f.content_type, f.size, f.sha256, f.visible, f.at, f.runs, f.held"

    /// - Parameter held: whether other clients cannot have it until staff release it.
    @discardableResult
    static func save(
        _ content: FileContent, of owner: FileOwner, in organization: OrganizationID, visible: Bool, held: Bool = false,
        at now: Moment, in connection: any Connection
    ) throws -> FileID {
        let number = try connection.insert(
            """
            INSERT INTO files (organization_id, project_id, deliverable_id, version, message_id, name, content_type,
                size, sha256, visible, at, runs, held)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id
            """,
            [.id(organization)] + owner.columns + [
                .text(content.name), .text(content.contentType), .integer(content.size),
                .bytes(content.digest.bytes), .flag(visible), .moment(now), .flag(content.runs), .flag(held),
            ])
        return FileID(number: number)
    }

    static func setVisible(_ visible: Bool, _ file: FileID, in connection: any Connection) throws {
        try connection.execute("UPDATE files SET visible = $2 WHERE id = $1", [.id(file), .flag(visible)])
    }

    /// The files that a project shares by itself, outside of deliverables and messages.
    static func shared(by project: ProjectID, in connection: any Connection) throws -> [StoredFile] {
        try connection.query(
            """
            SELECT \(columns) FROM files f
            WHERE f.project_id = $1 AND f.deliverable_id IS NULL AND f.message_id IS NULL ORDER BY f.id
            """, [.id(project)], read)
    }

    /// The project that shares this file by itself.
    static func sharingProject(of file: FileID, in connection: any Connection) throws -> ProjectID? {
        try connection.first(
            """
            SELECT project_id FROM files
            WHERE id = $1 AND project_id IS NOT NULL AND deliverable_id IS NULL AND message_id IS NULL
            """, [.id(file)]
        ) { try $0.id(0) }
    }

    static func files(
        of deliverable: DeliverableID, version: Int, in connection: any Connection
    ) throws -> [StoredFile] {
        try connection.query(
            "SELECT \(columns) FROM files f WHERE f.deliverable_id = $1 AND f.version = $2 ORDER BY f.id",
            [.id(deliverable), .number(version)], read)
    }

    /// The attachments of a project's messages, by message.
    static func attachments(
        in project: ProjectID, connection: any Connection
    ) throws -> [MessageNumber: [StoredFile]] {
        let pairs = try connection.query(
            "SELECT \(columns), f.message_id FROM files f WHERE f.project_id = $1 AND f.message_id IS NOT NULL",
            [.id(project)]
        ) { row in try (row.id(9) as MessageNumber, read(row)) }
        return Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
    }

    /// Bytes of all files that people brought to an organization: attachments of messages and requests, travel documents.
    static func attached(in organization: OrganizationID, connection: any Connection) throws -> Int64 {
        try connection.first(
            """
            SELECT (SELECT coalesce(sum(size), 0) FROM files WHERE organization_id = $1 AND message_id IS NOT NULL)
                + (SELECT coalesce(sum(f.size), 0) FROM requests q JOIN request_files x ON x.request_id = q.id
                    JOIN files f ON f.id = x.file_id WHERE q.organization_id = $1)
                + (SELECT coalesce(sum(f.size), 0) FROM passengers g JOIN passenger_documents x
                    ON x.passenger_id = g.id JOIN files f ON f.id = x.file_id WHERE g.organization_id = $1)
            """, [.id(organization)]
        ) { try $0.integer(0) } ?? 0
    }

    static func attachments(of message: MessageNumber, in connection: any Connection) throws -> [StoredFile] {
        try connection.query(
            "SELECT \(columns) FROM files f WHERE f.message_id = $1 ORDER BY f.id", [.id(message)], read)
    }

    /// A file, where this person may see it: a client sees what is visible in the projects assigned to them, and what
    /// belongs to their own requests and passengers. What was withdrawn nobody sees.
    static func find(
        _ id: FileID, seenBy person: Person, of organization: Organization, in connection: any Connection
    ) throws -> StoredFile? {
        try connection.first(
            """
            SELECT \(columns) FROM files f LEFT JOIN deliverables d ON d.id = f.deliverable_id
            WHERE f.id = $1 AND f.organization_id = $2 AND ($3 = 1 OR (
                f.visible = 1 AND (d.id IS NULL OR d.visible = 1)
                AND (f.held = 0 OR EXISTS (SELECT 1 FROM messages m WHERE m.id = f.message_id AND m.author_id = $4))
                AND EXISTS (SELECT 1 FROM assignments a WHERE a.project_id = f.project_id AND a.person_id = $4))
                OR EXISTS (SELECT 1 FROM request_files x JOIN requests q ON q.id = x.request_id
                    WHERE x.file_id = f.id AND q.client_id = $4)
                OR EXISTS (SELECT 1 FROM passenger_documents x JOIN passengers g ON g.id = x.passenger_id
                    WHERE x.file_id = f.id AND g.client_id = $4))
                AND NOT EXISTS (SELECT 1 FROM passenger_documents x JOIN passengers g ON g.id = x.passenger_id
                    WHERE x.file_id = f.id AND (x.withdrawn_at IS NOT NULL OR g.removed_at IS NOT NULL))
            """,
            [.id(id), .id(organization.id), .flag(person.isStaff), .id(person.id)], read)
    }

    /// A file of the organization itself: its logo.
    static func find(
        _ id: FileID, of organization: OrganizationID, in connection: any Connection
    ) throws -> StoredFile? {
        try connection.first(
            "SELECT \(columns) FROM files f WHERE f.id = $1 AND f.organization_id = $2", [.id(id), .id(organization)],
            read)
    }

    static func read(_ row: any ResultRow) throws -> StoredFile {
        let content = try FileContent(
            name: row.text(1), contentType: row.text(2), size: row.integer(3),
            digest: ContentDigest(stored: row.bytes(4)), runs: row.flag(7))
        return try StoredFile(
            id: row.id(0), content: content, visible: row.flag(5), at: row.moment(6), isHeld: row.flag(8))
    }
}

// Files of clients that run.
extension FileRecord {
    /// Newest first.
    static func held(in organization: OrganizationID, limit: Int, _ connection: any Connection) throws -> [HeldFile] {
        try connection.query(
            """
            SELECT \(columns), r.id, r.title, p.name FROM files f JOIN messages m ON m.id = f.message_id
            JOIN projects r ON r.id = f.project_id JOIN people p ON p.id = m.author_id
            WHERE f.organization_id = $1 AND f.held = 1 ORDER BY f.id DESC LIMIT $2
            """, [.id(organization), .number(limit)]
        ) { row in
            try HeldFile(file: read(row), project: row.id(9), projectTitle: row.text(10), author: row.text(11))
        }
    }

    /// The project in whose conversation a file came.
    static func conversation(of file: FileID, in connection: any Connection) throws -> ProjectID? {
        try connection.first(
            "SELECT project_id FROM files WHERE id = $1 AND message_id IS NOT NULL", [.id(file)]
        ) { $0.idIfAny(0) } ?? nil
    }

    /// - Returns: the name of the file; nil where it was not held.
    static func release(_ file: FileID, in connection: any Connection) throws -> String? {
        try connection.first(
            "UPDATE files SET held = 0 WHERE id = $1 AND held = 1 RETURNING name", [.id(file)]
        ) { try $0.text(0) }
    }

    /// The attachments of a project's messages that a person may have, in the order in which they came.
    static func attachments(
        in project: ProjectID, offeredTo person: Person, _ connection: any Connection
    ) throws -> [StoredFile] {
        try connection.query(
            """
            SELECT \(columns) FROM files f JOIN messages m ON m.id = f.message_id
            WHERE f.project_id = $1 AND (f.held = 0 OR $2 = 1 OR m.author_id = $3) ORDER BY f.id
            """, [.id(project), .flag(person.isStaff), .id(person.id)], read)
    }
}

extension FileOwner {
    fileprivate var columns: [StoredValue] {
        switch self {
        case .organization, .client: [.null, .null, .null, .null]
        case .project(let project): [.id(project), .null, .null, .null]
        case .deliverable(let deliverable, let version, let project):
            [.id(project), .id(deliverable), .number(version), .null]
        case .message(let message, let project): [.id(project), .null, .null, .id(message)]
        }
    }
}
