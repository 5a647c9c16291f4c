extension Transaction {
    /// A mail asked for a decision, or came close to one, and may not make it: ask on a page.
    ///
    /// What could not be decided anyway is refused at once, by the same rule.
    func confirm(_ command: Command, by participant: Participant) throws -> Outcome {
        if case .undo(let id, let version) = command { return try offerUndo(id, version: version, to: participant) }
        guard let decision = command.decisionToConfirm,
            let deliverable = try DeliverableRecord.find(
                decision.deliverable, seenBy: participant.person, in: connection)
        else { return .refused(.notFound) }
        let trial = Decision(
            deliverable: deliverable.id, version: decision.version, kind: .approved, comment: decision.comment)
        if case .failure(let refusal) = deliverable.deciding(
            trial, by: participant.person, through: .page, at: now)
        {
            return .refused(refusal)
        }
        let recently = try ConfirmationRecord.wasAsked(
            of: participant.person.id, about: deliverable.id,
            since: now + .seconds(-Confirmation.pause.milliseconds / 1000), in: connection)
        if !recently {
            let id = try ConfirmationRecord.add(decision, for: participant.person.id, at: now, in: connection)
            try owe(.confirmationNeeded(id), to: participant.person.id, expires: now + Confirmation.lifetime)
        }
        return .needsConfirmation
    }
}

extension Command {
    fileprivate var decisionToConfirm: Decision? {
        switch self {
        case .decide(let decision): decision
        case .considerDecision(let deliverable, let version):
            Decision(deliverable: deliverable, version: version, kind: .approved, comment: "")
        case .postMessage, .undo, .item, .acceptInvitation, .openPortalLink, .askToSignIn, .signIn, .signOut,
            .setOrganization,
            .setPerson, .setProject, .setDeliverable, .shareFile, .setItem, .invite, .createPortalLink,
            .revokePortalLink,
            .notifyPortalLink, .noteExamination, .remind, .bookBounce, .noteAutomaticReply, .setAside:
            nil
        }
    }
}
