extension Portal {
    /// Takes a mail whose turn has come. A message to somebody who has its page open waits, until they have seen it there or
    /// have not looked again. What asks a client for something waits a while after the last that did, and travels
    /// with what else is asked in the same project: one digest is owed in the place of all, in this same transaction.
    ///
    /// - Returns: whether it is to be written and sent now; otherwise it waits, or does not go by itself any more.
    package func take(_ entry: OutboxEntry) async throws -> Bool {
        if try await isLeftToPage(entry) { return false }
        guard entry.state == .owed, together.milliseconds > 0, entry.notice.ask != nil || entry.notice.isDigest else {
            return true
        }
        return try await database.write { [clock, together] connection in
            try AskTaking(connection: connection, now: clock(), span: together).take(entry)
        }
    }
}

/// One ask and what else is asked of the same client.
private struct AskTaking {
    let connection: any Connection
    let now: Moment
    let span: Moment.Span

    func take(_ entry: OutboxEntry) throws -> Bool {
        let owed = try AskRecord.owed(to: entry.person, in: connection)
        guard let own = owed.first(where: { $0.id == entry.id }) else { return false }
        let waiting = try waiting(for: entry.person)
        guard let project = own.project(among: waiting) else { return true }
        let others = owed.filter { $0.id != own.id && $0.project(among: waiting) == project }
        let last = try AskRecord.lastSent(to: entry.person, in: project, connection)
        switch AskTurn(others: others.count, last: last, now: now, span: span) {
        case .alone:
            try AskRecord.mark(own.id, in: project, connection)
            return true
        case .wait(let moment):
            for ask in [own] + others { try AskRecord.wait(ask.id, until: moment, in: connection) }
            return false
        case .together: return try gather([own] + others, of: entry.person, in: project) == own.id
        }
    }

    /// Nothing for staff: they hear of everything at once.
    private func waiting(for id: PersonID) throws -> [WaitingThing] {
        guard let person = try PersonRecord.find(id, at: now, in: connection), !person.isStaff,
            let organization = try OrganizationRecord.find(person.organization, in: connection)
        else { return [] }
        return try WaitingThings.all(for: person, of: organization, in: connection)
    }

    /// - Returns: the digest that goes in the place of all: one that is owed already, or a new one.
    private func gather(_ asks: [AskRecord.Owed], of person: PersonID, in project: ProjectID) throws -> OutboxID {
        let digest =
            try asks.first(where: \.isDigest)?.id
            ?? AskRecord.addDigest(to: person, in: project, at: now, connection)
        try AskRecord.wait(digest, until: now, in: connection)
        for ask in asks where ask.id != digest {
            try OutboxRecord.settle(
                ask.id, .dropped, result: "travels in mail \(digest)", at: now, in: connection)
        }
        return digest
    }
}

extension Notice {
    fileprivate var isDigest: Bool { if case .item(.digest) = self { true } else { false } }
}
