/// How long a submission waits, by phase (RFC 5321 §4.5.3.2).
package struct SubmissionTiming: Hashable, Sendable {
    /// Connection, TLS, greeting and login together.
    package var login = Duration.seconds(60)
    /// EHLO, MAIL, RCPT, RSET: each.
    package var command = Duration.seconds(300)
    /// Until the server wants the mail.
    package var dataStart = Duration.seconds(120)
    /// Until the server has taken the mail's bytes, for each MiB of them.
    package var dataMebibyte = Duration.seconds(180)
    /// Until the server answers for the mail.
    package var finalDot = Duration.seconds(600)
    /// How long an idle connection is kept for the next mail.
    package var idle = Duration.seconds(30)

    package init() {}
}
