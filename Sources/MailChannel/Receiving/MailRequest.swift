import MailFormat
package import PortalCore

/// What a mail asks of the portal: the translation of a reading, and all that the mail channel decides about it.
package struct MailRequest: Sendable {
    package let claim: Claim
    package let commands: [Command]

    /// - Parameters:
    ///   - subject: what the mail's reply address was issued for; nil for an address that was never issued.
    ///   - files: the mail's attachments, put on disk.
    package init(_ reading: MailReading, about subject: ReplySubject?, files: [FileContent]) {
        if reading.isOwn {
            // No command at all: the mail is settled, and nothing comes of it.
            self.init(.stranger, [])
            return
        }
        switch reading.addressee {
        case .nobody: self.init(.stranger, [.setAside(.noReplyAddress)])
        case .several: self.init(.stranger, [.setAside(.ambiguous("several reply addresses"))])
        case .reply(let secret):
            if let request = Self.guest(reading, secret, subject) ?? Self.automatic(reading.kind, secret, subject) {
                self = request
            } else if let subject, case let commands = Self.commands(reading, subject, files), !commands.isEmpty {
                self.init(.reply(secret, reading.evidence), commands)
            } else {
                self.init(.stranger, [.setAside(subject == nil ? .unknownReplyAddress : .nothingToReplyTo)])
            }
        }
    }

    private init(_ claim: Claim, _ commands: [Command]) {
        self.claim = claim
        self.commands = commands
    }

    private static func commands(_ reading: MailReading, _ subject: ReplySubject, _ files: [FileContent]) -> [Command] {
        ReplyTranslation(
            subject, in: subject.subject.project, text: reading.text, files: files, tables: reading.guestTables,
            passages: reading.passages(answering:)
        ).commands
    }

    /// What a guest of an event asks for; nil for mail to another address, and for what no person wrote.
    private static func guest(_ reading: MailReading, _ secret: Secret, _ subject: ReplySubject?) -> MailRequest? {
        guard let subject, case .guest(let guest, let project) = subject.subject else { return nil }
        let answer: GuestAnswer?
        switch reading.kind {
        case .ordinary: answer = GuestReply.answer(reading.text, subject)
        case .calendarReply(let reply): answer = GuestReply.answer(reply, of: guest, from: reading.evidence.sender)
        case .automaticReply, .deliveryNotice, .list, .complaint, .bounce: return nil
        }
        guard let answer else { return MailRequest(.stranger, [.setAside(.unreadable("no answer to an invitation"))]) }
        return MailRequest(.reply(secret, reading.evidence), [.item(.guest(.answer(guest, in: project, answer)))])
    }

    /// What comes of mail that no person wrote; nil for mail that one did.
    private static func automatic(_ kind: MailKind, _ secret: Secret, _ subject: ReplySubject?) -> MailRequest? {
        switch kind {
        case .ordinary: nil
        case .automaticReply(let day): MailRequest(.mailSystem(secret), [.noteAutomaticReply(returning: day)])
        // Whoever presses "spam" wants what the other button does: no more news. A guest gets none anyway.
        case .complaint(let report) where report.asksForSilence && subject?.subject.isGuests != true:
            MailRequest(.mailSystem(secret), [.item(.account(.notify(false)))])
        case .deliveryNotice, .list, .complaint:
            MailRequest(.mailSystem(secret), [.noteAutomaticReply(returning: nil)])
        case .bounce(let report):
            MailRequest(.mailSystem(secret), [.bookBounce(BounceReport(report))])
        case .calendarReply: MailRequest(.stranger, [.setAside(.unreadable("an answer to a calendar invitation"))])
        }
    }
}

extension MailReading {
    /// The reply address that a person wrote this to, by hand or by a button of a calendar; nil for all other mail.
    var reply: Secret? {
        guard !isOwn, case .reply(let secret) = addressee else { return nil }
        return switch kind {
        case .ordinary, .calendarReply: secret
        case .automaticReply, .deliveryNotice, .list, .complaint, .bounce: nil
        }
    }

    /// The tables among its files that may be guest lists.
    fileprivate var guestTables: [GuestTable] {
        files.filter { GuestTable.isTable(named: $0.name ?? "", $0.contentType) }.prefix(5).map { file in
            GuestTable(SeparatedValues(file.decodedBytes()))
        }
    }
}

extension ReplyAddress.Subject {
    fileprivate var isGuests: Bool { if case .guest = self { true } else { false } }

    /// Whether files that come in answer can go anywhere.
    var takesFiles: Bool {
        switch self {
        case .decision, .conversation, .things: true
        case .guest, .nothing: false
        }
    }
}

extension BounceReport {
    fileprivate init(_ report: DeliveryReport) {
        self.init(
            permanent: report.permanent, diagnostic: report.diagnostic ?? "no reason given",
            messageID: report.originalMessageID?.text, recipients: report.failedRecipients)
    }
}
