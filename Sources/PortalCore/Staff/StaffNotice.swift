/// What is mailed to staff about their own work.
package enum StaffNotice: Equatable, Sendable, Codable {
    /// Here is the page for the invitation that a mail asked for.
    case invitationAsked(AskedInvitationID)
    /// A test invitation: does mail go out, and do answers come back?
    case test
}

/// What such a mail says, loaded.
package enum StaffLetter: Sendable {
    case invitationAsked(AskedInvitation)
    case test(expires: Moment)
}

extension StaffNotice: ItemNews {
    var topic: String {
        switch self {
        case .invitationAsked: "invite"
        case .test: "test"
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
        }
    }
}
