/// Where the portal's pages are: the one place that knows their paths, for the mails that link to them and the pages.
package struct SiteAddress: Sendable, Equatable {
    /// Scheme, host and port, without a final slash: `https://portal.example`.
    package let base: String

    package init(base: String) { self.base = base }

    package var isSecure: Bool { base.utf8.starts(with: "https://".utf8) }

    package func invitation(_ secret: Secret) -> String { "\(base)\(SitePath.invitation(secret))" }
    package func portalLink(_ secret: Secret) -> String { "\(base)\(SitePath.portalLink(secret))" }
    package func signInLink(_ secret: Secret) -> String { "\(base)\(SitePath.signInLink(secret))" }
    package func confirmation(_ secret: Secret) -> String { "\(base)\(SitePath.confirmation(secret))" }

    package func mute(_ secret: Secret) -> String { "\(base)\(SitePath.mute(secret))" }
    package func staff(_ place: String?, _ organization: Organization) -> String {
        "\(base)\(SitePath.staff(organization.settings.slug, place))"
    }
    package func signIn(_ organization: Organization) -> String {
        "\(base)\(SitePath.signIn(organization.settings.slug))"
    }
    package func file(_ id: FileID, _ organization: Organization) -> String {
        "\(base)\(SitePath.file(id, organization.settings.slug))"
    }

    package func undo(_ secret: Secret) -> String { "\(base)\(SitePath.undo(secret))" }
    package func guest(_ secret: Secret) -> String { "\(base)\(SitePath.guest(secret))" }
    package func signing(_ secret: Secret) -> String { "\(base)\(SitePath.signing(secret))" }

    package func dashboard(_ organization: Organization) -> String {
        "\(base)\(SitePath.dashboard(organization.settings.slug))"
    }
    package func project(_ id: ProjectID, _ organization: Organization) -> String {
        "\(base)\(SitePath.project(id, organization.settings.slug))"
    }
    package func tool(_ tool: Tool, of project: ProjectID, _ organization: Organization) -> String {
        "\(base)\(SitePath.tool(tool, of: project, organization.settings.slug))"
    }
    package func thing(
        _ number: Int64, _ tool: Tool, of project: ProjectID, _ organization: Organization, _ act: String? = nil
    ) -> String {
        "\(base)\(SitePath.thing(number, tool, of: project, organization.settings.slug, act))"
    }
    /// The page of a tool that belongs to the organization, or of one of its things.
    package func tool(_ tool: Tool, _ organization: Organization, thing: Int64? = nil) -> String {
        "\(base)\(SitePath.tool(tool, organization.settings.slug, thing: thing))"
    }
    package func deliverable(_ id: DeliverableID, _ organization: Organization) -> String {
        "\(base)\(SitePath.deliverable(id, organization.settings.slug))"
    }
}

/// Paths within the site. The first component of an organization's pages is its slug; slugs have two letters or more,
/// so they never meet the one-letter doors `/i`, `/l`, `/s`, `/c`, `/u`, `/m`, `/r`, `/d`.
package enum SitePath {
    /// Whether no organization can have this slug: the site's own places begin so.
    package static func isReserved(_ slug: String) -> Bool {
        ["healthz", "hooks"].contains { $0.utf8.elementsEqual(slug.utf8) }
    }
    package static func invitation(_ secret: Secret) -> String { "/i/\(secret.text)" }
    package static func portalLink(_ secret: Secret) -> String { "/l/\(secret.text)" }
    package static func signInLink(_ secret: Secret) -> String { "/s/\(secret.text)" }
    package static func confirmation(_ secret: Secret) -> String { "/c/\(secret.text)" }
    package static func undo(_ secret: Secret) -> String { "/u/\(secret.text)" }
    package static func mute(_ secret: Secret) -> String { "/m/\(secret.text)" }
    /// The pages of the staff: `people`, `links/7/revoke`; nil for the first.
    package static func staff(_ slug: String, _ place: String? = nil) -> String {
        "/\(slug)/staff\(place.map { "/\($0)" } ?? "")"
    }
    package static func notifications(_ slug: String) -> String { "/\(slug)/notifications" }
    /// Where a guest answers an invitation.
    package static func guest(_ secret: Secret) -> String { "/r/\(secret.text)" }
    package static func signing(_ secret: Secret) -> String { "/d/\(secret.text)" }
    /// The file that a signing link shows.
    package static func signingFile(_ secret: Secret) -> String { "/d/\(secret.text)/file" }
    /// The same file, shown by the browser.
    package static func signingView(_ secret: Secret) -> String { "/d/\(secret.text)/view" }
    package static func dashboard(_ slug: String) -> String { "/\(slug)" }
    package static func signIn(_ slug: String) -> String { "/\(slug)/sign-in" }
    package static func signInCode(_ slug: String) -> String { "/\(slug)/sign-in/code" }
    package static func signOut(_ slug: String) -> String { "/\(slug)/sign-out" }
    package static func logo(_ slug: String) -> String { "/\(slug)/logo" }
    package static func project(_ id: ProjectID, _ slug: String) -> String { "/\(slug)/projects/\(id)" }
    package static func messages(_ id: ProjectID, _ slug: String) -> String { "/\(slug)/projects/\(id)/messages" }
    /// The page of one kind of thing in a project, where its forms are sent as well; some stand on the project's own.
    package static func tool(_ tool: Tool, of project: ProjectID, _ slug: String) -> String {
        switch tool {
        case .messages, .files, .deliverables: Self.project(project, slug)
        default: "/\(slug)/projects/\(project)/\(tool.rawValue)"
        }
    }
    /// The page of one thing, and one of the things that can be done with it.
    package static func thing(
        _ number: Int64, _ tool: Tool, of project: ProjectID, _ slug: String, _ act: String? = nil
    ) -> String {
        "\(Self.tool(tool, of: project, slug))/\(number)\(act.map { "/\($0)" } ?? "")"
    }
    /// Where payment services report.
    package static func paymentHook(_ slug: String) -> String { "/hooks/payments/\(slug)" }
    /// The page of a tool that belongs to the organization; of one of its things; and what can be done with that.
    package static func tool(_ tool: Tool, _ slug: String, thing: Int64? = nil, _ act: String? = nil) -> String {
        let page = "/\(slug)/\(tool.rawValue)"
        guard let thing else { return page }
        return "\(page)/\(thing)\(act.map { "/\($0)" } ?? "")"
    }
    package static func deliverable(_ id: DeliverableID, _ slug: String) -> String { "/\(slug)/deliverables/\(id)" }
    package static func decision(_ id: DeliverableID, _ slug: String) -> String {
        "/\(slug)/deliverables/\(id)/decision"
    }
    package static func undo(_ id: DeliverableID, _ slug: String) -> String { "/\(slug)/deliverables/\(id)/undo" }
    package static func file(_ id: FileID, _ slug: String) -> String { "/\(slug)/files/\(id)" }
}
