import PortalCore

/// How far somebody's access has come, in words for the staff.
enum AccessWords {
    static func state(of entry: ClientList.Entry, at now: Moment, _ time: PeopleTime) -> String {
        let words =
            switch entry.person.access {
            case .active: "has access"
            case .ended: "access ended"
            case .none: entry.person.mayAct ? "has access by a portal link" : "not invited"
            case .invited: invited(entry.invitation, at: now, time)
            }
        return entry.person.muted ? "\(words); notifications off" : words
    }

    static func state(of link: PortalLink, at now: Moment, _ time: PeopleTime) -> String {
        if link.revoked != nil { return "revoked" }
        if link.bounced != nil { return "its mail came back" }
        guard let expires = link.expires else { return "open" }
        return expires <= now ? "expired on \(time.date(expires))" : "open until \(time.text(expires))"
    }

    private static func invited(_ invitation: Invitation?, at now: Moment, _ time: PeopleTime) -> String {
        switch invitation?.state {
        case .bounced: "invited, but the mail came back"
        case .revoked: "invitation revoked"
        case .sent, .opened, .owed, .accepted, nil:
            if let expires = invitation?.expires, expires <= now {
                "invitation expired on \(time.date(expires))"
            } else {
                "invited, not accepted yet"
            }
        }
    }
}
