package import MailFormat

/// What the mail channel does with the outbox: take what is due, write it, seal it, say what came of it.
extension Portal {
    /// What is due now, oldest first; at most `limit`.
    package func dueMails(limit: Int) throws -> [OutboxEntry] {
        try database.read { try OutboxRecord.due(at: clock(), limit: limit, in: $0) }
    }

    /// When the next mail is due; nil when none is.
    package func nextMailDue() throws -> Moment? {
        try database.read { try OutboxRecord.nextDue(in: $0) }
    }

    /// What a mail has to say, with fresh secrets; nil when it has nothing left to say.
    package func letter(for entry: OutboxEntry) throws -> Letter? {
        try database.read { connection in
            try LetterLoader(connection: connection, now: clock(), randomness: randomness, key: sealingKey).letter(
                for: entry)
        }
    }

    /// The written mail of an entry that is on its way.
    package func sealedLetter(_ id: OutboxID) throws -> SealedLetter? {
        try database.read { try OutboxRecord.sealed(id, under: sealingKey, in: $0) }
    }

    /// Keeps a written mail, the digests of its secrets, and its first attempt: all before anybody connects.
    ///
    /// - Returns: false when it is not owed any more, because what it says was taken back while it was written.
    @discardableResult
    package func seal(
        _ sealed: SealedLetter, of letter: Letter, messageID: MessageID, subject: String
    ) async throws -> Bool {
        try await database.write { [clock, sealingKey] connection in
            let now = clock()
            let isSealed = try OutboxRecord.seal(
                sealed, under: sealingKey, messageID: messageID.text, subject: subject, in: connection)
            guard isSealed else { return false }
            try OutboxRecord.begin(sealed.id, at: now, due: now + OutboxEntry.pause(after: 1), in: connection)
            let address = ReplyAddress(
                person: letter.recipient.id, subject: letter.subject, entry: sealed.id,
                expires: now + ReplyAddress.lifetime)
            try ReplyAddressRecord.add(letter.reply.digest, address, in: connection)
            for key in letter.keys { try key.store(at: now, in: connection) }
            try MailThreadRecord.extend(
                letter.entry.notice.topic(for: letter.subject), of: letter.recipient.id, subject: subject,
                by: messageID, in: connection)
            return true
        }
    }

    /// Records another attempt before connecting.
    ///
    /// - Returns: false when the mail would come too late; it is dropped then.
    package func begin(_ entry: OutboxEntry) async throws -> Bool {
        try await database.write { [clock] connection in
            let now = clock()
            if let expires = try OutboxRecord.expiry(of: entry.id, in: connection), expires <= now {
                try OutboxRecord.settle(entry.id, .dropped, result: "came too late", at: now, in: connection)
                return false
            }
            try OutboxRecord.begin(
                entry.id, at: now, due: now + OutboxEntry.pause(after: entry.attempts + 1), in: connection)
            return true
        }
    }

    /// Ends a mail that has nothing left to say.
    package func drop(_ entry: OutboxEntry) async throws {
        try await database.write { [clock] connection in
            try OutboxRecord.settle(entry.id, .dropped, result: "nothing left to say", at: clock(), in: connection)
        }
    }

    /// Books what came of an attempt. A mail refused for good, or for five days, is told to staff.
    package func settle(_ id: OutboxID, _ result: SendingResult) async throws {
        try await database.write { [clock, randomness, chainKey] connection in
            let now = clock()
            guard let entry = try OutboxRecord.find(id, in: connection) else { return }
            let transaction = Transaction(
                connection: connection, now: now, randomness: randomness, cause: .shell("sending"),
                chainKey: chainKey)
            switch result {
            case .sent(let line):
                try OutboxRecord.settle(id, .sent, result: line, at: now, in: connection)
                try transaction.noteSent(entry)
            case .rejected(let line): try transaction.bookFailure(of: entry, line)
            case .deferred(let line), .unknown(let line):
                guard try transaction.beganToGo(entry) + OutboxEntry.patience > now else {
                    return try transaction.bookFailure(
                        of: entry, "not delivered in five days: \(line)", isBounce: false)
                }
                let pause = OutboxEntry.pause(after: entry.attempts)
                try OutboxRecord.wait(id, until: now + pause, result: line, in: connection)
            }
        }
        changed()
    }

    /// Called once after a start, before anything is sent.
    package func recoverOutbox() async throws {
        contents.removeUnfinished()
        try await database.write { [clock, sealingKey] in
            try OutboxRecord.recover(at: clock(), under: sealingKey, in: $0)
        }
    }
}

extension Transaction {
    /// Since when a mail could go out: while it was stopped, nobody tried.
    fileprivate func beganToGo(_ entry: OutboxEntry) throws -> Moment {
        guard let person = try PersonRecord.find(entry.person, at: now, in: connection),
            let resumed = try SendingStopRecord.resumed(person.organization, in: connection)
        else { return entry.created }
        return max(entry.created, resumed)
    }
}

extension Letter.Key {
    fileprivate func store(at now: Moment, in connection: any Connection) throws {
        switch self {
        case .invitation(let id, let digest, let expires):
            try InvitationRecord.arm(id, digest: digest, until: expires, at: now, in: connection)
        case .link(let id, let digest): try PortalLinkRecord.addSecret(digest, to: id, in: connection)
        case .signIn(let id, let digest, let code):
            try SignInRecord.arm(id, digest: digest, code: code, in: connection)
        case .confirmation(let id, let digest): try ConfirmationRecord.arm(id, digest: digest, in: connection)
        case .undo(let id, let digest): try DecisionRecord.addLink(digest, to: id, in: connection)
        case .mute(let person, let digest): try MuteLinkRecord.add(digest, of: person, in: connection)
        case .guest(let id, let digest): try GuestRecord.addLink(digest, to: id, in: connection)
        case .signing(let id, let digest): try SigningRecord.arm(id, digest: digest, in: connection)
        case .signingCode(let id, let code): try SigningRecord.arm(id, code: code, in: connection)
        }
    }
}
