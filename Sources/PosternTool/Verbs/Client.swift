import ArgumentParser
import MailFormat
import PortalCore

/// `postern client`
struct Client: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at clients and their access.", subcommands: [ClientList.self])
}

/// `postern client list`
struct ClientList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List clients with their access and their newest invitation.",
        discussion: """
            Example:
              postern client list --organization lindgren-rao --json
            """)

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var organization: OrganizationOption
    @OptionGroup var output: OutputOption

    func answer() async throws -> String {
        let installation = try common.installation()
        defer { installation.portal.close() }
        let slug = try installation.organization(organization.slug).slug
        var table = Table(
            columns: ["address", "name", "access", "invitation", "changed", "detail"].map { Table.Column($0) },
            whenEmpty: "\(slug) has no clients yet: add them to `clients` in the configuration.")
        table.rows = try (installation.portal.clients(of: slug) ?? []).map { client in
            [
                .text(client.person.address.text), .text(client.person.name), .text(client.person.access.rawValue),
                .optional(client.invitation?.state.rawValue), .optional(client.invitation?.changed),
                .optional(client.invitation?.detail),
            ]
        }
        return table.rendered(json: output.json)
    }
}

/// `postern invite`
struct Invite: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Invite a client by mail, or invite them again.",
        discussion: """
            The client must stand in the configuration. An invitation is valid for seven days; while one waits, no \
            second one is sent. With --test a member of the staff gets a mail like a client's invitation, that lets \
            nobody in: the answer to it comes back as a receipt.

            Examples:
              postern invite dana@client.example
              postern invite --test ines@studio.example
            """)

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var organization: OrganizationOption

    @Flag(help: "Only test whether mail goes out and comes back; the address is one of the staff.")
    var test = false

    @Argument(help: "The client's address.")
    var address: EmailAddress

    func answer() async throws -> String {
        let installation = try common.installation()
        defer { installation.portal.close() }
        let slug = try installation.organization(organization.slug).slug
        if test {
            _ = try await installation.portal.carryOut(
                .item(.roundTrip(.ask)), for: .staff(address, organization: slug),
                unfound: "\(address) is not of the staff of \(slug): they stand below `staff` in the configuration")
            return "The test mail for \(address) is in the outbox. Answer it: a receipt should come back."
        }
        let outcome = try await installation.portal.carryOut(
            .invite(address, organization: slug),
            unfound: "\(slug) has no client \(address) with access: see `postern client list`")
        guard case .done = outcome else {
            return
                "Nothing to do: \(address) has access, or an invitation that still waits (see `postern client list`)."
        }
        return "The invitation for \(address) is in the outbox."
    }
}

extension Portal {
    /// Carries out one command of the administrator.
    ///
    /// - Parameter unfound: what there is not, where that is why.
    /// - Throws: `VerbFailure` when it is refused.
    func carryOut(
        _ command: Command, for claim: Claim = .administrator, unfound: String? = nil
    ) async throws -> Outcome {
        let outcome = try await perform([command], for: claim, because: .typed).first ?? .nothingToDo(.unchanged)
        if let unfound, outcome == .refused(.notFound) { throw VerbFailure(unfound) }
        if let objection = outcome.objection { throw VerbFailure("not done: \(objection)") }
        return outcome
    }
}
