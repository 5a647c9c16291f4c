package import MailFormat

/// A business that keeps projects for its clients. Several live on one installation and never see each other.
package struct Organization: Equatable, Sendable {
    package let id: OrganizationID
    package let settings: OrganizationSettings
    /// The stored logo, where there is one.
    package let logo: FileID?
}

/// What configuration says of an organization.
package struct OrganizationSettings: Equatable, Sendable {
    /// The organization's name in addresses: lower-case letters, digits and hyphens.
    package var slug: String
    package var name: String
    package var website: String
    package var contact: EmailAddress
    /// The organization's color, `#rrggbb`.
    package var color: String
    package var welcome: String
    /// BCP 47 language tag.
    package var locale: String
    /// IANA time zone name.
    package var timeZone: String
    package var portalOpen: Bool
    /// The names of the five client-facing phases.
    package var phases: [String]
    package var tools: Set<Tool>
    package var decisionsByMail: DecisionsByMail
    package var reminders: ReminderSettings
    package var floorPlans: FloorPlanUse
    package var payments: PaymentSettings
    package var requests: RequestSettings
    /// The words by which commands may be typed besides the usual ones.
    package var words: OwnWords
    package var logo: FileContent?

    package init(
        slug: String, name: String, website: String, contact: EmailAddress, color: String, welcome: String,
        locale: String, timeZone: String, portalOpen: Bool, phases: [String], tools: Set<Tool>,
        decisionsByMail: DecisionsByMail = .execute, reminders: ReminderSettings = .usual,
        floorPlans: FloorPlanUse = .view, payments: PaymentSettings = PaymentSettings(),
        requests: RequestSettings = RequestSettings(), words: OwnWords = OwnWords(), logo: FileContent?
    ) {
        self.slug = slug
        self.name = name
        self.website = website
        self.contact = contact
        self.color = color
        self.welcome = welcome
        self.locale = locale
        self.timeZone = timeZone
        self.portalOpen = portalOpen
        self.phases = phases
        self.tools = tools
        self.decisionsByMail = decisionsByMail
        self.reminders = reminders
        self.floorPlans = floorPlans
        self.payments = payments
        self.requests = requests
        self.words = words
        self.logo = logo
    }
}

/// What an organization can switch on and off for its clients.
package enum Tool: String, CaseIterable, Codable, Sendable {
    case messages, files, deliverables, todos, menus, itineraries, boards, floorplans, guests, forms, invoices, requests
    case passengers, documents

    /// Whether its things belong to the organization or to one of its clients, not to a project.
    package var isOfOrganization: Bool { self == .requests || self == .passengers }

    /// Whether it is on where configuration says nothing.
    package var isUsual: Bool { self != .passengers }
}

/// What a decision that comes by mail does, all evidence for its sender given.
package enum DecisionsByMail: String, CaseIterable, Codable, Sendable {
    case execute
    /// It asks for a press of a button on a page.
    case confirm
    /// Nothing: decisions are made on the pages only.
    case off
}
