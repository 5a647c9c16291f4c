/// The table `examinations`: mail servers' settings that stood one, by their digest.
enum ExaminationRecord {
    /// Whether a way for mail was examined, or needs no examination.
    static func holds(_ setup: MailSetup, in connection: any Connection) throws -> Bool {
        guard case .servers(let settings) = setup else { return true }
        return try connection.first("SELECT 1 FROM examinations WHERE settings = $1", [.bytes(settings.bytes)]) { _ in
            true
        } ?? false
    }

    /// False when they had stood one before.
    static func add(_ settings: ContentDigest, at now: Moment, in connection: any Connection) throws -> Bool {
        try connection.execute(
            "INSERT INTO examinations (settings, passed_at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            [.bytes(settings.bytes), .moment(now)]) == 1
    }
}
