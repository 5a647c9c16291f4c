import HTTPTypes
import Localization
import MailFormat
import PortalCore
import Templates

/// A door that does not open, and what the person before it can do now.
struct ClosedDoor {
    let title: Phrase
    let text: Phrase
    /// Where it goes on instead.
    var path: String?
    var pathText = Phrase("Sign in")
    /// The form by which a link is mailed to whom the door was for: where it is sent, and its token.
    var again: (path: String, token: FormToken)?
    var againText = Phrase("Mail me a link")

    static let names: TemplateNames = [
        "text": .value, "path": .value, "pathText": .value, "address": .value,
        "again": ["action", "form", "button"],
    ]

    func value(_ organization: Organization) -> TemplateValue {
        [
            "title": .phrase(title), "text": .phrase(text), "path": .optional(path), "pathText": .phrase(pathText),
            "address": .text(organization.settings.contact.text),
            "again": again.map {
                ["action": .text($0.path), "form": .text($0.token.text), "button": .phrase(againText)]
            } ?? .absent,
        ]
    }

    /// The portal of an organization that has switched it off.
    static func portal(of organization: Organization) -> ClosedDoor {
        ClosedDoor(
            title: Phrase("The portal is closed at the moment"),
            text: Phrase(
                "\(organization.settings.name) is not using the portal right now. Nothing is lost: everything will be here when it opens again. Until then, please write."
            ),
            path: SitePath.signIn(organization.settings.slug), pathText: Phrase("Staff sign in here"))
    }
}

/// Why a link opens nothing any more.
enum SpentLink {
    case used, expired, revoked

    /// Nil for a refusal that is about something else than the link.
    init?(_ refusal: Refusal) {
        switch refusal {
        case .alreadyUsed: self = .used
        case .expired: self = .expired
        case .revoked: self = .revoked
        case .notFound, .notSignedIn, .portalClosed, .toolOff, .onlyClientsDecide, .newerVersion, .alreadyDecided,
            .nothingToTakeBack, .decisionIsFinal, .notByMail, .reasonMissing, .empty, .tooLong, .storageFull,
            .wrongCode, .tooManyAttempts, .accessCodeNeeded, .contradictory,
            .versionIsFixed, .item:
            return nil
        }
    }
}

extension Website {
    func closed(
        _ door: ClosedDoor, _ organization: Organization, for person: Person? = nil,
        status: HTTPResponse.Status = .gone
    ) -> Answer {
        page("closed", door.value(organization), Frame(organization, for: person), status: status)
    }

    /// A page for somebody who is signed in. For others the sign-in page; where there is no such thing for them, nothing.
    ///
    /// - Parameter page: nil when the portal has no such page for this session.
    func inside(_ slug: String, _ visit: Visit, _ page: (Secret) throws -> Answer?) throws -> Answer {
        let session = visit.session(slug)
        if let session, let answer = try page(session) { return answer }
        guard let organization = try portal.organization(slug) else { throw Problem.notFound }
        let viewer = try session.flatMap { try portal.viewer($0, of: slug) }
        guard organization.settings.portalOpen || viewer?.person.isStaff ?? false else {
            return closed(.portal(of: organization), organization, for: viewer?.person, status: .forbidden)
        }
        if viewer == nil { return .seeOther(SitePath.signIn(slug)) }
        throw Problem.notFound
    }

    /// What a refusal means for somebody who was, or seemed to be, signed in.
    ///
    /// - Returns: nil for a refusal that the page of the form itself can tell.
    func turnedAway(_ refusal: Refusal, from slug: String) throws -> Answer? {
        switch refusal {
        case .notSignedIn: return .seeOther(SitePath.signIn(slug))
        case .notFound, .toolOff: throw Problem.notFound
        case .portalClosed, .revoked:
            guard let organization = try portal.organization(slug) else { throw Problem.notFound }
            return closed(.portal(of: organization), organization, status: .forbidden)
        case .onlyClientsDecide, .newerVersion, .alreadyDecided, .nothingToTakeBack, .decisionIsFinal, .notByMail,
            .reasonMissing, .empty, .tooLong, .storageFull, .alreadyUsed, .expired, .wrongCode, .tooManyAttempts,
            .accessCodeNeeded, .contradictory, .versionIsFixed, .item:
            return nil
        }
    }
}
