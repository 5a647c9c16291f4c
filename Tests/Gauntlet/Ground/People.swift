import MailFormat
import PortalCore

/// The studio of the gauntlets: clients of seven languages, each with a project of their own.
extension DesiredOrganization {
    static func gauntlet(_ decisions: Int) -> DesiredOrganization {
        DesiredOrganization(
            settings: OrganizationSettings(
                slug: "acme", name: "Acme Studio", website: "https://acme.test", contact: staff.address,
                color: "#0a7d5a", welcome: "Ask us anything.", locale: "en", timeZone: "Europe/Berlin",
                portalOpen: true, phases: ["Brief", "Design", "Review", "Finish", "Done"],
                tools: Set(Tool.allCases), logo: nil),
            people: [staff] + clients,
            projects: clients.map { client in
                .init(
                    name: client.name, kind: .project, title: "Rebrand for \(client.name)", summary: "",
                    status: "designing", phase: 2, starts: nil, due: nil, people: [staff.address, client.address])
            },
            deliverables: clients.flatMap { client in (0..<decisions).map { deliverable($0, of: client) } }, files: [],
            invitations: clients.map(\.address), links: [])
    }

    /// Who may be mailed.
    static var registered: Set<String> { Set(([staff] + clients).map(\.address.text)) }

    static let clients: [PersonSettings] = [
        ("sam", "en"), ("dana", "de"), ("luc", "fr"), ("ines", "es"), ("gio", "it"), ("piet", "nl"), ("rui", "pt"),
    ].compactMap { name, locale in person(name, "client.test", .client, locale) }

    private static let staff = person("ana", "acme.test", .owner, "en")!

    private static func person(
        _ name: String, _ domain: String, _ role: Person.Role, _ locale: String
    ) -> PersonSettings? {
        EmailAddress("\(name)@\(domain)").map {
            .init(address: $0, name: name, role: role, locale: locale, notified: true, admitted: true)
        }
    }

    private static func deliverable(_ number: Int, of client: PersonSettings) -> DeliverableSettings {
        DeliverableSettings(
            project: client.name, name: "logo-\(number)", title: "Logo \(number)", kind: "Logo", format: "SVG",
            visible: true, version: 3, files: [])
    }
}
