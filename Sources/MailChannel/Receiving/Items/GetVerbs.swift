import MailFormat
import PortalCore

/// Files and other things by mail: `FILES`, `GET 3`, `GET INV-12`, `GET menu`.
enum GetVerbs {
    static let verbs: Set<CommandVerb> = [.files, .get]

    @Sendable
    static func read(_ command: ReplyCommand, _ mail: ItemTranslation) -> ItemCommand? {
        guard let project = mail.project else { return nil }
        return switch (command.verb, command.argument) {
        case (.files, _): list(in: project)
        case (.get, .things(let things)): .get(GetThings(things.compactMap { wanted($0, mail) }, in: project))
        default: nil
        }
    }

    /// The numbered list of files.
    static func list(in project: ProjectID) -> ItemCommand { .list(ListThings(.files, in: project)) }

    private static func wanted(_ thing: NamedThing, _ mail: ItemTranslation) -> GetThings.Wanted? {
        if case .number(let number) = thing { return mail.thing(number).map { .thing($0) } }
        return .called(thing)
    }
}
