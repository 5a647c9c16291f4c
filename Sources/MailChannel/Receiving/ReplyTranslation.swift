import MailFormat
import PortalCore

/// A person's reply in the words of the portal: the verb acts on what the notice was about.
struct ReplyTranslation {
    private let subject: ReplySubject
    /// Nil for a notice about something of the organization, or about nothing but a link.
    private let project: ProjectID?
    private let text: String
    private let files: [FileContent]
    private let tables: [GuestTable]
    private let passages: ([Int: String]) -> [ReplyPassage]

    /// - Parameters:
    ///   - tables: the files among `files` that may be guest lists.
    ///   - passages: what was written below these questions, by their numbers; asked for only where questions were mailed.
    init(
        _ subject: ReplySubject, in project: ProjectID?, text: String, files: [FileContent], tables: [GuestTable] = [],
        passages: @escaping ([Int: String]) -> [ReplyPassage] = { _ in [] }
    ) {
        self.subject = subject
        self.project = project
        self.text = text
        self.files = files
        self.tables = tables
        self.passages = passages
    }

    var commands: [Command] {
        let reply = ReadReply(
            text, in: CommandLanguage(locale: subject.locale) ?? .english, offering: offered,
            vocabulary: subject.words.vocabulary)
        return switch subject.subject {
        case .decision(let deliverable, let version, _): asked(reply) ?? decide(reply, deliverable, version)
        case .conversation, .things: converse(reply)
        case .nothing: personal(reply)
        case .guest: []
        }
    }

    /// What the notice asked for; and whoever decided can take it back by answering whatever was about it.
    private var offered: Set<CommandVerb> {
        switch subject.subject {
        case .decision:
            CommandVerb.decisions.union([.undo]).union(AccountVerbs.verbs).union(GetVerbs.verbs).union(ofStaff)
        case .conversation, .things: CommandVerb.decisions.union(items.verbs).union(ofStaff)
        case .nothing: AccountVerbs.personal.union(ofStaff)
        case .guest: []
        }
    }

    private var ofStaff: Set<CommandVerb> { subject.isStaff ? AccountVerbs.ofStaff : [] }

