/// What somebody of the staff should look at.
package struct Attention: Sendable, Equatable {
    /// The organization's mails are stopped.
    package let stop: SendingStop?
    /// Files of clients that can run programs, and wait until staff let others have them; newest first.
    package let programs: [HeldFile]
    /// Mails that were kept for staff.
    package let held: [InboxEntry]
    /// Mails of ours that did not arrive, newest first.
    package let undelivered: [Undelivered]
    /// Projects in which a client had the last word.
    package let questions: [Question]
    /// What clients ask for that is neither confirmed nor declined, newest first.
    package let requests: [Request]
    /// How many of those there are in all.
    package let openRequests: Int

    /// A mail that could not be delivered.
    package struct Undelivered: Sendable, Equatable {
        package let person: String
        package let address: String
        package let subject: String
        package let at: Moment
        /// The server's words.
        package let result: String
    }

    /// The newest message of a project, where it is a client's.
    package struct Question: Sendable, Equatable {
        package let project: Project
        package let message: Message
    }

    package var isEmpty: Bool {
        stop == nil && programs.isEmpty && held.isEmpty && undelivered.isEmpty && questions.isEmpty && openRequests == 0
    }

    /// Limit: of each kind.
    static let most = 20
    /// How far back it looks.
    private static let span = Moment.Span.days(-30)

    init(of organization: Organization, seenBy person: Person, at now: Moment, in connection: any Connection) throws {
        let since = now + Self.span
        stop = try SendingStopRecord.find(organization.id, in: connection)
        programs = try FileRecord.held(in: organization.id, limit: Self.most, connection)
        held = try StaffRecord.held(of: organization.id, since: since, in: connection)
        undelivered = try StaffRecord.undelivered(of: organization.id, since: since, in: connection)
        let talks = try MessageRecord.talks(seenBy: person, in: connection)
        questions = Array(
            try ProjectRecord.all(of: organization.id, in: connection).compactMap { project in
                talks[project.id].flatMap { talk in
                    talk.newest.authorIsStaff ? nil : Question(project: project, message: talk.newest)
                }
            }.sorted { $0.message.at > $1.message.at }.prefix(Self.most))
        let isAsked = organization.settings.tools.contains(.requests)
        requests = isAsked ? try RequestRecord.open(in: organization.id, limit: Self.most, connection) : []
        openRequests = isAsked ? try RequestRecord.countOpen(in: organization.id, connection) : 0
    }
}
