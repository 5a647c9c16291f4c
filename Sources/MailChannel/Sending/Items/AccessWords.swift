import Localization
import PortalCore

/// How far somebody's access has come, in words for the staff.
enum AccessWords {
    static func state(of entry: ClientList.Entry, at now: Moment, _ time: PeopleTime) -> Phrase {
        let words =
            switch entry.person.access {
            case .active: Phrase("has access")
            case .ended: Phrase("access ended")
            case .none: entry.person.mayAct ? Phrase("has access by a portal link") : Phrase("not invited")
            case .invited: invited(entry.invitation, at: now, time)
            }
        return entry.person.muted ? Phrase("\(words); notifications off") : words
    }

    static func state(of link: PortalLink, at now: Moment, _ time: PeopleTime) -> Phrase {
        if link.revoked != nil { return Phrase("revoked") }
        if link.bounced != nil { return Phrase("its mail came back") }
        if link.isLocked { return Phrase("shut after too many wrong codes") }
        guard let expires = link.expires else { return Phrase("open") }
        return expires <= now
            ? Phrase("expired on \(time.date(expires))") : Phrase("open until \(time.text(expires))")
    }

    private static func invited(_ invitation: Invitation?, at now: Moment, _ time: PeopleTime) -> Phrase {
        switch invitation?.state {
        case .bounced: Phrase("invited, but the mail came back")
        case .revoked: Phrase("invitation revoked")
        case .sent, .opened, .owed, .accepted, nil:
            if let expires = invitation?.expires, expires <= now {
                Phrase("invitation expired on \(time.date(expires))")
            } else if invitation?.state == .opened {
                Phrase("invited and opened, not accepted yet")
            } else {
                Phrase("invited, not accepted yet")
            }
        }
    }
}
