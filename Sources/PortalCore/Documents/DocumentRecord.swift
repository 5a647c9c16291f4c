import MailFormat

/// The tables `documents`, `document_versions` and `document_signers`.
enum DocumentRecord {
    static let schema =
        """
        CREATE TABLE documents (
            id INTEGER PRIMARY KEY,
            project_id INTEGER NOT NULL REFERENCES projects (id),
            name TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 100000),
            UNIQUE (project_id, name)
        ) STRICT;
        CREATE TABLE document_versions (
            document_id INTEGER NOT NULL REFERENCES documents (id), version INTEGER NOT NULL,
            title TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('proposal', 'contract', 'banquet-event-order')),
            file_name TEXT NOT NULL, content_type TEXT NOT NULL, size INTEGER NOT NULL CHECK (size >= 0),
            sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
            PRIMARY KEY (document_id, version)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE document_signers (
            document_id INTEGER NOT NULL REFERENCES documents (id),
            person_id INTEGER NOT NULL REFERENCES people (id),
            PRIMARY KEY (document_id, person_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX document_signers_by_person ON document_signers (person_id);

        """ + SigningRecord.schema + SignatureRecord.schema

    private static let select = """
        SELECT d.id, d.project_id, r.name, d.name, v.title, v.kind, d.version, v.file_name, v.content_type, v.size,
            v.sha256
        FROM documents d JOIN projects r ON r.id = d.project_id
        JOIN document_versions v ON v.document_id = d.id AND v.version = d.version
        """

    static func find(_ id: DocumentID, in connection: any Connection) throws -> Document? {
        try connection.first("\(select) WHERE d.id = $1", [.id(id)], reading(connection))
    }

    static func find(_ id: DocumentID, of project: ProjectID, in connection: any Connection) throws -> Document? {
        try connection.first(
            "\(select) WHERE d.id = $1 AND d.project_id = $2", [.id(id), .id(project)], reading(connection))
    }

    static func find(_ name: String, of project: ProjectID, in connection: any Connection) throws -> Document? {
        try connection.first(
            "\(select) WHERE d.project_id = $1 AND d.name = $2", [.id(project), .text(name)], reading(connection))
    }

    /// The document, where this participant may see it and use documents at all.
    static func find(
        _ id: DocumentID, seenBy participant: Participant, in connection: any Connection
    ) throws -> Document? {
        guard participant.mayUse(.documents), let document = try find(id, in: connection),
            try ProjectRecord.find(document.project, seenBy: participant.person, in: connection) != nil
        else { return nil }
        return document
    }

    static func all(of project: ProjectID, in connection: any Connection) throws -> [Document] {
        try connection.query("\(select) WHERE d.project_id = $1 ORDER BY d.id", [.id(project)], reading(connection))
    }

    /// Those whose present version a person must sign and has not.
    static func waiting(for person: PersonID, in connection: any Connection) throws -> [Document] {
        try connection.query(
            """
            \(select) JOIN document_signers g ON g.document_id = d.id AND g.person_id = $1
            WHERE NOT EXISTS (SELECT 1 FROM signatures s
                WHERE s.document_id = d.id AND s.version = d.version AND s.person_id = $1)
            ORDER BY d.id
            """, [.id(person)], reading(connection))
    }

    /// The title, kind and file of one version.
    static func content(
        of id: DocumentID, version: Int, in connection: any Connection
    ) throws -> (title: String, kind: DocumentSettings.Kind, file: FileContent)? {
        try connection.first(
            """
            SELECT v.title, v.kind, v.file_name, v.content_type, v.size, v.sha256 FROM document_versions v
            WHERE v.document_id = $1 AND v.version = $2
            """, [.id(id), .number(version)]
        ) { try (title: $0.text(0), kind: $0.word(1), file: readFile($0, from: 2)) }
    }

    /// Inserts, or replaces what configuration says.
    static func save(
        _ settings: DocumentSettings, of project: ProjectID, signers: [PersonID], in connection: any Connection
    ) throws -> DocumentID {
        let id = DocumentID(
            number: try connection.insert(
                """
                INSERT INTO documents (project_id, name, version) VALUES ($1, $2, $3)
                ON CONFLICT (project_id, name) DO UPDATE SET version = excluded.version
                RETURNING id
                """, [.id(project), .text(settings.name), .number(settings.version)]))
        try connection.execute(
            """
            INSERT INTO document_versions (document_id, version, title, kind, file_name, content_type, size, sha256)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING
            """,
            [
                .id(id), .number(settings.version), .text(settings.title), .text(settings.kind.rawValue),
                .text(settings.file.name), .text(settings.file.contentType), .integer(settings.file.size),
                .bytes(settings.file.digest.bytes),
            ])
        try connection.execute("DELETE FROM document_signers WHERE document_id = $1", [.id(id)])
        for signer in signers {
            try connection.execute(
                "INSERT INTO document_signers (document_id, person_id) VALUES ($1, $2)", [.id(id), .id(signer)])
        }
        return id
    }

    private static func readFile(_ row: any ResultRow, from first: Int) throws -> FileContent {
        try FileContent(
            name: row.text(first), contentType: row.text(first + 1), size: row.integer(first + 2),
            digest: ContentDigest(stored: row.bytes(first + 3)))
    }

    private static func reading(_ connection: any Connection) -> (any ResultRow) throws -> Document {
        { row in
            let id: DocumentID = try row.id(0)
            let signers = try signers(of: id, in: connection)
            let settings = try DocumentSettings(
                project: row.text(2), name: row.text(3), title: row.text(4), kind: row.word(5),
                version: row.number(6), file: readFile(row, from: 7), signers: signers.map(\.address))
            return try Document(
                id: id, project: row.id(1), settings: settings, signers: signers.map(\.signer),
                signatures: SignatureRecord.all(of: id, version: settings.version, in: connection))
        }
    }

    private static func signers(
        of id: DocumentID, in connection: any Connection
    ) throws -> [(address: EmailAddress, signer: Document.Signer)] {
        try connection.query(
            """
            SELECT p.id, p.name, p.address FROM document_signers g JOIN people p ON p.id = g.person_id
            WHERE g.document_id = $1 ORDER BY p.canonical
            """, [.id(id)]
        ) { row in
            guard let address = EmailAddress(try row.text(2)) else { throw StorageFault.unreadable("people.address") }
            return (address, Document.Signer(person: try row.id(0), name: try row.text(1)))
        }
    }
}

extension Document {
    /// The same as an earlier version had it.
    func shown(as version: Int, in connection: any Connection) throws -> Document {
        guard let content = try DocumentRecord.content(of: id, version: version, in: connection) else { return self }
        var earlier = settings
        (earlier.version, earlier.title, earlier.kind, earlier.file) = (
            version, content.title, content.kind, content.file
        )
        return Document(
            id: id, project: project, settings: earlier, signers: signers,
            signatures: try SignatureRecord.all(of: id, version: version, in: connection))
    }
}
