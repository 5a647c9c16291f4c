extension Transaction {
    /// A mail came back for good. Where too many of its organization's did, its mails stop, and its owners are told.
    func noteBounce(of entry: OutboxID, in organization: OrganizationID) throws {
        try OutboxRecord.setBounced(entry, in: connection)
        try stopSending(of: organization)
    }

    /// A mail has gone. It may be the one with which those that came back before say something.
    func noteSent(_ entry: OutboxEntry) throws {
        guard try OutboxRecord.anyBounced(since: now + .days(-1), in: connection),
            let person = try PersonRecord.find(entry.person, at: now, in: connection)
        else { return }
        try stopSending(of: person.organization)
    }

    private func stopSending(of organization: OrganizationID) throws {
        guard try SendingStopRecord.find(organization, in: connection) == nil else { return }
        let day = now + .days(-1)
        let resumed = try SendingStopRecord.resumed(organization, in: connection) ?? day
        let count = try SendingStopRecord.count(of: organization, since: max(day, resumed), in: connection)
        guard count.isTooMany else { return }
        try SendingStopRecord.stop(organization, count, at: now, in: connection)
        for person in try answerable(in: organization) { try owe(.item(.staff(.sendingStopped)), to: person.id) }
    }

    /// Mails go out again. Those that came back before count no more, so that it needs new ones to stop again.
    fileprivate func resumeSending(of organization: OrganizationID) throws -> Outcome {
        guard try SendingStopRecord.find(organization, in: connection) != nil else {
            return .nothingToDo(.unchanged)
        }
        let waiting = try SendingStopRecord.waiting(in: organization, connection)
        try SendingStopRecord.resume(organization, at: now, in: connection)
        return .done(.item(.sendingResumed(waiting)))
    }

    /// The owners; where there is none who has access, the admins.
    private func answerable(in organization: OrganizationID) throws -> [Person] {
        let people = try PersonRecord.all(of: organization, at: now, in: connection).filter(\.mayAct)
        let owners = people.filter { $0.role == .owner }
        return owners.isEmpty ? people.filter { $0.role == .admin } : owners
    }
}

/// What owners and admins, and whoever runs the portal, do about an organization's mails.
package enum SendingCommand: Equatable, Sendable {
    /// Stopped mails go out again; by the organization's slug.
    case resume(organization: String)
}

extension SendingCommand: StaffAct {
    var name: String { "resume-sending" }
    var right: StaffRight { .access }

    /// Whose mails it is about.
    var organization: String {
        switch self {
        case .resume(let slug): slug
        }
    }

    func carryOut(byStaff participant: Participant, in transaction: Transaction) throws -> Outcome {
        let own = participant.organization
        guard own.settings.slug.utf8.elementsEqual(organization.utf8) else { return .refused(.notFound) }
        return try transaction.resumeSending(of: own.id)
    }

    func carryOutForAdministrator(in transaction: Transaction) throws -> Outcome {
        guard let found = try OrganizationRecord.find(organization, in: transaction.connection) else {
            return .refused(.notFound)
        }
        return try transaction.resumeSending(of: found.id)
    }
}
