/// Notifications, as each person wants them.
extension Transaction {
    func notify(_ participant: Participant, _ on: Bool) throws -> Outcome {
        let person = participant.person
        let isNew = person.muted == on
        if isNew { try PersonRecord.setMuted(on ? nil : now, person.id, in: connection) }
        if case .mailSystem = participant.grounds { try tellOfComplaint(by: person, isNew: isNew) }
        return .done(.item(.notificationsSet(on)))
    }

    /// Staff hear of it once, and again only if news was wanted in between.
    private func tellOfComplaint(by person: Person, isNew: Bool) throws {
        let notice = Notice.item(.account(.complained(person.id)))
        for staff in try PersonRecord.all(of: person.organization, at: now, in: connection)
        where staff.isStaff && staff.hears && staff.id != person.id {
            guard try isNew || !OutboxRecord.wasOwed(notice, to: staff.id, in: connection) else { continue }
            try owe(notice, to: staff.id)
        }
    }

    /// The mail that asks is not sure enough: the page where it is done is mailed to the registered address, once an hour.
    func offerMuting(to participant: Participant) throws -> Outcome {
        let notice = Notice.item(.account(.muting))
        let since = now + OnPageNotice.pause
        if try !OutboxRecord.wasOwed(notice, to: participant.person.id, since: since, in: connection) {
            try owe(notice, to: participant.person.id)
        }
        return .needsConfirmation
    }
}

extension LetterLoader {
    func muting(of recipient: Person) -> Loaded? {
        let secret = Secret(.link, from: randomness)
        return (.item(.account(.muting(secret))), .nothing, [.mute(recipient.id, secret.digest)])
    }

    func complained(_ person: PersonID) throws -> Loaded? {
        guard let person = try PersonRecord.find(person, at: now, in: connection), person.access != .ended else {
            return nil
        }
        return (.item(.account(.complained(person))), .nothing, [])
    }
}

extension Portal {
    /// The page of a notification's unsubscribe link; nil for a secret that never opened anything. Looking changes nothing.
    package func mutePage(_ secret: Secret) throws -> MutePage? {
        try database.read { connection in
            guard let id = try MuteLinkRecord.find(secret.digest, in: connection),
                let person = try PersonRecord.find(id, at: clock(), in: connection), person.access != .ended,
                let organization = try OrganizationRecord.find(person.organization, in: connection)
            else { return nil }
            return MutePage(organization: organization, person: person)
        }
    }
}

/// What the page behind an unsubscribe link shows.
package struct MutePage: Sendable, Equatable {
    package let organization: Organization
    package let person: Person
}

/// The table `mute_links`.
enum MuteLinkRecord {
    static let schema = """
        CREATE TABLE mute_links (
            digest BLOB PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES people (id)
        ) STRICT, WITHOUT ROWID;

        """

    static func find(_ digest: SecretDigest, in connection: any Connection) throws -> PersonID? {
        try connection.first("SELECT person_id FROM mute_links WHERE digest = $1", [.digest(digest)]) { try $0.id(0) }
    }

    static func removeAll(of person: PersonID, in connection: any Connection) throws {
        try connection.execute("DELETE FROM mute_links WHERE person_id = $1", [.id(person)])
    }

    static func add(_ digest: SecretDigest, of person: PersonID, in connection: any Connection) throws {
        try connection.execute(
            "INSERT INTO mute_links (digest, person_id) VALUES ($1, $2)", [.digest(digest), .id(person)])
    }
}
