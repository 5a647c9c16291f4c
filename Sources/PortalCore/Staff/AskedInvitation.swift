package import MailFormat

/// An invitation that a mail asked for, kept so that its page can be filled in. It lets nobody in.
package struct AskedInvitation: Equatable, Sendable {
    package let id: AskedInvitationID
    package let address: EmailAddress
    package let project: ProjectID?
    let organization: OrganizationID

    /// Limit: in an hour, of one person.
    static let mostInAnHour = 20
}

extension Transaction {
    /// The page where it is done, with what was asked for filled in, is mailed to whoever has the address.
    func offer(_ new: NewClient, to participant: Participant) throws -> Outcome {
        let organization = participant.organization.id
        let project = try new.project.map { try ProjectRecord.find($0, of: organization, in: connection) }
        if case .some(.none) = project, case .called(let name)? = new.project {
            return .refused(.item(.noSuchThing(name)))
        }
        let since = now + .hours(-1)
        guard
            try AskedInvitationRecord.count(of: participant.person.id, since: since, in: connection)
                < AskedInvitation.mostInAnHour
        else { return .nothingToDo(.notTold) }
        let id = try AskedInvitationRecord.add(
            new.address, to: project.flatMap { $0 }?.id, by: participant.person, at: now, in: connection)
        try owe(.item(.staff(.invitationAsked(id))), to: participant.person.id)
        return .needsConfirmation
    }
}

/// The table `asked_invitations`.
enum AskedInvitationRecord {
    static let schema = """
        CREATE TABLE asked_invitations (
            id INTEGER PRIMARY KEY,
            organization_id INTEGER NOT NULL REFERENCES organizations (id),
            asked_by INTEGER NOT NULL REFERENCES people (id),
            address TEXT NOT NULL, project_id INTEGER REFERENCES projects (id), at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX asked_invitations_by_person ON asked_invitations (asked_by, at);

        """

    static func find(_ id: AskedInvitationID, in connection: any Connection) throws -> AskedInvitation? {
        try connection.first(
            "SELECT id, address, project_id, organization_id FROM asked_invitations WHERE id = $1", [.id(id)]
        ) { row in
            guard let address = EmailAddress(try row.text(1)) else {
                throw StorageFault.unreadable("asked_invitations.address")
            }
            return AskedInvitation(
                id: try row.id(0), address: address, project: row.idIfAny(2), organization: try row.id(3))
        }
    }

    static func count(of person: PersonID, since: Moment, in connection: any Connection) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM asked_invitations WHERE asked_by = $1 AND at > $2", [.id(person), .moment(since)]
        ) { try $0.number(0) } ?? 0
    }

    static func add(
        _ address: EmailAddress, to project: ProjectID?, by person: Person, at now: Moment,
        in connection: any Connection
    ) throws -> AskedInvitationID {
        AskedInvitationID(
            number: try connection.insert(
                """
                INSERT INTO asked_invitations (organization_id, asked_by, address, project_id, at)
                VALUES ($1, $2, $3, $4, $5) RETURNING id
                """,
                [.id(person.organization), .id(person.id), .text(address.text), .id(project), .moment(now)]))
    }
}
