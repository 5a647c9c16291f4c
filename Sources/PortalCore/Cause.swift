/// What made a command arrive. The same cause is never carried out twice: it is unique in the database.
package enum Cause: Equatable, Sendable {
    /// A mail, by the SHA-256 of its bytes without trace headers.
    case mail(ContentDigest)
    /// A mail that was held, read again because staff asked for it, by a number of their asking.
    case heldMail(ContentDigest, asked: String)
    /// A form, by the nonce that was put into it.
    case form(nonce: String)
    /// An entry of the configuration, by its path and content, applied on top of a revision of the history.
    case settings(entry: String, content: ContentDigest, revision: Int64)
    /// The clock: something whose time has come, by its name.
    case schedule(String)
    /// A command typed at the machine's shell, by a number of its own.
    case shell(String)
    /// An event that an organization's payment service tells of, by the service's own number.
    case paymentEvent(String, organization: String)

    var kind: String {
        switch self {
        case .mail: "mail"
        case .heldMail: "held-mail"
        case .form: "form"
        case .settings: "settings"
        case .shell: "shell"
        case .schedule: "schedule"
        case .paymentEvent: "payment"
        }
    }

    var key: String {
        switch self {
        case .mail(let digest): digest.description
        case .heldMail(let digest, let asked): "\(digest) \(asked)"
        case .form(let nonce): nonce
        case .settings(let entry, let content, let revision): "\(revision) \(entry) \(content)"
        case .shell(let number): number
        case .schedule(let name): name
        case .paymentEvent(let number, let slug): "\(slug) \(number)"
        }
    }

    /// The mail in the inbox that this is about.
    var mail: ContentDigest? {
        switch self {
        case .mail(let digest), .heldMail(let digest, _): digest
        case .form, .settings, .shell, .schedule, .paymentEvent: nil
        }
    }

    var door: Door {
        switch self {
        case .mail, .heldMail: .mail
        case .form: .page
        case .settings: .settings
        case .shell, .schedule: .shell
        case .paymentEvent: .hook
        }
    }
}
