/// The tables `questionnaires` and `answers`.
enum QuestionnaireRecord {
    static let schema = """
        CREATE TABLE questionnaires (
            id INTEGER PRIMARY KEY,
            project_id INTEGER NOT NULL REFERENCES projects (id),
            name TEXT NOT NULL, title TEXT NOT NULL, details TEXT NOT NULL, due TEXT,
            locked INTEGER NOT NULL CHECK (locked IN (0, 1)), questions TEXT NOT NULL,
            UNIQUE (project_id, name)
        ) STRICT;
        CREATE TABLE answers (
            questionnaire_id INTEGER NOT NULL REFERENCES questionnaires (id),
            question TEXT NOT NULL, answer TEXT NOT NULL,
            person_id INTEGER NOT NULL REFERENCES people (id), at INTEGER NOT NULL,
            PRIMARY KEY (questionnaire_id, question)
        ) STRICT, WITHOUT ROWID;

        """

    private static let select = """
        SELECT q.id, q.project_id, r.name, q.name, q.title, q.details, q.due, q.locked, q.questions
        FROM questionnaires q JOIN projects r ON r.id = q.project_id
        """

    static func find(_ id: QuestionnaireID, in connection: any Connection) throws -> Questionnaire? {
        try connection.query("\(select) WHERE q.id = $1", [.id(id)], read).map { try $0.answered(in: connection) }.first
    }

    static func find(_ name: String, of project: ProjectID, in connection: any Connection) throws -> Questionnaire? {
        try connection.query("\(select) WHERE q.project_id = $1 AND q.name = $2", [.id(project), .text(name)], read)
            .map { try $0.answered(in: connection) }.first
    }

    static func all(of project: ProjectID, in connection: any Connection) throws -> [Questionnaire] {
        try connection.query("\(select) WHERE q.project_id = $1 ORDER BY q.id", [.id(project)], read)
            .map { try $0.answered(in: connection) }
    }

    /// Those of the projects that a client is assigned to and that may be answered.
    static func open(to person: PersonID, in connection: any Connection) throws -> [Questionnaire] {
        try connection.query(
            """
            \(select) JOIN assignments a ON a.project_id = q.project_id
            WHERE a.person_id = $1 AND q.locked = 0 ORDER BY q.due IS NULL, q.due, q.id
            """, [.id(person)], read
        ).map { try $0.answered(in: connection) }
    }

    /// Inserts, or replaces what configuration says; answers stay.
    static func save(
        _ settings: QuestionnaireSettings, of project: ProjectID, in connection: any Connection
    ) throws -> QuestionnaireID {
        QuestionnaireID(
            number: try connection.insert(
                """
                INSERT INTO questionnaires (project_id, name, title, details, due, locked, questions)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (project_id, name) DO UPDATE SET
                    title = excluded.title, details = excluded.details, due = excluded.due, locked = excluded.locked,
                    questions = excluded.questions
                RETURNING id
                """,
                [
                    .id(project), .text(settings.name), .text(settings.title), .text(settings.details),
                    .optional(settings.due), .flag(settings.isLocked), .text(try StoredJSON.text(settings.questions)),
                ]))
    }

    /// Keeps an answer; a blank one is taken away.
    static func setAnswer(
        _ answer: String, to question: String, of id: QuestionnaireID, by person: PersonID, at now: Moment,
        in connection: any Connection
    ) throws {
        guard !answer.utf8.isEmpty else {
            try connection.execute(
                "DELETE FROM answers WHERE questionnaire_id = $1 AND question = $2", [.id(id), .text(question)])
            return
        }
        try connection.execute(
            """
            INSERT INTO answers (questionnaire_id, question, answer, person_id, at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (questionnaire_id, question) DO UPDATE SET
                answer = excluded.answer, person_id = excluded.person_id, at = excluded.at
            """, [.id(id), .text(question), .text(answer), .id(person), .moment(now)])
    }

    private static func read(_ row: any ResultRow) throws -> Questionnaire {
        let settings = try QuestionnaireSettings(
            project: row.text(2), name: row.text(3), title: row.text(4), details: row.text(5), due: row.textIfAny(6),
            isLocked: row.flag(7), questions: StoredJSON.value(row.text(8)))
        return try Questionnaire(id: row.id(0), project: row.id(1), settings: settings, answers: [:])
    }
}

extension Questionnaire {
    fileprivate func answered(in connection: any Connection) throws -> Questionnaire {
        let rows = try connection.query(
            "SELECT question, answer FROM answers WHERE questionnaire_id = $1", [.id(id)]
        ) { (try $0.text(0), try $0.text(1)) }
        return Questionnaire(
            id: id, project: project, settings: settings,
            answers: Dictionary(rows, uniquingKeysWith: { first, _ in first }))
    }
}
