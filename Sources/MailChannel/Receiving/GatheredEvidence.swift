import MailFormat
import PortalCore

extension MailEvidence {
    /// What a mail shows for its sender (security policy, E2 and E3); gathered here, judged by the core.
    init(of message: MailFormat.Message, oddities: [String], border: TrustedBorder) {
        let warnings = message.warnings
        let sender = Sender(of: message, warnings)
        var authentication = Authentication.none("no sender that could be vouched for")
        if case .one(let address) = sender {
            authentication = Authentication(SenderAuthentication(message.header, sender: address, border: border))
        }
        self.init(
            sender: sender, authentication: authentication, ambiguities: warnings + oddities,
            messageID: message.messageID?.text)
    }
}

extension MailEvidence {
    /// The evidence with our own check's, where the border host gave none for `reason`. It never makes a fail.
    func adding(_ own: SenderAuthentication, beside reason: String) -> MailEvidence {
        let authentication: Authentication =
            switch own {
            case .pass(let method): .pass(method)
            case .none(let more): .none("\(reason); \(more)")
            case .fail, .forged: authentication
            }
        return MailEvidence(
            sender: sender, authentication: authentication, ambiguities: ambiguities, messageID: messageID)
    }
}

extension MailEvidence.Sender {
    /// Whom the mail is from; ambiguous also where a field stands twice that a signature may cover once, so that an old
    /// signed mail can be sent again with another face.
    fileprivate init(of message: MailFormat.Message, _ warnings: [String]) {
        let repeated = ["duplicate-to", "duplicate-cc", "duplicate-subject", "duplicate-sender", "duplicate-reply-to"]
        if let code = warnings.first(where: repeated.contains) {
            self = .ambiguous(code)
            return
        }
        switch message.header.sender {
        case .one(let address): self = .one(address)
        case .missing: self = .ambiguous("no-from")
        case .ambiguous(let reason): self = .ambiguous(reason)
        }
    }
}

extension MailEvidence.Authentication {
    fileprivate init(_ authentication: SenderAuthentication) {
        switch authentication {
        case .pass(let method): self = .pass(method)
        case .none(let reason): self = .none(reason)
        case .fail(let reason): self = .fail(reason)
        case .forged(let reason): self = .forged(reason)
        }
    }
}
