package import MailFormat

/// What is done with the passengers of a client.
package enum PassengerCommand: Equatable, Sendable {
    /// Into one's own directory, or where staff do it, into the one of a client.
    case add(PassengerDetails, of: EmailAddress?)
    case change(PassengerID, PassengerDetails)
    /// Out of the directory; added again, a passenger is back with their documents.
    case remove(PassengerID)
    /// Keeps travel documents; without a passenger where none could be told from the mail.
    case keepDocuments(PassengerID?, [FileContent])
    case withdrawDocument(FileID, of: PassengerID)
}

extension PassengerCommand: ItemAct {
    var name: String {
        switch self {
        case .add: "passenger add"
        case .change: "passenger change"
        case .remove: "passenger remove"
        case .keepDocuments: "passport"
        case .withdrawDocument: "withdraw"
        }
    }

    var weight: Command.Weight { .easilyUndone }
    var page: Tool? { .passengers }
    func project(in connection: any Connection) -> ProjectID? { nil }

    var asked: Receipt.Asked {
        if case .keepDocuments(_, let files) = self { .itemWithFiles(name, files) } else { .item(name) }
    }

    func carryOut(by participant: Participant, in transaction: Transaction) throws -> Outcome {
        guard participant.reachesOrganization else { return .refused(.notFound) }
        guard participant.mayUse(.passengers) else { return .refused(.toolOff(.passengers)) }
        return switch self {
        case .add(let details, let client): try transaction.addPassenger(details, of: client, by: participant)
        case .change(let id, let details): try transaction.changePassenger(id, details, by: participant)
        case .remove(let id): try transaction.removePassenger(id, by: participant)
        case .keepDocuments(let id, let files): try transaction.keepDocuments(files, of: id, by: participant)
        case .withdrawDocument(let file, let id): try transaction.withdrawDocument(file, of: id, by: participant)
        }
    }
}

extension Transaction {
    /// Limits: passengers of one client, documents of one passenger.
    private static let mostPassengers = 200
    private static let mostDocuments = 20

    /// Who lacks a travel document that requests of a client wait for.
    func missingDocuments(of client: PersonID, _ organization: Organization) throws -> [String] {
        try PassengerRecord.missing(of: client, organization, in: connection)
    }

    fileprivate func addPassenger(
        _ details: PassengerDetails, of client: EmailAddress?, by participant: Participant
    ) throws -> Outcome {
        guard client != nil || !participant.person.isStaff else { return .refused(.item(.onlyClients)) }
        guard let client = try owner(client, by: participant) else { return .refused(.notFound) }
        if let refusal = details.unfit(at: now) { return .refused(.item(refusal)) }
        if let known = try PassengerRecord.find(details, of: client, in: connection) {
            guard known.isRemoved else { return .refused(.item(.taken(details.name))) }
            try PassengerRecord.setRemoved(nil, known.id, in: connection)
        } else {
            guard try PassengerRecord.count(of: client, in: connection) < Self.mostPassengers else {
                return .refused(.item(.tooMany(limit: Self.mostPassengers)))
            }
            try PassengerRecord.add(details, of: client, at: now, in: connection)
        }
        return .done(.item(.passengerAdded(details.name)))
    }

    fileprivate func changePassenger(
        _ id: PassengerID, _ details: PassengerDetails, by participant: Participant
    ) throws -> Outcome {
        guard let passenger = try passenger(id, for: participant) else { return .refused(.notFound) }
        if let refusal = details.unfit(at: now) { return .refused(.item(refusal)) }
        guard passenger.details != details else { return .nothingToDo(.unchanged) }
        try PassengerRecord.change(id, details, in: connection)
        return .done(.item(.passengerChanged(details.name)))
    }

    fileprivate func removePassenger(_ id: PassengerID, by participant: Participant) throws -> Outcome {
        guard let passenger = try passenger(id, for: participant) else { return .refused(.notFound) }
        try PassengerRecord.setRemoved(now, id, in: connection)
        try advanceRequests(of: passenger.client, participant.organization)
        return .done(.item(.passengerRemoved(passenger.details.name)))
    }

    fileprivate func keepDocuments(
        _ files: [FileContent], of id: PassengerID?, by participant: Participant
    ) throws -> Outcome {
        guard let id else {
            // The list says by which number it can be done.
            try oweOnce(.item(.list(ListNotice(tool: .passengers, project: nil))), to: participant.person.id)
            return .refused(.item(.numberNeeded))
        }
        guard let passenger = try passenger(id, for: participant) else { return .refused(.notFound) }
        guard !files.isEmpty else { return .refused(.item(.noFile)) }
        if let empty = files.first(where: { $0.size == 0 }) { return .refused(.item(.emptyFile(empty.name))) }
        guard passenger.documents + files.count <= Self.mostDocuments else {
            return .refused(.item(.tooMany(limit: Self.mostDocuments)))
        }
        guard try fits(files, in: passenger.organization) else { return .refused(.storageFull) }
        for file in files {
            let kept = try FileRecord.save(
                file, of: .client, in: passenger.organization, visible: true, at: now, in: connection)
            try PassengerRecord.attach(kept, to: id, in: connection)
        }
        try advanceRequests(of: passenger.client, participant.organization)
        return .done(.item(.documentsKept(of: passenger.details.name)))
    }

    fileprivate func withdrawDocument(
        _ file: FileID, of id: PassengerID, by participant: Participant
    ) throws -> Outcome {
        guard let passenger = try passenger(id, for: participant),
            try PassengerRecord.withdraw(file, of: id, at: now, in: connection)
        else { return .refused(.notFound) }
        return .done(.item(.documentWithdrawn(of: passenger.details.name)))
    }

    private func passenger(_ id: PassengerID, for participant: Participant) throws -> Passenger? {
        guard participant.reaches(.passenger(id)) else { return nil }
        return try PassengerRecord.find(id, seenBy: participant.person, in: connection)
    }

    private func owner(_ address: EmailAddress?, by participant: Participant) throws -> Person? {
        guard let address else { return participant.person }
        guard participant.person.isStaff || address == participant.person.address else { return nil }
        let found = try PersonRecord.find(address, of: participant.organization.id, at: now, in: connection)
        return found.flatMap { $0.isStaff || $0.access == .ended ? nil : $0 }
    }
}
