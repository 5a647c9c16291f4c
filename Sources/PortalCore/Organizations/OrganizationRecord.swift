import Foundation
import MailFormat

/// The table `organizations`.
enum OrganizationRecord {
    private static let columns = """
        o.id, o.slug, o.name, o.website, o.contact, o.color, o.welcome, o.locale, o.time_zone, o.portal_open, o.phases,
        o.tools, o.logo_id, f.name, f.content_type, f.size, f.sha256, o.decisions_by_mail, o.reminders,
        o.floor_plans, o.payments, o.requests_taken, o.requests_approved, o.requests_assignee, o.documents_required,
        o.words
        """
    private static let source = "organizations o LEFT JOIN files f ON f.id = o.logo_id"

    static func all(in connection: any Connection) throws -> [Organization] {
        try connection.query("SELECT \(columns) FROM \(source) ORDER BY o.slug", [], read)
    }

    static func find(_ slug: String, in connection: any Connection) throws -> Organization? {
        try connection.first("SELECT \(columns) FROM \(source) WHERE o.slug = $1", [.text(slug)], read)
    }

    static func find(_ id: OrganizationID, in connection: any Connection) throws -> Organization? {
        try connection.first("SELECT \(columns) FROM \(source) WHERE o.id = $1", [.id(id)], read)
    }

    /// Inserts or replaces by slug and gives the row's number.
    static func save(_ settings: OrganizationSettings, in connection: any Connection) throws -> OrganizationID {
        let number = try connection.insert(
            """
            INSERT INTO organizations
                (slug, name, website, contact, color, welcome, locale, time_zone, portal_open, phases, tools,
                decisions_by_mail, reminders, floor_plans, payments, requests_taken, requests_approved,
                requests_assignee, documents_required, words)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
            ON CONFLICT (slug) DO UPDATE SET
                name = excluded.name, website = excluded.website, contact = excluded.contact, color = excluded.color,
                welcome = excluded.welcome, locale = excluded.locale, time_zone = excluded.time_zone,
                portal_open = excluded.portal_open, phases = excluded.phases, tools = excluded.tools,
                decisions_by_mail = excluded.decisions_by_mail, reminders = excluded.reminders,
                floor_plans = excluded.floor_plans, payments = excluded.payments,
                requests_taken = excluded.requests_taken, requests_approved = excluded.requests_approved,
                requests_assignee = excluded.requests_assignee, documents_required = excluded.documents_required,
                words = excluded.words
            RETURNING id
            """,
            [
                .text(settings.slug), .text(settings.name), .text(settings.website), .text(settings.contact.text),
                .text(settings.color), .text(settings.welcome), .text(settings.locale), .text(settings.timeZone),
                .flag(settings.portalOpen), .text(try StoredJSON.text(settings.phases)),
                .text(try StoredJSON.text(settings.tools.map(\.rawValue).sorted())),
                .text(settings.decisionsByMail.rawValue), .text(try StoredJSON.text(settings.reminders.words)),
                .text(settings.floorPlans.rawValue), .text(try StoredJSON.text(settings.payments)),
                .flag(settings.requests.areTaken), .flag(settings.requests.needApproval),
                .optional(settings.requests.assignee?.text), .flag(settings.requests.needDocuments),
                .text(try StoredJSON.text(settings.words)),
            ])
        return OrganizationID(number: number)
    }

    static func setLogo(_ file: FileID?, of organization: OrganizationID, in connection: any Connection) throws {
        try connection.execute("UPDATE organizations SET logo_id = $2 WHERE id = $1", [.id(organization), .id(file)])
    }

    private static func read(_ row: any ResultRow) throws -> Organization {
        let contact = try row.text(4)
        guard let contact = EmailAddress(contact) else { throw StorageFault.unreadable("organizations.contact") }
        guard let reminders = try ReminderSettings(words: StoredJSON.texts(row.text(18))) else {
            throw StorageFault.unreadable("organizations.reminders")
        }
        let logo: FileID? = row.idIfAny(12)
        let settings = try OrganizationSettings(
            slug: row.text(1), name: row.text(2), website: row.text(3), contact: contact, color: row.text(5),
            welcome: row.text(6), locale: row.text(7), timeZone: row.text(8), portalOpen: row.flag(9),
            phases: StoredJSON.texts(row.text(10)),
            tools: Set(StoredJSON.texts(row.text(11)).compactMap(Tool.init(rawValue:))),
            decisionsByMail: row.word(17), reminders: reminders, floorPlans: row.word(19),
            payments: StoredJSON.value(row.text(20)),
            requests: RequestSettings(
                areTaken: row.flag(21), needApproval: row.flag(22),
                assignee: row.textIfAny(23).flatMap { EmailAddress($0) }, needDocuments: row.flag(24)),
            words: StoredJSON.value(row.text(25)),
            logo: logo == nil
                ? nil
                : FileContent(
                    name: row.text(13), contentType: row.text(14), size: row.integer(15),
                    digest: ContentDigest(stored: row.bytes(16))))
        return try Organization(id: row.id(0), settings: settings, logo: logo)
    }
}
