import MailFormat

/// The tables `projects` and `assignments`.
enum ProjectRecord {
    private static let select = """
        SELECT r.id, r.organization_id, r.name, r.kind, r.title, r.summary, r.status, r.phase, r.starts, r.due
        FROM projects r
        """

    static func find(_ id: ProjectID, in connection: any Connection) throws -> Project? {
        try connection.first("\(select) WHERE r.id = $1", [.id(id)], read)
    }

    static func find(
        _ name: String, of organization: OrganizationID, in connection: any Connection
    ) throws -> Project? {
        try connection.first(
            "\(select) WHERE r.organization_id = $1 AND r.name = $2", [.id(organization), .text(name)], read)
    }

    static func all(of organization: OrganizationID, in connection: any Connection) throws -> [Project] {
        try connection.query("\(select) WHERE r.organization_id = $1 ORDER BY r.id", [.id(organization)], read)
    }

    /// What this person sees: staff everything of their organization, a client what is assigned.
    static func all(seenBy person: Person, in connection: any Connection) throws -> [Project] {
        if person.isStaff { return try all(of: person.organization, in: connection) }
        return try connection.query(
            "\(select) JOIN assignments a ON a.project_id = r.id AND a.person_id = $1 ORDER BY a.project_id",
            [.id(person.id)], read)
    }

    static func find(
        _ id: ProjectID, seenBy person: Person, in connection: any Connection
    ) throws -> Project? {
        try connection.first(
            """
            \(select) WHERE r.id = $1 AND r.organization_id = $2 AND ($3 = 1 OR EXISTS
                (SELECT 1 FROM assignments a WHERE a.project_id = r.id AND a.person_id = $4))
            """,
            [.id(id), .id(person.organization), .flag(person.isStaff), .id(person.id)], read)
    }

    static func save(
        _ settings: ProjectSettings, of organization: OrganizationID, in connection: any Connection
    ) throws -> ProjectID {
        let number = try connection.insert(
            """
            INSERT INTO projects (organization_id, name, kind, title, summary, status, phase, starts, due)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (organization_id, name) DO UPDATE SET
                kind = excluded.kind, title = excluded.title, summary = excluded.summary, status = excluded.status,
                phase = excluded.phase, starts = excluded.starts, due = excluded.due
            RETURNING id
            """,
            [
                .id(organization), .text(settings.name), .text(settings.kind.rawValue), .text(settings.title),
                .text(settings.summary), .text(settings.status), .number(settings.phase), .optional(settings.starts),
                .optional(settings.due),
            ])
        return ProjectID(number: number)
    }

    /// Assigns somebody whom staff let in; configuration, which does not name them, leaves them there.
    ///
    /// - Returns: false where they were assigned before.
    static func add(_ person: PersonID, to project: ProjectID, in connection: any Connection) throws -> Bool {
        try connection.execute(
            "INSERT INTO assignments (project_id, person_id, by_staff) VALUES ($1, $2, 1) ON CONFLICT DO NOTHING",
            [.id(project), .id(person)]) == 1
    }

    /// Whom configuration names.
    static func assign(_ people: [PersonID], to project: ProjectID, in connection: any Connection) throws {
        try connection.execute("DELETE FROM assignments WHERE project_id = $1 AND by_staff = 0", [.id(project)])
        for person in people {
            try connection.execute(
                "INSERT INTO assignments (project_id, person_id) VALUES ($1, $2) ON CONFLICT DO UPDATE SET by_staff = 0",
                [.id(project), .id(person)])
        }
    }

    /// The addresses that configuration assigned to a project, in the order in which people were added.
    static func addresses(of project: ProjectID, in connection: any Connection) throws -> [EmailAddress] {
        try connection.query(
            """
            SELECT p.address FROM assignments a JOIN people p ON p.id = a.person_id
            WHERE a.project_id = $1 AND a.by_staff = 0 ORDER BY p.canonical
            """, [.id(project)]
        ) { try $0.text(0) }.compactMap(EmailAddress.init)
    }

    private static func read(_ row: any ResultRow) throws -> Project {
        let settings = try ProjectSettings(
            name: row.text(2), kind: row.word(3), title: row.text(4), summary: row.text(5), status: row.text(6),
            phase: row.number(7), starts: row.textIfAny(8), due: row.textIfAny(9), people: [])
        return try Project(id: row.id(0), organization: row.id(1), settings: settings)
    }
}
