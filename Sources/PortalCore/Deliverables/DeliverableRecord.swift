/// The table `deliverables`.
enum DeliverableRecord {
    private static let select = """
        SELECT d.id, d.project_id, r.name, d.name, d.title, d.kind, d.format, d.visible, d.version, d.due,
            \(DecisionRecord.columns)
        FROM deliverables d JOIN projects r ON r.id = d.project_id
        LEFT JOIN decisions s ON s.deliverable_id = d.id AND s.version = d.version AND s.ended_at IS NULL
        """

    static func find(_ id: DeliverableID, in connection: any Connection) throws -> Deliverable? {
        try connection.first("\(select) WHERE d.id = $1", [.id(id)], read)
    }

    static func find(
        _ name: String, of project: ProjectID, in connection: any Connection
    ) throws -> Deliverable? {
        try connection.first("\(select) WHERE d.project_id = $1 AND d.name = $2", [.id(project), .text(name)], read)
    }

    /// The deliverable, where this person may see it.
    static func find(
        _ id: DeliverableID, seenBy person: Person, in connection: any Connection
    ) throws -> Deliverable? {
        guard let deliverable = try find(id, in: connection), person.isStaff || deliverable.settings.visible,
            try ProjectRecord.find(deliverable.project, seenBy: person, in: connection) != nil
        else { return nil }
        return deliverable
    }

    static func all(of project: ProjectID, in connection: any Connection) throws -> [Deliverable] {
        try connection.query("\(select) WHERE d.project_id = $1 ORDER BY d.id", [.id(project)], read)
    }

    /// What this person sees in all projects that they see.
    static func all(seenBy person: Person, in connection: any Connection) throws -> [Deliverable] {
        if person.isStaff {
            return try connection.query(
                "\(select) WHERE r.organization_id = $1 ORDER BY d.id", [.id(person.organization)], read)
        }
        return try connection.query(
            """
            \(select) JOIN assignments a ON a.project_id = d.project_id AND a.person_id = $1
            WHERE d.visible = 1 ORDER BY d.id
            """, [.id(person.id)], read)
    }

    /// Inserts, or replaces what configuration says. A higher version has no decision yet.
    static func save(
        _ settings: DeliverableSettings, of project: ProjectID, in connection: any Connection
    ) throws -> DeliverableID {
        let number = try connection.insert(
            """
            INSERT INTO deliverables
                (project_id, name, title, kind, format, visible, version, due)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (project_id, name) DO UPDATE SET
                title = excluded.title, kind = excluded.kind, format = excluded.format, visible = excluded.visible,
                version = excluded.version, due = excluded.due
            RETURNING id
            """,
            [
                .id(project), .text(settings.name), .text(settings.title), .text(settings.kind),
                .text(settings.format), .flag(settings.visible), .number(settings.version),
                .optional(settings.due),
            ])
        return DeliverableID(number: number)
    }

    private static func read(_ row: any ResultRow) throws -> Deliverable {
        let settings = try DeliverableSettings(
            project: row.text(2), name: row.text(3), title: row.text(4), kind: row.text(5), format: row.text(6),
            visible: row.flag(7), version: row.number(8), due: row.textIfAny(9), files: [])
        let decision = row.integerIfAny(10) == nil ? nil : try DecisionRecord.read(row, from: 10)
        return try Deliverable(id: row.id(0), project: row.id(1), settings: settings, decision: decision)
    }
}
