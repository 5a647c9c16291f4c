import ArgumentParser
import MailChannel
import MailFormat
import PortalCore

/// `postern inbox take`
struct InboxTake: Verb {
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "Make a request of a held mail, after you have looked at it.",
        discussion: """
            For a mail that a client wrote anew instead of answering one of ours: it names no reply address, so it does
            nothing by itself, and anybody could have written it. What you take up becomes a request of the client whose
            address it bears, marked as not verified; the client is told at the address that the portal knows.

            Example:
              postern inbox take 12 --as maya@lindgren-rao.example
            """)

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var organization: OrganizationOption

    @Argument(help: "The mail's id, from `postern inbox list`.")
    var id: Int64

    @Option(name: .customLong("as"), help: ArgumentHelp("Who of the staff takes it up.", valueName: "address"))
    var staff: EmailAddress

    func answer() async throws -> String {
        let installation = try common.installation()
        let portal = installation.portal
        defer { portal.close() }
        let slug = try installation.organization(organization.slug).slug
        guard let entry = try portal.inboxEntry(InboxID(number: id)), entry.hadNoEffect else {
            throw VerbFailure("mail \(id) is not held, or something has come of it: see `postern inbox show \(id)`")
        }
        let taken = try await MailReceiver(installation.server, portal: portal).takeUp(
            entry, as: staff, of: slug, asked: ContentDigest(of: systemRandomness(32)).description)
        guard case .outcomes(let outcomes) = taken else {
            throw VerbFailure("mail \(id) was written by a program, or by nobody certain: there is no request in it")
        }
        if let objection = outcomes.first?.objection { throw VerbFailure("not done: \(objection)") }
        return "Mail \(id) is a request now: see `postern request list`."
    }
}
