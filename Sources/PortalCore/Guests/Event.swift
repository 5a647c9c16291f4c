/// When and where a project's guests are expected.
package struct Event: Equatable, Sendable {
    package let project: ProjectID
    package let settings: EventSettings
    /// Rises whenever time or place change (RFC 5545 §3.8.7.4).
    package let sequence: Int

    /// Whether it is over, so that answers come too late: at its end, or a day after its start where no end is known.
    func isOver(at now: Moment, in zone: String) -> Bool {
        let end = settings.ends?.moment(in: zone) ?? settings.starts.moment(in: zone) + .days(1)
        return end <= now
    }
}

/// What configuration says of a project's event.
package struct EventSettings: Equatable, Sendable, ItemContent {
    package var project: String
    package var starts: LocalTime
    package var ends: LocalTime?
    package var place: String
    /// A few sentences for the guests.
    package var details: String
    /// Whether whoever comes onto the list is asked at once; else when somebody says so.
    package var asksAtOnce: Bool

    package init(
        project: String, starts: LocalTime, ends: LocalTime?, place: String, details: String, asksAtOnce: Bool
    ) {
        self.project = project
        self.starts = starts
        self.ends = ends
        self.place = place
        self.details = details
        self.asksAtOnce = asksAtOnce
    }

    package var tool: Tool { .guests }
    /// There is one in a project.
    package var name: String { "event" }
    package var title: String { "\(starts.text)\(place.utf8.isEmpty ? "" : ", \(place)")" }

    /// Whether guests who know the one should hear of the other.
    fileprivate func isElsewhere(than other: EventSettings) -> Bool {
        starts != other.starts || ends != other.ends || !place.utf8.elementsEqual(other.place.utf8)
    }
}

/// The table `events`.
enum EventRecord {
    static let schema = """
        CREATE TABLE events (
            project_id INTEGER PRIMARY KEY REFERENCES projects (id),
            starts TEXT NOT NULL, ends TEXT, place TEXT NOT NULL, details TEXT NOT NULL,
            asks_at_once INTEGER NOT NULL CHECK (asks_at_once IN (0, 1)), sequence INTEGER NOT NULL
        ) STRICT;

        """

    static func find(of project: ProjectID, in connection: any Connection) throws -> Event? {
        try connection.first(
            """
            SELECT e.starts, e.ends, e.place, e.details, e.asks_at_once, e.sequence, r.name
            FROM events e JOIN projects r ON r.id = e.project_id WHERE e.project_id = $1
            """, [.id(project)]
        ) { row in
            guard let starts = LocalTime(try row.text(0)) else { throw StorageFault.unreadable("events.starts") }
            let settings = try EventSettings(
                project: row.text(6), starts: starts, ends: row.textIfAny(1).flatMap(LocalTime.init),
                place: row.text(2), details: row.text(3), asksAtOnce: row.flag(4))
            return try Event(project: project, settings: settings, sequence: row.number(5))
        }
    }

    static func save(
        _ settings: EventSettings, sequence: Int, of project: ProjectID, in connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO events (project_id, starts, ends, place, details, asks_at_once, sequence)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (project_id) DO UPDATE SET
                starts = excluded.starts, ends = excluded.ends, place = excluded.place, details = excluded.details,
                asks_at_once = excluded.asks_at_once, sequence = excluded.sequence
            """,
            [
                .id(project), .text(settings.starts.text), .optional(settings.ends?.text), .text(settings.place),
                .text(settings.details), .flag(settings.asksAtOnce), .number(sequence),
            ])
    }
}

extension EventSettings: StoredItemContent {
    /// Whoever was asked, and did not say no, hears of another time or place.
    func save(in project: Project, _ transaction: Transaction) throws -> Outcome {
        let connection = transaction.connection
        let current = try EventRecord.find(of: project.id, in: connection)
        guard current?.settings != self else { return .nothingToDo(.unchanged) }
        let isElsewhere = current.map { self.isElsewhere(than: $0.settings) } ?? false
        let sequence = (current?.sequence ?? 0) + (isElsewhere ? 1 : 0)
        try EventRecord.save(self, sequence: sequence, of: project.id, in: connection)
        if isElsewhere {
            for guest in try GuestRecord.all(of: project.id, in: connection)
            where guest.asked != nil && guest.reply != .no {
                try transaction.ask(guest)
            }
        }
        return .done(.item(.set(.guests)))
    }
}
