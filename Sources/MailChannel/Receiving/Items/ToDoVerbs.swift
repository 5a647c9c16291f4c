import MailFormat
import PortalCore

/// To-dos by mail: `DONE 1, 3`.
enum ToDoVerbs {
    static let verbs: Set<CommandVerb> = [.done]

    @Sendable
    static func read(_ command: ReplyCommand, _ mail: ItemTranslation) -> ItemCommand? {
        guard command.verb == .done else { return nil }
        let named = mail.named(by: command)
        let toDos = named.compactMap { thing -> ToDoID? in if case .toDo(let id) = thing { id } else { nil } }
        guard let project = mail.project, toDos.count == named.count, mail.isAboutToDos else { return nil }
        return .toDo(.finish(toDos, in: project))
    }

    /// What comes of DONE where its numbers cannot be read, or where nothing was listed that they could mean: whoever has a
    /// list is asked for a number of it, whoever has none gets one. Whether there is something by that number is not said.
    static func unread(_ mail: ItemTranslation) -> ItemCommand? {
        guard let project = mail.project else { return nil }
        if mail.isAboutToDos { return .misnumbered(Misnumbered(nil, in: project)) }
        return mail.things.isEmpty ? .list(ListThings(.todos, in: project)) : nil
    }
}

extension ItemTranslation {
    fileprivate var isAboutToDos: Bool {
        things.contains { if case .toDo = $0 { true } else { false } }
    }
}
