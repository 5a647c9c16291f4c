/// Where a project stands, and what of it waits for somebody; its things are numbered in this order.
package struct ProjectStatus: Sendable, Equatable {
    package let project: Project
    package let deliverables: [Deliverable]
    /// What else waits for the reader.
    package let waiting: [WaitingThing]

    var things: [Thing] {
        deliverables.map { .deliverable($0.id, version: $0.settings.version) } + waiting.map(\.thing)
    }
}

extension Transaction {
    func mailStatus(of project: ProjectID, to participant: Participant) throws -> Outcome {
        guard participant.reaches(project),
            try ProjectRecord.find(project, seenBy: participant.person, in: connection) != nil
        else { return .refused(.notFound) }
        return try mail(.status(project), to: participant)
    }
}

extension LetterLoader {
    /// A reply to it decides by number, each about the version that stands here.
    func status(of id: ProjectID, for recipient: Person) throws -> Loaded? {
        guard let project = try ProjectRecord.find(id, seenBy: recipient, in: connection),
            let organization = try OrganizationRecord.find(recipient.organization, in: connection)
        else { return nil }
        let isShown = organization.settings.tools.contains(.deliverables)
        let deliverables = isShown ? try DeliverableRecord.all(of: id, in: connection) : []
        let status = ProjectStatus(
            project: project, deliverables: deliverables.filter { $0.settings.visible || recipient.isStaff },
            waiting: try Nouns.inUse(by: organization).flatMap { try $0.waiting(for: recipient, in: connection) }
                .filter { $0.project == id })
        return (.item(.account(.status(status))), .things(ListedThings(status.things, in: id)), [])
    }
}
