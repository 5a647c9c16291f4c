import MailFormat

extension Transaction {
    /// A client asks for something, or staff enter what a client asked for by other means.
    func submit(_ new: NewRequest, by participant: Participant) throws -> Outcome {
        if participant.person.isStaff, new.client == nil { return try say(new, by: participant) }
        guard let client = try client(of: new, by: participant), try isReached(new.project, by: participant),
            try new.project.map({ try ProjectRecord.find($0, seenBy: client, in: connection) != nil }) ?? true
        else { return .refused(.notFound) }
        guard participant.person.isStaff || participant.organization.settings.requests.areTaken else {
            return .refused(.toolOff(.requests))
        }
        if let refusal = try unfit(new.text, new.attachments, of: client.organization) { return .refused(refusal) }
        let id = try RequestRecord.add(
            new, of: client, door: cause.door, verified: isSure(of: new, by: participant), at: now, in: connection)
        try keep(new.attachments, of: id, nil)
        let missing = try missingDocuments(of: client.id, participant.organization)
        let advanced = try RequestRecord.find(id, in: connection).map {
            try advance($0, of: participant.organization, telling: false)
        }
        guard let request = advanced ?? nil else { return .refused(.notFound) }
        try tellStaff(of: request, except: participant.person.id)
        if new.client != nil { try tellClient(of: request) }
        return .done(.item(.requested(request.title, confirmed: !request.isPending, missing: missing)))
    }

    /// What happens by itself to a request that waits: it is assigned and confirmed as the organization's rules say, once
    /// each passenger of the client has a travel document where they must.
    ///
    /// - Parameter telling: whether the client hears of a confirmation; who has just asked hears by other means.
    func advance(_ request: Request, of organization: Organization, telling: Bool) throws -> Request? {
        let rules = organization.settings.requests
        guard request.isPending, try missingDocuments(of: request.client, organization).isEmpty else { return request }
        if request.assignee == nil, let assignee = try rules.assignee.flatMap({ try staff($0, of: organization) }) {
            try RequestRecord.assign(request.id, to: assignee.id, in: connection)
            if telling, assignee.hears { try owe(.item(.request(.assigned(request.id))), to: assignee.id) }
        }
        if !rules.needApproval, request.verified {
            try RequestRecord.confirm(request.id, by: nil, at: now, in: connection)
            if telling { try tellClient(of: request) }
        }
        return try RequestRecord.find(request.id, in: connection)
    }

    /// A document has come, or somebody who lacked one is gone: what waited for that goes on.
    func advanceRequests(of client: PersonID, _ organization: Organization) throws {
        guard organization.settings.requests.needDocuments else { return }
        for request in try RequestRecord.pending(of: client, in: connection) {
            _ = try advance(request, of: organization, telling: true)
        }
    }

    /// Who of the staff hears of a request: whoever has taken it on, else those of its project, else owners and admins.
    func listeners(of request: Request) throws -> [Person] {
        if let id = request.assignee, let person = try PersonRecord.find(id, at: now, in: connection), person.hears {
            return [person]
        }
        if let project = try request.project.flatMap({ try ProjectRecord.find($0, in: connection) }) {
            return try audience(of: project).filter(\.isStaff)
        }
        return try PersonRecord.all(of: request.organization, at: now, in: connection)
            .filter { $0.hears && ($0.role == .owner || $0.role == .admin) }
    }

    /// Why words with files cannot be kept; nil where they can.
    func unfit(_ text: String, _ files: [FileContent], of organization: OrganizationID) throws -> Refusal? {
        guard !files.isEmpty || text.utf8.contains(where: { $0 > 0x20 }) else { return .empty }
        guard text.utf8.count <= NewMessage.longest, files.count <= NewMessage.mostAttachments else {
            return .tooLong(limit: NewMessage.longest)
        }
        return try fits(files, in: organization) ? nil : .storageFull
    }

    func keep(_ files: [FileContent], of request: RequestID, _ remark: RemarkID?) throws {
        guard let found = try RequestRecord.find(request, in: connection) else { return }
        for file in files {
            let id = try FileRecord.save(
                file, of: .client, in: found.organization, visible: true, at: now, in: connection)
            try RequestRecord.attach(id, to: request, remark, in: connection)
        }
    }

    /// Somebody of the staff, by address or by a name that only one has: the whole of it, or its first word.
    func staff(called name: String, of organization: Organization) throws -> Person? {
        if let address = EmailAddress(name) { return try staff(address, of: organization) }
        let all = try PersonRecord.all(of: organization.id, at: now, in: connection).filter { $0.isStaff && $0.mayAct }
        let whole = all.filter { $0.name.equalsIgnoringASCIICase(name) }
        let first = all.filter { person in
            let word = person.name.utf8.prefix { $0 != 0x20 }
            return String(decoding: word, as: UTF8.self).equalsIgnoringASCIICase(name)
        }
        return whole.count == 1 ? whole[0] : first.count == 1 && whole.isEmpty ? first[0] : nil
    }

    private func staff(_ address: EmailAddress, of organization: Organization) throws -> Person? {
        let person = try PersonRecord.find(address, of: organization.id, at: now, in: connection)
        return person.flatMap { $0.isStaff && $0.mayAct ? $0 : nil }
    }

    /// Staff ask nobody: what they write so is said in the project's conversation, as any other words of theirs.
    private func say(_ new: NewRequest, by participant: Participant) throws -> Outcome {
        guard let project = new.project else { return .refused(.item(.onlyClients)) }
        return try post(
            NewMessage(project: project, text: new.text, attachments: new.attachments), by: participant)
    }

    private func client(of new: NewRequest, by participant: Participant) throws -> Person? {
        guard let address = new.client else { return participant.person }
        guard participant.person.isStaff else { return nil }
        let found = try PersonRecord.find(address, of: participant.organization.id, at: now, in: connection)
        return found.flatMap { $0.isStaff || $0.access == .ended ? nil : $0 }
    }

    /// What staff take over from a mail was written by nobody knows whom.
    private func isSure(of new: NewRequest, by participant: Participant) -> Bool {
        participant.isVerified && (new.client == nil || cause.mail == nil)
    }

    private func tellStaff(of request: Request, except author: PersonID) throws {
        for person in try listeners(of: request) where person.id != author {
            let notice: RequestNotice = person.id == request.assignee ? .assigned(request.id) : .received(request.id)
            try owe(.item(.request(notice)), to: person.id)
        }
    }
}
