/// The table `sign_ins`.
enum SignInRecord {
    private static let select = """
        SELECT s.id, s.person_id, s.browser, s.code_salt, s.code_hash, s.attempts, s.expires_at, s.used_at
        FROM sign_ins s
        """

    static func find(_ id: SignInID, in connection: any Connection) throws -> SignIn? {
        try connection.first("\(select) WHERE s.id = $1", [.id(id)], read)
    }

    static func find(_ digest: SecretDigest, in connection: any Connection) throws -> SignIn? {
        try connection.first("\(select) WHERE s.digest = $1", [.digest(digest)], read)
    }

    /// The newest request that was made in this browser to this organization.
    static func newest(
        askedIn browser: SecretDigest, of organization: OrganizationID, in connection: any Connection
    ) throws -> SignIn? {
        try connection.first(
            """
            \(select) JOIN people p ON p.id = s.person_id
            WHERE s.browser = $1 AND p.organization_id = $2 ORDER BY s.id DESC LIMIT 1
            """, [.digest(browser), .id(organization)], read)
    }

    /// How often a person asked: in one browser, or altogether.
    static func count(
        of person: PersonID, in browser: SecretDigest?, since: Moment, connection: any Connection
    ) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM sign_ins WHERE person_id = $1 AND asked_at > $2 AND ($3 IS NULL OR browser = $3)",
            [.id(person), .moment(since), browser.map(StoredValue.digest) ?? .null]
        ) { try $0.number(0) } ?? 0
    }

    static func count(
        ofAll organization: OrganizationID, since: Moment, in connection: any Connection
    ) throws -> Int {
        try connection.first(
            """
            SELECT count(*) FROM sign_ins s JOIN people p ON p.id = s.person_id
            WHERE s.asked_at > $2 AND p.organization_id = $1
            """, [.id(organization), .moment(since)]
        ) { try $0.number(0) } ?? 0
    }

    /// Whether a person has come in by a sign-in mail that was asked for in this browser.
    static func hasSignedIn(
        _ person: PersonID, in browser: SecretDigest, connection: any Connection
    ) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM sign_ins WHERE browser = $1 AND person_id = $2 AND used_at IS NOT NULL",
            [.digest(browser), .id(person)]
        ) { _ in true } ?? false
    }

    static func add(
        for person: PersonID, askedIn browser: SecretDigest?, at now: Moment, in connection: any Connection
    ) throws -> SignInID {
        let number = try connection.insert(
            "INSERT INTO sign_ins (person_id, browser, asked_at, expires_at) VALUES ($1, $2, $3, $4) RETURNING id",
            [.id(person), .digest(browser), .moment(now), .moment(now + SignIn.lifetime)])
        return SignInID(number: number)
    }

    /// Ends what a person asked for and has not used.
    static func endAll(of person: PersonID, at now: Moment, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE sign_ins SET expires_at = min(expires_at, $2) WHERE person_id = $1", [.id(person), .moment(now)])
    }

    static func arm(
        _ id: SignInID, digest: SecretDigest, code: StoredCode, in connection: any Connection
    ) throws {
        try connection.execute(
            "UPDATE sign_ins SET digest = $2, code_salt = $3, code_hash = $4 WHERE id = $1",
            [.id(id), .digest(digest), .bytes(code.salt), .bytes(code.hash)])
    }

    static func countAttempt(on id: SignInID, in connection: any Connection) throws {
        try connection.execute("UPDATE sign_ins SET attempts = attempts + 1 WHERE id = $1", [.id(id)])
    }

    static func use(_ id: SignInID, at now: Moment, in connection: any Connection) throws {
        try connection.execute("UPDATE sign_ins SET used_at = $2 WHERE id = $1", [.id(id), .moment(now)])
    }

    private static func read(_ row: any ResultRow) throws -> SignIn {
        var code: StoredCode?
        if let salt = row.bytesIfAny(3), let hash = row.bytesIfAny(4) { code = StoredCode(salt: salt, hash: hash) }
        return try SignIn(
            id: row.id(0), person: row.id(1), browser: row.bytesIfAny(2).map(SecretDigest.init), code: code,
            attempts: row.number(5), expires: row.moment(6), used: row.momentIfAny(7))
    }
}
