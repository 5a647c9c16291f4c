package import Logging
package import MailFormat
package import MailSignatures
package import PortalCore

/// Where a mail goes after it was settled.
package enum Filing: Hashable, Sendable {
    case processed
    /// For staff to look at.
    case quarantine
}

/// Takes mails in: each is kept on disk, read, and carried out at most once.
package struct MailReceiver: Sendable {
    let portal: Portal
    let mailbox: ReplyMailbox
    private let border: TrustedBorder
    let check: SenderCheck?
    private let logger: Logger

    /// - Parameters:
    ///   - border: the mail server whose word about senders counts.
    ///   - check: our own check of senders of whom that server says nothing; nil where none is wanted.
    package init(
        portal: Portal, mailbox: ReplyMailbox, border: TrustedBorder, check: SenderCheck? = nil, logger: Logger
    ) {
        self.portal = portal
        self.mailbox = mailbox
        self.border = border
        self.check = check
        self.logger = logger
    }

    /// Takes a batch of mails, in the order in which they came. Mails to different reply addresses are carried out side by
    /// side, so that they share commits; those to the same one after the other.
    ///
    /// - Returns: one filing for each mail, in the same order. The mails are settled then.
    /// - Throws: a fault, after which the same batch may be given again; what was settled of it is not done twice.
    package func receive(_ mails: [[UInt8]]) async throws -> [Filing] {
        var waiting = lanes(of: mails)[...]
        let filed = try await withThrowingTaskGroup(of: [(Int, Filing)].self) { group in
            for lane in waiting.prefix(Self.mostLanes) { group.addTask { try await take(lane) } }
            waiting = waiting.dropFirst(Self.mostLanes)
            var filed: [(Int, Filing)] = []
            while let some = try await group.next() {
                filed += some
                if let lane = waiting.popFirst() { group.addTask { try await take(lane) } }
            }
            return filed
        }
        return filed.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Carries out what was kept and not settled because the process ended in between. Called once after a start.
    ///
    /// - Throws: a fault of the database; a mail whose bytes cannot be read is logged and stays for the next start.
    package func resume() async throws {
        for entry in try portal.unfinishedMails() {
            guard let bytes = try? portal.contents.bytes(of: entry.content) else {
                logger.error("a kept mail cannot be read", metadata: ["content": "\(entry.content)"])
                continue
            }
            _ = try await receive([bytes])
        }
    }

    /// Reads a mail that was held once more, because staff asked for it. What it asks for is judged anew.
    ///
    /// - Parameter asked: names this asking; the same asking is carried out once.
    /// - Throws: a fault of the database, or of the disk that holds the mail.
    package func readAgain(_ entry: InboxEntry, asked: String) async throws -> [Outcome] {
        let message = MailFormat.Message(try portal.contents.bytes(of: entry.content))
        return try await carryOut(reading(of: message), of: message, because: .heldMail(entry.digest, asked: asked))
    }

    /// What would come of a mail, were it taken in now; nothing is kept, changed or sent.
    ///
    /// - Throws: a fault of the database.
    package func rehearse(_ reading: MailReading) async throws -> [Outcome] {
        let reading = try recognized(reading)
        let subject = try reading.reply.flatMap { try portal.replySubject($0) }
        let request = MailRequest(
            reading, about: subject, files: try files(of: reading, about: subject) { ContentDigest(of: $0) })
        // A mail that nobody has sent: what it does is said to have come by mail, as it would.
        let cause = Cause.mail(ContentDigest(of: systemRandomness(32)))
        return try await portal.rehearse(request.commands, for: request.claim, because: cause)
    }

    /// How this installation reads a mail, before anybody is asked about its sender.
    package func reading(of message: MailFormat.Message) -> MailReading {
        MailReading(message, at: mailbox, border: border)
    }

    /// Keeps for staff what could not be taken in whole: a mail over the limit, by its header.
    ///
    /// - Parameter size: bytes of the whole mail.
    /// - Throws: a fault, after which the same may be given again.
    package func setAside(header: [UInt8], ofMailWith size: Int) async throws -> Filing {
        let message = MailFormat.Message(header)
        let mail = try await portal.keep(
            header, identity: message.digestInput(), sender: message.from.first?.address ?? "",
            subject: message.subject ?? "")
        _ = try await portal.perform(
            [.setAside(.unreadable("too large: \(size) bytes"))], for: .stranger, because: .mail(mail.digest))
        return .quarantine
    }

    /// Limit: mails that are carried out side by side.
    private static let mostLanes = 16
}

extension MailReceiver {
    private struct Arrival: Sendable {
        let place: Int
        let message: MailFormat.Message
        let reading: MailReading
    }

    /// Lanes in which the DNS must be asked come last, so that none waits behind them that need not.
    private func lanes(of mails: [[UInt8]]) -> [[Arrival]] {
        var lanes: [[Arrival]] = []
        var known: [Secret: Int] = [:]
        for (place, bytes) in mails.enumerated() {
            let message = MailFormat.Message(bytes)
            let reading = reading(of: message)
            let arrival = Arrival(place: place, message: message, reading: reading)
            guard case .reply(let secret) = reading.addressee else {
                lanes.append([arrival])
                continue
            }
            if let lane = known[secret] {
                lanes[lane].append(arrival)
            } else {
                known[secret] = lanes.count
                lanes.append([arrival])
            }
        }
        let isSlow = { (lane: [Arrival]) in lane.contains { needsCheck($0.reading, of: $0.message) } }
        return lanes.filter { !isSlow($0) } + lanes.filter(isSlow)
    }

    private func take(_ lane: [Arrival]) async throws -> [(Int, Filing)] {
        var filed: [(Int, Filing)] = []
        for arrival in lane { filed.append((arrival.place, try await take(arrival))) }
        return filed
    }

    /// On disk first; then, unless that was done before, carried out.
    private func take(_ arrival: Arrival) async throws -> Filing {
        let reading = arrival.reading
        let mail = try await portal.keep(
            arrival.message.bytes, identity: arrival.message.digestInput(), sender: reading.sender,
            subject: reading.subject)
        if try portal.inboxState(of: mail) == .kept {
            _ = try await carryOut(reading, of: arrival.message, because: .mail(mail.digest))
        }
        let state = try portal.inboxState(of: mail)
        logger.info("mail settled", metadata: ["mail": "\(mail.digest)", "state": "\(state?.rawValue ?? "")"])
        return state == .held ? .quarantine : .processed
    }

    private func carryOut(
        _ reading: MailReading, of message: MailFormat.Message, because cause: Cause
    ) async throws -> [Outcome] {
        let reading = try recognized(reading)
        let subject = try reading.reply.flatMap { try portal.replySubject($0) }
        // Whoever knows no reply address of ours cannot make us ask the DNS.
        let known = subject == nil ? reading : await checked(reading, of: message)
        let request = MailRequest(
            known, about: subject, files: try files(of: known, about: subject, portal.contents.put))
        return try await portal.perform(request.commands, for: request.claim, because: cause)
    }

    /// The reading; as our own where the mail bears the Message-ID of one that we wrote, though a program on the way took
    /// off all else by which it could be known. A report about such a mail is not it.
    private func recognized(_ reading: MailReading) throws -> MailReading {
        guard reading.kind == .ordinary, let messageID = reading.evidence.messageID, try portal.hasWritten(messageID)
        else { return reading }
        return reading.asOwn()
    }

    /// The attachments of a mail that is about something, without our own logo coming back.
    ///
    /// - Parameter name: gives the bytes their digest, having put them where they are to stay.
    private func files(
        of reading: MailReading, about subject: ReplySubject?, _ name: ([UInt8]) throws -> ContentDigest
    ) throws -> [FileContent] {
        guard let subject, subject.subject.takesFiles else { return [] }
        return try reading.files.compactMap { file in
            let bytes = file.decodedBytes()
            guard ContentDigest(of: bytes) != subject.logo else { return nil }
            return try FileContent(
                name: file.shownName, contentType: file.contentType, size: Int64(bytes.count),
                digest: name(bytes), beginning: Array(bytes.prefix(FileContent.beginning)))
        }
    }
}

extension AttachedFile {
    /// The file's name; where the sender gave none, one that says what it is.
    fileprivate var shownName: String {
        if let name { return name }
        return switch contentType {
        case "message/rfc822": "message.eml"
        case "text/calendar": "calendar.ics"
        case "image/png": "image.png"
        case "image/jpeg": "image.jpg"
        case "image/gif": "image.gif"
        case "application/pdf": "document.pdf"
        default: "attachment"
        }
    }
}
