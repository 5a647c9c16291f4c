extension Transaction {
    /// A mail could not be delivered: it is booked to the invitation or link that it carried, and staff are told.
    ///
    /// - Parameter isBounce: whether a server refused it for good; one that was not reached says nothing of the address.
    func bookFailure(of entry: OutboxEntry, _ diagnostic: String, isBounce: Bool = true) throws {
        try OutboxRecord.settle(entry.id, .failed, result: diagnostic, at: now, in: connection)
        let person = try PersonRecord.find(entry.person, at: now, in: connection)
        if isBounce, let person { try noteBounce(of: entry.id, in: person.organization) }
        switch entry.notice {
        case .invitation(let id):
            // One that was accepted or revoked meanwhile stays so: a report anybody could have written opens no door again.
            guard let invitation = try InvitationRecord.find(id, in: connection), invitation.isUnderWay else { break }
            try InvitationRecord.setState(.bounced, detail: diagnostic, of: id, at: now, in: connection)
        case .item(.guest(.asked(let id))): try GuestRecord.setBounced(diagnostic, on: id, in: connection)
        case .portalLink(let id): try PortalLinkRecord.setBounced(diagnostic, on: id, in: connection)
        case .signIn, .decisionAsked, .decisionMade, .decisionTakenBack, .undoOffered, .newMessage, .item, .receipt,
            .confirmationNeeded:
            break
        case .deliveryFailed: return  // Nobody is told that a telling failed: that way lies a loop.
        }
        guard let person else { return }
        for staff in try PersonRecord.all(of: person.organization, at: now, in: connection)
        where staff.isStaff && staff.hears && staff.id != person.id {
            try owe(.deliveryFailed(entry.id, diagnostic: diagnostic), to: staff.id)
        }
    }

    /// A bounce came back to the reply address of one of our mails.
    func bookBounce(_ report: BounceReport, of participant: Participant) throws -> Outcome {
        guard case .mailSystem(let address) = participant.grounds,
            let entry = try OutboxRecord.find(address.entry, in: connection)
        else { return .refused(.notFound) }
        guard report.isAbout(entry) else { return .done(.automaticReplyNoted) }
        guard report.permanent, entry.state == .sent else { return .nothingToDo(.unchanged) }
        try bookFailure(of: entry, report.diagnostic)
        return .done(.bounceBooked)
    }
}
