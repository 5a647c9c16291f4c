import MailFormat

/// Loads what a notice is about and makes the secrets that its mail carries. Nothing is stored here.
struct LetterLoader {
    let connection: any Connection
    let now: Moment
    let randomness: Randomness
    let key: SealingKey

    /// Nil when the notice has nothing left to say: its object is gone or its time has passed.
    func letter(for entry: OutboxEntry) throws -> Letter? {
        guard let person = try PersonRecord.find(entry.person, at: now, in: connection), person.access != .ended,
            let recipient = try recipient(of: entry, insteadOf: person),
            let organization = try OrganizationRecord.find(recipient.organization, in: connection),
            let loaded = try content(of: entry.notice, to: recipient)
        else { return nil }
        let mute = entry.notice.isNews ? Secret(.link, from: randomness) : nil
        return Letter(
            entry: entry, organization: organization, recipient: recipient, content: loaded.content,
            reply: replySecret(for: loaded.subject), subject: loaded.subject,
            thread: try MailThreadRecord.find(
                entry.notice.topic(for: loaded.subject), of: recipient.id, in: connection),
            at: now, mute: mute,
            keys: loaded.keys + (mute.map { [.mute(recipient.id, $0.digest)] } ?? []),
            proof: try proof(of: loaded.content))
    }

    private func proof(of content: Letter.Content) throws -> ChainProof? {
        var decision: DecisionID?
        switch content {
        case .receipt(let receipt, _, let deliverable, _) where receipt.hasDecided:
            decision = deliverable?.decision?.id
        case .undoOffered(_, let made, _, _): decision = made.id
        default: break
        }
        guard let decision, let entry = try ChainRecord.find(.decision(decision), in: connection) else { return nil }
        return ChainProof([entry])
    }

    private func recipient(of entry: OutboxEntry, insteadOf person: Person) throws -> Person? {
        guard case .item(let item) = entry.notice else { return person }
        return try item.news.recipient(insteadOf: person, by: self)
    }

    /// A guest's reply address is the organizer of their invitation, which calendars know it by: it stays the same.
    private func replySecret(for subject: ReplyAddress.Subject) -> Secret {
        guard case .guest(let guest, _) = subject else { return Secret(.reply, from: randomness) }
        return key.replySecret(of: "guest \(guest)")
    }

    private func content(of notice: Notice, to recipient: Person) throws -> Loaded? {
        switch notice {
        case .invitation(let id): try invitation(id)
        case .portalLink(let id): try portalLink(id)
        case .signIn(let id): try signIn(id)
        case .decisionAsked(let id, let version): try decisionAsked(id, version, of: recipient)
        case .decisionMade(let id, let decision): try decisionMade(id, decision)
        case .decisionTakenBack(let id, let decision): try decisionTakenBack(id, decision, to: recipient)
        case .undoOffered(let id, let decision, let asked): try undoOffered(id, decision, asked, to: recipient)
        case .newMessage(let id): try newMessage(id)
        case .item(let item): try item.news.load(for: recipient, by: self)
        case .receipt(let receipt): try self.receipt(receipt, to: recipient)
        case .confirmationNeeded(let id): try confirmation(id)
        case .deliveryFailed(let id, let diagnostic): try deliveryFailed(id, diagnostic)
        }
    }

    private func invitation(_ id: InvitationID) throws -> Loaded? {
        guard let invitation = try InvitationRecord.find(id, in: connection), invitation.isOpen(at: now),
            let person = try PersonRecord.find(invitation.person, at: now, in: connection)
        else { return nil }
        let secret = Secret(.link, from: randomness)
        let expires = now + Invitation.lifetime
        let projects = try ProjectRecord.all(seenBy: person, in: connection)
        let subject: ReplyAddress.Subject = projects.count == 1 ? .conversation(projects[0].id) : .nothing
        return (
            .invitation(secret, expires: expires, projects: projects), subject,
            [.invitation(id, secret.digest, until: expires)]
        )
    }

    private func portalLink(_ id: PortalLinkID) throws -> Loaded? {
        guard let link = try PortalLinkRecord.find(id, in: connection), link.shut(at: now) == nil else { return nil }
        let secret = Secret(.link, from: randomness)
        return (.portalLink(link, secret), .nothing, [.link(id, secret.digest)])
    }

