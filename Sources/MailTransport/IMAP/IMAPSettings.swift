/// Which mailbox is watched, where its mails go, and within which limits.
package struct IMAPSettings: Hashable, Sendable {
    package var server: MailServer
    /// The work list: everything that lies here and is not deleted is handed over.
    package var folder = MailFolder.inbox
    package var processed = MailFolder.processed
    package var quarantine = MailFolder.quarantine
    package var limits = MailLimits()
    package var timing = IMAPTiming()

    package init(server: MailServer) {
        self.server = server
    }
}

/// How much is read at once.
package struct MailLimits: Hashable, Sendable {
    /// Limit: a mail with more bytes goes to quarantine with only its header read. 25 MiB.
    package var mailBytes = 25 * 1_048_576
    /// Limit: mails handed over at once.
    package var batchCount = 100
    /// Limit: bytes of mails handed over at once, unless one alone has more. 4 MB.
    package var batchBytes = 4_000_000

    package init() {}
}

/// How long the watch of an IMAP mailbox waits.
package struct IMAPTiming: Hashable, Sendable {
    /// Connection, TLS, greeting and login together.
    package var login = Duration.seconds(30)
    /// Until a command is answered.
    package var command = Duration.seconds(30)
    /// Until a batch of mails has come.
    package var fetch = Duration.seconds(600)
    /// How long one IDLE lasts: a silently lost connection is noticed after this and `command`. RFC 2177 §3 allows 29 minutes.
    package var idle = Duration.seconds(60)
    /// How often a server without IDLE is asked.
    package var poll = Duration.seconds(10)
    package var pauses = Pauses()
    /// Between two logins when the last one was refused.
    package var afterRefusedLogin = Duration.seconds(30)

    package init() {}
}

/// Pauses between tries: each twice as long as the one before, up to a longest, and shortened by chance, so that many
/// who failed together do not come again together.
package struct Pauses: Hashable, Sendable {
    package var first = Duration.seconds(1)
    package var longest = Duration.seconds(30)

    package init() {}

    /// The pause after so many failures in a row: between half of it and all of it.
    func pause(afterFailures count: Int) -> Duration {
        let doublings = min(max(count - 1, 0), 20)
        return min(first * (1 << doublings), longest) * Double.random(in: 0.5...1)
    }
}
