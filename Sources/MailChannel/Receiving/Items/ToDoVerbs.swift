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
}

extension ItemTranslation {
    fileprivate var isAboutToDos: Bool {
        things.contains { if case .toDo = $0 { true } else { false } }
    }
}
