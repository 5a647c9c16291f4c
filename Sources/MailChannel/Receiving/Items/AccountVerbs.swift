import MailFormat
import PortalCore

/// What people ask about their own access, whatever the answered mail was about.
enum AccountVerbs {
    /// Those that need no project.
    static let personal: Set<CommandVerb> = [.login, .mute, .unmute, .extend, .organizations]
    static let verbs: Set<CommandVerb> = personal.union([.status])
    /// Words like “test” are a client's ordinary words.
    static let ofStaff: Set<CommandVerb> = [.clients, .access, .invite, .test]

    @Sendable
    static func read(_ command: ReplyCommand, _ mail: ItemTranslation) -> ItemCommand? {
        if command.verb == .status { return mail.project.map { .account(.status($0)) } }
        return personal(command)
    }

    static func personal(_ command: ReplyCommand) -> ItemCommand? {
        switch (command.verb, command.argument) {
        case (.invite, .invitation(let address, let project)):
            .people(.invite(NewClient(address, to: project.map(NewClient.Wanted.called))))
        case (.test, _): .roundTrip(.ask)
        default: account(command).map(ItemCommand.account)
        }
    }

    private static func account(_ command: ReplyCommand) -> AccountCommand? {
        switch command.verb {
        case .login: .login
        case .mute: .notify(false)
        case .unmute: .notify(true)
        case .extend: .askExtension
        case .organizations: .organizations
        case .clients: .clients
        case .access: .access
        default: nil
        }
    }
}
