/// What is done with guests.
package enum GuestCommand: Equatable, Sendable {
    /// Puts guests on the list.
    case add(GuestTable, in: ProjectID)
    case remove([GuestID], in: ProjectID)
    /// Mails the invitation; to everybody who was not asked yet where nobody is named.
    case ask([GuestID], in: ProjectID)
    /// By the guest, or by whoever keeps the list.
    case answer(GuestID, in: ProjectID, GuestAnswer)
}

extension GuestCommand: ItemAct {
    var name: String {
        switch self {
        case .add: "guest add"
        case .remove: "guest remove"
        case .ask: "guest invite"
        case .answer(_, _, let answer): answer.reply?.rawValue ?? "note"
        }
    }

    /// What is mailed to others cannot be taken back.
    var weight: Command.Weight {
        switch self {
        case .add, .remove, .answer: .easilyUndone
        case .ask: .decision
        }
    }

    var page: Tool? { .guests }

    func project(in connection: any Connection) -> ProjectID? { inProject }

    private var inProject: ProjectID {
        switch self {
        case .add(_, let project), .remove(_, let project), .ask(_, let project), .answer(_, let project, _): project
        }
    }

    func carryOut(by participant: Participant, in transaction: Transaction) throws -> Outcome {
        switch try transaction.project(inProject, .guests, for: participant) {
        case .failure(let refusal): return .refused(refusal)
        case .success(let project):
            switch self {
            case .add(let table, _): return try transaction.add(table, to: project, by: participant)
            case .remove(let ids, _): return try transaction.remove(ids, from: project)
            case .ask(let ids, _): return try transaction.ask(ids, in: project, by: participant)
            case .answer(let id, _, let answer):
                guard let guest = try GuestRecord.find(id, of: project.id, in: transaction.connection) else {
                    return .refused(.notFound)
                }
                return try transaction.answer(answer, of: guest, by: participant.person, participant.organization)
            }
        }
    }
}

extension Transaction {
    fileprivate func add(_ table: GuestTable, to project: Project, by participant: Participant) throws -> Outcome {
        guard !table.guests.isEmpty else { return .refused(.item(.noGuest(table.unread))) }
        for guest in table.guests { if let refused = refusal(of: guest.address) { return refused } }
        let present = try GuestRecord.all(of: project.id, in: connection).count
        guard present + table.guests.count <= Guest.most else { return .refused(.item(.tooManyGuests(Guest.most))) }
        var added: [String] = []
        var known: [String] = []
        let event = try EventRecord.find(of: project.id, in: connection)
        let isAsked = event.map { $0.settings.asksAtOnce && !isOver($0, participant.organization) } ?? false
        for guest in table.guests {
            guard try GuestRecord.find(guest.address, of: project.id, in: connection) == nil else {
                known.append(guest.name)
                continue
            }
            let id = try GuestRecord.add(guest, to: project.id, by: participant.person.id, in: connection)
            if isAsked, let guest = try GuestRecord.find(id, in: connection) { try ask(guest) }
            added.append(guest.name)
        }
        return .done(
            .item(.guestsAdded(AddedGuests(added: added, known: known, unread: table.unread, areAsked: isAsked))))
    }

    /// All of them, or none where one is not on the list. Whoever was asked hears that they need not come.
    fileprivate func remove(_ ids: [GuestID], from project: Project) throws -> Outcome {
        guard !ids.isEmpty else { return .refused(.item(.numberNeeded)) }
        let guests = try ids.compactMap { try GuestRecord.find($0, of: project.id, in: connection) }
        guard guests.count == ids.count else { return .refused(.notFound) }
        for guest in guests {
            try GuestRecord.remove(guest.id, at: now, in: connection)
            guard guest.asked != nil else { continue }
            let wasUnaware = try OutboxRecord.dropOwed(
                .item(.guest(.asked(guest.id))), result: "taken off the list before it was sent", at: now,
                in: connection)
            if wasUnaware.isEmpty, guest.reply != .no {
                try owe(.item(.guest(.uninvited(guest.id))), to: guest.host)
            }
        }
        return .done(.item(.guestsRemoved(guests.map(\.name))))
    }

    fileprivate func ask(_ ids: [GuestID], in project: Project, by participant: Participant) throws -> Outcome {
        guard let event = try EventRecord.find(of: project.id, in: connection) else { return .refused(.item(.noTime)) }
        guard !isOver(event, participant.organization) else { return .refused(.item(.closed)) }
        let listed = try GuestRecord.all(of: project.id, in: connection)
        let meant = ids.isEmpty ? listed.filter { $0.asked == nil } : listed.filter { ids.contains($0.id) }
        guard ids.isEmpty || meant.count == ids.count else { return .refused(.notFound) }
        let asked = meant.filter { $0.reply == .open && ($0.asked.map { $0 + Guest.pause <= now } ?? true) }
        for guest in asked { try ask(guest) }
        return asked.isEmpty
            ? .nothingToDo(.unchanged) : .done(.item(.guestsAsked(asked.map(\.name))))
    }

    /// Owes a guest the invitation, in its present version.
    func ask(_ guest: Guest) throws {
        try GuestRecord.setAsked(guest.id, at: now, in: connection)
        try oweOnce(.item(.guest(.asked(guest.id))), to: guest.host)
    }

    private func isOver(_ event: Event, _ organization: Organization) -> Bool {
        event.isOver(at: now, in: organization.settings.timeZone)
    }
}
