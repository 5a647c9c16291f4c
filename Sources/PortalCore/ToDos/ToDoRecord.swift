import MailFormat

/// The table `todos`.
enum ToDoRecord {
    static let schema = """
        CREATE TABLE todos (
            id INTEGER PRIMARY KEY,
            project_id INTEGER NOT NULL REFERENCES projects (id),
            name TEXT NOT NULL, title TEXT NOT NULL, details TEXT NOT NULL,
            person_id INTEGER NOT NULL REFERENCES people (id), due TEXT,
            done_at INTEGER, done_by INTEGER REFERENCES people (id),
            UNIQUE (project_id, name)
        ) STRICT;
        CREATE INDEX todos_open ON todos (person_id) WHERE done_at IS NULL;

        """

    private static let select = """
        SELECT t.id, t.project_id, r.name, t.name, t.title, t.details, p.address, t.due, t.person_id, p.name, t.done_at
        FROM todos t JOIN projects r ON r.id = t.project_id JOIN people p ON p.id = t.person_id
        """

    static func find(_ id: ToDoID, of project: ProjectID, in connection: any Connection) throws -> ToDo? {
        try connection.first("\(select) WHERE t.id = $1 AND t.project_id = $2", [.id(id), .id(project)], read)
    }

    static func find(_ name: String, of project: ProjectID, in connection: any Connection) throws -> ToDo? {
        try connection.first("\(select) WHERE t.project_id = $1 AND t.name = $2", [.id(project), .text(name)], read)
    }

    static func all(of project: ProjectID, in connection: any Connection) throws -> [ToDo] {
        try connection.query("\(select) WHERE t.project_id = $1 ORDER BY t.id", [.id(project)], read)
    }

    static func open(of person: PersonID, in connection: any Connection) throws -> [ToDo] {
        try connection.query(
            "\(select) WHERE t.person_id = $1 AND t.done_at IS NULL ORDER BY t.due IS NULL, t.due, t.id", [.id(person)],
            read)
    }

    /// Inserts, or replaces what configuration says; what is done stays done.
    static func save(
        _ settings: ToDoSettings, of project: ProjectID, for person: PersonID,
        in connection: any Connection
    ) throws -> ToDoID {
        let number = try connection.insert(
            """
            INSERT INTO todos (project_id, name, title, details, person_id, due) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (project_id, name) DO UPDATE SET
                title = excluded.title, details = excluded.details, person_id = excluded.person_id, due = excluded.due
            RETURNING id
            """,
            [
                .id(project), .text(settings.name), .text(settings.title), .text(settings.details), .id(person),
                .optional(settings.due),
            ])
        return ToDoID(number: number)
    }

    static func setDone(_ moment: Moment?, _ id: ToDoID, by person: PersonID?, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE todos SET done_at = $2, done_by = $3 WHERE id = $1", [.id(id), .moment(moment), .id(person)])
    }

    private static func read(_ row: any ResultRow) throws -> ToDo {
        guard let assignee = EmailAddress(try row.text(6)) else { throw StorageFault.unreadable("people.address") }
        let settings = try ToDoSettings(
            project: row.text(2), name: row.text(3), title: row.text(4), details: row.text(5), assignee: assignee,
            due: row.textIfAny(7))
        return try ToDo(
            id: row.id(0), project: row.id(1), settings: settings, person: row.id(8), personName: row.text(9),
            done: row.momentIfAny(10))
    }
}
