/// Asks for a list of one kind of thing by mail.
package struct ListThings: ItemAct {
    let tool: Tool
    /// Nil for what belongs to the organization or to the person.
    let inProject: ProjectID?

    package init(_ tool: Tool, in project: ProjectID?) {
        self.tool = tool
        inProject = project
    }

    var name: String { tool.rawValue }
    var weight: Command.Weight { .speak }

    func project(in connection: any Connection) -> ProjectID? { inProject }

    func carryOut(by participant: Participant, in transaction: Transaction) throws -> Outcome {
        guard tool.isOfOrganization == (inProject == nil), try transaction.isReached(inProject, by: participant)
        else { return .refused(.notFound) }
        guard participant.mayUse(tool) else { return .refused(.toolOff(tool)) }
        try transaction.owe(.item(.list(ListNotice(tool: tool, project: inProject))), to: participant.person.id)
        return .done(.item(.listMailed(tool)))
    }
}

/// A list that was asked for.
package struct ListNotice: Equatable, Sendable, Codable, ItemNews {
    let tool: Tool
    let project: ProjectID?

    var topic: String { project.map { "list-\(tool.rawValue)-\($0)" } ?? "list-\(tool.rawValue)" }
    var isNews: Bool { false }

    func load(for recipient: Person, by loader: LetterLoader) throws -> LetterLoader.Loaded? {
        try loader.list(of: tool, in: project, for: recipient, news: [])
    }
}

/// One kind of thing, numbered: in one project, or in the organization.
package struct ThingList: Sendable, Equatable {
    package let project: Project?
    package let tool: Tool
    package let entries: [ListedThing]
    /// Which of them are why the mail is sent.
    package let news: [Thing]

    package init(project: Project?, tool: Tool, entries: [ListedThing], news: [Thing]) {
        self.project = project
        self.tool = tool
        self.entries = entries
        self.news = news
    }
}

extension LetterLoader {
    /// A numbered list; a reply to it may name its numbers.
    func list(of tool: Tool, in project: ProjectID?, for recipient: Person, news: [Thing]) throws -> Loaded? {
        guard let project else { return try organizationList(of: tool, for: recipient, news: news) }
        guard let found = try ProjectRecord.find(project, seenBy: recipient, in: connection),
            let noun = Nouns.noun(tool)
        else { return nil }
        let entries = try noun.listed(in: found, for: recipient, in: connection)
        let list = ThingList(project: found, tool: tool, entries: entries, news: news)
        return (.item(.list(list)), .things(ListedThings(entries.map(\.thing), in: project)), [])
    }

    private func organizationList(of tool: Tool, for recipient: Person, news: [Thing]) throws -> Loaded? {
        guard let entries = try Nouns.ofOrganization(tool)?.listed(for: recipient, in: connection) else { return nil }
        let list = ThingList(project: nil, tool: tool, entries: entries, news: news)
        return (.item(.list(list)), .things(ListedThings(entries.map(\.thing), in: nil)), [])
    }
}
