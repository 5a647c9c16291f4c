import MailFormat
import MailSignatures
import MailTransport
import PortalCore

/// What `config/server.yaml` says: all that a restart changes.
struct ServerSettings: Equatable {
    var site: SiteAddress
    var listen: Listening
    /// Where the database and the files live.
    var folder: String
    /// The folder of the mail templates.
    var templates: String
    /// The folder of the tables by which they are said in other languages.
    var locales: String
    /// Addresses of the proxies whose `X-Forwarded-For` is believed.
    var trustedProxies: [String]
    var mail: MailSettings
    var limits: Limits
    /// By which payment services sign what they report, by the slug of their organization.
    var paymentSecrets: [String: String] = [:]

    struct Listening: Equatable {
        var host: String
        var port: Int
    }

    /// Bytes.
    struct Limits: Equatable {
        /// A mail that comes in.
        var mail = 25 << 20
        /// All that one form on a page brings.
        var upload = 25 << 20
        /// A file that the configuration names.
        var file = 100 << 20
        /// All files that people bring to the conversations of one organization.
        var storage = 10 << 30
    }
}

/// How mail leaves and comes in.
struct MailSettings: Equatable {
    /// The base of all reply addresses: `replies@…` receives what is sent to `replies+anything@…`.
    var address: EmailAddress
    /// The sender's name, where the organization's is not used.
    var name: String
    /// The server that checks incoming mail first.
    var border: TrustedBorder
    /// Whether we check the signatures of mail of which that server says nothing.
    var checksSignatures = true
    /// Minutes in which what is asked of a client in a project travels together; 0 mails each by itself.
    var together = 5
    /// Minutes for which messages are left to a project's page that their reader has just looked at; 0 mails each at once.
    var onPage = 2
    /// Signs what we send, where the submission server does not.
    var signer: MailSigner?
    var route: Route

    enum Route: Equatable {
        case servers(submission: MailServer, mailbox: IMAPSettings)
        /// No mail server: Maildirs of this machine, by their paths.
        case local(outgoing: String, incoming: String)
    }

    /// Addresses that are the portal itself: whoever mailed them would answer themselves for ever.
    func isOwn(_ other: EmailAddress) -> Bool { other.arrives(at: address) }
}

extension Portal {
    /// The portal that `server.yaml` describes.
    convenience init(_ settings: ServerSettings) throws {
        try self.init(
            folder: settings.folder, limits: PortalLimits(files: Int64(settings.limits.storage)),
            mailbox: settings.mail.address, mailSetup: settings.mail.setup,
            paymentSecrets: PaymentSecrets(settings.paymentSecrets), together: .minutes(Int64(settings.mail.together)),
            onPage: .minutes(Int64(settings.mail.onPage)))
    }
}
