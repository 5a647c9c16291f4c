/// The tables `exhibits` and `exhibit_versions`.
enum ExhibitRecord {
    static let schema = """
        CREATE TABLE exhibits (
            id INTEGER PRIMARY KEY,
            project_id INTEGER NOT NULL REFERENCES projects (id),
            tool TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL, details TEXT NOT NULL,
            configured TEXT NOT NULL,
            UNIQUE (project_id, tool, name)
        ) STRICT;
        CREATE TABLE exhibit_versions (
            exhibit_id INTEGER NOT NULL REFERENCES exhibits (id),
            number INTEGER NOT NULL CHECK (number > 0), content TEXT NOT NULL,
            person_id INTEGER REFERENCES people (id), at INTEGER NOT NULL,
            PRIMARY KEY (exhibit_id, number)
        ) STRICT, WITHOUT ROWID;

        """

    private static let version = "v.number, v.content, p.name, v.at"
    private static let select = """
        SELECT \(version), e.id, e.project_id, r.name, e.name, e.title, e.details, e.configured
        FROM exhibits e JOIN projects r ON r.id = e.project_id
        JOIN exhibit_versions v ON v.exhibit_id = e.id
            AND v.number = (SELECT max(n.number) FROM exhibit_versions n WHERE n.exhibit_id = e.id)
        LEFT JOIN people p ON p.id = v.person_id
        """

    static func find(_ id: ExhibitID, in connection: any Connection) throws -> Exhibit? {
        try connection.first("\(select) WHERE e.id = $1", [.id(id)], read)
    }

    static func find(_ id: ExhibitID, of project: ProjectID, in connection: any Connection) throws -> Exhibit? {
        try connection.first("\(select) WHERE e.id = $1 AND e.project_id = $2", [.id(id), .id(project)], read)
    }

    static func find(
        _ name: String, _ tool: Tool, of project: ProjectID, in connection: any Connection
    ) throws -> Exhibit? {
        try connection.first(
            "\(select) WHERE e.project_id = $1 AND e.tool = $2 AND e.name = $3",
            [.id(project), .text(tool.rawValue), .text(name)], read)
    }

    static func all(of project: ProjectID, _ tool: Tool, in connection: any Connection) throws -> [Exhibit] {
        try connection.query(
            "\(select) WHERE e.project_id = $1 AND e.tool = $2 ORDER BY e.id",
            [.id(project), .text(tool.rawValue)], read)
    }

    static func all(of project: ProjectID, in connection: any Connection) throws -> [Exhibit] {
        try connection.query("\(select) WHERE e.project_id = $1 ORDER BY e.id", [.id(project)], read)
    }

    /// Newest first. Limit: 200.
    static func versions(of id: ExhibitID, in connection: any Connection) throws -> [ExhibitVersion] {
        try connection.query(
            """
            SELECT \(version) FROM exhibit_versions v LEFT JOIN people p ON p.id = v.person_id
            WHERE v.exhibit_id = $1 ORDER BY v.number DESC LIMIT 200
            """, [.id(id)], readVersion)
    }

    /// Inserts, or replaces what configuration says; versions stay.
    static func save(
        _ settings: ExhibitSettings, of project: ProjectID, in connection: any Connection
    ) throws -> ExhibitID {
        let number = try connection.insert(
            """
            INSERT INTO exhibits (project_id, tool, name, title, details, configured) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (project_id, tool, name) DO UPDATE SET
                title = excluded.title, details = excluded.details, configured = excluded.configured
            RETURNING id
            """,
            [
                .id(project), .text(settings.tool.rawValue), .text(settings.name), .text(settings.title),
                .text(settings.details), .text(try StoredJSON.text(settings.content)),
            ])
        return ExhibitID(number: number)
    }

    static func add(
        _ content: ExhibitContent, asVersion number: Int, of exhibit: ExhibitID, by person: PersonID?, at now: Moment,
        in connection: any Connection
    ) throws {
        try connection.execute(
            "INSERT INTO exhibit_versions (exhibit_id, number, content, person_id, at) VALUES ($1, $2, $3, $4, $5)",
            [
                .id(exhibit), .number(number), .text(try StoredJSON.text(content)), .id(person), .moment(now),
            ])
    }

    private static func readVersion(_ row: any ResultRow) throws -> ExhibitVersion {
        try ExhibitVersion(
            number: row.number(0), content: StoredJSON.value(row.text(1)), author: row.textIfAny(2), at: row.moment(3))
    }

    private static func read(_ row: any ResultRow) throws -> Exhibit {
        let settings = try ExhibitSettings(
            project: row.text(6), name: row.text(7), title: row.text(8), details: row.text(9),
            content: StoredJSON.value(row.text(10)))
        return try Exhibit(id: row.id(4), project: row.id(5), settings: settings, version: readVersion(row))
    }
}
