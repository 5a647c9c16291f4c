import MailCorpus

/// A generated corpus in memory, with what it is called in a table.
struct GeneratedMail {
    let title: String
    let mails: [[UInt8]]

    /// Replies and machine mails without large files.
    static func replies() -> GeneratedMail {
        GeneratedMail(title: "mail", mails: MailCorpus.mails(seed: 3, count: 2_000))
    }

    /// Replies with files of up to 5 MB.
    static func attachments() -> GeneratedMail {
        GeneratedMail(title: "with attachments", mails: MailCorpus.mails(seed: 3, count: 60, .attachments))
    }

    /// All bytes, in MB (1,000,000 bytes).
    var megabytes: Double { Double(mails.reduce(0) { $0 + $1.count }) / 1_000_000 }

    /// `2000 of mail, 31.4 MB`
    var summary: String { "\(mails.count) of \(title), \(megabytes.shown(1)) MB" }
}
