import MailFormat
import PortalCore

/// A person's reply in the words of the portal: the verb acts on what the notice was about.
struct ReplyTranslation {
    private let subject: ReplySubject
    private let project: ProjectID
    private let text: String
    private let files: [FileContent]

    init(_ subject: ReplySubject, in project: ProjectID, text: String, files: [FileContent]) {
        self.subject = subject
        self.project = project
        self.text = text
        self.files = files
    }

    var commands: [Command] {
        let reply = ReadReply(
            text, in: CommandLanguage(locale: subject.locale) ?? .english, offering: offered)
        return switch subject.subject {
        case .decision(let deliverable, let version, _): decide(reply, deliverable, version)
        case .conversation, .things: converse(reply)
        case .nothing: []
        }
    }

    /// What the notice asked for; and whoever decided can take it back by answering whatever was about it.
    private var offered: Set<CommandVerb> {
        switch subject.subject {
        case .decision: CommandVerb.decisions.union([.undo])
        case .conversation, .things: CommandVerb.decisions.union(ItemTranslation.verbs)
        case .nothing: CommandVerb.decisions
        }
    }

    private func decide(_ reply: ReadReply, _ deliverable: DeliverableID, _ version: Int) -> [Command] {
        switch reply.reading {
        case .message: [post(text)]
        case .incomplete(.revise):
            withFiles(Decision(deliverable: deliverable, version: version, kind: .revisionRequested, comment: ""))
        case .commands(let commands):
            if commands.allSatisfy({ $0.verb == .undo }) {
                // What else was said is a message, with whatever came along.
                [.undo(deliverable, version: version)]
                    + (reply.message.isEmpty && files.isEmpty ? [] : [post(reply.message)])
            } else if let kind = Self.kind(of: commands) {
                withFiles(
                    Decision(
                        deliverable: deliverable, version: version, kind: kind,
                        comment: Self.comment(on: commands, reply.message)))
            } else {
                consider(deliverable, version)
            }
        case .almost, .contradictory, .tooMany, .incomplete: consider(deliverable, version)
        }
    }

    private func consider(_ deliverable: DeliverableID, _ version: Int) -> [Command] {
        [post(text), .considerDecision(deliverable, version: version)]
    }

    /// Verbs of things do what they say. No decision was asked here, so none is made here; where just one waits, its page
    /// is offered.
    private func converse(_ reply: ReadReply) -> [Command] {
        if case .commands(let commands) = reply.reading {
            let translated = commands.compactMap { items.command($0).map(Command.item) }
            if translated.count == commands.count {
                return translated + (reply.message.isEmpty && files.isEmpty ? [] : [say(reply.message)])
            }
        }
        let post = say(text)
        guard reply.reading != .message, subject.open.count == 1, let open = subject.open.first else { return [post] }
        return [post, .considerDecision(open.deliverable, version: open.version)]
    }

    /// About the one thing that the mail was about, or to everybody of the project.
    private func say(_ text: String) -> Command { items.said(text) ?? post(text) }

    private var items: ItemTranslation {
        var things: [Thing] = []
        if case .things(let list) = subject.subject { things = list.things }
        return ItemTranslation(things: things, project: project, files: files)
    }

    private func withFiles(_ decision: Decision) -> [Command] {
        files.isEmpty ? [.decide(decision)] : [.decide(decision), post("")]
    }

    private func post(_ text: String) -> Command {
        .postMessage(NewMessage(project: project, text: text, attachments: files))
    }

    /// The one decision that the commands make, or `nil`: only one thing was asked here, without a number, so that
    /// "APPROVE 2" means something else. "REVISE 2 photos are blurry" counts photos.
    private static func kind(of commands: [ReplyCommand]) -> Decision.Kind? {
        guard let verb = commands.first?.verb,
            commands.allSatisfy({ $0.verb == verb && ($0.numbers.isEmpty || $0.reason != nil) })
        else { return nil }
        return switch verb {
        case .approve: .approved
        case .revise: .revisionRequested
        case .reject: .rejected
        default: nil
        }
    }

    private static func comment(on commands: [ReplyCommand], _ message: String) -> String {
        let reasons = commands.map(\.argumentText)
        return (reasons + [message]).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
