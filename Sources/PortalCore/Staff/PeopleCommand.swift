package import MailFormat

/// Who comes in: what admins and owners do about it.
package enum PeopleCommand: Equatable, Sendable {
    /// Lets a client in, known or not, and into a project at once.
    case invite(NewClient)
    /// Lets somebody in whom the organization knows; whoever has an invitation gets a fresh one.
    case sendInvitation(PersonID)
    case revokeInvitation(PersonID)
    /// Takes every access away at once: sessions, links, reply addresses.
    case endAccess(PersonID)
}

/// A client to be let in.
package struct NewClient: Equatable, Sendable {
    let address: EmailAddress
    /// Empty where it is not known, or the person is known already.
    let name: String
    let project: Wanted?

    package init(_ address: EmailAddress, called name: String = "", to project: Wanted? = nil) {
        self.address = address
        self.name = name
        self.project = project
    }

    /// The project, as it was named.
    package enum Wanted: Equatable, Sendable {
        case project(ProjectID)
        /// By its key or its title.
        case called(String)
    }

    /// Limit: scalars of a name.
    static let longestName = 120
}

extension PeopleCommand: StaffAct {
    var name: String {
        switch self {
        case .invite: "invite"
        case .sendInvitation: "invite-again"
        case .revokeInvitation: "revoke-invitation"
        case .endAccess: "end-access"
        }
    }

    var right: StaffRight { .access }

    func project(in connection: any Connection) -> ProjectID? {
        if case .invite(let new) = self, case .project(let id)? = new.project { id } else { nil }
    }

    func carryOut(byStaff participant: Participant, in transaction: Transaction) throws -> Outcome {
        switch self {
        case .invite(let new): return try transaction.invite(new, of: participant.organization.id)
        case .sendInvitation(let id):
            return try transaction.change(id, of: participant) { try transaction.sendInvitation(to: $0) }
        case .revokeInvitation(let id):
            return try transaction.change(id, of: participant) { try transaction.revokeInvitation(of: $0) }
        case .endAccess(let id):
            return try transaction.change(id, of: participant) { person in
                var settings = person.settings
                settings.admitted = false
                return try transaction.setPerson(settings, in: participant.organization.settings.slug)
            }
        }
    }

    /// By mail an invitation is only asked for: whoever is let in is decided on a page.
    func offer(to participant: Participant, in transaction: Transaction) throws -> Outcome {
        guard participant.person.isStaff else { return .refused(.item(.onlyStaff)) }
        guard participant.person.may(right) else { return .refused(.item(.onlyAdmins)) }
        guard case .invite(let new) = self else { return .refused(.notFound) }
        if let refused = transaction.refusal(of: new.address) { return refused }
        return try transaction.offer(new, to: participant)
    }
}

extension Transaction {
    /// Does something with a client of the participant's organization.
    fileprivate func change(
        _ id: PersonID, of participant: Participant, _ body: (Person) throws -> Outcome
    ) throws -> Outcome {
        guard let person = try PersonRecord.find(id, at: now, in: connection), !person.isStaff,
            person.organization == participant.organization.id
        else { return .refused(.notFound) }
        return try body(person)
    }

    fileprivate func sendInvitation(to person: Person) throws -> Outcome {
        guard person.access != .active else { return .nothingToDo(.unchanged) }
        let today = now + .days(-1)
        guard try InvitationRecord.mailed(to: person.id, since: today, in: connection) < Invitation.mostInADay else {
            return .refused(.item(.mailedOften(Invitation.mostInADay)))
        }
        return try inviteAnew(person)
    }

    fileprivate func revokeInvitation(of person: Person) throws -> Outcome {
        guard let newest = try InvitationRecord.newest(of: person.id, in: connection), newest.isOpen(at: now) else {
            return .nothingToDo(.unchanged)
        }
        try InvitationRecord.revokeAll(of: person.id, at: now, in: connection)
        return .done(.item(.invitationRevoked))
    }

    fileprivate func invite(_ new: NewClient, of organization: OrganizationID) throws -> Outcome {
        if let refused = refusal(of: new.address) { return refused }
        if let refusal = ShownText.refusal(line: new.name, most: NewClient.longestName) { return .refused(refusal) }
        let project = try new.project.map { try ProjectRecord.find($0, of: organization, in: connection) }
        if case .some(.none) = project { return .refused(.notFound) }
        guard let person = try client(new, of: organization), !person.isStaff else {
            return .refused(.item(.staffAddress(new.address.text)))
        }
        let isAssigned = try project.flatMap { $0 }.map { try assign(person, to: $0.id) } ?? false
        let invited = person.access == .ended ? try inviteAnew(person) : try invite(person)
        return isAssigned && invited == .nothingToDo(.unchanged) ? .done(.item(.assigned)) : invited
    }

    /// Whoever has the address; somebody new where nobody has.
    private func client(_ new: NewClient, of organization: OrganizationID) throws -> Person? {
        if let known = try PersonRecord.find(new.address, of: organization, at: now, in: connection) { return known }
        let settings = PersonSettings(
            address: new.address, name: new.name.utf8.isEmpty ? new.address.localPart : new.name, role: .client,
            locale: nil, notified: true, admitted: true)
        let id = try PersonRecord.save(settings, access: .none, of: organization, in: connection)
        return try PersonRecord.find(id, at: now, in: connection)
    }

    /// Whoever hears of things already is asked for what waits there; others are when they come in.
    private func assign(_ person: Person, to project: ProjectID) throws -> Bool {
        guard try ProjectRecord.add(person.id, to: project, in: connection) else { return false }
        if person.hears { try askWhatWaits(for: person, in: project) }
        return true
    }
}

extension ProjectRecord {
    /// The project that was named; nil where none, or more than one, is called so.
    static func find(
        _ wanted: NewClient.Wanted, of organization: OrganizationID, in connection: any Connection
    ) throws -> Project? {
        switch wanted {
        case .project(let id):
            return try find(id, in: connection).flatMap { $0.organization == organization ? $0 : nil }
        case .called(let name):
            let found = try all(of: organization, in: connection).filter {
                $0.settings.name.utf8.equalsIgnoringASCIICase(name.utf8)
                    || $0.settings.title.utf8.equalsIgnoringASCIICase(name.utf8)
            }
            return found.count == 1 ? found[0] : nil
        }
    }
}
