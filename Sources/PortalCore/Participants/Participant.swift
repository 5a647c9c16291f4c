import MailFormat

/// Somebody whose claim the core has believed, within an organization. Nobody outside the core can make one.
package struct Participant: Equatable, Sendable {
    package let person: Person
    package let organization: Organization
    let grounds: Grounds

    init(person: Person, organization: Organization, grounds: Grounds) {
        self.person = person
        self.organization = organization
        self.grounds = grounds
    }

    /// What the core went by.
    enum Grounds: Equatable, Sendable {
        case reply(ReplyAddress, MailEvidence)
        case mailSystem(ReplyAddress)
        case session(SecretDigest, link: PortalLinkID?)
        case invitation(Invitation)
        case portalLink(PortalLink, browser: SecretDigest)
        case confirmation(Confirmation)
        case undoLink(MadeDecision)
        case signing(Signing)
        case signIn(SignIn)
        case muteLink
        case expiredLink(PortalLink)
        case shell
    }

    /// Whether a message of this participant counts as verified.
    var isVerified: Bool {
        guard case .reply(_, let evidence) = grounds else { return true }
        if case .pass = evidence.authentication { return evidence.ambiguities.isEmpty }
        return false
    }

    /// The evidence in one line, for the history.
    var evidence: String {
        switch grounds {
        case .reply(_, let evidence): "reply \(evidence.authentication.line)"
        case .mailSystem: "mail system"
        case .session(_, let link): link == nil ? "session" : "session by link"
        case .invitation: "invitation"
        case .portalLink: "link"
        case .confirmation: "confirmation page"
        case .undoLink: "undo link"
        case .signing(let signing): signing.evidence(person.address.text)
        case .signIn: "sign-in"
        case .muteLink: "unsubscribe link"
        case .expiredLink: "expired link"
        case .shell: "shell"
        }
    }
}

/// What a claim turned out to be.
enum Identity: Sendable {
    case participant(Participant)
    case visitor(Organization)
    case paymentService(Organization)
    case administrator
    case stranger
    /// A guest of an event, who is no person of the portal.
    case guest(InvitedGuest)
    /// Not believed; every command gets this outcome.
    case turnedAway(Outcome, known: Participant?)

    var participant: Participant? {
        switch self {
        case .participant(let participant): participant
        case .turnedAway(_, let known): known
        case .visitor, .paymentService, .administrator, .stranger, .guest: nil
        }
    }

    var organization: OrganizationID? {
        switch self {
        case .visitor(let organization), .paymentService(let organization): organization.id
        case .guest(let invited): invited.organization.id
        case .participant, .turnedAway, .administrator, .stranger: participant?.organization.id
        }
    }
}

extension MailEvidence.Authentication {
    var line: String {
        switch self {
        case .pass(let method): "pass \(method)"
        case .none(let reason): "none \(reason)"
        case .fail(let reason): "fail \(reason)"
        case .forged(let reason): "forged \(reason)"
        }
    }
}
