/// A mail asked for something that it cannot do by itself: whoever has the address is shown the page where it is done.
package struct OnPageNotice: Equatable, Sendable, Codable, ItemNews {
    /// Nil for what belongs to the organization.
    let project: ProjectID?
    let tool: Tool
    /// The name of the command.
    let asked: String

    /// How long nobody is asked again about the same.
    static let pause = Moment.Span.hours(-1)

    var topic: String { project.map { "page-\($0)" } ?? "page-\(tool.rawValue)" }
    var isNews: Bool { false }

    func load(for recipient: Person, by loader: LetterLoader) throws -> LetterLoader.Loaded? {
        guard let project else {
            return (.item(.onPage(nil, tool, asked: asked)), .things(ListedThings([], in: nil)), [])
        }
        guard let found = try ProjectRecord.find(project, seenBy: recipient, in: loader.connection) else { return nil }
        return (.item(.onPage(found, tool, asked: asked)), .conversation(project), [])
    }
}

extension Transaction {
    /// What a mail may not do by itself is done on its page: a link to it is mailed, once an hour for each project and tool.
    func showPage(for act: any ItemAct, to participant: Participant) throws -> Outcome {
        guard let tool = act.page else { return .refused(.notFound) }
        let project = tool.isOfOrganization ? nil : try act.project(in: connection)
        guard try isReached(project, by: participant) else { return .refused(.notFound) }
        let notice = Notice.item(.onPage(OnPageNotice(project: project, tool: tool, asked: act.name)))
        let since = now + OnPageNotice.pause
        if try !OutboxRecord.wasOwed(notice, to: participant.person.id, since: since, in: connection) {
            try owe(notice, to: participant.person.id)
        }
        return .needsConfirmation
    }

    /// Whether somebody reaches a project, or the organization where there is none.
    func isReached(_ project: ProjectID?, by participant: Participant) throws -> Bool {
        guard let project else { return participant.reachesOrganization }
        return try participant.reaches(project)
            && ProjectRecord.find(project, seenBy: participant.person, in: connection) != nil
    }
}
