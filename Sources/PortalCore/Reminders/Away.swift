import MailFormat

/// The table `absences`: until when people are away, as their own automatic answers say.
enum AwayRecord {
    static let schema = """
        CREATE TABLE absences (
            person_id INTEGER PRIMARY KEY REFERENCES people (id), returns INTEGER NOT NULL
        ) STRICT;

        """

    static func isAway(_ person: PersonID, on day: ReminderDay, in connection: any Connection) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM absences WHERE person_id = $1 AND returns > $2", [.id(person), .number(day.number)]
        ) { _ in true } ?? false
    }

    static func save(_ person: PersonID, returning day: ReminderDay, in connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO absences (person_id, returns) VALUES ($1, $2)
            ON CONFLICT (person_id) DO UPDATE SET returns = excluded.returns
            """, [.id(person), .number(day.number)])
    }
}

extension Transaction {
    /// Limit: days for which one automatic answer pauses reminders; nobody vouches for it, and it does nothing else.
    private static let longestAbsence = 60

    /// An automatic answer came. Where it names the day of return, reminders wait until then.
    func noteAutomaticReply(returning day: CalendarDay?, from participant: Participant) throws -> Outcome {
        let today = DayAndHour(now, in: participant.organization.settings.timeZone).day
        if let day, let returns = ReminderDay(iso: day.isoText), returns > today {
            let last = ReminderDay(number: today.number + Self.longestAbsence)
            try AwayRecord.save(participant.person.id, returning: min(returns, last), in: connection)
        }
        return .done(.automaticReplyNoted)
    }
}
