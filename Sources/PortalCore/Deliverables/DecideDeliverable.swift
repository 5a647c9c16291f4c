extension Transaction {
    /// A client decides about the version they were shown.
    func decide(_ decision: Decision, by participant: Participant) throws -> Outcome {
        guard participant.permits(decision),
            let deliverable = try DeliverableRecord.find(
                decision.deliverable, seenBy: participant.person, in: connection),
            let project = try ProjectRecord.find(deliverable.project, in: connection)
        else { return .refused(.notFound) }
        guard participant.organization.settings.tools.contains(.deliverables) else {
            return .refused(.toolOff(.deliverables))
        }
        guard decision.comment.utf8.count <= NewMessage.longest else {
            return .refused(.tooLong(limit: NewMessage.longest))
        }
        switch deliverable.deciding(
            decision, by: participant.person, through: cause.door, at: now)
        {
        case .failure(let refusal):
            try keepWords(of: decision, project, by: participant)
            return .refused(refusal)
        case .success(let replaced):
            if let replaced { _ = try end(replaced, by: participant) }
            try save(decision, insteadOf: replaced, project, by: participant)
            return .done(.decided(deliverable.id, version: decision.version, decision.kind))
        }
    }

    /// Does not decide by mail, for this organization takes no decisions there; the words that came with it are kept.
    func refuse(_ command: Command, _ refusal: Refusal, by participant: Participant) throws -> Outcome {
        if case .decide(let decision) = command, participant.permits(decision),
            let deliverable = try DeliverableRecord.find(
                decision.deliverable, seenBy: participant.person, in: connection),
            let project = try ProjectRecord.find(deliverable.project, in: connection)
        {
            try keepWords(of: decision, project, by: participant)
        }
        return .refused(refusal)
    }

    /// Came too late to decide by mail: what the person wrote is a message all the same, for a mail cannot be filled in
    /// again as a form can.
    private func keepWords(of decision: Decision, _ project: Project, by participant: Participant) throws {
        guard cause.door == .mail, decision.hasComment else { return }
        let message = NewMessage(project: project.id, text: decision.comment, attachments: [])
        _ = try post(message, by: participant)
    }

    private func save(
        _ decision: Decision, insteadOf replaced: MadeDecision?, _ project: Project, by participant: Participant
    ) throws {
        if case .confirmation(let confirmation) = participant.grounds {
            try ConfirmationRecord.use(confirmation.id, at: now, in: connection)
        }
        var message: MessageNumber?
        if decision.hasComment {
            message = try MessageRecord.save(
                decision.comment, in: project.id, about: decision.deliverable, by: participant.person.id,
                door: cause.door,
                verified: participant.isVerified, at: now, in: connection)
        }
        let id = try DecisionRecord.add(
            decision, by: participant.person.id, through: cause.door, insteadOf: replaced?.kind, message: message,
            at: now, in: connection)
        try chain(
            ChainContent.Act(decision.kind), about: .decision(id), decision.deliverable, version: decision.version,
            by: participant)
        try owe(.decisionMade(decision.deliverable, id), aboutProject: project, except: participant.person.id)
        // Who decides by mail gets a receipt.
        if cause.door != .mail, participant.person.hears {
            try owe(.undoOffered(decision.deliverable, id, askedByMail: false), to: participant.person.id)
        }
    }
}

extension Participant {
    /// A reply or a confirmation page reaches only what it was issued for.
    fileprivate func permits(_ decision: Decision) -> Bool {
        switch grounds {
        case .session: true
        case .reply(let address, _):
            switch address.subject {
            case .decision(decision.deliverable, _, _): true
            case .things(let list): list.things.contains(.deliverable(decision.deliverable, version: decision.version))
            case .decision, .conversation, .guest, .nothing: false
            }
        case .confirmation(let confirmation):
            confirmation.deliverable == decision.deliverable && confirmation.version == decision.version
        case .mailSystem, .invitation, .portalLink, .undoLink, .signing, .signIn, .muteLink, .expiredLink, .shell: false
        }
    }
}
