import MailFormat

/// The tables `passengers` and `passenger_documents`.
enum PassengerRecord {
    static let schema = """
        CREATE TABLE passengers (
            id INTEGER PRIMARY KEY,
            organization_id INTEGER NOT NULL REFERENCES organizations (id),
            client_id INTEGER NOT NULL REFERENCES people (id),
            name TEXT NOT NULL, born TEXT NOT NULL, at INTEGER NOT NULL, removed_at INTEGER
        ) STRICT;
        CREATE INDEX passengers_by_client ON passengers (client_id, id);
        CREATE INDEX passengers_by_organization ON passengers (organization_id, client_id, id);
        CREATE TABLE passenger_documents (
            file_id INTEGER PRIMARY KEY REFERENCES files (id),
            passenger_id INTEGER NOT NULL REFERENCES passengers (id), withdrawn_at INTEGER
        ) STRICT;
        CREATE INDEX passenger_documents_by_passenger ON passenger_documents (passenger_id);

        """

    private static let select = """
        SELECT g.id, g.organization_id, g.client_id, p.name, g.name, g.born,
            (SELECT count(*) FROM passenger_documents d JOIN files f ON f.id = d.file_id
                WHERE d.passenger_id = g.id AND d.withdrawn_at IS NULL AND f.size > 0)
        FROM passengers g JOIN people p ON p.id = g.client_id
        """

    /// A client sees those of their own directory, staff all of the organization.
    static func find(_ id: PassengerID, seenBy person: Person, in connection: any Connection) throws -> Passenger? {
        try connection.first(
            """
            \(select) WHERE g.id = $1 AND g.organization_id = $2 AND g.removed_at IS NULL
                AND ($3 = 1 OR g.client_id = $4)
            """, [.id(id), .id(person.organization), .flag(person.isStaff), .id(person.id)], read)
    }

    /// One by one client after the other. Limit: 1000.
    static func all(seenBy person: Person, in connection: any Connection) throws -> [Passenger] {
        let (whose, owner): (String, StoredValue) =
            person.isStaff ? ("g.organization_id", .id(person.organization)) : ("g.client_id", .id(person.id))
        return try connection.query(
            "\(select) WHERE \(whose) = $1 AND g.removed_at IS NULL ORDER BY g.client_id, g.id LIMIT 1000", [owner],
            read)
    }

    /// The one of this name and birth date in a client's directory, also one that was removed.
    static func find(
        _ details: PassengerDetails, of client: Person, in connection: any Connection
    ) throws -> (id: PassengerID, isRemoved: Bool)? {
        try connection.query(
            "SELECT id, name, removed_at FROM passengers WHERE client_id = $1 AND born = $2 ORDER BY id",
            [.id(client.id), .text(details.bornText)]
        ) { row in try (row.id(0) as PassengerID, row.text(1), row.momentIfAny(2)) }
        .first { $0.1.equalsIgnoringASCIICase(details.name) }.map { ($0.0, $0.2 != nil) }
    }

    static func count(of client: Person, in connection: any Connection) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM passengers WHERE client_id = $1 AND removed_at IS NULL", [.id(client.id)]
        ) { try $0.number(0) } ?? 0
    }

    static func add(
        _ details: PassengerDetails, of client: Person, at now: Moment, in connection: any Connection
    ) throws {
        try connection.execute(
            "INSERT INTO passengers (organization_id, client_id, name, born, at) VALUES ($1, $2, $3, $4, $5)",
            [
                .id(client.organization), .id(client.id), .text(details.name), .text(details.bornText), .moment(now),
            ])
    }

    static func change(_ id: PassengerID, _ details: PassengerDetails, in connection: any Connection) throws {
        try connection.execute(
            "UPDATE passengers SET name = $2, born = $3 WHERE id = $1",
            [.id(id), .text(details.name), .text(details.bornText)])
    }

    static func setRemoved(_ moment: Moment?, _ id: PassengerID, in connection: any Connection) throws {
        try connection.execute("UPDATE passengers SET removed_at = $2 WHERE id = $1", [.id(id), .moment(moment)])
    }

    private static func read(_ row: any ResultRow) throws -> Passenger {
        guard let details = try PassengerDetails(name: row.text(4), bornText: row.text(5)) else {
            throw StorageFault.unreadable("passengers.born")
        }
        return try Passenger(
            id: row.id(0), organization: row.id(1), client: row.id(2), clientName: row.text(3), details: details,
            documents: row.number(6))
    }
}

// Travel documents.
extension PassengerRecord {
    static func attach(_ file: FileID, to passenger: PassengerID, in connection: any Connection) throws {
        try connection.execute(
            "INSERT INTO passenger_documents (file_id, passenger_id) VALUES ($1, $2)", [.id(file), .id(passenger)])
    }

    /// - Returns: false where the passenger has no such document.
    static func withdraw(
        _ file: FileID, of passenger: PassengerID, at now: Moment, in connection: any Connection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE passenger_documents SET withdrawn_at = $3
            WHERE file_id = $1 AND passenger_id = $2 AND withdrawn_at IS NULL
            """, [.id(file), .id(passenger), .moment(now)]) == 1
    }

    static func documents(of passenger: PassengerID, in connection: any Connection) throws -> [StoredFile] {
        try connection.query(
            """
            SELECT \(FileRecord.columns) FROM files f JOIN passenger_documents d ON d.file_id = f.id
            WHERE d.passenger_id = $1 AND d.withdrawn_at IS NULL ORDER BY f.id
            """, [.id(passenger)], FileRecord.read)
    }

    /// The names of a client's passengers who lack a document, where the organization requires them.
    static func missing(
        of client: PersonID, _ organization: Organization, in connection: any Connection
    ) throws -> [String] {
        guard organization.settings.requests.needDocuments else { return [] }
        return try connection.query(
            """
            SELECT g.name FROM passengers g WHERE g.client_id = $1 AND g.removed_at IS NULL AND NOT EXISTS
                (SELECT 1 FROM passenger_documents d JOIN files f ON f.id = d.file_id
                    WHERE d.passenger_id = g.id AND d.withdrawn_at IS NULL AND f.size > 0)
            ORDER BY g.id
            """, [.id(client)]
        ) { try $0.text(0) }
    }
}
