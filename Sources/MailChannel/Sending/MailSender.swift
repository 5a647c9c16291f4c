package import Logging
package import PortalCore

/// Sends what is owed: one mail after the other to each person, to a few people at once, until its task is cancelled.
package struct MailSender: Sendable {
    private let portal: Portal
    private let writer: LetterWriter
    private let deliver: @Sendable (SealedLetter) async -> SendingResult
    private let logger: Logger

    /// Limit: mails on their way at once.
    private static let mostAtOnce = 4
    /// How often other processes' changes, and mails that have become due, are looked for.
    private static let pollingPause = Duration.milliseconds(200)
    /// How long a person's mails wait after a fault of our own.
    private static let faultPause = Duration.seconds(5)

    /// - Parameter deliver: makes one attempt, and says what came of it. In a cancelled task it must answer soon.
    package init(
        portal: Portal, writer: LetterWriter, deliver: @escaping @Sendable (SealedLetter) async -> SendingResult,
        logger: Logger
    ) {
        self.portal = portal
        self.writer = writer
        self.deliver = deliver
        self.logger = logger
    }

    /// Runs until its task is cancelled; the result of every attempt that was begun is booked before it returns.
    ///
    /// - Throws: a fault of the database at the start; later ones are logged and tried again.
    package func run() async throws {
        try await portal.recoverOutbox()
        let (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await withTaskGroup(of: Event.self) { group in
            group.addTask { await listen(wake) }
            group.addTask { await poll(wake) }
            group.addTask { await next(wakes) }
            var busy: Set<PersonID> = []
            var stopped: [StoppedOrganization] = []
            while let event = await group.next() {
                switch event {
                case .ended: continue
                case .sent(let person): busy.remove(person)
                case .woken: if !Task.isCancelled { group.addTask { await next(wakes) } }
                }
                guard !Task.isCancelled else { continue }
                stopped = logged(stopsSince: stopped)
                for entry in due(except: busy).prefix(Self.mostAtOnce - busy.count) {
                    busy.insert(entry.person)
                    group.addTask { await send(entry) }
                }
            }
        }
    }

    private enum Event: Sendable {
        case woken
        case sent(PersonID)
        case ended
    }
}

// When to look.
extension MailSender {
    private func next(_ wakes: AsyncStream<Void>) async -> Event {
        for await _ in wakes { return .woken }
        return .ended
    }

    private func listen(_ wake: AsyncStream<Void>.Continuation) async -> Event {
        wake.yield()
        for await _ in portal.changes { wake.yield() }
        return .ended
    }

    private func poll(_ wake: AsyncStream<Void>.Continuation) async -> Event {
        var seen: Int64?
        while (try? await Task.sleep(for: Self.pollingPause)) != nil {
            let commits = try? portal.commitsSeen()
            let due = try? portal.nextMailDue()
            if commits != seen || due.map({ $0 <= portal.now }) ?? false { wake.yield() }
            seen = commits
        }
        wake.finish()
        return .ended
    }

    private func due(except busy: Set<PersonID>) -> [OutboxEntry] {
        do {
            return try portal.dueMailOfEach(limit: 64).filter { !busy.contains($0.person) }
        } catch {
            logger.error("the outbox cannot be read", metadata: ["reason": "\(error)"])
            return []
        }
    }
}

// Whose mails are stopped.
extension MailSender {
    /// Tells of organizations whose mails were stopped or resumed since the last look.
    private func logged(stopsSince known: [StoppedOrganization]) -> [StoppedOrganization] {
        guard let stopped = try? portal.stoppedOrganizations() else { return known }
        for one in stopped where !known.contains(where: { $0.isSame(as: one) }) {
            logger.error(
                "mails are stopped: too many came back; see `postern outbox resume`",
                metadata: [
                    "organization": "\(one.slug)", "mails": "\(one.stop.count.mails)",
                    "bounced": "\(one.stop.count.bounced)",
                ])
        }
        for one in known where !stopped.contains(where: { $0.isSame(as: one) }) {
            logger.notice("mails go out again", metadata: ["organization": "\(one.slug)"])
        }
        return stopped
    }
}

extension StoppedOrganization {
    /// Whether it is the same stop; how many wait may change.
    fileprivate func isSame(as other: StoppedOrganization) -> Bool {
        slug.utf8.elementsEqual(other.slug.utf8) && stop == other.stop
    }
}

// What to do.
extension MailSender {
    private func send(_ entry: OutboxEntry) async -> Event {
        do {
            if !Task.isCancelled, let letter = try await begun(entry) {
                let result = await deliver(letter)
                try await portal.settle(entry.id, result)
                log(result, entry)
            }
        } catch {
            logger.error("a mail waits", metadata: ["mail": "\(entry.id)", "reason": "\(error)"])
            try? await Task.sleep(for: Self.faultPause)
        }
        return .sent(entry.person)
    }

    /// The written mail, its attempt recorded before anybody connects; nil when there is nothing to send.
    private func begun(_ entry: OutboxEntry) async throws -> SealedLetter? {
        switch entry.state {
        case .owed:
            guard try await portal.take(entry) else { return nil }
            guard let letter = try portal.letter(for: entry) else {
                try await portal.drop(entry)
                return nil
            }
            let written = try writer.write(letter, logo: logo(of: letter.organization), files: files(of: letter))
            let isOwed = try await portal.seal(
                written.sealed, of: letter, messageID: written.messageID, subject: written.subject)
            return isOwed ? written.sealed : nil
        case .begun, .waiting:
            return try await portal.begin(entry) ? portal.sealedLetter(entry.id) : nil
        case .sent, .failed, .dropped: return nil
        }
    }

    /// A logo that cannot be read keeps no mail from going out.
    private func logo(of organization: Organization) -> [UInt8]? {
        organization.settings.logo.flatMap { try? portal.contents.bytes(of: $0.digest) }
    }

    /// What cannot be read is linked.
    private func files(of letter: Letter) -> [ContentDigest: [UInt8]] {
        letter.attachments.reduce(into: [:]) { $0[$1.digest] = try? portal.contents.bytes(of: $1.digest) }
    }

    private func log(_ result: SendingResult, _ entry: OutboxEntry) {
        let (word, line) =
            switch result {
            case .sent(let line): ("sent", line)
            case .rejected(let line): ("rejected", line)
            case .deferred(let line): ("deferred", line)
            case .unknown(let line): ("unknown", line)
            }
        logger.info(
            "mail \(word)", metadata: ["mail": "\(entry.id)", "attempt": "\(entry.attempts + 1)", "line": "\(line)"])
    }
}
