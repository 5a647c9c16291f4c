extension Transaction {
    /// A client takes back what they decided, while they can: the version waits for a decision again.
    func undo(_ id: DeliverableID, version: Int, by participant: Participant) throws -> Outcome {
        guard participant.permitsUndo(of: id, version),
            let deliverable = try DeliverableRecord.find(id, seenBy: participant.person, in: connection),
            let project = try ProjectRecord.find(deliverable.project, in: connection)
        else { return .refused(.notFound) }
        switch deliverable.takingBack(version: version, by: participant.person, at: now) {
        case .failure(let refusal): return .refused(refusal)
        case .success(let decision):
            let unaware = try end(decision, by: participant)
            let takenBack = Notice.decisionTakenBack(id, decision.id)
            for person in try audience(of: project)
            where person.id != participant.person.id && !unaware.contains(person.id) {
                try owe(takenBack, to: person.id)
            }
            // Who did it by mail gets a receipt.
            if cause.door != .mail { try owe(takenBack, to: participant.person.id) }
            return .done(.takenBack(id, version: version, decision.kind))
        }
    }

    /// Ends a decision; the news of it that nobody began to send is never sent.
    ///
    /// - Returns: those who do not hear of the decision for that reason, and need not hear of its end.
    func end(_ decision: MadeDecision, by participant: Participant) throws -> Set<PersonID> {
        try DecisionRecord.end(decision.id, at: now, in: connection)
        try chain(
            .decisionEnded, about: .decisionEnded(decision.id), decision.deliverable, version: decision.version,
            by: participant)
        let unaware = try OutboxRecord.dropOwed(
            .decisionMade(decision.deliverable, decision.id), result: "taken back before it was sent", at: now,
            in: connection)
        // What was said with it is said all the same.
        if let message = decision.message { for person in unaware { try owe(.newMessage(message), to: person) } }
        return Set(unaware)
    }

    /// An UNDO came by a mail that may not act: the link that does it goes to the registered address, once for each
    /// decision.
    func offerUndo(_ id: DeliverableID, version: Int, to participant: Participant) throws -> Outcome {
        guard participant.permitsUndo(of: id, version),
            let deliverable = try DeliverableRecord.find(id, seenBy: participant.person, in: connection)
        else { return .refused(.notFound) }
        switch deliverable.takingBack(version: version, by: participant.person, at: now) {
        case .failure(let refusal): return .refused(refusal)
        case .success(let decision):
            let offer = Notice.undoOffered(id, decision.id, askedByMail: true)
            if try !OutboxRecord.wasOwed(offer, to: participant.person.id, in: connection) {
                try owe(offer, to: participant.person.id, expires: decision.final)
            }
            return .needsConfirmation
        }
    }
}

extension Participant {
    /// A reply reaches only the version that it was issued for, a link only its decision.
    fileprivate func permitsUndo(of deliverable: DeliverableID, _ version: Int) -> Bool {
        switch grounds {
        case .session: true
        case .reply(let address, _):
            if case .decision(deliverable, version, _) = address.subject { true } else { false }
        case .undoLink(let decision): decision.deliverable == deliverable && decision.version == version
        case .mailSystem, .invitation, .portalLink, .confirmation, .signing, .signIn, .muteLink, .expiredLink, .shell:
            false
        }
    }
}

extension Portal {
    /// The page of an undo link; nil for a secret that never opened anything. Looking changes nothing.
    package func undoPage(_ secret: Secret) throws -> UndoPage? {
        try database.read { connection in
            guard let decision = try DecisionRecord.find(secret.digest, in: connection),
                let person = try PersonRecord.find(decision.person, at: clock(), in: connection), person.mayAct,
                let organization = try OrganizationRecord.find(person.organization, in: connection),
                let deliverable = try DeliverableRecord.find(decision.deliverable, seenBy: person, in: connection),
                let project = try ProjectRecord.find(deliverable.project, in: connection)
            else { return nil }
            var refusal = decision.shut(at: clock())
            if refusal == nil,
                case .failure(let reason) = deliverable.takingBack(
                    version: decision.version, by: person, at: clock())
            {
                refusal = reason
            }
            return UndoPage(
                organization: organization, person: person, decision: decision, project: project,
                deliverable: deliverable, refusal: refusal)
        }
    }
}

/// What the page behind an undo link shows.
package struct UndoPage: Sendable, Equatable {
    package let organization: Organization
    package let person: Person
    package let decision: MadeDecision
    package let project: Project
    package let deliverable: Deliverable
    /// Why nothing can be taken back; nil while it can.
    package let refusal: Refusal?
}
