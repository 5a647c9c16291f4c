extension Transaction {
    func askToSign(
        _ id: DocumentID, _ version: Int, in project: ProjectID, handedOver secret: Secret?, by participant: Participant
    ) throws -> Outcome {
        if case .failure(let refusal) = try self.project(project, .documents, for: participant) {
            return .refused(refusal)
        }
        guard let document = try DocumentRecord.find(id, of: project, in: connection) else {
            return .refused(.notFound)
        }
        return try open(document, version, handedOver: secret, for: participant)
    }

    func askToSignWhatWaits(in project: ProjectID, by participant: Participant) throws -> Outcome {
        if case .failure(let refusal) = try self.project(project, .documents, for: participant) {
            return .refused(refusal)
        }
        let waiting = try DocumentRecord.waiting(for: participant.person.id, in: connection).filter {
            $0.project == project
        }
        guard let document = waiting.first, waiting.count == 1 else {
            return try ListThings(.documents, in: project).carryOut(by: participant, in: self)
        }
        return try open(document, document.settings.version, handedOver: nil, for: participant)
    }

    private func open(
        _ document: Document, _ version: Int, handedOver secret: Secret?, for participant: Participant
    ) throws -> Outcome {
        let person = participant.person.id
        if let refusal = document.signing(version: version, by: person) { return .refused(refusal) }
        if secret == nil, try PortalLinkRecord.asksForCode(participant.person, at: now, in: connection) {
            // A link by mail would open the file without the access code that keeps it back.
            return try showPage(for: DocumentCommand.askToSignWhatWaits(in: document.project), to: participant)
        }
        let asked = try SigningRecord.count(of: person, since: now + .hours(-1), in: connection)
        guard asked < Signing.mostInAnHour else { return .refused(.item(.tooOften)) }
        let id = try SigningRecord.add(
            document.id, version, for: person, handedOver: secret?.digest, at: now, in: connection)
        if secret == nil { try owe(.item(.document(.signingLink(id))), to: person, expires: now + Signing.lifetime) }
        return .done(.item(.signingOpened(document.settings.title)))
    }

    /// The code is made when its mail is written; who asks again gets another, and the first works no more.
    func sendSigningCode(of id: DocumentID, to participant: Participant) throws -> Outcome {
        guard case .signing(let signing) = participant.grounds, signing.document == id,
            let document = try DocumentRecord.find(id, seenBy: participant, in: connection)
        else { return .refused(.notFound) }
        if let refusal = document.signing(version: signing.version, by: participant.person.id) {
            return .refused(refusal)
        }
        guard signing.codes < Signing.mostCodes else { return .refused(.item(.tooOften)) }
        let expires = now + Signing.codeLifetime
        try SigningRecord.askForCode(signing.id, until: expires, in: connection)
        let notice = Notice.item(.document(.signingCode(signing.id, number: signing.codes + 1)))
        try owe(notice, to: participant.person.id, expires: expires)
        return .done(.item(.signingCodeMailed))
    }
}
