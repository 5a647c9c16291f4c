import HTTPTypes
import Localization
import MailFormat
import PortalCore
import Templates

/// What stands around every page: whose portal it is, and who is looking.
struct Frame: Sendable {
    var organization: OrganizationSettings?
    var hasLogo = false
    /// What the page is said in.
    var language = LanguageCode.english
    /// Who is signed in, and the form by which they sign out.
    var viewer: (name: String, signOut: FormToken)?

    init() {}

    init(_ organization: Organization) {
        self.organization = organization.settings
        hasLogo = organization.logo != nil
        language = LanguageCode(locale: organization.settings.locale)
    }

    /// The language of somebody who is known wins over the organization's.
    init(_ organization: Organization, for person: Person?) {
        self.init(organization)
        if let locale = person?.locale { language = LanguageCode(locale: locale) }
    }

    static let names: TemplateNames = [
        "title": .value, "style": .value, "language": .value,
        "organization": ["name", "home", "logo", "website", "site", "contact"],
        "viewer": ["viewerName", "signOutPath", "signOut"],
    ]

    var value: TemplateValue {
        guard let organization else {
            return ["style": .text(Stylesheet.plain.path), "language": .text(language.rawValue)]
        }
        let slug = organization.slug
        return [
            "style": .text(Stylesheet(of: organization).path), "language": .text(language.rawValue),
            "organization": [
                "name": .text(organization.name), "home": .text(SitePath.dashboard(slug)),
                "logo": hasLogo ? .text(SitePath.logo(slug)) : .absent,
                "website": organization.website.utf8.isEmpty ? .absent : .text(organization.website),
                "site": .text(Self.readable(organization.website)), "contact": .text(organization.contact.text),
            ],
            "viewer": viewer.map {
                [
                    "viewerName": .text($0.name), "signOutPath": .text(SitePath.signOut(slug)),
                    "signOut": .text($0.signOut.text),
                ]
            } ?? .absent,
        ]
    }

    /// A web address as people write it, without scheme and final slash.
    private static func readable(_ website: String) -> String {
        var bytes = Substring(website).utf8
        for scheme in ["https://", "http://"] where bytes.starts(with: scheme.utf8) {
            bytes = bytes.dropFirst(scheme.utf8.count)
        }
        if bytes.last == UInt8(ascii: "/") { bytes = bytes.dropLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Website {
    /// The template filled in, within its frame.
    func page(
        _ template: String, _ value: TemplateValue, _ frame: Frame, status: HTTPResponse.Status = .ok
    ) -> Answer {
        var frame = frame
        frame.language = settings.languages[frame.language].code
        return .page(templates[frame.language].render("\(template).html", frame.value.adding(value)), status: status)
    }

    /// A new token for a form that is sent to `path`.
    func token(for path: String, key: Secret) -> FormToken {
        FormToken(portal.freshSecret(), for: path, key: key)
    }

    /// The frame for somebody who is signed in.
    func frame(_ viewer: Participant, session: Secret) -> Frame {
        var frame = Frame(viewer.organization, for: viewer.person)
        let path = SitePath.signOut(viewer.organization.settings.slug)
        frame.viewer = (viewer.person.name, token(for: path, key: session))
        return frame
    }
}
