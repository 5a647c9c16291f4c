import MailFormat

/// The table `history`: append-only, one entry for each command.
enum HistoryRecord {
    static func add(
        _ command: Command, _ outcome: Outcome, by identity: Identity, in transaction: Transaction
    ) throws {
        let participant = identity.participant
        try transaction.connection.execute(
            """
            INSERT INTO history (at, organization_id, person_id, project_id, door, cause, evidence, command, outcome)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .moment(transaction.now), .id(try identity.organization ?? organization(of: command, in: transaction)),
                .id(participant?.person.id),
                .id(try project(of: command, in: transaction)), .text(transaction.cause.door.rawValue),
                .text("\(transaction.cause.kind) \(transaction.cause.key)"),
                .text(participant?.evidence ?? identity.word), .text(command.name),
                .text(try StoredJSON.text(outcome)),
            ])
    }

    /// The number of the newest entry.
    static func revision(in connection: any Connection) throws -> Int64 {
        try connection.first("SELECT coalesce(max(id), 0) FROM history", []) { try $0.integer(0) } ?? 0
    }

    /// When the newest entry was written; long ago where there is none.
    static func latest(in connection: any Connection) throws -> Moment {
        try connection.first("SELECT at FROM history ORDER BY id DESC LIMIT 1", []) { try $0.moment(0) }
            ?? Moment(milliseconds: 0)
    }

    /// Newest last.
    static func newest(_ count: Int, in connection: any Connection) throws -> [HistoryEntry] {
        try connection.query("\(select) ORDER BY h.id DESC LIMIT $1", [.number(count)], read).reversed()
    }

    /// Those of one organization before a number, newest first.
    static func entries(
        of organization: OrganizationID, before number: Int64, limit: Int, in connection: any Connection
    ) throws -> [HistoryEntry] {
        try connection.query(
            "\(select) WHERE h.organization_id = $1 AND h.id < $2 ORDER BY h.id DESC LIMIT $3",
            [.id(organization), .integer(number), .number(limit)], read)
    }

    /// What came of a cause, in the order of its commands. Limit: looked for among the newest thousand entries.
    static func outcomes(of cause: Cause, in connection: any Connection) throws -> [Outcome] {
        try connection.query(
            """
            SELECT outcome FROM history WHERE id > (SELECT max(id) FROM history) - 1000 AND cause = $1 ORDER BY id
            """, [.text("\(cause.kind) \(cause.key)")]
        ) { try StoredJSON.value($0.text(0)) }
    }

    /// What was last carried out of each entry of the configuration, by the digest of what the entry said.
    static func applied(in connection: any Connection) throws -> [String: String] {
        let lines = try connection.query(
            "SELECT cause FROM history WHERE door = 'settings' AND outcome NOT LIKE '%\"refused\"%' ORDER BY id", []
        ) { try $0.text(0) }
        return lines.reduce(into: [:]) { applied, line in
            guard let (entry, digest) = settings(in: line) else { return }
            applied[entry] = digest
        }
    }

    /// What a cause like `settings 12 acme/projects/film DIGEST` names: the entry, which may have blanks in it, and the
    /// digest of what it said; nil for any other cause.
    fileprivate static func settings(in cause: String) -> (entry: String, digest: String)? {
        let words = cause.utf8.split(separator: ASCII.space, omittingEmptySubsequences: false)
        guard words.count > 3, words[0].elementsEqual("settings".utf8), let digest = words.last else { return nil }
        let entry = Array(words[2..<(words.count - 1)].joined(separator: [ASCII.space]))
        return (String(decoding: entry, as: UTF8.self), String(decoding: digest, as: UTF8.self))
    }

    private static let select = """
        SELECT h.id, h.at, o.slug, p.address, h.door, h.cause, h.evidence, h.command, h.outcome FROM history h
        LEFT JOIN organizations o ON o.id = h.organization_id LEFT JOIN people p ON p.id = h.person_id
        """

    private static func read(_ row: any ResultRow) throws -> HistoryEntry {
        try HistoryEntry(
            number: row.integer(0), at: row.moment(1), organization: row.textIfAny(2), person: row.textIfAny(3),
            door: row.text(4), cause: row.text(5), evidence: row.text(6), command: row.text(7), outcome: row.text(8))
    }

    /// Whose history it is in when it comes from configuration, the shell or the clock.
    private static func organization(of command: Command, in transaction: Transaction) throws -> OrganizationID? {
        let connection = transaction.connection
        switch command {
        case .setOrganization(let settings): return try OrganizationRecord.find(settings.slug, in: connection)?.id
        case .setPerson(_, let slug), .setProject(_, let slug), .setDeliverable(_, let slug), .shareFile(_, let slug),
            .setItem(_, let slug), .invite(_, let slug), .createPortalLink(_, let slug, _), .remind(let slug, _):
            return try OrganizationRecord.find(slug, in: connection)?.id
        case .item(.sending(.resume(let slug))), .item(.links(.announceEnds(let slug, _))):
            return try OrganizationRecord.find(slug, in: connection)?.id
        case .revokePortalLink(let id), .notifyPortalLink(let id, _):
            let link = try PortalLinkRecord.find(id, in: connection)
            return try link.flatMap {
                try PersonRecord.find($0.person, at: transaction.now, in: connection)?.organization
            }
        case .postMessage, .decide, .undo, .considerDecision, .acceptInvitation, .openPortalLink, .askToSignIn,
            .signIn, .signOut, .item, .noteExamination, .bookBounce, .noteAutomaticReply, .setAside:
            return try project(of: command, in: transaction).flatMap {
                try ProjectRecord.find($0, in: connection)?.organization
            }
        }
    }

    private static func project(of command: Command, in transaction: Transaction) throws -> ProjectID? {
        switch command {
        case .postMessage(let message):
            try ProjectRecord.find(message.project, in: transaction.connection)?.id
        case .decide(let decision):
            try DeliverableRecord.find(decision.deliverable, in: transaction.connection)?.project
        case .considerDecision(let id, _), .undo(let id, _):
            try DeliverableRecord.find(id, in: transaction.connection)?.project
        case .item(let item):
            try item.act.project(in: transaction.connection).flatMap {
                try ProjectRecord.find($0, in: transaction.connection)?.id
            }
        case .acceptInvitation, .openPortalLink, .askToSignIn, .signIn, .signOut, .setOrganization, .setPerson,
            .setProject, .setDeliverable, .shareFile, .setItem, .invite, .createPortalLink, .revokePortalLink,
            .notifyPortalLink, .noteExamination, .remind, .bookBounce, .noteAutomaticReply, .setAside:
            nil
        }
    }
}

/// One line of the history, as `postern history` shows it.
package struct HistoryEntry: Sendable, Equatable, Codable {
    package let number: Int64
    package let at: Moment
    package let organization: String?
    package let person: String?
    package let door: String
    package let cause: String
    package let evidence: String
    package let command: String
    /// The outcome, as JSON.
    package let outcome: String

    /// The entry of the configuration that it carried out; nil where it came otherwise.
    package var entry: String? { HistoryRecord.settings(in: cause)?.entry }

    /// What came of it; nil where an older version wrote it.
    package var result: Outcome? { try? StoredJSON.value(outcome) }
}

extension Portal {
    /// What came of a cause a while ago, for whoever asks a second time; empty where nothing did.
    package func outcomes(of cause: Cause) throws -> [Outcome] {
        try database.read { try HistoryRecord.outcomes(of: cause, in: $0) }
    }
}

/// The table `causes`: what has been carried out.
enum CauseRecord {
    static func isSpent(_ cause: Cause, in connection: any Connection) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM causes WHERE kind = $1 AND key = $2", [.text(cause.kind), .text(cause.key)]
        ) { _ in true } ?? false
    }

    /// Marks a cause as spent; false when it was spent before.
    static func spend(_ cause: Cause, at now: Moment, in connection: any Connection) throws -> Bool {
        try connection.execute(
            "INSERT INTO causes (kind, key, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            [.text(cause.kind), .text(cause.key), .moment(now)]) == 1
    }
}

extension Identity {
    fileprivate var word: String {
        switch self {
        case .participant: "participant"
        case .visitor: "visitor"
        case .paymentService: "payment service"
        case .administrator: "administrator"
        case .stranger: "stranger"
        case .guest(let invited): invited.evidence
        case .turnedAway: "nobody"
        }
    }
}
