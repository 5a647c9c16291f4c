extension Transaction {
    /// A client opens their link, with the access code where it has one; the browser is remembered.
    func openPortalLink(_ session: Secret, by participant: Participant) throws -> Outcome {
        guard case .portalLink(let link, let browser) = participant.grounds else { return .refused(.notFound) }
        if link.hasCode {
            try PortalLinkRecord.remember(browser, for: link.id, until: now + PortalLink.remembered, in: connection)
        }
        try PortalLinkRecord.countAccess(on: link.id, at: now, in: connection)
        try SessionRecord.start(session.digest, for: participant.person.id, by: link.id, at: now, in: connection)
        return .done(.signedIn)
    }

    /// Makes a link. It is mailed, unless whoever makes it brings its secret to hand it over themselves.
    func createPortalLink(
        _ settings: PortalLinkSettings, in slug: String, handedOver: Secret?
    ) throws -> Outcome {
        guard let organization = try OrganizationRecord.find(slug, in: connection),
            let person = try PersonRecord.find(settings.client, of: organization.id, at: now, in: connection),
            !person.isStaff, person.access != .ended
        else { return .refused(.notFound) }
        if try PortalLinkRecord.find(settings.name, of: person.id, in: connection) != nil {
            return .nothingToDo(.unchanged)
        }
        let code = settings.code.map { StoredCode($0, from: randomness) }
        let link = try PortalLinkRecord.add(settings, code: code, for: person.id, at: now, in: connection)
        if let handedOver {
            try PortalLinkRecord.addSecret(handedOver.digest, to: link, in: connection)
        } else {
            try owe(.portalLink(link), to: person.id)
        }
        // Without this the decisions that waited while the client had no door would never be asked.
        if !person.mayAct && settings.notified { try askWhatWaits(for: person) }
        return .done(.linkCreated(link))
    }

    /// Shuts a link at once, with every session that it opened.
    func revokePortalLink(_ id: PortalLinkID) throws -> Outcome {
        guard let link = try PortalLinkRecord.find(id, in: connection) else { return .refused(.notFound) }
        guard link.revoked == nil else { return .nothingToDo(.unchanged) }
        try PortalLinkRecord.revoke(id, at: now, in: connection)
        return .done(.linkRevoked(id))
    }

    func notifyPortalLink(_ id: PortalLinkID, _ notified: Bool) throws -> Outcome {
        guard let link = try PortalLinkRecord.find(id, in: connection) else { return .refused(.notFound) }
        guard link.notified != notified else { return .nothingToDo(.unchanged) }
        try PortalLinkRecord.setNotified(notified, on: id, in: connection)
        return .done(.linkNotificationsSet(id, notified))
    }
}
