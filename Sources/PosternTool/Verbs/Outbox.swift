import ArgumentParser
import MailFormat
import PortalCore

/// `postern outbox`
struct Outbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at mails that are owed, on their way, or settled.",
        discussion: """
            Where more than one in five of an organization's mails of the last 24 hours came back for good (of at least 20, \
            from at least three addresses), its mails are stopped. Nothing that is owed is lost: \
            `postern outbox resume` lets it go out again, once the addresses are put right.
            """,
        subcommands: [OutboxList.self, OutboxShow.self, OutboxRetry.self, OutboxResume.self],
        defaultSubcommand: OutboxList.self)
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
        var stopped: [StoppedOrganization] = []
        let table = try list.answer(
            ["id", "state", "to", "kind", "subject", "attempts", "due", "settled", "result"],
            whenEmpty: "No mail has gone out yet."
        ) { portal in
            stopped = try portal.stoppedOrganizations()
            return try portal.outbox(newest: list.newest).map { entry in
                let isOpen = entry.settled == nil
                return [
                    .number(entry.id.number), .text(entry.state.rawValue), .optional(try portal.recipient(of: entry)),
                    .text(entry.notice.word), .optional(entry.subject), .number(entry.attempts),
                    isOpen ? .moment(entry.due) : .none, .optional(entry.settled), .optional(entry.result),
                ]
            }
        }
        let warnings = stopped.map { "\($0.line) `postern outbox resume \($0.slug)` lets them go." }
        guard !list.output.json else {
            for warning in warnings { Aside.say(warning) }
            return table
        }
        return ([table] + warnings).joined(separator: "\n")
    }
}

extension StoppedOrganization {
    /// `Mails of acme are stopped since …: 60 of 200 came back for good, 140 wait.`
    var line: String {
        let came = "\(stop.count.bounced) of \(stop.count.mails) came back for good"
        return "Mails of \(slug) are stopped since \(stop.since.shown): \(came), \(waiting) wait."
    }
}

/// `postern outbox resume`
struct OutboxResume: Verb {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Let an organization's mails go out again that were stopped.",
        discussion: "Mails that came back before do not count any more: it needs new ones to stop again.")

    @OptionGroup var common: ConfigurationOption

    @Argument(help: ArgumentHelp("The organization.", valueName: "slug"))
    var organization: String

    func answer() async throws -> String {
        let installation = try common.installation()
        defer { installation.portal.close() }
        let slug = try installation.organization(organization).slug
        let outcome = try await installation.portal.carryOut(.item(.sending(.resume(organization: slug))))
        guard case .done(.item(.sendingResumed(let waiting))) = outcome else {
            return "Mails of \(slug) are not stopped."
        }
        return
            "Mails of \(slug) go out again: \(Count.text(waiting, "mail")) waited. A running `postern serve` sends them."
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
        let stopped = try portal.stoppedOrganizations().map(\.line)
        return (["Mail \(id) is due now; a running `postern serve` sends it."] + stopped).joined(separator: "\n")
    }
}
