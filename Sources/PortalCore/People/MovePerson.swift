package import MailFormat

/// Somebody's other address: what was sent to the one before opens nothing any more, and both are told (ASVS 6.3.7).
extension Transaction {
    /// Moves whoever is known by the address before, as long as nobody has the present one.
    func moveWhoWasElsewhere(_ settings: PersonSettings, in organization: OrganizationID) throws {
        guard let formerly = settings.formerly,
            try PersonRecord.find(settings.address, of: organization, at: now, in: connection) == nil,
            let person = try PersonRecord.find(formerly, of: organization, at: now, in: connection)
        else { return }
        try PersonRecord.setAddress(settings.address, of: person.id, in: connection)
        try endWhatWasMailed(to: person.id)
        try mailLinksAnew(to: person.id)
        guard person.access != .ended else { return }
        let change = AddressChange(former: person.address, present: settings.address)
        for place in [AddressChange.Place.former, .present] {
            try owe(.item(.account(.addressChanged(change, toldAt: place))), to: person.id)
        }
        // The mails that asked can be answered no more.
        if !person.isStaff && person.hears { try askWhatWaits(for: person) }
    }

    /// Every session and code, every link but a portal link, and every reply address ends, for good.
    func endWhatWasMailed(to person: PersonID) throws {
        try SessionRecord.endAll(of: person, at: now, in: connection)
        try InvitationRecord.revokeAll(of: person, at: now, in: connection)
        try SignInRecord.endAll(of: person, at: now, in: connection)
        try SigningRecord.endAll(of: person, at: now, in: connection)
        try ConfirmationRecord.endAll(of: person, at: now, in: connection)
        try DecisionRecord.removeUndoLinks(of: person, in: connection)
        try MuteLinkRecord.removeAll(of: person, in: connection)
        try ReplyAddressRecord.endAll(of: person, at: now, in: connection)
        try MailThreadRecord.removeAll(of: person, in: connection)
        try OutboxRecord.writeAnew(whatWaitsFor: person, in: connection)
    }

    private func mailLinksAnew(to person: PersonID) throws {
        for link in try PortalLinkRecord.all(of: person, in: connection) where link.shut(at: now) == nil {
            try PortalLinkRecord.removeSecrets(of: link.id, in: connection)
            try owe(.portalLink(link.id), to: person)
        }
    }
}

/// Which address somebody had, and which they have.
package struct AddressChange: Equatable, Sendable, Codable {
    package let former: EmailAddress
    package let present: EmailAddress

    /// Where the mail that tells of it goes.
    package enum Place: String, Equatable, Sendable, Codable { case former, present }
}
