extension Transaction {
    /// Limit: receipts to one person in a day; past it an unmarked autoresponder is answered no more.
    private static let mostReceipts = 40

    /// The one answer that a mail is owed: what was done, what was not, and why.
    ///
    /// Held mail is answered with silence; a confirmation mail is itself the answer.
    ///
    /// - Returns: whether a mail in which nothing was found is left without an answer, so that staff are to see it.
    func answer(_ commands: [Command], _ outcomes: [Outcome], as identity: Identity) throws -> Bool {
        guard let participant = identity.participant, case .reply(let address, let evidence) = participant.grounds,
            case let subject = Receipt.Subject(address.subject)
        else { return false }
        let answered = zip(commands, outcomes).filter { $0.1.deservesAnswer && !$0.1.isItsOwnAnswer }
        let confirming = outcomes.contains(.needsConfirmation)
        guard !answered.isEmpty, !confirming || outcomes.contains(where: \.isRefusal) else { return false }
        let today = now + .days(-1), isEmpty = answered.allSatisfy { $0.1 == .refused(.empty) }
        guard try OutboxRecord.receipts(to: participant.person.id, since: today, in: connection) < Self.mostReceipts,
            try !isRepetition(answered, to: participant.person.id, at: address)
        else { return isEmpty }
        let topic = try OutboxRecord.topic(of: address.entry, in: connection) ?? "receipts"
        for (subject, part) in parts(of: answered, about: subject) {
            let items = part.compactMap { command, outcome in
                command.asked.map { Receipt.Item(asked: $0, outcome: outcome) }
            }
            let receipt = Receipt(items: items, topic: topic, subject: subject, answering: evidence.messageID)
            try owe(.receipt(receipt), to: participant.person.id)
        }
        return false
    }

    /// A mail that decides about several of a list is answered once for each of them, because each can be taken back.
    private func parts(
        of answered: [(Command, Outcome)], about subject: Receipt.Subject
    ) -> [(Receipt.Subject, [(Command, Outcome)])] {
        var parts: [(Receipt.Subject, [(Command, Outcome)])] = []
        for (command, outcome) in answered {
            var about = subject
            if case .done(.decided(let deliverable, _, _)) = outcome { about = .deliverable(deliverable) }
            if let index = parts.firstIndex(where: { $0.0 == about }) {
                parts[index].1.append((command, outcome))
            } else {
                parts.append((about, [(command, outcome)]))
            }
        }
        // What else was said belongs to the one thing that was decided.
        guard parts.count == 2, let other = parts.firstIndex(where: { $0.0 == subject }) else { return parts }
        return [(parts[1 - other].0, answered)]
    }

    /// What an autoresponder without any mark would make of our answers: the same hint twice a day, thanks for a receipt, the
    /// same words again.
    private func isRepetition(
        _ answered: [(Command, Outcome)], to person: PersonID, at address: ReplyAddress
    ) throws -> Bool {
        let yesterday = now + .days(-1)
        if answered.allSatisfy({ $0.1 == .refused(.empty) }) {
            return try OutboxRecord.hints(to: person, since: yesterday, in: connection) > 0
        }
        guard answered.contains(where: \.1.isSpeech), answered.allSatisfy({ $0.1.isSpeech || $0.1.isUnread }) else {
            return false
        }
        if try OutboxRecord.isReceipt(address.entry, in: connection) { return true }
        return try answered.contains { command, _ in
            guard let message = command.spoken else { return false }
            return try MessageRecord.repetitions(
                of: message.text, in: message.project, by: person, since: yesterday, in: connection) > 1
        }
    }

    /// Files the mail that caused this, in the same transaction.
    ///
    /// - Parameter isUnanswered: nothing was found in it, and nobody says so to its sender.
    func settleInbox(_ outcomes: [Outcome], as identity: Identity, isUnanswered: Bool) throws {
        guard let digest = cause.mail else { return }
        let isKept = isUnanswered || outcomes.contains(where: \.keepsMailForStaff)
        let state: InboxEntry.State = isKept ? .held : .settled
        try InboxRecord.settle(
            digest, state, organization: identity.organization, person: identity.participant?.person.id,
            outcomes: outcomes, in: connection)
    }
}

extension Outcome {
    fileprivate var isSpeech: Bool {
        switch self {
        case .done(.messagePosted), .done(.item(.commented)), .done(.item(.pinned)), .done(.item(.remarked)),
            .refused(.item(.unplaced)):
            true
        default: false
        }
    }

    /// A line beside it could not be read.
    fileprivate var isUnread: Bool { if case .refused(.item(.unread)) = self { true } else { false } }

    fileprivate var isRefusal: Bool { if case .refused = self { true } else { false } }

    fileprivate var deservesAnswer: Bool {
        switch self {
        case .done(.bounceBooked), .done(.automaticReplyNoted), .nothingToDo, .held, .needsConfirmation: false
        case .done, .refused: true
        }
    }

    fileprivate var keepsMailForStaff: Bool {
        switch self {
        case .held, .refused(.portalClosed), .refused(.revoked), .refused(.toolOff), .refused(.tooLong),
            .refused(.storageFull), .refused(.item(.unplaced)):
            true
        case .done, .refused, .needsConfirmation, .nothingToDo: false
        }
    }
}

extension Command {
    /// What it says, where saying something is all that it does.
    fileprivate var spoken: NewMessage? {
        switch self {
        case .postMessage(let message): message
        case .item(.exhibit(.comment(let comment))): comment.message
        default: nil
        }
    }

    /// How a receipt names what was asked; nil for what nobody asks by mail.
    fileprivate var asked: Receipt.Asked? {
        switch self {
        case .postMessage(let message): .message(attachments: message.attachments)
        case .decide(let decision): .decision(decision.kind, commented: decision.hasComment)
        case .undo: .undo
        case .item(let item): item.act.asked
        case .considerDecision: .unclearDecision
        case .acceptInvitation, .openPortalLink, .askToSignIn, .signIn, .signOut, .setOrganization, .setPerson,
            .setProject, .setDeliverable, .shareFile, .setItem, .invite, .createPortalLink, .revokePortalLink,
            .notifyPortalLink, .noteExamination, .remind, .bookBounce, .noteAutomaticReply, .setAside:
            nil
        }
    }
}

extension Receipt.Subject {
    fileprivate init(_ subject: ReplyAddress.Subject) {
        switch subject {
        case .decision(let deliverable, _, _): self = .deliverable(deliverable)
        case .conversation(let project): self = .project(project)
        case .things(let list): self = list.project.map(Receipt.Subject.project) ?? .things(list)
        case .guest, .nothing: self = .nothing
        }
    }
}
