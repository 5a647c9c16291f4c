/// What a client sees first: what needs them, and where each project stands.
package struct Dashboard: Sendable, Equatable {
    package let viewer: Participant
    package let asked: [Asked]
    /// What else waits for the viewer.
    package let waiting: [Waiting]
    package let projects: [ProjectCard]
    /// What the organization holds beside projects.
    package let shelves: [Shelf]

    /// A deliverable that waits for a decision.
    package struct Asked: Sendable, Equatable {
        package let project: Project
        package let deliverable: Deliverable
    }

    /// Something else that waits for the viewer.
    package struct Waiting: Sendable, Equatable {
        /// Nil for what belongs to the organization.
        package let project: Project?
        package let thing: WaitingThing
    }
}

/// One kind of thing that a project or the organization holds: how many, and how many of them wait for the viewer.
package struct Shelf: Sendable, Equatable {
    package let tool: Tool
    package let count: Int
    package let waiting: Int
}

/// A project in a list.
package struct ProjectCard: Sendable, Equatable {
    package let project: Project
    package let deliverables: Int
    package let waiting: Int
    package let messages: Int
    package let newest: Message?
}

/// Everything of one project that its viewer may see.
package struct ProjectPage: Sendable, Equatable {
    package let viewer: Participant
    package let project: Project
    package let deliverables: [ProjectDeliverable]
    package let files: [StoredFile]
    package let messages: [Message]
    package let attachments: [MessageNumber: [StoredFile]]
    /// What messages may be about, beside deliverables.
    package let exhibits: [Exhibit]
    /// What else it holds that its viewer may see.
    package let shelves: [Shelf]
    /// How many older messages are not shown.
    package let earlier: Int
    package let staff: [Person]
}

/// One deliverable, for looking at it and deciding.
package struct DeliverablePage: Sendable, Equatable {
    package let viewer: Participant
    package let item: ProjectDeliverable
    package let decider: Person?
    package let messages: [Message]
    /// Until the end of the review round, where it has one; negative when it is over.
    package let daysLeft: Int?
}

extension Portal {
    /// Who a session belongs to; nil when it is not, or no longer, open.
    package func viewer(_ session: Secret, of slug: String) throws -> Participant? {
        try database.read { try SessionParticipant.find(session, slug, at: clock(), in: $0) }
    }

    /// The dashboard; nil when nobody is signed in.
    ///
    /// It asks once for everything of one kind, however many projects there are.
    package func dashboard(_ session: Secret, of slug: String) throws -> Dashboard? {
        try read(session, slug) { viewer, connection in
            let isShown = viewer.organization.settings.tools.contains(.deliverables)
            let deliverables = Dictionary(
                grouping: isShown ? try DeliverableRecord.all(seenBy: viewer.person, in: connection) : [],
                by: \.project)
            let talks = try MessageRecord.talks(seenBy: viewer.person, in: connection)
            var asked: [Dashboard.Asked] = []
            let cards = try ProjectRecord.all(seenBy: viewer.person, in: connection).map { project in
                let visible = deliverables[project.id] ?? []
                let waiting = visible.filter { $0.state == .pending }
                asked += waiting.map { Dashboard.Asked(project: project, deliverable: $0) }
                return ProjectCard(
                    project: project, deliverables: visible.count, waiting: waiting.count,
                    messages: talks[project.id]?.count ?? 0, newest: talks[project.id]?.newest)
            }
            let waiting = try Self.waiting(for: viewer, among: cards.map(\.project), in: connection)
            let ofOrganization = try Self.waiting(for: viewer, in: connection)
            return try Dashboard(
                viewer: viewer, asked: asked, waiting: waiting + (viewer.person.isStaff ? [] : ofOrganization),
                projects: cards,
                shelves: Self.shelves(for: viewer, waiting: ofOrganization, in: connection))
        }
    }

    /// A project's page; nil when nobody is signed in, or for them there is no such project.
    package func projectPage(_ id: ProjectID, _ session: Secret, of slug: String) throws -> ProjectPage? {
        try read(session, slug) { viewer, connection in
            guard let project = try ProjectRecord.find(id, seenBy: viewer.person, in: connection) else { return nil }
            let tools = viewer.organization.settings.tools
            // Limit: messages on a page.
            let messages =
                tools.contains(.messages) ? try MessageRecord.newest(200, of: id, in: connection) : []
            let shared = tools.contains(.files) ? try FileRecord.shared(by: id, in: connection) : []
            return try ProjectPage(
                viewer: viewer, project: project, deliverables: visible(to: viewer, of: project, in: connection),
                files: shared.filter { $0.visible || viewer.person.isStaff }, messages: messages,
                attachments: FileRecord.attachments(in: id, connection: connection),
                exhibits: ExhibitRecord.all(of: id, in: connection).filter { viewer.mayUse($0.tool) },
                shelves: Self.shelves(of: project, for: viewer, in: connection),
                earlier: max(0, MessageRecord.count(of: id, in: connection) - messages.count),
                staff: PersonRecord.assigned(to: id, at: clock(), in: connection).filter(\.isStaff))
        }
    }

