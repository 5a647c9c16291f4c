/// What admins and owners do with their clients' portal links.
package enum LinkCommand: Equatable, Sendable {
    case create(NewPortalLink)
    case revoke(PortalLinkID)
    case notify(PortalLinkID, Bool)
    /// From now; nil for no end. `mailed`: the client gets the link once more.
    case setExpiry(PortalLinkID, days: Int?, mailed: Bool)
    /// Tells clients whose links end within days, once for each end; the clock's own command.
    case announceEnds(organization: String, on: ReminderDay)
}

/// A portal link to be made.
package struct NewPortalLink: Equatable, Sendable {
    let client: PersonID
    let name: String
    let days: Int?
    let code: SixDigitCode?
    let notified: Bool
    /// The link, where whoever makes it hands it over; otherwise it is mailed.
    let handedOver: Secret?

    package init(
        for client: PersonID, name: String, days: Int?, code: SixDigitCode?, notified: Bool, handedOver: Secret?
    ) {
        self.client = client
        self.name = name
        self.days = days
        self.code = code
        self.notified = notified
        self.handedOver = handedOver
    }

    /// Limit: scalars of a name.
    static let longestName = 60
    /// Limit: days until the end.
    package static let days = 1...3650
}

extension LinkCommand: StaffAct {
    var name: String {
        switch self {
        case .create: "create-link"
        case .revoke: "revoke-link"
        case .notify: "notify-link"
        case .setExpiry: "expire-link"
        case .announceEnds: "announce-link-ends"
        }
    }

    var right: StaffRight { .access }

    func carryOut(byStaff participant: Participant, in transaction: Transaction) throws -> Outcome {
        switch self {
        case .create(let new): return try transaction.create(new, of: participant.organization)
        case .revoke(let id):
            guard try transaction.link(id, of: participant) != nil else { return .refused(.notFound) }
            return try transaction.revokePortalLink(id)
        case .notify(let id, let notified):
            guard try transaction.link(id, of: participant) != nil else { return .refused(.notFound) }
            return try transaction.notifyPortalLink(id, notified)
        case .setExpiry(let id, let days, let mailed):
            guard let link = try transaction.link(id, of: participant) else { return .refused(.notFound) }
            return try transaction.setExpiry(of: link, days: days, mailed: mailed)
        case .announceEnds: return .refused(.notFound)
        }
    }

    func carryOutForAdministrator(in transaction: Transaction) throws -> Outcome {
        guard case .announceEnds(let slug, let day) = self else { return .refused(.notFound) }
        return try transaction.announceLinkEnds(of: slug, on: day)
    }
}

extension Transaction {
    /// The link, where it is one of the participant's organization.
    fileprivate func link(_ id: PortalLinkID, of participant: Participant) throws -> PortalLink? {
        guard let link = try PortalLinkRecord.find(id, in: connection),
            let person = try PersonRecord.find(link.person, at: now, in: connection),
            person.organization == participant.organization.id
        else { return nil }
        return link
    }

    fileprivate func create(_ new: NewPortalLink, of organization: Organization) throws -> Outcome {
        guard let person = try PersonRecord.find(new.client, at: now, in: connection),
            person.organization == organization.id
        else { return .refused(.notFound) }
        guard !new.name.utf8.isEmpty else { return .refused(.item(.noName)) }
        if let refusal = ShownText.refusal(line: new.name, most: NewPortalLink.longestName) { return .refused(refusal) }
        if let days = new.days, !NewPortalLink.days.contains(days) { return .refused(.item(.impossibleNumber)) }
        let settings = PortalLinkSettings(
            client: person.address, name: new.name, code: new.code, days: new.days, notified: new.notified)
        let outcome = try createPortalLink(settings, in: organization.settings.slug, handedOver: new.handedOver)
        return outcome == .nothingToDo(.unchanged) ? .refused(.item(.taken(new.name))) : outcome
    }

    fileprivate func setExpiry(of link: PortalLink, days: Int?, mailed: Bool) throws -> Outcome {
        guard link.revoked == nil else { return .refused(.item(.closed)) }
        if let days, !NewPortalLink.days.contains(days) { return .refused(.item(.impossibleNumber)) }
        guard !mailed || !link.isLocked else { return .refused(.tooManyAttempts) }
        let expires = days.map { now + .days(Int64($0)) }
        try PortalLinkRecord.setExpiry(expires, of: link.id, in: connection)
        if mailed { try owe(.portalLink(link.id), to: link.person) }
        return .done(.item(.linkExpirySet(link.id, expires)))
    }
}
