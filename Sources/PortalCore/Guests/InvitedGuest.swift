import MailFormat

/// A guest who speaks for themselves: believed in nothing but their own answer.
struct InvitedGuest: Equatable, Sendable {
    let guest: Guest
    let organization: Organization
    let grounds: Grounds

    enum Grounds: Equatable, Sendable {
        case reply(MailEvidence)
        /// The link that was mailed to their address.
        case link
    }

    /// The evidence in one line, for the history.
    var evidence: String {
        switch grounds {
        case .reply(let evidence): "guest \(evidence.authentication.line)"
        case .link: "guest link"
        }
    }
}

extension Guest {
    /// The guest as somebody whom mail is written to and compared with. They are no person of the portal: nobody who may
    /// act, nor hears of anything else.
    func addressee(of organization: OrganizationID) -> Person {
        Person(
            id: host, organization: organization, address: address, name: name, role: .client, locale: nil,
            notified: false, access: .none, hasOpenLink: false, hasNotifiedLink: false)
    }
}

extension Transaction {
    /// A mail to a guest's own reply address.
    func invitedGuest(_ id: GuestID, _ address: ReplyAddress, _ evidence: MailEvidence) throws -> Identity {
        guard let found = try invited(try GuestRecord.find(id, in: connection), .reply(evidence)) else {
            return .turnedAway(.held(.notAllowedIn), known: nil)
        }
        let person = found.guest.addressee(of: found.organization.id)
        if case .hold(let reason) = Verdict(for: .speak, on: evidence, from: person) {
            return .turnedAway(.held(reason), known: nil)
        }
        guard address.expires > now else { return .turnedAway(.held(.expiredReplyAddress), known: nil) }
        return .guest(found)
    }

    /// Whoever has the link that was mailed to a guest.
    func invitedGuest(_ secret: Secret) throws -> Identity {
        try invited(try GuestRecord.find(secret.digest, in: connection), .link).map(Identity.guest)
            ?? .turnedAway(.refused(.notFound), known: nil)
    }

    /// Nil for one who was taken off the list, and where the organization has switched guests off.
    private func invited(_ guest: Guest?, _ grounds: InvitedGuest.Grounds) throws -> InvitedGuest? {
        guard let guest, guest.removed == nil,
            let organization = try GuestRecord.organization(of: guest, in: connection)
        else { return nil }
        return InvitedGuest(guest: guest, organization: organization, grounds: grounds)
    }

    func carryOut(_ command: Command, for invited: InvitedGuest) throws -> Outcome {
        let guest = invited.guest
        guard case .item(.guest(.answer(guest.id, in: guest.project, let answer))) = command else {
            return .refused(.notFound)
        }
        guard case .reply(let evidence) = invited.grounds else {
            return try self.answer(answer, of: guest, by: nil, invited.organization)
        }
        let person = guest.addressee(of: invited.organization.id)
        let verdict = Verdict(for: command.weight, on: evidence, from: person)
            .limited(byExamination: try isMailExamined(), of: command)
        switch verdict {
        case .act, .actMarked:
            let outcome = try self.answer(answer, of: guest, by: nil, invited.organization)
            if case .done(.item(.guestAnswered(_, let reply, let party))) = outcome, answer.deservesReceipt {
                try oweToGuest(.noted(guest.id, reply, party: party), guest)
            }
            return outcome
        case .confirm:
            try oweToGuest(.onPage(guest.id), guest)
            return .needsConfirmation
        case .hold(let reason): return .held(reason)
        case .refuse(let refusal): return .refused(refusal)
        }
    }

    /// Limit: the same once an hour.
    private func oweToGuest(_ news: GuestNotice, _ guest: Guest) throws {
        let notice = Notice.item(.guest(news))
        if try !OutboxRecord.wasOwed(notice, to: guest.host, since: now + .hours(-1), in: connection) {
            try owe(notice, to: guest.host)
        }
    }
}

extension GuestAnswer {
    /// A calendar program shows the answer by itself, and words alone may come from a program.
    fileprivate var deservesReceipt: Bool { reply != nil && sequence == nil && proposal == nil }
}

extension GuestRecord {
    /// Where the guest's event is, while it is open to guests.
    static func organization(of guest: Guest, in connection: any Connection) throws -> Organization? {
        guard let project = try ProjectRecord.find(guest.project, in: connection),
            let organization = try OrganizationRecord.find(project.organization, in: connection),
            organization.settings.portalOpen, organization.settings.tools.contains(.guests)
        else { return nil }
        return organization
    }
}

/// What the page behind a guest's link shows.
package struct InvitationToEvent: Sendable, Equatable {
    package let organization: Organization
    package let project: Project
    package let event: Event
    package let guest: Guest
    /// Whether answers come too late.
    package let isOver: Bool
}

extension Portal {
    /// The page of a guest's link; nil for a secret that opens nothing. Looking changes nothing.
    package func invitationToEvent(_ secret: Secret) throws -> InvitationToEvent? {
        try database.read { connection in
            guard let guest = try GuestRecord.find(secret.digest, in: connection), guest.removed == nil,
                let organization = try GuestRecord.organization(of: guest, in: connection),
                let project = try ProjectRecord.find(guest.project, in: connection),
                let event = try EventRecord.find(of: guest.project, in: connection)
            else { return nil }
            return InvitationToEvent(
                organization: organization, project: project, event: event, guest: guest,
                isOver: event.isOver(at: clock(), in: organization.settings.timeZone))
        }
    }
}
