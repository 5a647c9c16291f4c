package import MailFormat

/// What the mail channel does with a mail that came in: keep it first, ask what it is about, act by `perform`.
extension Portal {
    /// Puts a mail on disk and into the inbox. The same mail again changes nothing.
    ///
    /// - Parameters:
    ///   - identity: the bytes without trace headers, by which the same mail is known again.
    ///   - sender, subject: as the mail shows them, for people who look at the list; shortened.
    package func keep(
        _ bytes: [UInt8], identity: [UInt8], sender: String, subject: String
    ) async throws -> KeptMail {
        let mail = KeptMail(
            digest: ContentDigest(of: identity), content: try contents.put(bytes), size: Int64(bytes.count),
            sender: Self.shortened(sender), subject: Self.shortened(subject))
        try await database.write { [clock] in try InboxRecord.keep(mail, at: clock(), in: $0) }
        return mail
    }

    /// How far a kept mail has come; nil for one that was never kept.
    package func inboxState(of mail: KeptMail) throws -> InboxEntry.State? {
        try database.read { try InboxRecord.state(of: mail.digest, in: $0) }
    }

    /// Whether this installation wrote the mail with this Message-ID: it can come in only by a loop.
    package func hasWritten(_ messageID: String) throws -> Bool {
        try database.read { try OutboxRecord.bears(messageID, in: $0) }
    }

    /// Mails that were kept and not acted on, because the process ended in between.
    package func unfinishedMails() throws -> [InboxEntry] {
        try database.read { try InboxRecord.kept(in: $0) }
    }

    /// What a reply to this address is about; nil for an address that was never issued.
    package func replySubject(_ secret: Secret) throws -> ReplySubject? {
        try database.read { connection in
            guard let address = try ReplyAddressRecord.find(secret.digest, in: connection),
                let person = try PersonRecord.find(address.person, at: clock(), in: connection),
                let organization = try OrganizationRecord.find(person.organization, in: connection)
            else { return nil }
            var open: [ReplySubject.OpenDecision] = []
            if let project = address.subject.project, !address.subject.isDecision, !person.isStaff {
                open = try DeliverableRecord.all(of: project, in: connection)
                    .filter { $0.settings.visible && $0.state == .pending }
                    .map { ReplySubject.OpenDecision(deliverable: $0.id, version: $0.settings.version) }
            }
            return ReplySubject(
                subject: address.subject, open: open, locale: person.locale ?? organization.settings.locale,
                words: organization.settings.words, logo: organization.settings.logo?.digest, isStaff: person.isStaff,
                isTest: try OutboxRecord.find(address.entry, in: connection)?.notice == .item(.staff(.test)))
        }
    }

    /// Limit: 300 scalars of a header value in a list.
    private static func shortened(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(300)))
    }
}

/// What a reply is about, as the mail channel needs it to name the object of a command.
package struct ReplySubject: Sendable, Equatable {
    package let subject: ReplyAddress.Subject
    /// What waits for a decision of this client in the project of a conversation.
    package let open: [OpenDecision]
    /// The language in which commands may be typed (BCP 47), besides English.
    package let locale: String
    /// The organization's own words for commands.
    package let words: OwnWords
    /// The logo in our own mails: coming back in a quotation, it is nobody's attachment.
    package let logo: ContentDigest?
    /// Whether the verbs of staff mean something.
    package let isStaff: Bool
    /// Whether it answers a test mail, whatever it says.
    package let isTest: Bool

    package init(
        subject: ReplyAddress.Subject, open: [OpenDecision], locale: String, words: OwnWords = OwnWords(),
        logo: ContentDigest?, isStaff: Bool = false, isTest: Bool = false
    ) {
        self.subject = subject
        self.open = open
        self.locale = locale
        self.words = words
        self.logo = logo
        self.isStaff = isStaff
        self.isTest = isTest
    }

    package struct OpenDecision: Sendable, Equatable {
        package let deliverable: DeliverableID
        package let version: Int

        package init(deliverable: DeliverableID, version: Int) {
            self.deliverable = deliverable
            self.version = version
        }
    }
}
