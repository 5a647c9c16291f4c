import MailFormat
import PortalCore

/// Requests by mail: `REQUEST` with free text and `Field: value` lines; `CONFIRM`, `DECLINE reason`, `ASSIGN name`.
enum RequestVerbs {
    static let verbs: Set<CommandVerb> = [.request]
    /// What staff answer where a request is shown.
    static let answers: Set<CommandVerb> = [.confirm, .decline, .assign]

    @Sendable
    static func read(_ command: ReplyCommand, _ mail: ItemTranslation) -> ItemCommand? {
        switch (command.verb, command.argument) {
        case (.request, .request(let text, _)):
            .request(.submit(NewRequest(project: mail.project, text: text, attachments: mail.files)))
        case (.confirm, _): about(command, mail) { .confirm($0) }
        case (.decline, _): about(command, mail) { .decline($0, reason: command.reason ?? "") }
        case (.assign, .name(let name, _)): about(command, mail) { .assign($0, to: name) }
        default: nil
        }
    }

    /// Words are said about the request that the answered mail was about.
    @Sendable
    static func said(_ text: String, _ mail: ItemTranslation) -> ItemCommand? {
        guard mail.things.count == 1, case .request(let id) = mail.things[0] else { return nil }
        return .request(.remark(id, text: text, attachments: mail.files))
    }

    private static func about(
        _ command: ReplyCommand, _ mail: ItemTranslation, _ make: (RequestID) -> RequestCommand
    ) -> ItemCommand? {
        guard mail.listsRequests else { return nil }
        let named = mail.named(by: command)
        guard !named.isEmpty else { return .misnumbered(Misnumbered(nil, in: mail.project)) }
        guard named.count == 1, case .request(let id) = named[0] else { return nil }
        return .request(make(id))
    }
}

extension ItemTranslation {
    var listsRequests: Bool { things.contains { if case .request = $0 { true } else { false } } }
}
