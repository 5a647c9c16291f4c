import MailFormat

extension Transaction {
    /// The invited person presses the button: access begins, a session starts, and what waits for a decision is asked.
    func acceptInvitation(_ session: Secret, by participant: Participant) throws -> Outcome {
        guard case .invitation(let invitation) = participant.grounds else { return .refused(.notFound) }
        try InvitationRecord.setState(.accepted, of: invitation.id, at: now, in: connection)
        try PersonRecord.setAccess(.active, of: participant.person.id, in: connection)
        try SessionRecord.start(session.digest, for: participant.person.id, by: nil, at: now, in: connection)
        try askWhatWaits(for: participant.person)
        return .done(.accepted)
    }

    /// Invites somebody whom configuration names. Whoever is in, or has an open invitation, is not invited again.
    func invite(_ address: EmailAddress, in slug: String) throws -> Outcome {
        guard let organization = try OrganizationRecord.find(slug, in: connection),
            let person = try PersonRecord.find(address, of: organization.id, at: now, in: connection)
        else { return .refused(.notFound) }
        return try invite(person)
    }

    /// Staff invite a person again, at the shell.
    func invite(_ address: EmailAddress, by participant: Participant) throws -> Outcome {
        guard case .shell = participant.grounds,
            let person = try PersonRecord.find(
                address, of: participant.organization.id, at: now, in: connection)
        else { return .refused(.notFound) }
        return try invite(person)
    }

    /// Whoever is in, or has an open invitation, is not invited again.
    func invite(_ person: Person) throws -> Outcome {
        guard !person.isStaff, person.access == .none || person.access == .invited else {
            return .nothingToDo(.unchanged)
        }
        if let newest = try InvitationRecord.newest(of: person.id, in: connection), newest.isOpen(at: now) {
            return .nothingToDo(.unchanged)
        }
        return try inviteAnew(person)
    }

    /// Mails an invitation; earlier ones are dead from now on.
    func inviteAnew(_ person: Person) throws -> Outcome {
        try InvitationRecord.revokeAll(of: person.id, at: now, in: connection)
        let invitation = try InvitationRecord.add(for: person.id, at: now, in: connection)
        try PersonRecord.setAccess(.invited, of: person.id, in: connection)
        try owe(.invitation(invitation), to: person.id)
        return .done(.invited(person.id))
    }

    /// Asks a client who has just come in for everything that waits for them.
    func askWhatWaits(for person: Person) throws {
        for project in try ProjectRecord.all(seenBy: person, in: connection) {
            try askWhatWaits(for: person, in: project.id)
        }
    }

    /// The same in one project, which they may just have been assigned to.
    func askWhatWaits(for person: Person, in project: ProjectID) throws {
        for deliverable in try DeliverableRecord.all(of: project, in: connection)
        where deliverable.settings.visible && deliverable.state == .pending {
            try owe(.decisionAsked(deliverable.id, version: deliverable.settings.version), to: person.id)
        }
        for noun in Nouns.all { try noun.tell(person, of: project, in: self) }
    }
}

extension Invitation {
    /// Whether it still waits for its person.
    package func isOpen(at now: Moment) -> Bool {
        switch state {
        case .owed: true
        case .sent, .opened: (expires ?? now) > now
        case .accepted, .bounced, .revoked: false
        }
    }
}
