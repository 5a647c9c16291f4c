extension Portal {
    /// Carries out commands for somebody, because of something: one transaction, always in the same order.
    ///
    /// Is this cause new? → who is it really? → load, decide, save → history → notices owed.
    ///
    /// - Returns: one outcome for each command; they are settled, also where they refuse.
    /// - Throws: only faults after which nothing was changed and the same may be tried again.
    package func perform(_ commands: [Command], for claim: Claim, because cause: Cause) async throws -> [Outcome] {
        let pictures = try await prepared(commands)
        let outcomes = try await database.write {
            [clock, randomness, limits, mailbox, mailSetup, paymentSecrets, chainKey] connection in
            let transaction = Transaction(
                connection: connection, now: clock(), randomness: randomness, cause: cause, chainKey: chainKey,
                limits: limits, mailbox: mailbox, pictures: pictures, mailSetup: mailSetup,
                paymentSecrets: paymentSecrets)
            return try transaction.perform(commands, for: claim)
        }
        changed()
        return outcomes
    }
}

extension Transaction {
    func perform(_ commands: [Command], for claim: Claim) throws -> [Outcome] {
        guard try CauseRecord.spend(cause, at: now, in: connection), try mayReadAgain() else {
            return commands.map { _ in .nothingToDo(.alreadyDone) }
        }
        let identity = try identify(claim)
        let outcomes = try commands.map { command in
            let outcome = try carryOut(command, as: identity)
            try HistoryRecord.add(command, outcome, by: identity, in: self)
            return outcome
        }
        let isUnanswered = try answer(commands, outcomes, as: identity)
        try settleInbox(outcomes, as: identity, isUnanswered: isUnanswered)
        return outcomes
    }

    /// A held mail is read again only while nothing has come of it: what was done is not done twice.
    private func mayReadAgain() throws -> Bool {
        guard case .heldMail(let digest, _) = cause else { return true }
        return try InboxRecord.find(digest, in: connection)?.hadNoEffect == true
    }

    private func carryOut(_ command: Command, as identity: Identity) throws -> Outcome {
        switch identity {
        case .turnedAway(let outcome, _): outcome
        case .administrator: try carryOutForAdministrator(command)
        case .visitor(let organization): try carryOutForVisitor(command, of: organization)
        case .paymentService(let organization): try carryOutForPaymentService(command, of: organization)
        case .participant(let participant): try carryOut(command, for: participant)
        case .stranger: carryOutForStranger(command)
        case .guest(let guest): try carryOut(command, for: guest)
        }
    }

    private func carryOut(_ command: Command, for participant: Participant) throws -> Outcome {
        if case .reply(_, let evidence) = participant.grounds {
            var verdict = Verdict(for: command.weight, on: evidence, from: participant.person)
            if command.isDecision { verdict = verdict.limited(by: participant.organization.settings.decisionsByMail) }
            verdict = verdict.limited(byExamination: try isMailExamined(), of: command)
            switch verdict {
            case .act, .actMarked: break
            case .refuse(let refusal): return try refuse(command, refusal, by: participant)
            case .hold(let reason): return .held(reason)
            case .confirm:
                if case .item(let item) = command { return try item.act.offer(to: participant, in: self) }
                return try confirm(command, by: participant)
            }
        }
        return try carryOutBelieved(command, for: participant)
    }

    private func carryOutBelieved(_ command: Command, for participant: Participant) throws -> Outcome {
        switch command {
        case .postMessage(let message): try post(message, by: participant)
        case .decide(let decision): try decide(decision, by: participant)
        case .undo(let deliverable, let version): try undo(deliverable, version: version, by: participant)
        case .considerDecision: try confirm(command, by: participant)
        case .item(let item): try item.act.carryOut(by: participant, in: self)
        case .acceptInvitation(let session): try acceptInvitation(session, by: participant)
        case .openPortalLink(let session): try openPortalLink(session, by: participant)
        case .signIn(let session): try signIn(session, by: participant)
        case .signOut: try signOut(participant)
        case .bookBounce(let report): try bookBounce(report, of: participant)
        case .noteAutomaticReply(let day): try noteAutomaticReply(returning: day, from: participant)
        case .invite(let address, _): try invite(address, by: participant)
        case .askToSignIn, .setOrganization, .setPerson, .setProject, .setDeliverable, .shareFile, .setItem,
            .createPortalLink, .revokePortalLink, .notifyPortalLink, .noteExamination, .remind, .setAside:
            .refused(.notFound)
        }
    }

    private func carryOutForAdministrator(_ command: Command) throws -> Outcome {
        switch command {
        case .setOrganization(let settings): try setOrganization(settings)
        case .setPerson(let settings, let slug): try setPerson(settings, in: slug)
        case .setProject(let settings, let slug): try setProject(settings, in: slug)
        case .setDeliverable(let settings, let slug): try setDeliverable(settings, in: slug)
        case .shareFile(let settings, let slug): try shareFile(settings, in: slug)
        case .setItem(let settings, let slug): try setItem(settings, in: slug)
        case .item(let item): try item.act.carryOutForAdministrator(in: self)
        case .invite(let address, let slug): try invite(address, in: slug)
        case .createPortalLink(let settings, let slug, let secret):
            try createPortalLink(settings, in: slug, handedOver: secret)
        case .remind(let slug, let day): try remind(slug, on: day)
        case .revokePortalLink(let link): try revokePortalLink(link)
        case .notifyPortalLink(let link, let notified): try notifyPortalLink(link, notified)
        case .noteExamination(let setup): try noteExamination(of: setup)
        case .postMessage, .decide, .undo, .considerDecision, .acceptInvitation, .openPortalLink, .askToSignIn,
            .signIn, .signOut, .bookBounce, .noteAutomaticReply, .setAside:
            .refused(.notFound)
        }
    }

    private func carryOutForVisitor(_ command: Command, of organization: Organization) throws -> Outcome {
        guard case .askToSignIn(let address, let browser) = command else { return .refused(.notSignedIn) }
        return try askToSignIn(address, browser: browser, at: organization)
    }

    private func carryOutForStranger(_ command: Command) -> Outcome {
        guard case .setAside(let reason) = command else { return .refused(.notFound) }
        return .held(reason)
    }
}
