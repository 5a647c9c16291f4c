package import MailFormat

/// A link that opens the portal for one client, without any signing up.
package struct PortalLink: Equatable, Sendable {
    package let id: PortalLinkID
    package let person: PersonID
    /// The link's name among those of its client.
    package let name: String
    let code: StoredCode?
    let attempts: Int
    package let expires: Moment?
    package let revoked: Moment?
    package let notified: Bool
    /// How often somebody came in by it.
    package let accessCount: Int
    package let lastAccess: Moment?
    package let bounced: String?
    /// How often its page was looked at without anybody coming in, as scanners of mail do.
    package let scanCount: Int

    /// Limit: wrong access codes before the link stays shut until staff make a new one.
    static let mostAttempts = 10
    /// How long a browser that gave the code is remembered.
    static let remembered = Moment.Span.days(30)

    package var hasCode: Bool { code != nil }

    /// Whether so many wrong codes were typed that only browsers that gave the right one before come in.
    package var isLocked: Bool { hasCode && attempts >= Self.mostAttempts }

    /// Whether the link is shut, and why; nil while it is open.
    func shut(at now: Moment) -> Refusal? {
        if revoked != nil { return .revoked }
        if let expires, expires <= now { return .expired }
        return nil
    }
}

/// What configuration or the shell says of a portal link.
package struct PortalLinkSettings: Equatable, Sendable {
    package var client: EmailAddress
    package var name: String
    package var code: SixDigitCode?
    /// Days from its making.
    package var days: Int?
    package var notified: Bool

    package init(client: EmailAddress, name: String, code: SixDigitCode?, days: Int?, notified: Bool) {
        self.client = client
        self.name = name
        self.code = code
        self.days = days
        self.notified = notified
    }
}
