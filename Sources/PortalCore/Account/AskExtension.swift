/// A client whose link ends asks for a longer one. Only staff make links, so that they are told.
extension Transaction {
    /// How long the staff are not asked again about the same link.
    private static let pause = Moment.Span.days(-1)

    func askExtension(by participant: Participant) throws -> Outcome {
        guard !participant.person.isStaff else { return .refused(.item(.onlyClients)) }
        guard let link = try linkThatEnds(of: participant) else { return .refused(.item(.nothingToExtend)) }
        let notice = Notice.item(.account(.extensionAsked(participant.person.id, link.id)))
        for person in try PersonRecord.all(of: participant.organization.id, at: now, in: connection)
        where person.isStaff && person.hears {
            guard try !OutboxRecord.wasOwed(notice, to: person.id, since: now + Self.pause, in: connection) else {
                continue
            }
            try owe(notice, to: person.id)
        }
        return .done(.item(.extensionAsked))
    }

    /// The link by which they came, else the one of theirs that ends first; where all have ended, the last that did.
    private func linkThatEnds(of participant: Participant) throws -> PortalLink? {
        if case .expiredLink(let link) = participant.grounds { return link }
        let links = try PortalLinkRecord.all(of: participant.person.id, in: connection)
            .filter { $0.revoked == nil && $0.expires != nil }
        return links.filter { $0.shut(at: now) == nil }.min { ($0.expires ?? now) < ($1.expires ?? now) }
            ?? links.max { ($0.expires ?? now) < ($1.expires ?? now) }
    }
}

extension LetterLoader {
    func extensionAsked(_ person: PersonID, _ link: PortalLinkID) throws -> Loaded? {
        guard let person = try PersonRecord.find(person, at: now, in: connection), person.access != .ended,
            let link = try PortalLinkRecord.find(link, in: connection), link.revoked == nil
        else { return nil }
        return (.item(.account(.extensionAsked(person, link))), .nothing, [])
    }
}
