/// What is mailed to staff about their own work.
package enum StaffNotice: Equatable, Sendable, Codable {
    /// Here is the page for the invitation that a mail asked for.
    case invitationAsked(AskedInvitationID)
    /// A test invitation: does mail go out, and do answers come back?
    case test
    /// Too many mails came back: no more go out until somebody resumes it.
    case sendingStopped
}

/// What such a mail says, loaded.
package enum StaffLetter: Sendable {
    case invitationAsked(AskedInvitation)
    case test(expires: Moment)
    case sendingStopped(SendingStop)
}

extension StaffNotice: ItemNews {
    var topic: String {
        switch self {
        case .invitationAsked: "invite"
        case .test: "test"
        case .sendingStopped: "sending"
        }
    }

    var isNews: Bool { false }

    func load(for recipient: Person, by loader: LetterLoader) throws -> LetterLoader.Loaded? {
        switch self {
        case .invitationAsked(let id):
            guard recipient.may(.access), let asked = try AskedInvitationRecord.find(id, in: loader.connection) else {
                return nil
            }
            return (.item(.staff(.invitationAsked(asked))), .nothing, [])
        case .test:
            guard recipient.isStaff else { return nil }
            return (.item(.staff(.test(expires: loader.now + Invitation.lifetime))), .nothing, [])
        case .sendingStopped:
            guard recipient.isStaff,
                let stop = try SendingStopRecord.find(recipient.organization, in: loader.connection)
            else { return nil }
            return (.item(.staff(.sendingStopped(stop))), .nothing, [])
        }
    }
}
