import MailFormat

extension Transaction {
    /// Turns a claim into somebody, or into the reason why not. Done inside the transaction that acts on it, so that
    /// whoever was removed a moment ago is not believed.
    func identify(_ claim: Claim) throws -> Identity {
        switch claim {
        case .administrator: .administrator
        case .stranger: .stranger
        case .visitor(let slug):
            try OrganizationRecord.find(slug, in: connection).map(Identity.visitor) ?? away(.notFound)
        case .paymentService(let evidence, let slug): try paymentService(evidence, slug)
        case .staff(let address, let slug): try staff(address, slug)
        case .reply(let secret, let evidence): try replier(secret, evidence)
        case .mailSystem(let secret): try mailSystem(secret)
        case .session(let secret, let slug): try sessionHolder(secret, slug)
        case .invitation(let secret): try invitee(secret)
        case .portalLink(let secret, let code, let browser): try linkHolder(secret, code, browser.digest)
        case .confirmation(let secret): try confirmer(secret)
        case .undoLink(let secret): try undoer(secret)
        case .guestLink(let secret): try invitedGuest(secret)
        case .signing(let secret): try signer(secret)
        case .signInLink(let secret, let browser): try signingIn(secret, browser.digest)
        case .signInCode(let code, let browser, let slug): try signingIn(code, browser.digest, slug)
        case .mailedSignIn(let secret, let code): try signingIn(secret, code)
        case .muteLink(let secret): try muter(secret)
        case .expiredLink(let secret): try expiredLinkHolder(secret)
        }
    }

    /// A person and their organization, as a participant on these grounds.
    func participant(_ id: PersonID, _ grounds: Participant.Grounds) throws -> Participant? {
        guard let person = try PersonRecord.find(id, at: now, in: connection),
            let organization = try OrganizationRecord.find(person.organization, in: connection)
        else { return nil }
        return Participant(person: person, organization: organization, grounds: grounds)
    }

    private func away(_ refusal: Refusal, _ known: Participant? = nil) -> Identity {
        .turnedAway(.refused(refusal), known: known)
    }

    private func staff(_ address: EmailAddress, _ slug: String) throws -> Identity {
        guard let organization = try OrganizationRecord.find(slug, in: connection),
            let person = try PersonRecord.find(address, of: organization.id, at: now, in: connection),
            person.isStaff, person.mayAct
        else { return away(.notFound) }
        return .participant(Participant(person: person, organization: organization, grounds: .shell))
    }

    private func replier(_ secret: Secret, _ evidence: MailEvidence) throws -> Identity {
        guard let address = try ReplyAddressRecord.find(secret.digest, in: connection) else {
            return .turnedAway(.held(.unknownReplyAddress), known: nil)
        }
        if case .guest(let guest, _) = address.subject { return try invitedGuest(guest, address, evidence) }
        guard let participant = try participant(address.person, .reply(address, evidence)) else {
            return .turnedAway(.held(.unknownReplyAddress), known: nil)
        }
        // The least that any command needs is checked first: a stranger learns nothing, not even of a closed portal.
        if case .hold(let reason) = Verdict(for: .speak, on: evidence, from: participant.person) {
            return .turnedAway(.held(reason), known: participant)
        }
        guard try isStillAllowed(participant.person, in: address.subject) else {
            return .turnedAway(.held(.notAllowedIn), known: participant)
        }
        if address.expires <= now { return .turnedAway(.held(.expiredReplyAddress), known: participant) }
        return admit(participant)
    }

    /// Whoever was removed from the portal or from the project gets no answer any more: it would tell a stranger that there
    /// was something.
    private func isStillAllowed(_ person: Person, in subject: ReplyAddress.Subject) throws -> Bool {
        guard person.mayAct else { return false }
        guard let project = subject.project else { return true }
        return try ProjectRecord.find(project, seenBy: person, in: connection) != nil
    }

    /// The rules that hold for every participant: still admitted, and the portal open for clients.
    private func admit(_ participant: Participant) -> Identity {
        guard participant.person.mayAct else { return away(.revoked, participant) }
        guard participant.person.isStaff || participant.organization.settings.portalOpen else {
            return away(.portalClosed, participant)
        }
        return .participant(participant)
    }

    private func mailSystem(_ secret: Secret) throws -> Identity {
        guard let address = try ReplyAddressRecord.find(secret.digest, in: connection),
            let participant = try participant(address.person, .mailSystem(address))
        else { return .turnedAway(.held(.unknownReplyAddress), known: nil) }
        return .participant(participant)
    }

    private func sessionHolder(_ secret: Secret, _ slug: String) throws -> Identity {
        guard let participant = try sessionParticipant(secret, slug) else { return away(.notSignedIn) }
        return admit(participant)
    }

    private func invitee(_ secret: Secret) throws -> Identity {
        guard let invitation = try InvitationRecord.find(secret.digest, in: connection),
            let participant = try participant(invitation.person, .invitation(invitation)),
            participant.person.access != .ended
        else { return away(.notFound) }
        if let refusal = invitation.accepting(at: now) { return away(refusal, participant) }
        guard participant.organization.settings.portalOpen else { return away(.portalClosed, participant) }
        return .participant(participant)
    }

    private func confirmer(_ secret: Secret) throws -> Identity {
        guard let confirmation = try ConfirmationRecord.find(secret.digest, in: connection),
            let participant = try participant(confirmation.person, .confirmation(confirmation))
        else { return away(.notFound) }
        if let refusal = confirmation.shut(at: now) { return away(refusal, participant) }
        return admit(participant)
    }

    private func undoer(_ secret: Secret) throws -> Identity {
        guard let decision = try DecisionRecord.find(secret.digest, in: connection),
            let participant = try participant(decision.person, .undoLink(decision))
        else { return away(.notFound) }
        if let refusal = decision.shut(at: now) { return away(refusal, participant) }
        return admit(participant)
    }

    private func signer(_ secret: Secret) throws -> Identity {
        guard let signing = try SigningRecord.find(secret.digest, in: connection),
            let participant = try participant(signing.person, .signing(signing))
        else { return away(.notFound) }
        if let refusal = signing.shut(at: now) { return away(refusal, participant) }
        return admit(participant)
    }
}
