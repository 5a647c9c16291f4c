/// What mails about decisions say.
extension LetterLoader {
    typealias Loaded = (content: Letter.Content, subject: ReplyAddress.Subject, keys: [Letter.Key])

    /// Nil for a decision that does not stand any more: its news would be wrong.
    func decisionMade(_ id: DeliverableID, _ decision: DecisionID) throws -> Loaded? {
        guard let (found, decision, decider) = try load(id, decision), decision.ended == nil else { return nil }
        let comment = try decision.message.flatMap { try MessageRecord.find($0, in: connection) }
        return (
            .decisionMade(found, decision, by: decider, comment: comment), .conversation(found.project.id), []
        )
    }

    func decisionTakenBack(_ id: DeliverableID, _ decision: DecisionID, to recipient: Person) throws -> Loaded? {
        guard let (found, decision, decider) = try load(id, decision) else { return nil }
        // Whoever took it back can decide anew by answering.
        let subject: ReplyAddress.Subject =
            decider.id == recipient.id
            ? .decision(id, version: decision.version, found.project.id) : .conversation(found.project.id)
        return (.decisionTakenBack(found, decision, by: decider), subject, [])
    }

    func undoOffered(
        _ id: DeliverableID, _ decision: DecisionID, _ asked: Bool, to recipient: Person
    ) throws -> Loaded? {
        guard let (found, decision, _) = try load(id, decision), decision.ended == nil else { return nil }
        let offer = offer(of: decision, to: recipient)
        guard !asked || offer != nil else { return nil }
        return (
            .undoOffered(found, decision, offer?.undo, askedByMail: asked),
            .decision(id, version: decision.version, found.project.id), offer.map { [$0.key] } ?? []
        )
    }

    /// The link that takes back what the recipient decided; nil where there is nothing of theirs to take back.
    func offer(of decision: MadeDecision?, to recipient: Person) -> (undo: Letter.UndoOffer, key: Letter.Key)? {
        guard let decision, decision.person == recipient.id, let until = decision.undoable(at: now) else { return nil }
        let secret = Secret(.link, from: randomness)
        return (
            Letter.UndoOffer(decision: decision, secret: secret, until: until), .undo(decision.id, secret.digest)
        )
    }

    private func load(
        _ id: DeliverableID, _ decision: DecisionID
    ) throws -> (ProjectDeliverable, MadeDecision, by: Person)? {
        guard let found = try projectDeliverable(id), let decision = try DecisionRecord.find(decision, in: connection),
            let decider = try PersonRecord.find(decision.person, at: now, in: connection)
        else { return nil }
        return (found, decision, decider)
    }
}
