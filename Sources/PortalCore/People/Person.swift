package import MailFormat

/// A client or a staff member of one organization.
package struct Person: Equatable, Sendable {
    package let id: PersonID
    package let organization: OrganizationID
    package private(set) var address: EmailAddress
    package let name: String
    package let role: Role
    package let locale: String?
    /// Whether this person wants notifications (receipts, links and codes are always sent).
    package let notified: Bool
    package let access: Access
    /// Whether an open portal link (neither revoked nor expired) lets this client in.
    let hasOpenLink: Bool
    /// Whether such a link has its notifications on.
    let hasNotifiedLink: Bool
    /// Whether they asked for no notifications themselves, whatever configuration says.
    package var muted = false

    package enum Role: String, Codable, Sendable, CaseIterable {
        case client, member, admin, owner
    }

    /// How far a person's access has come.
    package enum Access: String, Codable, Sendable {
        case none, invited, active, ended
    }

    package var isStaff: Bool { role != .client }

    /// Whether this person may act at all, by whichever door.
    package var mayAct: Bool {
        switch access {
        case .ended: false
        case .active: true
        case .none, .invited: isStaff || hasOpenLink
        }
    }

    /// The same person, to be mailed at another address.
    func reached(at address: EmailAddress) -> Person {
        var copy = self
        copy.address = address
        return copy
    }

    /// Whether this person is told of what happens.
    var hears: Bool {
        guard mayAct && notified && !muted else { return false }
        return isStaff || access == .active || hasNotifiedLink
    }
}

/// What configuration says of a person.
package struct PersonSettings: Equatable, Sendable {
    package var address: EmailAddress
    /// The address under which they were known before; it is theirs no more.
    package var formerly: EmailAddress?
    package var name: String
    package var role: Person.Role
    package var locale: String?
    package var notified: Bool
    /// False takes every access away at once: sessions, links, reply addresses.
    package var admitted: Bool

    package init(
        address: EmailAddress, formerly: EmailAddress? = nil, name: String, role: Person.Role, locale: String?,
        notified: Bool, admitted: Bool
    ) {
        self.address = address
        self.formerly = formerly
        self.name = name
        self.role = role
        self.locale = locale
        self.notified = notified
        self.admitted = admitted
    }

    /// The same as it is stored: who they were is history once they have moved.
    var asStored: PersonSettings {
        var copy = self
        copy.formerly = nil
        return copy
    }
}
