package import MailFormat

/// Everything that can be asked of the portal, through whichever door.
package enum Command: Equatable, Sendable {
    // Clients and staff
    case postMessage(NewMessage)
    case decide(Decision)
    /// Takes back one's own decision about this version, while it is not final.
    case undo(DeliverableID, version: Int)
    /// A mail came close to a decision without being one: ask on a page, decide nothing.
    case considerDecision(DeliverableID, version: Int)

    // Doors
    // (each that lets somebody in brings the secret that becomes the session's cookie)
    case acceptInvitation(session: Secret)
    case openPortalLink(session: Secret)
    case askToSignIn(address: String, browser: Secret)
    case signIn(session: Secret)
    case signOut

    /// Something about a thing that a project holds beside these: to-dos, invoices, …
    case item(ItemCommand)

    // Settings and the shell
    case setOrganization(OrganizationSettings)
    case setPerson(PersonSettings, organization: String)
    case setProject(ProjectSettings, organization: String)
    case setDeliverable(DeliverableSettings, organization: String)
    case shareFile(SharedFileSettings, organization: String)
    case setItem(ItemSettings, organization: String)
    case invite(EmailAddress, organization: String)
    /// Mailed by the portal, or handed over by whoever made it when it brings its secret.
    case createPortalLink(PortalLinkSettings, organization: String, handedOver: Secret?)
    case revokePortalLink(PortalLinkID)
    case notifyPortalLink(PortalLinkID, Bool)
    /// The doctor found mail to come in as it should: mails may decide from now on, as long as it comes in so.
    case noteExamination(MailSetup)

    // Time
    /// Reminds people of what waits for them, on a day.
    case remind(organization: String, on: ReminderDay)

    // The mail system
    case bookBounce(BounceReport)
    /// With the first day on which its writer is back, where it names one.
    case noteAutomaticReply(returning: CalendarDay?)
    /// A mail that cannot be placed: keep it for staff.
    case setAside(Hold)
}

extension Command {
    /// The command's name in the history.
    var name: String {
        switch self {
        case .postMessage: "message"
        case .decide(let decision): "decide \(decision.kind.rawValue)"
        case .undo: "undo"
        case .considerDecision: "consider"
        case .item(let item): item.act.name
        case .acceptInvitation: "accept-invitation"
        case .openPortalLink: "open-link"
        case .askToSignIn: "ask-to-sign-in"
        case .signIn: "sign-in"
        case .signOut: "sign-out"
        case .setOrganization: "set-organization"
        case .setPerson: "set-person"
        case .setProject: "set-project"
        case .setDeliverable: "set-deliverable"
        case .shareFile: "share-file"
        case .setItem(let item, _): "set-\(item.content.tool.rawValue)"
        case .invite: "invite"
        case .createPortalLink: "create-link"
        case .revokePortalLink: "revoke-link"
        case .notifyPortalLink: "notify-link"
        case .noteExamination: "note-examination"
        case .remind: "remind"
        case .bookBounce: "bounce"
        case .noteAutomaticReply: "automatic-reply"
        case .setAside: "set-aside"
        }
    }

    /// How much a command weighs when it comes by mail (security policy, decision table).
    var weight: Weight {
        switch self {
        case .postMessage: .speak
        case .decide(let decision): decision.kind == .revisionRequested ? .easilyUndone : .decision
        case .undo: .easilyUndone
        case .considerDecision: .decision
        case .item(let item): item.act.weight
        case .acceptInvitation, .openPortalLink, .askToSignIn, .signIn, .signOut, .setOrganization, .setPerson,
            .setProject, .setDeliverable, .shareFile, .setItem, .invite, .createPortalLink, .revokePortalLink,
            .notifyPortalLink, .noteExamination, .remind, .bookBounce, .noteAutomaticReply, .setAside:
            .binding
        }
    }

    /// Whether an organization's word about decisions by mail (`DecisionsByMail`) is about it.
    var isDecision: Bool {
        switch self {
        case .decide, .considerDecision: true
        case .item(let item): item.act.isDecision
        case .postMessage, .undo, .acceptInvitation, .openPortalLink, .askToSignIn, .signIn, .signOut, .setOrganization,
            .setPerson, .setProject, .setDeliverable, .shareFile, .setItem, .invite, .createPortalLink,
            .revokePortalLink,
            .notifyPortalLink, .noteExamination, .remind, .bookBounce, .noteAutomaticReply, .setAside:
            false
        }
    }

    /// Staff and clients are weighed alike: a verb of staff (who is assigned, which request is confirmed) needs the
    /// evidence of a decision, what lets people in or out is binding.
    enum Weight: CaseIterable { case speak, easilyUndone, decision, binding }
}
