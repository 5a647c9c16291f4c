import PortalCore

/// How far somebody's access has come: the word in the style, and words for the staff.
struct AccessWords {
    let name: String
    let text: String

    init(_ entry: ClientList.Entry, at now: Moment, _ time: ReadableTime) {
        (name, text) =
            switch entry.person.access {
            case .active: ("approved", "Has access")
            case .ended: ("rejected", "Access ended")
            case .none where entry.person.mayAct: ("approved", "Has access by a portal link")
            case .none: ("", "Not invited")
            case .invited: Self.words(for: entry.invitation, at: now, time)
            }
    }

    private static func words(
        for invitation: Invitation?, at now: Moment, _ time: ReadableTime
    ) -> (String, String) {
        guard let invitation else { return ("", "Not invited") }
        switch invitation.state {
        case .accepted: return ("approved", "Has access")
        case .bounced: return ("rejected", "The invitation came back")
        case .revoked: return ("rejected", "Invitation revoked")
        case .owed: return ("pending", "Invitation is on its way")
        case .sent, .opened:
            guard let expires = invitation.expires, expires <= now else {
                return ("pending", "Invited on \(time.text(invitation.changed))")
            }
            return ("rejected", "Invitation expired on \(time.text(expires))")
        }
    }

    init(_ link: PortalLink, at now: Moment, _ time: ReadableTime) {
        if link.revoked != nil {
            (name, text) = ("rejected", "Revoked")
        } else if link.bounced != nil {
            (name, text) = ("rejected", "Its mail came back")
        } else if let expires = link.expires {
            (name, text) =
                expires <= now
                ? ("rejected", "Expired on \(time.text(expires))") : ("approved", "Open until \(time.text(expires))")
        } else {
            (name, text) = ("approved", "Open")
        }
    }
}

extension Person.Role {
    var word: String {
        switch self {
        case .client: "Client"
        case .member: "Member"
        case .admin: "Admin"
        case .owner: "Owner"
        }
    }
}
