import MailFormat

/// The table `invoices`.
enum InvoiceRecord {
    static let schema = """
        CREATE TABLE invoices (
            id INTEGER PRIMARY KEY,
            organization_id INTEGER NOT NULL REFERENCES organizations (id),
            project_id INTEGER NOT NULL REFERENCES projects (id),
            name TEXT NOT NULL COLLATE NOCASE, title TEXT NOT NULL, date TEXT NOT NULL, due TEXT NOT NULL,
            currency TEXT NOT NULL, lines TEXT NOT NULL, addressee TEXT NOT NULL, note TEXT NOT NULL, link TEXT, file TEXT,
            cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)), paid_at INTEGER, payment TEXT,
            CHECK (paid_at IS NULL OR cancelled = 0),
            UNIQUE (organization_id, name)
        ) STRICT;
        CREATE INDEX invoices_by_project ON invoices (project_id, id);

        """

    private static let select = """
        SELECT i.id, i.project_id, r.name, i.name, i.title, i.date, i.due, i.currency, i.lines, i.note, i.link, i.file,
            i.cancelled, i.paid_at, i.payment, i.addressee
        FROM invoices i JOIN projects r ON r.id = i.project_id
        """

    static func find(_ id: InvoiceID, in connection: any Connection) throws -> Invoice? {
        try connection.first("\(select) WHERE i.id = $1", [.id(id)], read)
    }

    static func find(_ id: InvoiceID, of project: ProjectID, in connection: any Connection) throws -> Invoice? {
        try connection.first("\(select) WHERE i.id = $1 AND i.project_id = $2", [.id(id), .id(project)], read)
    }

    /// By its number, whatever the case of its letters.
    static func find(
        _ number: String, of organization: OrganizationID, in connection: any Connection
    ) throws -> Invoice? {
        try connection.first(
            "\(select) WHERE i.organization_id = $1 AND i.name = $2", [.id(organization), .text(number)], read)
    }

    static func all(of project: ProjectID, in connection: any Connection) throws -> [Invoice] {
        try connection.query("\(select) WHERE i.project_id = $1 ORDER BY i.id", [.id(project)], read)
    }

    static func all(of organization: OrganizationID, in connection: any Connection) throws -> [Invoice] {
        try connection.query("\(select) WHERE i.organization_id = $1 ORDER BY i.id", [.id(organization)], read)
    }

    /// What the projects of a client wait to be paid for, the most urgent first.
    static func owed(by client: PersonID, in connection: any Connection) throws -> [Invoice] {
        try connection.query(
            """
            \(select) JOIN assignments a ON a.project_id = i.project_id AND a.person_id = $1
            WHERE i.paid_at IS NULL AND i.cancelled = 0 ORDER BY i.due, i.id
            """, [.id(client)], read)
    }

    /// Inserts, or replaces what configuration says; what is paid stays paid.
    static func save(
        _ settings: InvoiceSettings, of project: Project, in connection: any Connection
    ) throws -> InvoiceID {
        let number = try connection.insert(
            """
            INSERT INTO invoices
                (organization_id, project_id, name, title, date, due, currency, lines, note, link, file, cancelled,
                addressee)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            ON CONFLICT (organization_id, name) DO UPDATE SET
                due = excluded.due, link = excluded.link, cancelled = excluded.cancelled
            RETURNING id
            """,
            [
                .id(project.organization), .id(project.id), .text(settings.name), .text(settings.title),
                .text(settings.date), .text(settings.due), .text(settings.currency.code),
                .text(try StoredJSON.text(settings.lines)), .text(settings.note), .optional(settings.link?.template),
                .optional(try settings.file.map { try StoredJSON.text($0) }), .flag(settings.cancelled),
                .text(settings.to),
            ])
        return InvoiceID(number: number)
    }

    static func setPaid(
        _ moment: Moment, _ id: InvoiceID, payment: String?, in connection: any Connection
    ) throws {
        try connection.execute(
            "UPDATE invoices SET paid_at = $2, payment = $3 WHERE id = $1",
            [.id(id), .moment(moment), .optional(payment)])
    }

    private static func read(_ row: any ResultRow) throws -> Invoice {
        guard let currency = Currency(try row.text(7)) else { throw StorageFault.unreadable("invoices.currency") }
        let settings = try InvoiceSettings(
            project: row.text(2), name: row.text(3), title: row.text(4), date: row.text(5), due: row.text(6),
            currency: currency, lines: StoredJSON.value(row.text(8)), to: row.text(15), note: row.text(9),
            link: row.textIfAny(10).flatMap { PaymentLink($0) },
            file: row.textIfAny(11).map { try StoredJSON.value($0) }, cancelled: row.flag(12))
        return try Invoice(
            id: row.id(0), project: row.id(1), settings: settings, paid: row.momentIfAny(13),
            payment: row.textIfAny(14))
    }
}
