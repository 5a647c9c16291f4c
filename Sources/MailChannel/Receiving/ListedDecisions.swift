import MailFormat
import PortalCore

/// Decisions about deliverables that the answered mail listed by number, each about the version that stood there.
struct ListedDecisions {
    private let all: [ReplyCommand]
    private let items: ItemTranslation

    init(_ commands: [ReplyCommand], among items: ItemTranslation) {
        all = commands
        self.items = items
    }

    /// The one decision that the whole mail makes: what else it says belongs to it.
    func only(saying message: String) -> Decision? {
        guard all.count == 1, let command = all.first, let made = decisions(of: command, saying: message),
            made.count == 1
        else { return nil }
        return made.first
    }

    /// Nil for a command that decides about nothing in the list.
    func commands(for command: ReplyCommand) -> [Command]? {
        decisions(of: command, saying: "").map { $0.map(Command.decide) }
    }

    private func decisions(of command: ReplyCommand, saying message: String) -> [Decision]? {
        guard let kind = command.verb.decision else { return nil }
        let named = items.named(by: command)
        let comment = [command.reason ?? "", message].filter { !$0.isEmpty }.joined(separator: "\n\n")
        let made = named.compactMap { thing -> Decision? in
            guard case .deliverable(let id, let version) = thing else { return nil }
            return Decision(deliverable: id, version: version, kind: kind, comment: comment)
        }
        let isWhole = command.numbers.isEmpty || made.count == command.numbers.count
        return !made.isEmpty && made.count == named.count && isWhole ? made : nil
    }
}

extension CommandVerb {
    /// The decision that a verb makes; nil for one that makes none.
    var decision: Decision.Kind? {
        switch self {
        case .approve: .approved
        case .revise: .revisionRequested
        case .reject: .rejected
        default: nil
        }
    }
}
