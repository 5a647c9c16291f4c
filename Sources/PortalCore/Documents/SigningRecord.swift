/// The table `signings`.
enum SigningRecord {
    static let schema = """
        CREATE TABLE signings (
            id INTEGER PRIMARY KEY,
            document_id INTEGER NOT NULL REFERENCES documents (id), version INTEGER NOT NULL,
            person_id INTEGER NOT NULL REFERENCES people (id),
            mailed INTEGER NOT NULL CHECK (mailed IN (0, 1)), digest BLOB UNIQUE,
            code_salt BLOB, code_hash BLOB, codes INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,
            code_expires_at INTEGER, asked_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER
        ) STRICT;
        CREATE INDEX signings_by_person ON signings (person_id, asked_at);

        """

    /// Ends what a person asked for and has not used.
    static func endAll(of person: PersonID, at now: Moment, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE signings SET expires_at = min(expires_at, $2) WHERE person_id = $1", [.id(person), .moment(now)])
    }

    private static let select = """
        SELECT g.id, g.document_id, g.version, g.person_id, g.mailed, g.code_salt, g.code_hash, g.codes, g.attempts,
            g.code_expires_at, g.asked_at, g.expires_at, g.used_at
        FROM signings g
        """

    static func find(_ id: SigningID, in connection: any Connection) throws -> Signing? {
        try connection.first("\(select) WHERE g.id = $1", [.id(id)], read)
    }

    static func find(_ digest: SecretDigest, in connection: any Connection) throws -> Signing? {
        try connection.first("\(select) WHERE g.digest = $1", [.digest(digest)], read)
    }

    static func count(of person: PersonID, since: Moment, in connection: any Connection) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM signings WHERE person_id = $1 AND asked_at > $2", [.id(person), .moment(since)]
        ) { try $0.number(0) } ?? 0
    }

    /// - Parameter digest: of the secret that whoever asked brought along; nil where it is to be mailed.
    static func add(
        _ document: DocumentID, _ version: Int, for person: PersonID, handedOver digest: SecretDigest?,
        at now: Moment, in connection: any Connection
    ) throws -> SigningID {
        let number = try connection.insert(
            """
            INSERT INTO signings (document_id, version, person_id, mailed, digest, asked_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
            """,
            [
                .id(document), .number(version), .id(person), .flag(digest == nil), .digest(digest), .moment(now),
                .moment(now + Signing.lifetime),
            ])
        return SigningID(number: number)
    }

    static func arm(_ id: SigningID, digest: SecretDigest, in connection: any Connection) throws {
        try connection.execute("UPDATE signings SET digest = $2 WHERE id = $1", [.id(id), .digest(digest)])
    }

    static func arm(_ id: SigningID, code: StoredCode, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE signings SET code_salt = $2, code_hash = $3 WHERE id = $1",
            [.id(id), .bytes(code.salt), .bytes(code.hash)])
    }

    /// The code before works no more.
    static func askForCode(_ id: SigningID, until expires: Moment, in connection: any Connection) throws {
        try connection.execute(
            """
            UPDATE signings SET codes = codes + 1, code_expires_at = $2, code_salt = NULL, code_hash = NULL
            WHERE id = $1
            """, [.id(id), .moment(expires)])
    }

    static func countAttempt(on id: SigningID, in connection: any Connection) throws {
        try connection.execute("UPDATE signings SET attempts = attempts + 1 WHERE id = $1", [.id(id)])
    }

    static func use(_ id: SigningID, at now: Moment, in connection: any Connection) throws {
        try connection.execute("UPDATE signings SET used_at = $2 WHERE id = $1", [.id(id), .moment(now)])
    }

    private static func read(_ row: any ResultRow) throws -> Signing {
        var code: StoredCode?
        if let salt = row.bytesIfAny(5), let hash = row.bytesIfAny(6) { code = StoredCode(salt: salt, hash: hash) }
        return try Signing(
            id: row.id(0), document: row.id(1), version: row.number(2), person: row.id(3), isMailed: row.flag(4),
            code: code, codes: row.number(7), attempts: row.number(8), codeExpires: row.momentIfAny(9),
            asked: row.moment(10), expires: row.moment(11), used: row.momentIfAny(12))
    }
}