    /// A deliverable's page; nil when nobody is signed in, or for them there is no such deliverable.
    package func deliverablePage(
        _ id: DeliverableID, _ session: Secret, of slug: String
    ) throws -> DeliverablePage? {
        try read(session, slug) { viewer, connection in
            guard viewer.organization.settings.tools.contains(.deliverables),
                let deliverable = try DeliverableRecord.find(id, seenBy: viewer.person, in: connection),
                let project = try ProjectRecord.find(deliverable.project, in: connection)
            else { return nil }
            var decider: Person?
            if case .decided(_, let person, _) = deliverable.state {
                decider = try PersonRecord.find(person, at: clock(), in: connection)
            }
            let messages = try MessageRecord.newest(200, of: project.id, in: connection).filter { $0.about == id }
            return try DeliverablePage(
                viewer: viewer, item: item(deliverable, of: project, in: connection), decider: decider,
                messages: messages,
                daysLeft: deliverable.settings.due.flatMap(ReminderDay.init(iso:)).map { due in
                    due.number - DayAndHour(clock(), in: viewer.organization.settings.timeZone).day.number
                })
        }
    }

    /// What one tool's page shows; nil when nobody is signed in, the tool is off, or for them there is no such project.
    func read<Value>(
        _ tool: Tool, of project: ProjectID, _ session: Secret, _ slug: String,
        _ body: (Participant, Project, any Connection) throws -> Value?
    ) throws -> Value? {
        try read(session, slug) { viewer, connection in
            guard viewer.mayUse(tool),
                let found = try ProjectRecord.find(project, seenBy: viewer.person, in: connection)
            else { return nil }
            return try body(viewer, found, connection)
        }
    }

    /// What a page of the organization's shows; nil when nobody is signed in, or the tool is off for them.
    func read<Value>(
        _ tool: Tool, _ session: Secret, _ slug: String, _ body: (Participant, any Connection) throws -> Value?
    ) throws -> Value? {
        try read(session, slug) { viewer, connection in
            viewer.mayUse(tool) ? try body(viewer, connection) : nil
        }
    }

    /// A file that the holder of a session may have; nil looks the same for unknown and foreign ones.
    package func file(_ id: FileID, _ session: Secret, of slug: String) throws -> StoredFile? {
        try read(session, slug) { viewer, connection in
            try FileRecord.find(id, seenBy: viewer.person, of: viewer.organization, in: connection)
        }
    }

    func read<Value>(
        _ session: Secret, _ slug: String, _ body: (Participant, any Connection) throws -> Value?
    ) throws -> Value? {
        try database.read { connection in
            guard let viewer = try SessionParticipant.find(session, slug, at: clock(), in: connection),
                viewer.person.isStaff || viewer.organization.settings.portalOpen
            else { return nil }
            return try body(viewer, connection)
        }
    }

    private static func waiting(
        for viewer: Participant, among projects: [Project], in connection: any Connection
    ) throws -> [Dashboard.Waiting] {
        try Nouns.inUse(by: viewer.organization).flatMap { try $0.waiting(for: viewer.person, in: connection) }
            .compactMap { thing in
                projects.first { $0.id == thing.project }.map { Dashboard.Waiting(project: $0, thing: thing) }
            }
    }

    private static func waiting(
        for viewer: Participant, in connection: any Connection
    ) throws -> [Dashboard.Waiting] {
        try Nouns.ofOrganization(inUseBy: viewer.organization)
            .flatMap { try $0.waiting(for: viewer.person, of: viewer.organization, in: connection) }
            .map { Dashboard.Waiting(project: nil, thing: $0) }
    }

    /// Empty ones are shown as well: here something new begins.
    private static func shelves(
        for viewer: Participant, waiting: [Dashboard.Waiting], in connection: any Connection
    ) throws -> [Shelf] {
        try Nouns.ofOrganization(inUseBy: viewer.organization).map { noun in
            Shelf(
                tool: noun.tool, count: try noun.listed(for: viewer.person, in: connection).count,
                waiting: waiting.count { $0.thing.tool == noun.tool })
        }
    }

    /// Empty ones are hidden.
    private static func shelves(
        of project: Project, for viewer: Participant, in connection: any Connection
    ) throws -> [Shelf] {
        try Nouns.inUse(by: viewer.organization).compactMap { noun in
            let count = try noun.listed(in: project, for: viewer.person, in: connection).count
            guard try count > 0 || noun.isShownEmpty(in: project, connection) else { return nil }
            let waiting = try noun.waiting(for: viewer.person, in: connection).count { $0.project == project.id }
            return Shelf(tool: noun.tool, count: count, waiting: waiting)
        }
    }

    private func visible(
        to viewer: Participant, of project: Project, in connection: any Connection
    ) throws -> [ProjectDeliverable] {
        guard viewer.organization.settings.tools.contains(.deliverables) else { return [] }
        return try DeliverableRecord.all(of: project.id, in: connection)
            .filter { $0.settings.visible || viewer.person.isStaff }
            .map { try item($0, of: project, in: connection) }
    }

    private func item(
        _ deliverable: Deliverable, of project: Project, in connection: any Connection
    ) throws -> ProjectDeliverable {
        let files = try FileRecord.files(
            of: deliverable.id, version: deliverable.settings.version, in: connection)
        return ProjectDeliverable(project: project, deliverable: deliverable, files: files)
    }
}
