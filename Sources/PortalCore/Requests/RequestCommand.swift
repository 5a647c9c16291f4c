/// What is done with requests.
package enum RequestCommand: Equatable, Sendable {
    case submit(NewRequest)
    case confirm(RequestID)
    case decline(RequestID, reason: String)
    /// To somebody of the staff, by name or address.
    case assign(RequestID, to: String)
    /// Says something about it, in its own conversation.
    case remark(RequestID, text: String, attachments: [FileContent])
}

extension RequestCommand: ItemAct {
    var name: String {
        switch self {
        case .submit: "request"
        case .confirm: "confirm"
        case .decline: "decline"
        case .assign: "assign"
        case .remark: "message"
        }
    }

    /// Asking is speaking: nothing follows from it before staff have decided, or the sender is sure.
    var weight: Command.Weight {
        switch self {
        case .submit, .remark: .speak
        case .confirm, .decline, .assign: .decision
        }
    }

    var page: Tool? { .requests }

    var asked: Receipt.Asked {
        switch self {
        case .submit(let request): .itemWithFiles(name, request.attachments)
        case .remark(_, _, let attachments): .message(attachments: attachments)
        case .confirm, .decline, .assign: .item(name)
        }
    }

    func project(in connection: any Connection) throws -> ProjectID? {
        switch self {
        case .submit(let request): request.project
        case .confirm(let id), .decline(let id, _), .assign(let id, _), .remark(let id, _, _):
            try RequestRecord.find(id, in: connection)?.project
        }
    }

    func carryOut(by participant: Participant, in transaction: Transaction) throws -> Outcome {
        guard participant.mayUse(.requests) else { return .refused(.toolOff(.requests)) }
        return switch self {
        case .submit(let request): try transaction.submit(request, by: participant)
        case .confirm(let id): try transaction.confirmRequest(id, by: participant)
        case .decline(let id, let reason): try transaction.declineRequest(id, reason, by: participant)
        case .assign(let id, let name): try transaction.assignRequest(id, to: name, by: participant)
        case .remark(let id, let text, let files): try transaction.remark(id, text, files, by: participant)
        }
    }
}

extension Transaction {
    /// The request, where somebody reaches it and may see it.
    private func request(_ id: RequestID, for participant: Participant) throws -> Request? {
        guard participant.reaches(.request(id)) else { return nil }
        return try RequestRecord.find(id, seenBy: participant.person, in: connection)
    }

    fileprivate func confirmRequest(_ id: RequestID, by participant: Participant) throws -> Outcome {
        guard let request = try request(id, for: participant) else { return .refused(.notFound) }
        let missing = try missingDocuments(of: request.client, participant.organization)
        if let refusal = request.confirming(by: participant.person, missing: missing) {
            return .refused(.item(refusal))
        }
        try RequestRecord.confirm(id, by: participant.person.id, at: now, in: connection)
        try tellClient(of: request)
        return .done(.item(.requestConfirmed(request.title)))
    }

    fileprivate func declineRequest(_ id: RequestID, _ reason: String, by participant: Participant) throws -> Outcome {
        guard let request = try request(id, for: participant) else { return .refused(.notFound) }
        if let refusal = request.declining(by: participant.person) { return .refused(.item(refusal)) }
        guard reason.utf8.count <= NewMessage.longest else { return .refused(.tooLong(limit: NewMessage.longest)) }
        try RequestRecord.decline(id, reason: reason, by: participant.person.id, at: now, in: connection)
        try tellClient(of: request)
        return .done(.item(.requestDeclined(request.title)))
    }

    fileprivate func assignRequest(_ id: RequestID, to name: String, by participant: Participant) throws -> Outcome {
        guard let request = try request(id, for: participant) else { return .refused(.notFound) }
        guard participant.person.isStaff else { return .refused(.item(.onlyStaff)) }
        guard let assignee = try staff(called: name, of: participant.organization) else {
            return .refused(.item(.noSuchStaff(name)))
        }
        let missing = try missingDocuments(of: request.client, participant.organization)
        if let refusal = request.assigning(to: assignee.id, by: participant.person, missing: missing) {
            return .refused(.item(refusal))
        }
        try RequestRecord.assign(id, to: assignee.id, in: connection)
        if assignee.hears, assignee.id != participant.person.id {
            try owe(.item(.request(.assigned(id))), to: assignee.id)
        }
        return .done(.item(.requestAssigned(request.title, to: assignee.name)))
    }

    fileprivate func remark(
        _ id: RequestID, _ text: String, _ files: [FileContent], by participant: Participant
    ) throws -> Outcome {
        guard let request = try request(id, for: participant) else { return .refused(.notFound) }
        if let refusal = try unfit(text, files, of: request.organization) { return .refused(refusal) }
        let remark = try RequestRecord.add(
            text, to: id, by: participant.person.id, door: cause.door, verified: participant.isVerified, at: now,
            in: connection)
        try keep(files, of: id, remark)
        let notice = Notice.item(.request(.remarked(id, remark)))
        for staff in try listeners(of: request) where staff.id != participant.person.id {
            try owe(notice, to: staff.id)
        }
        if participant.person.id != request.client, let client = try hearing(request.client) {
            try owe(notice, to: client.id)
        }
        return .done(.item(.remarked(request.title)))
    }

    func tellClient(of request: Request) throws {
        if let client = try hearing(request.client) { try owe(.item(.request(.told(request.id))), to: client.id) }
    }

    private func hearing(_ person: PersonID) throws -> Person? {
        try PersonRecord.find(person, at: now, in: connection).flatMap { $0.hears ? $0 : nil }
    }
}
