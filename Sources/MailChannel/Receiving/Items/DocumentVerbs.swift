import MailFormat
import PortalCore

/// Documents by mail: `SIGN`, `SIGN 2`. It asks for the page on which they are signed; no mail signs.
enum DocumentVerbs {
    static let verbs: Set<CommandVerb> = [.sign]

    @Sendable
    static func read(_ command: ReplyCommand, _ mail: ItemTranslation) -> ItemCommand? {
        guard command.verb == .sign, let project = mail.project else { return nil }
        guard let named = mail.named(by: command).first else { return .document(.askToSignWhatWaits(in: project)) }
        guard case .document(let id, let version) = named else {
            return command.numbers.isEmpty ? .document(.askToSignWhatWaits(in: project)) : nil
        }
        return .document(.askToSign(id, version: version, in: project, handedOver: nil))
    }
}
