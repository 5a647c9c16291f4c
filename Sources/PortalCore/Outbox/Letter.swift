package import MailFormat

/// Everything that the mail channel needs to write one mail, with the secrets that were made for it.
package struct Letter: Sendable {
    package let entry: OutboxEntry
    package let organization: Organization
    package let recipient: Person
    package let content: Content
    /// The secret of the reply address that a reply, or a bounce, comes back to.
    package let reply: Secret
    package let subject: ReplyAddress.Subject
    package let thread: MailThread?
    package let at: Moment
    /// The secret of the link that ends notifications; nil for what was asked for, and for what carries a key.
    package let mute: Secret?
    let keys: [Key]
    /// What the chain says of the decision that it is the receipt of.
    package var proof: ChainProof?

    /// The stored files that go along with it.
    package var attachments: [FileContent] {
        switch content {
        case .item(.given(let given)): given.entries.flatMap(\.files).filter(\.isSmall).map(\.file.content)
        case .item(.invoice(let letter)): letter.files
        case .item(.document(let document)): document.files
        default: []
        }
    }

    /// What the mail says, loaded.
    package enum Content: Sendable {
        case invitation(Secret, expires: Moment, projects: [Project])
        case portalLink(PortalLink, Secret)
        case signIn(Secret, SixDigitCode, expires: Moment)
        case decisionAsked(ProjectDeliverable)
        case decisionMade(ProjectDeliverable, MadeDecision, by: Person, comment: Message?)
        case decisionTakenBack(ProjectDeliverable, MadeDecision, by: Person)
        case undoOffered(ProjectDeliverable, MadeDecision, UndoOffer?, askedByMail: Bool)
        case newMessage(Project, Message, [StoredFile])
        case item(ItemLetter)
        /// Without a project where the mail was about something of the organization.
        case receipt(Receipt, Project?, Deliverable?, UndoOffer?)
        case confirmation(Secret, Confirmation, ProjectDeliverable)
        case deliveryFailed(to: Person, about: Notice, diagnostic: String)
    }

    /// A secret that lives only in this mail, to be stored as a digest when the mail is sealed.
    enum Key: Sendable {
        case invitation(InvitationID, SecretDigest, until: Moment)
        case link(PortalLinkID, SecretDigest)
        case signIn(SignInID, SecretDigest, StoredCode)
        case confirmation(ConfirmationID, SecretDigest)
        case undo(DecisionID, SecretDigest)
        case mute(PersonID, SecretDigest)
        case guest(GuestID, SecretDigest)
        case signing(SigningID, SecretDigest)
        case signingCode(SigningID, StoredCode)
    }

    /// How the recipient takes a decision of theirs back, while they can.
    package struct UndoOffer: Sendable {
        package let decision: MadeDecision
        /// Of the link.
        package let secret: Secret
        package let until: Moment
    }
}

/// A deliverable with its project and the files of its present version.
package struct ProjectDeliverable: Sendable, Equatable {
    package let project: Project
    package let deliverable: Deliverable
    package let files: [StoredFile]
}

/// The mails that a person already has about one topic.
package struct MailThread: Sendable, Equatable {
    package let subject: String
    package let root: MessageID
    package let last: MessageID
}

/// The table `mail_threads`.
enum MailThreadRecord {
    static func find(_ topic: String, of person: PersonID, in connection: any Connection) throws -> MailThread? {
        try connection.first(
            "SELECT subject, root_message_id, last_message_id FROM mail_threads WHERE person_id = $1 AND topic = $2",
            [.id(person), .text(topic)]
        ) { row in
            guard let root = MessageID(try row.text(1)), let last = MessageID(try row.text(2)) else {
                throw StorageFault.unreadable("mail_threads")
            }
            return MailThread(subject: try row.text(0), root: root, last: last)
        }
    }

    static func removeAll(of person: PersonID, in connection: any Connection) throws {
        try connection.execute("DELETE FROM mail_threads WHERE person_id = $1", [.id(person)])
    }

    static func extend(
        _ topic: String, of person: PersonID, subject: String, by messageID: MessageID, in connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO mail_threads (person_id, topic, subject, root_message_id, last_message_id)
            VALUES ($1, $2, $3, $4, $4)
            ON CONFLICT (person_id, topic) DO UPDATE SET last_message_id = excluded.last_message_id
            """, [.id(person), .text(topic), .text(subject), .text(messageID.text)])
    }
}
