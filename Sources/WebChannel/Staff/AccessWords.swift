import Localization
import PortalCore

/// How far somebody's access has come: the word in the style, and words for the staff.
struct AccessWords {
    let name: String
    let text: Phrase

    init(_ entry: ClientList.Entry, at now: Moment, _ time: ReadableTime) {
        (name, text) =
            switch entry.person.access {
            case .active: ("approved", Phrase("Has access"))
            case .ended: ("rejected", Phrase("Access ended"))
            case .none where entry.person.mayAct: ("approved", Phrase("Has access by a portal link"))
            case .none: ("", Phrase("Not invited"))
            case .invited: Self.words(for: entry.invitation, at: now, time)
            }
    }

    private static func words(
        for invitation: Invitation?, at now: Moment, _ time: ReadableTime
    ) -> (String, Phrase) {
        guard let invitation else { return ("", Phrase("Not invited")) }
        switch invitation.state {
        case .accepted: return ("approved", Phrase("Has access"))
        case .bounced: return ("rejected", Phrase("The invitation came back"))
        case .revoked: return ("rejected", Phrase("Invitation revoked"))
        case .owed: return ("pending", Phrase("Invitation is on its way"))
        case .sent, .opened:
            guard let expires = invitation.expires, expires <= now else {
                let changed = time.text(invitation.changed)
                return (
                    "pending",
                    invitation.state == .sent
                        ? Phrase("Invited on \(changed)") : Phrase("Opened on \(changed)")
                )
            }
            return ("rejected", Phrase("Invitation expired on \(time.text(expires))"))
        }
    }

    init(_ link: PortalLink, at now: Moment, _ time: ReadableTime) {
        if link.revoked != nil {
            (name, text) = ("rejected", Phrase("Revoked"))
        } else if link.bounced != nil {
            (name, text) = ("rejected", Phrase("Its mail came back"))
        } else if link.isLocked {
            (name, text) = ("rejected", Phrase("Shut after too many wrong codes"))
        } else if let expires = link.expires {
            (name, text) =
                expires <= now
                ? ("rejected", Phrase("Expired on \(time.text(expires))"))
                : ("approved", Phrase("Open until \(time.text(expires))"))
        } else {
            (name, text) = ("approved", Phrase("Open"))
        }
    }
}

extension Person.Role {
    var word: Phrase {
        switch self {
        case .client: Phrase("Client")
        case .member: Phrase("Member")
        case .admin: Phrase("Admin")
        case .owner: Phrase("Owner")
        }
    }
}
