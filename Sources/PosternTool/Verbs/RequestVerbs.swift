import ArgumentParser
import MailFormat
import PortalCore

/// `postern request`
struct RequestVerbs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request", abstract: "Look at what clients ask for, and answer it.",
        subcommands: [RequestList.self, RequestConfirm.self, RequestDecline.self, RequestAssign.self],
        defaultSubcommand: RequestList.self)
}

/// `postern request list`
struct RequestList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the requests of an organization, what waits first.")

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var organization: OrganizationOption
    @OptionGroup var output: OutputOption

    func answer() async throws -> String {
        let installation = try common.installation()
        defer { installation.portal.close() }
        let slug = try installation.organization(organization.slug).slug
        var table = Table(
            columns: ["id", "state", "asked", "client", "project", "assignee", "request"].map { Table.Column($0) },
            whenEmpty: "Nobody has asked for anything yet.")
        table.rows = try (installation.portal.requests(of: slug) ?? []).map { request in
            [
                .number(request.id.number), .text(request.state.word), .moment(request.at), .text(request.clientName),
                .optional(request.projectTitle), .optional(request.assigneeName), .text(request.title),
            ]
        }
        return table.rendered(json: output.json)
    }
}

/// Which request, and who of the staff answers it.
struct RequestOptions: ParsableArguments {
    @OptionGroup var common: ConfigurationOption
    @OptionGroup var organization: OrganizationOption

    @Argument(help: "The request's id, from `postern request list`.")
    var id: Int64

    @Option(name: .customLong("as"), help: ArgumentHelp("Who of the staff does it.", valueName: "address"))
    var staff: EmailAddress

    /// - Throws: `VerbFailure` when it is refused.
    func carryOut(_ command: (RequestID) -> RequestCommand) async throws {
        let installation = try common.installation()
        defer { installation.portal.close() }
        let slug = try installation.organization(organization.slug).slug
        _ = try await installation.portal.carryOut(
            .item(.request(command(RequestID(number: id)))), for: .staff(staff, organization: slug))
    }
}

/// `postern request confirm`
struct RequestConfirm: Verb {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Confirm a request; its client is mailed.")

    @OptionGroup var request: RequestOptions

    func answer() async throws -> String {
        try await request.carryOut { .confirm($0) }
        return "Request \(request.id) is confirmed."
    }
}

/// `postern request decline`
struct RequestDecline: Verb {
    static let configuration = CommandConfiguration(
        commandName: "decline", abstract: "Decline a request; its client is mailed the reason.")

    @OptionGroup var request: RequestOptions

    @Argument(help: "The reason.")
    var reason: String

    func answer() async throws -> String {
        try await request.carryOut { .decline($0, reason: reason) }
        return "Request \(request.id) is declined."
    }
}

/// `postern request assign`
struct RequestAssign: Verb {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Give a request to somebody of the staff, who is mailed.")

    @OptionGroup var request: RequestOptions

    @Argument(help: "To whom: a name or an address.")
    var name: String

    func answer() async throws -> String {
        try await request.carryOut { .assign($0, to: name) }
        return "Request \(request.id) has somebody who takes care of it."
    }
}

extension Request.State {
    fileprivate var word: String {
        switch self {
        case .pending: "pending"
        case .confirmed: "confirmed"
        case .declined: "declined"
        }
    }
}