    private func signIn(_ id: SignInID) throws -> Loaded? {
        guard let signIn = try SignInRecord.find(id, in: connection), signIn.shut(at: now) == nil else { return nil }
        let secret = Secret(.link, from: randomness)
        let code = SixDigitCode(from: randomness)
        let key = Letter.Key.signIn(id, secret.digest, StoredCode(code, from: randomness))
        return (.signIn(secret, code, expires: signIn.expires), .nothing, [key])
    }

    /// It may have waited for minutes: what was hidden meanwhile, or is not the recipient's any more, is not shown.
    private func decisionAsked(_ id: DeliverableID, _ version: Int, of recipient: Person) throws -> Loaded? {
        guard let found = try projectDeliverable(id), found.deliverable.settings.version == version,
            found.deliverable.settings.visible, found.deliverable.state == .pending,
            try ProjectRecord.find(found.project.id, seenBy: recipient, in: connection) != nil
        else { return nil }
        return (.decisionAsked(found), .decision(id, version: version, found.project.id), [])
    }

    private func newMessage(_ id: MessageNumber) throws -> Loaded? {
        guard let message = try MessageRecord.find(id, in: connection),
            let projectID = try MessageRecord.project(of: id, in: connection),
            let project = try ProjectRecord.find(projectID, in: connection)
        else { return nil }
        let files = try FileRecord.attachments(of: id, in: connection)
        return (.newMessage(project, message, files), .conversation(project.id), [])
    }

    private func receipt(_ receipt: Receipt, to recipient: Person) throws -> Loaded? {
        switch receipt.subject {
        case .project(let id):
            guard let project = try ProjectRecord.find(id, in: connection) else { return nil }
            return (.receipt(receipt, project, nil, nil), .conversation(id), [])
        case .nothing: return (.receipt(receipt, nil, nil, nil), .nothing, [])
        case .things(let list): return (.receipt(receipt, nil, nil, nil), .things(list), [])
        case .deliverable(let id):
            guard let found = try projectDeliverable(id) else { return nil }
            // The receipt shows the present version, so a reply to it decides about that one.
            let version = found.deliverable.settings.version
            let offer = offer(of: found.deliverable.decision, to: recipient)
            return (
                .receipt(receipt, found.project, found.deliverable, offer?.undo),
                .decision(id, version: version, found.project.id), offer.map { [$0.key] } ?? []
            )
        }
    }

    private func confirmation(_ id: ConfirmationID) throws -> Loaded? {
        guard let confirmation = try ConfirmationRecord.find(id, in: connection), confirmation.shut(at: now) == nil,
            let found = try projectDeliverable(confirmation.deliverable)
        else { return nil }
        let secret = Secret(.link, from: randomness)
        return (
            .confirmation(secret, confirmation, found),
            .decision(confirmation.deliverable, version: confirmation.version, found.project.id),
            [.confirmation(id, secret.digest)]
        )
    }

    private func deliveryFailed(_ id: OutboxID, _ diagnostic: String) throws -> Loaded? {
        guard let entry = try OutboxRecord.find(id, in: connection),
            let owed = try PersonRecord.find(entry.person, at: now, in: connection),
            let person = try recipient(of: entry, insteadOf: owed)
        else { return nil }
        return (.deliveryFailed(to: person, about: entry.notice, diagnostic: diagnostic), .nothing, [])
    }

    func projectDeliverable(_ id: DeliverableID) throws -> ProjectDeliverable? {
        guard let deliverable = try DeliverableRecord.find(id, in: connection),
            let project = try ProjectRecord.find(deliverable.project, in: connection)
        else { return nil }
        let files = try FileRecord.files(of: id, version: deliverable.settings.version, in: connection)
        return ProjectDeliverable(project: project, deliverable: deliverable, files: files)
    }
}

extension Receipt {
    fileprivate var hasDecided: Bool {
        items.contains { if case .done(.decided) = $0.outcome { true } else { false } }
    }
}

extension Notice {
    /// Messages and what concerns a project share the project's thread.
    func topic(for subject: ReplyAddress.Subject) -> String {
        guard case .newMessage = self, let project = subject.project else { return topic }
        return "project-\(project)"
    }
}
