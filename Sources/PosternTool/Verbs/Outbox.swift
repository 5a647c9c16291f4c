import ArgumentParser
import MailFormat
import PortalCore

/// `postern outbox`
struct Outbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at mails that are owed, on their way, or settled.",
        subcommands: [OutboxList.self, OutboxShow.self, OutboxRetry.self], defaultSubcommand: OutboxList.self)
}

/// `postern outbox list`
struct OutboxList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the newest mails out, the newest last.",
        discussion: """
            States: owed (to be written), begun (an attempt runs), waiting (tried again when due), sent, failed (refused
            for good; staff were told), dropped (not sent by itself: the result says why).
            """)

    @OptionGroup var list: ListOptions

    func answer() async throws -> String {
        try list.answer(
            ["id", "state", "to", "kind", "subject", "attempts", "due", "settled", "result"],
            whenEmpty: "No mail has gone out yet."
        ) { portal in
            try portal.outbox(newest: list.newest).map { entry in
                let isOpen = entry.settled == nil
                return [
                    .number(entry.id.number), .text(entry.state.rawValue), .optional(try portal.recipient(of: entry)),
                    .text(entry.notice.word), .optional(entry.subject), .number(entry.attempts),
                    isOpen ? .moment(entry.due) : .none, .optional(entry.settled), .optional(entry.result),
                ]
            }
        }
    }
}

/// `postern outbox show`
struct OutboxShow: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show everything about one mail out, without its secrets.")

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var output: OutputOption

    @Argument(help: "The mail's id, from `postern outbox list`.")
    var id: Int64

    func answer() async throws -> String {
        let portal = try common.installation().portal
        defer { portal.close() }
        guard let entry = try portal.outboxEntry(OutboxID(number: id)) else {
            throw VerbFailure("there is no mail \(id) in the outbox: see `postern outbox list`")
        }
        let sheet = Sheet([
            ("id", .number(entry.id.number)), ("state", .text(entry.state.rawValue)),
            ("to", .optional(try portal.recipient(of: entry))), ("kind", .text(entry.notice.word)),
            ("subject", .optional(entry.subject)), ("message_id", .optional(entry.messageID)),
            ("created", .moment(entry.created)), ("due", .moment(entry.due)), ("attempts", .number(entry.attempts)),
            ("settled", .optional(entry.settled)), ("result", .optional(entry.result)),
        ])
        return sheet.rendered(json: output.json)
    }
}

extension Portal {
    /// Where a mail goes: as written, or where it would go when it is written.
    fileprivate func recipient(of entry: OutboxEntry) throws -> String? {
        try entry.recipient ?? person(entry.person)?.address.text
    }
}

/// `postern outbox retry`
struct OutboxRetry: Verb {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Try a mail again now: a waiting one at once, a failed one written anew.")

    @OptionGroup var common: ConfigurationOption

    @Argument(help: "The mail's id, from `postern outbox list`.")
    var id: Int64

    func answer() async throws -> String {
        let portal = try common.installation().portal
        defer { portal.close() }
        guard try await portal.retryMail(OutboxID(number: id)) else {
            throw VerbFailure("mail \(id) is neither waiting nor failed: see `postern outbox show \(id)`")
        }
        return "Mail \(id) is due now; a running `postern serve` sends it."
    }
}
