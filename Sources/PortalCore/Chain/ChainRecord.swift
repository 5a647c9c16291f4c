/// The table `chain`: append-only, one chain for each organization.
enum ChainRecord {
    static let schema = """
        CREATE TABLE chain (
            organization_id INTEGER NOT NULL REFERENCES organizations (id),
            number INTEGER NOT NULL CHECK (number > 0),
            about TEXT NOT NULL UNIQUE, content TEXT NOT NULL,
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            signature BLOB NOT NULL CHECK (length(signature) = 64), key BLOB NOT NULL CHECK (length(key) = 32),
            PRIMARY KEY (organization_id, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER chain_is_not_changed BEFORE UPDATE ON chain BEGIN SELECT RAISE(ABORT, 'the chain is append-only'); END;
        CREATE TRIGGER chain_is_not_shortened BEFORE DELETE ON chain BEGIN SELECT RAISE(ABORT, 'the chain is append-only'); END;

        """

    static func newest(
        of organization: OrganizationID, in connection: any Connection
    ) throws -> (number: Int64, digest: ContentDigest)? {
        try connection.first(
            "SELECT number, digest FROM chain WHERE organization_id = $1 ORDER BY number DESC LIMIT 1",
            [.id(organization)]
        ) { try (number: $0.integer(0), digest: ContentDigest(stored: $0.bytes(1))) }
    }

    static func find(_ subject: ChainSubject, in connection: any Connection) throws -> ChainEntry? {
        try connection.first(
            "SELECT content, signature, key FROM chain WHERE about = $1", [.text(subject.word)], read)
    }

    static func find(
        _ number: Int64, of organization: OrganizationID, in connection: any Connection
    ) throws -> ChainEntry? {
        try connection.first(
            "SELECT content, signature, key FROM chain WHERE organization_id = $1 AND number = $2",
            [.id(organization), .integer(number)], read)
    }

    /// All of an organization's, oldest first.
    static func all(of organization: OrganizationID, in connection: any Connection) throws -> [ChainEntry] {
        try connection.query(
            "SELECT content, signature, key FROM chain WHERE organization_id = $1 ORDER BY number",
            [.id(organization)], read)
    }

    static func add(
        _ entry: ChainEntry, _ number: Int64, about subject: ChainSubject, of organization: OrganizationID,
        key: ChainPublicKey, in connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO chain (organization_id, number, about, content, digest, signature, key)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .id(organization), .integer(number), .text(subject.word), .text(entry.content),
                .bytes(entry.digest.bytes), .bytes(entry.signatureBytes), .bytes(key.bytes),
            ])
    }

    private static func read(_ row: any ResultRow) throws -> ChainEntry {
        try ChainEntry(content: row.text(0), signature: row.bytes(1), key: row.bytes(2))
    }
}
