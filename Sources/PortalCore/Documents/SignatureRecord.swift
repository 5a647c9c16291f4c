/// The table `signatures`: of each version one for each person, for good.
enum SignatureRecord {
    static let schema = """
        CREATE TABLE signatures (
            id INTEGER PRIMARY KEY,
            document_id INTEGER NOT NULL REFERENCES documents (id), version INTEGER NOT NULL,
            person_id INTEGER NOT NULL REFERENCES people (id),
            signing_id INTEGER NOT NULL UNIQUE REFERENCES signings (id),
            typed_name TEXT NOT NULL, seen_from TEXT NOT NULL, at INTEGER NOT NULL,
            UNIQUE (document_id, version, person_id)
        ) STRICT;

        """

    private static let select = """
        SELECT s.id, s.document_id, s.version, s.person_id, p.name, p.address, s.typed_name, s.seen_from, s.at,
            c.content, c.signature, c.key
        FROM signatures s JOIN people p ON p.id = s.person_id JOIN chain c ON c.about = 'signature ' || s.id
        """

    static func find(_ id: SignatureID, in connection: any Connection) throws -> Signature? {
        try connection.first("\(select) WHERE s.id = $1", [.id(id)], read)
    }

    /// Oldest first.
    static func all(of document: DocumentID, version: Int, in connection: any Connection) throws -> [Signature] {
        try connection.query(
            "\(select) WHERE s.document_id = $1 AND s.version = $2 ORDER BY s.id",
            [.id(document), .number(version)], read)
    }

    static func add(
        _ form: SigningForm, by person: PersonID, _ signing: SigningID, at now: Moment, in connection: any Connection
    ) throws -> SignatureID {
        let number = try connection.insert(
            """
            INSERT INTO signatures (document_id, version, person_id, signing_id, typed_name, seen_from, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
            """,
            [
                .id(form.document), .number(form.version), .id(person), .id(signing), .text(form.typedName),
                .text(form.from), .moment(now),
            ])
        return SignatureID(number: number)
    }

    private static func read(_ row: any ResultRow) throws -> Signature {
        try Signature(
            id: row.id(0), document: row.id(1), version: row.number(2), person: row.id(3), personName: row.text(4),
            address: row.text(5), typedName: row.text(6), from: row.text(7), at: row.moment(8),
            entry: ChainEntry(content: row.text(9), signature: row.bytes(10), key: row.bytes(11)))
    }
}
