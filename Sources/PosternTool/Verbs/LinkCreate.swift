import ArgumentParser
import MailFormat
import PortalCore

/// `postern link create`
struct LinkCreate: Verb {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a portal link for a client, and print it.",
        discussion: """
            The link is printed here and never again: only its digest is kept. With --mail it is mailed to the client \
            instead. Tell the access code by another way than the link.

            Examples:
              postern link create dana@client.example --expires 14d
              postern link create dana@client.example --access-code --mail
            """)

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var organization: OrganizationOption
    @OptionGroup var output: OutputOption

    @Argument(help: "The client's address; the client must stand in the configuration.")
    var client: EmailAddress

    @Option(help: "A name for the link, to tell a client's links apart; the time when left out.")
    var name: String?

    @Flag(help: "Ask for a six-digit access code, which is made and printed here.")
    var accessCode = false

    @Option(help: ArgumentHelp("After how many days it stops working; never when left out.", valueName: "14d"))
    var expires: String?

    @Flag(help: "Mail the link to the client instead of printing it.")
    var mail = false

    @Flag(name: .customLong("no-notifications"), help: "Send the client no notifications because of this link.")
    var quiet = false

    func answer() async throws -> String {
        let days = try Self.read(expires, .days, "--expires")
        let given = try Self.read(name, .line(60), "--name")
        let installation = try common.installation()
        let portal = installation.portal
        defer { portal.close() }
        let slug = try installation.organization(organization.slug).slug
        let settings = PortalLinkSettings(
            client: client, name: given ?? portal.now.shown, code: accessCode ? portal.freshAccessCode() : nil,
            days: days, notified: !quiet)
        let secret = portal.freshSecret()
        let outcome = try await portal.carryOut(
            .createPortalLink(settings, organization: slug, handedOver: mail ? nil : secret))
        guard case .done(.linkCreated(let id)) = outcome else {
            throw VerbFailure("\(client) has a link named “\(settings.name)” already: give this one another --name")
        }
        let made = Made(
            id: id, settings: settings, until: days.map { portal.now + .days(Int64($0)) },
            url: mail ? nil : installation.server.site.portalLink(secret))
        return output.json ? made.table.json : made.text
    }

    private static func read<Value>(_ text: String?, _ form: Form<Value>, _ option: String) throws -> Value? {
        guard let text else { return nil }
        guard let value = form.read(Written(text: text, isQuoted: true)) else {
            throw VerbFailure("\(option) \(form.should)", .usage)
        }
        return value
    }
}

/// What is told of a new link: the one place where its secrets are shown.
private struct Made {
    let id: PortalLinkID
    let settings: PortalLinkSettings
    let until: Moment?
    /// Nil when it is mailed.
    let url: String?

    var text: String {
        let end = until.map { "until \($0.shown) UTC" } ?? "until it is revoked"
        var lines = ["Link \(id) opens the portal for \(settings.client) \(end).", ""]
        lines.append(url.map { "  \($0)" } ?? "  It is in the outbox, to be mailed.")
        if let code = settings.code { lines.append("  access code: \(code.digits)") }
        if url != nil { lines += ["", "Shown only here, and only once."] }
        return lines.joined(separator: "\n")
    }

    var table: Table {
        var table = Table(
            columns: ["id", "client", "name", "url", "access_code", "expires", "notifications"].map {
                Table.Column($0)
            },
            whenEmpty: "")
        table.rows = [
            [
                .number(id.number), .text(settings.client.text), .text(settings.name), .optional(url),
                .optional(settings.code?.digits), .optional(until), .flag(settings.notified),
            ]
        ]
        return table
    }
}
