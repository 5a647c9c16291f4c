import MailFormat
import PortalCore

/// Passengers by mail: `PASSENGERS`, `PASSENGER ADD name, 1980-02-01`, `PASSENGER REMOVE 2`, a file to `PASSPORT 2`.
enum PassengerVerbs {
    static let verbs: Set<CommandVerb> = [.passengers, .addPassenger, .removePassenger, .passport]

    @Sendable
    static func read(_ command: ReplyCommand, _ mail: ItemTranslation) -> ItemCommand? {
        switch (command.verb, command.argument) {
        case (.passengers, _): return .list(ListThings(.passengers, in: nil))
        case (.addPassenger, .passenger(let name, let born)):
            return .passenger(.add(PassengerDetails(name: name, born: born), of: nil))
        case (.removePassenger, _):
            guard let passenger = passenger(command, mail) else { return .list(ListThings(.passengers, in: nil)) }
            return .passenger(.remove(passenger))
        case (.passport, _): return .passenger(.keepDocuments(passenger(command, mail), mail.files))
        default: return nil
        }
    }

    private static func passenger(_ command: ReplyCommand, _ mail: ItemTranslation) -> PassengerID? {
        let named = mail.named(by: command)
        guard named.count == 1, case .passenger(let id) = named[0] else { return nil }
        return id
    }
}

extension ReadReply {
    /// Whether it brings a travel document, also where it does not say whose: that goes into no conversation.
    var bringsDocument: Bool { reading == .incomplete(.passport) || commands.contains { $0.verb == .passport } }
}
