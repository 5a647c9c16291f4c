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
        let reply = ReadReply(text, in: CommandLanguage(locale: subject.locale) ?? .english)
        return switch subject.subject {
        case .decision(let deliverable, let version, _): decide(reply, deliverable, version)
        case .conversation: converse(reply)
        case .nothing: []
        }
    }

    private func decide(_ reply: ReadReply, _ deliverable: DeliverableID, _ version: Int) -> [Command] {
        switch reply.reading {
        case .message: [post(text)]
        case .almost, .contradictory, .tooMany, .incomplete(.approve), .incomplete(.reject):
            [post(text), .considerDecision(deliverable, version: version)]
        case .incomplete(.revise):
            withFiles(Decision(deliverable: deliverable, version: version, kind: .revisionRequested, comment: ""))
        case .commands(let commands):
            withFiles(
                Decision(
                    deliverable: deliverable, version: version, kind: Self.kind(of: commands),
                    comment: Self.comment(on: commands, reply.message)))
        }
    }

    /// Nothing was asked here, so nothing is decided here; where just one decision waits, its page is offered.
    private func converse(_ reply: ReadReply) -> [Command] {
        let post = post(text)
        guard reply.reading != .message, subject.open.count == 1, let open = subject.open.first else { return [post] }
        return [post, .considerDecision(open.deliverable, version: open.version)]
    }

    private func withFiles(_ decision: Decision) -> [Command] {
        files.isEmpty ? [.decide(decision)] : [.decide(decision), post("")]
    }

    private func post(_ text: String) -> Command {
        .postMessage(NewMessage(project: project, text: text, attachments: files))
    }

    /// Commands that came through the grammar agree with one another.
    private static func kind(of commands: [ReplyCommand]) -> Decision.Kind {
        switch commands.first?.verb {
        case .revise: .revisionRequested
        case .reject: .rejected
        case .approve, nil: .approved
        }
    }

    private static func comment(on commands: [ReplyCommand], _ message: String) -> String {
        let reasons = commands.compactMap { command -> String? in
            switch command {
            case .approve: nil
            case .revise(let reason): reason
            case .reject(let reason): reason
            }
        }
        return (reasons + [message]).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