    private func decide(_ reply: ReadReply, _ deliverable: DeliverableID, _ version: Int) -> [Command] {
        switch reply.reading {
        case .message: [post(text, files)]
        case .incomplete(.revise):
            withFiles(Decision(deliverable: deliverable, version: version, kind: .revisionRequested, comment: ""))
        case .commands(let commands):
            if commands.allSatisfy({ $0.verb == .undo }) {
                // What else was said is a message, with whatever came along.
                [.undo(deliverable, version: version)]
                    + (reply.message.isEmpty && files.isEmpty ? [] : [post(reply.message, files)])
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
        [post(text, files), .considerDecision(deliverable, version: version)]
    }

    /// Verbs of things do what they say, and a decision is made about what the notice listed by number. Nothing else decides
    /// here; where a decision was meant and just one waits, its page is offered. Whatever else was meant and cannot be read is
    /// answered by how it is written.
    private func converse(_ reply: ReadReply) -> [Command] {
        if let special = importing(reply) ?? answering() ?? asked(reply) { return special }
        if reply.bringsDocument { return [.item(.passenger(.keepDocuments(nil, files)))] }
        let post = say(text, files)
        if let drawn = ExhibitVerbs.drawn(items) { return [post, .item(drawn)] }
        guard let verb = reply.meant else { return [post] }
        guard verb.decision == nil else {
            guard subject.open.count == 1, let open = subject.open.first else { return [post] }
            return [post, .considerDecision(open.deliverable, version: open.version)]
        }
        // "All done", where nothing was listed that could be: a message like others.
        if case .almost = reply.reading, items.things.isEmpty { return [post] }
        let unread = Command.item(.misnumbered(Misnumbered(unread: verb.rawValue, in: project)))
        return reply.lacksArgument && !saysMore ? [unread] : [post, unread]
    }

    /// What the commands ask for, where all of them mean something here.
    private func asked(_ reply: ReadReply) -> [Command]? {
        switch reply.reading {
        case .incomplete(.get): return project.map { [.item(GetVerbs.list(in: $0))] }
        case .incomplete(.done):
            return ToDoVerbs.unread(items).map { [.item($0)] + (saysMore ? [post(text, files)] : []) }
        case .commands(let commands):
            let decisions = ListedDecisions(commands, among: items)
            if let decision = decisions.only(saying: reply.message) { return withFiles(decision) }
            let translated = commands.compactMap {
                decisions.commands(for: $0) ?? items.command($0).map { [.item($0)] }
            }
            guard translated.count == commands.count else { return nil }
            let all = FormVerbs.joined(translated.flatMap { $0 })
            let left = all.contains(where: \.takesFiles) ? [] : files
            return all + (reply.message.isEmpty && left.isEmpty ? [] : [say(reply.message, left)])
        case .message, .almost, .incomplete, .contradictory, .tooMany: return nil
        }
    }

    /// Whether there is more in the mail than one line.
    private var saysMore: Bool { text.utf8.contains(UInt8(ascii: "\n")) || !files.isEmpty }

    /// Answers to a notice that was about nothing but a link: what is asked for oneself, and nothing else. Empty where there
    /// is more in it, which is then for staff to read.
    private func personal(_ reply: ReadReply) -> [Command] {
        if subject.isTest { return [.item(.roundTrip(.answered))] }
        guard case .commands(let commands) = reply.reading, reply.message.isEmpty else { return [] }
        let translated = commands.compactMap(AccountVerbs.personal)
        return translated.count == commands.count ? translated.map(Command.item) : []
    }

    /// A table sent to the guest list, or with GUESTS above it, is put on the list; to any other mail it is a file.
    private func importing(_ reply: ReadReply) -> [Command]? {
        guard let project, !tables.isEmpty else { return nil }
        let isAsked = !reply.commands.isEmpty && reply.commands.allSatisfy { $0.verb == .guests }
        guard isAsked || reply.reading == .message && items.isAboutGuests else { return nil }
        let others = files.filter { !GuestTable.isTable(named: $0.name, $0.contentType) }
        return tables.map { .item(.guest(.add($0, in: project))) }
            + (reply.message.isEmpty && others.isEmpty ? [] : [post(reply.message, others)])
    }

    /// Answers below the quoted questions of a form.
    private func answering() -> [Command]? {
        guard let project, items.isAboutQuestions,
            let found = FormVerbs.answers(passages(items.questions), items, in: project)
        else { return nil }
        return [.item(found.command)] + (found.rest.isEmpty && files.isEmpty ? [] : [post(found.rest, files)])
    }

    /// About the one thing that the mail was about, or to everybody of the project.
    private func say(_ text: String, _ files: [FileContent]) -> Command {
        items(with: files).said(text) ?? post(text, files)
    }

    private var items: ItemTranslation { items(with: files) }

    private func items(with files: [FileContent]) -> ItemTranslation {
        var things: [Thing] = []
        if case .things(let list) = subject.subject { things = list.things }
        return ItemTranslation(things: things, project: project, files: files)
    }

    private func withFiles(_ decision: Decision) -> [Command] {
        files.isEmpty ? [.decide(decision)] : [.decide(decision), post("", files)]
    }

    private func post(_ text: String, _ files: [FileContent]) -> Command {
        guard let project else { return .item(.unplaced(Unplaced())) }
        return .postMessage(NewMessage(project: project, text: text, attachments: files))
    }

    /// The one decision that the commands make, or `nil`: only one thing was asked here, without a number, so that
    /// "APPROVE 2" means something else. "REVISE 2 photos are blurry" counts photos.
    private static func kind(of commands: [ReplyCommand]) -> Decision.Kind? {
        guard let verb = commands.first?.verb,
            commands.allSatisfy({ $0.verb == verb && ($0.numbers.isEmpty || $0.reason != nil) })
        else { return nil }
        return verb.decision
    }

    private static func comment(on commands: [ReplyCommand], _ message: String) -> String {
        let reasons = commands.map(\.argumentText)
        return (reasons + [message]).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}

extension ReadReply {
    /// The verb that could not be carried out, or that the words come close to.
    fileprivate var meant: CommandVerb? {
        switch reading {
        case .almost(let verb), .incomplete(let verb): verb
        case .contradictory(let verbs): verbs.first
        case .commands(let commands): commands.first?.verb
        case .message, .tooMany: nil
        }
    }

    fileprivate var lacksArgument: Bool { if case .incomplete = reading { true } else { false } }
}
