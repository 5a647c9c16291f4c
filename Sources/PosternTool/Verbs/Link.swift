import ArgumentParser
import MailFormat
import PortalCore

/// `postern link`
struct Link: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make and manage portal links: they open the portal for one client, without signing up.",
        discussion: """
            Examples:
              postern link create dana@client.example --expires 14d --access-code
              postern link list
              postern link notify 3 off
              postern link revoke 3
            """,
        subcommands: [LinkCreate.self, LinkList.self, LinkRevoke.self, LinkNotify.self])

    fileprivate static func unfound(_ id: Int64) -> String { "there is no link \(id): see `postern link list`" }
}

/// `postern link list`
struct LinkList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List portal links with how often and when they were used.")

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var organization: OrganizationOption
    @OptionGroup var output: OutputOption

    func answer() async throws -> String {
        let installation = try common.installation()
        defer { installation.portal.close() }
        let slug = try installation.organization(organization.slug).slug
        var table = Table(
            columns: [
                Table.Column("id"), Table.Column("client"), Table.Column("name"), Table.Column("state"),
                Table.Column("code", "access_code"), Table.Column("notifications"), Table.Column("expires"),
                Table.Column("opened"), Table.Column("last opened", "last_opened"), Table.Column("scanned"),
            ], whenEmpty: "\(slug) has no portal links yet: `postern link create` makes one.")
        let now = installation.portal.now
        table.rows = try (installation.portal.portalLinks(of: slug) ?? []).map { row in
            let link = row.link
            return [
                .number(link.id.number), .text(row.person.address.text), .text(link.name),
                .text(link.state(at: now)), .flag(link.hasCode), .flag(link.notified), .optional(link.expires),
                .number(link.accessCount), .optional(link.lastAccess), .number(link.scanCount),
            ]
        }
        return table.rendered(json: output.json)
    }
}

extension PortalLink {
    fileprivate func state(at now: Moment) -> String {
        if revoked != nil { return "revoked" }
        if let expires, expires <= now { return "expired" }
        if isLocked { return "locked" }
        return bounced == nil ? "open" : "bounced"
    }
}

/// `postern link revoke`
struct LinkRevoke: Verb {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Shut a portal link at once, with every session that it opened.")

    @OptionGroup var common: ConfigurationOption

    @Argument(help: "The link's id, from `postern link list`.")
    var id: Int64

    func answer() async throws -> String {
        let installation = try common.installation()
        defer { installation.portal.close() }
        let outcome = try await installation.portal.carryOut(
            .revokePortalLink(PortalLinkID(number: id)), unfound: Link.unfound(id))
        guard case .done = outcome else { return "Nothing to do: link \(id) was revoked already." }
        return "Link \(id) is revoked."
    }
}

/// `postern link notify`
struct LinkNotify: Verb {
    static let configuration = CommandConfiguration(
        commandName: "notify", abstract: "Switch the notifications of a portal link on or off.",
        discussion: """
            Example:
              postern link notify 3 off
            """)

    @OptionGroup var common: ConfigurationOption

    @Argument(help: "The link's id, from `postern link list`.")
    var id: Int64

    @Argument(help: "on or off.")
    var notifications: Switch

    enum Switch: String, ExpressibleByArgument, CaseIterable { case on, off }

    func answer() async throws -> String {
        let installation = try common.installation()
        defer { installation.portal.close() }
        let outcome = try await installation.portal.carryOut(
            .notifyPortalLink(PortalLinkID(number: id), notifications == .on), unfound: Link.unfound(id))
        guard case .done = outcome else { return "Nothing to do: they were \(notifications.rawValue) already." }
        return "Notifications of link \(id) are \(notifications.rawValue)."
    }
}
