/// The one-time link that starts it all.
package struct Invitation: Equatable, Sendable {
    package let id: InvitationID
    package let person: PersonID
    package let state: State
    package let expires: Moment?
    package let changed: Moment
    package let detail: String?

    /// How long an invitation can be accepted, from the moment its mail is written.
    static let lifetime = Moment.Span.days(7)
    /// Limit: mails to one person, however often staff send it again.
    static let mostInADay = 5

    package enum State: String, Codable, Sendable {
        case owed, sent, opened, accepted, bounced, revoked
    }

    /// Whether it may yet come back undelivered.
    var isUnderWay: Bool {
        switch state {
        case .owed, .sent, .opened: true
        case .accepted, .revoked, .bounced: false
        }
    }

    /// The rule for accepting: once, in time, not revoked.
    func accepting(at now: Moment) -> Refusal? {
        switch state {
        case .accepted: .alreadyUsed
        case .revoked: .revoked
        case .owed: .notFound
        case .sent, .opened, .bounced: (expires ?? now) > now ? nil : .expired
        }
    }
}
