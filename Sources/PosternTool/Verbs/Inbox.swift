import ArgumentParser
import Glibc
import MailChannel
import PortalCore

/// `postern inbox`
struct Inbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at mails that came in, and what came of them.",
        subcommands: [InboxList.self, InboxShow.self, InboxRetry.self, InboxTake.self],
        defaultSubcommand: InboxList.self)
}

/// `postern inbox list`
struct InboxList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the newest mails in, the newest last.",
        discussion: """
            States: kept (on disk, not yet acted on), settled, held (for staff to look at; `inbox show` says why).
            """)

    @OptionGroup var list: ListOptions

    func answer() async throws -> String {
        try list.answer(
            ["id", "state", "received", "from", "person", "subject", "bytes"], whenEmpty: "No mail has come in yet."
        ) { portal in
            try portal.inbox(newest: list.newest).map { entry in
                [
                    .number(entry.id.number), .text(entry.state.rawValue), .moment(entry.received),
                    .text(entry.sender), .optional(entry.person), .text(entry.subject), .number(entry.size),
                ]
            }
        }
    }
}

/// `postern inbox show`
struct InboxShow: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one mail that came in: how it was read, or the mail itself.",
        discussion: """
            Examples:
              postern inbox show 12
              postern inbox show 12 --raw > mail.eml
            """)

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var output: OutputOption

    @Argument(help: "The mail's id, from `postern inbox list`.")
    var id: Int64

    @Flag(help: "Write the mail exactly as it came to standard output.")
    var raw = false

    func answer() async throws -> String {
        let portal = try common.installation().portal
        defer { portal.close() }
        guard let entry = try portal.inboxEntry(InboxID(number: id)) else {
            throw VerbFailure("there is no mail \(id) in the inbox: see `postern inbox list`")
        }
        guard raw else { return sheet(entry).rendered(json: output.json) }
        // Bytes, not text: a mail may be in any charset.
        guard Stream.write(try portal.contents.bytes(of: entry.content), to: STDOUT_FILENO) else {
            throw VerbFailure("standard output takes no more: \(String(cString: strerror(errno)))")
        }
        return ""
    }

    private func sheet(_ entry: InboxEntry) -> Sheet {
        Sheet([
            ("id", .number(entry.id.number)), ("state", .text(entry.state.rawValue)),
            ("received", .moment(entry.received)), ("from", .text(entry.sender)), ("person", .optional(entry.person)),
            ("subject", .text(entry.subject)), ("bytes", .number(entry.size)),
            ("digest", .text(entry.digest.description)),
            ("reading", .text(output.json ? entry.reading : Outcome.words(stored: entry.reading))),
        ])
    }
}

/// `postern inbox retry`
struct InboxRetry: Verb {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Read a held mail again, with the configuration as it is now.",
        discussion: """
            For a mail that was held for a reason that is gone: the border was not configured, the portal was off. What
            it asks for is judged anew, by the same rules. A mail that something has come of is never read again.
            """)

    @OptionGroup var common: ConfigurationOption

    @Argument(help: "The mail's id, from `postern inbox list`.")
    var id: Int64

    func answer() async throws -> String {
        let installation = try common.installation()
        let portal = installation.portal
        defer { portal.close() }
        guard let entry = try portal.inboxEntry(InboxID(number: id)), entry.hadNoEffect else {
            throw VerbFailure("mail \(id) is not held, or something has come of it: see `postern inbox show \(id)`")
        }
        let outcomes = try await MailReceiver(installation.server, portal: portal).readAgain(
            entry, asked: ContentDigest(of: systemRandomness(32)).description)
        return "Mail \(id): \(outcomes.map(\.words).joined(separator: ", "))"
    }
}
