extension Transaction {
    /// Signs the version that was shown. Wrong codes are counted, and the count commits with the refusal.
    func sign(_ form: SigningForm, by participant: Participant) throws -> Outcome {
        guard case .signing(let signing) = participant.grounds, signing.document == form.document,
            let document = try DocumentRecord.find(form.document, seenBy: participant, in: connection),
            let project = try ProjectRecord.find(document.project, in: connection)
        else { return .refused(.notFound) }
        guard form.version == signing.version, form.project == document.project else {
            return .refused(.contradictory)
        }
        let person = participant.person
        if let refusal = document.signing(version: form.version, by: person.id) ?? form.refusal(for: document) {
            return .refused(refusal)
        }
        switch signing.judge(form.code, at: now) {
        case .notAsked, .expired: return .refused(.item(.codeExpired))
        case .wrong(let left):
            try SigningRecord.countAttempt(on: signing.id, in: connection)
            return .refused(left > 0 ? .wrongCode(left: left) : .tooManyAttempts)
        case .fits: break
        }
        try SigningRecord.use(signing.id, at: now, in: connection)
        let signature = try SignatureRecord.add(form, by: person.id, signing.id, at: now, in: connection)
        try chain(
            .signed, about: .signature(signature), with: document.sealed, in: project, by: participant,
            typedName: form.typedName, from: form.from)
        try tellOfSignature(signature, under: document, in: project, by: person)
        let isLast = document.missing.allSatisfy { $0.person == person.id }
        return .done(.item(.documentSigned(document.settings.title, version: form.version, complete: isLast)))
    }

    /// Everybody of the project and all who are to sign, where they hear of things; whoever has signed gets the certificate
    /// in any case.
    private func tellOfSignature(
        _ id: SignatureID, under document: Document, in project: Project, by person: Person
    ) throws {
        let signers = try document.signers.compactMap { try PersonRecord.find($0.person, at: now, in: connection) }
        var told: Set<PersonID> = []
        for party in [person] + signers.filter({ $0.hears || document.isSigned(by: $0.id) })
            + (try audience(of: project))
        where told.insert(party.id).inserted {
            try owe(.item(.document(.signed(document.id, id))), to: party.id)
        }
    }
}
