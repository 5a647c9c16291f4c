/// Something handed over for a decision, in versions.
package struct Deliverable: Equatable, Sendable {
    package let id: DeliverableID
    package let project: ProjectID
    package let settings: DeliverableSettings
    /// The decision about its version that stands.
    package let decision: MadeDecision?

    package var state: State {
        decision.map { .decided($0.kind, by: $0.person, at: $0.at) } ?? .pending
    }

    package enum State: Equatable, Sendable {
        case pending
        case decided(Decision.Kind, by: PersonID, at: Moment)
    }

    package init(id: DeliverableID, project: ProjectID, settings: DeliverableSettings, decision: MadeDecision?) {
        self.id = id
        self.project = project
        self.settings = settings
        self.decision = decision
    }

    /// The rule for every decision, whichever door it came by.
    ///
    /// A decision is about the version that was shown; it is made by a client, once for each version. By mail, whoever
    /// decided can decide otherwise while the first can be taken back: the second takes its place. Across doors never:
    /// who decides on a page did not see what a mail decides in the same moment.
    ///
    /// - Returns: the decision whose place it takes, where there is one.
    func deciding(
        _ decision: Decision, by person: Person, through door: Door, at now: Moment
    ) -> Result<MadeDecision?, Refusal> {
        guard !person.isStaff else { return .failure(.onlyClientsDecide) }
        guard decision.version == settings.version else {
            return .failure(.newerVersion(shown: decision.version, current: settings.version))
        }
        if let made = self.decision {
            let isReplaced =
                made.person == person.id && made.door == .mail && door == .mail && made.kind != decision.kind
                && made.undoable(at: now) != nil
            guard isReplaced else { return .failure(.alreadyDecided(made.kind, at: made.at)) }
        }
        guard !decision.lacksReason else { return .failure(.reasonMissing) }
        return .success(self.decision)
    }

    /// The rule for taking a decision back: by whoever made it, about the version that was shown, while it is not final.
    func takingBack(version: Int, by person: Person, at now: Moment) -> Result<MadeDecision, Refusal> {
        guard !person.isStaff else { return .failure(.onlyClientsDecide) }
        guard version == settings.version else {
            return .failure(.newerVersion(shown: version, current: settings.version))
        }
        guard let decision, decision.person == person.id else { return .failure(.nothingToTakeBack) }
        guard decision.undoable(at: now) != nil else { return .failure(.decisionIsFinal(since: decision.final)) }
        return .success(decision)
    }
}

/// What a client decides about one version of a deliverable.
package struct Decision: Equatable, Sendable {
    package let deliverable: DeliverableID
    /// The version that was shown to the person who decides.
    package let version: Int
    package let kind: Kind
    /// Posted as a message with the decision; a revision needs one.
    package let comment: String

    package init(deliverable: DeliverableID, version: Int, kind: Kind, comment: String) {
        self.deliverable = deliverable
        self.version = version
        self.kind = kind
        self.comment = comment
    }

    package enum Kind: String, Codable, Sendable, CaseIterable {
        case approved
        case revisionRequested = "revision-requested"
        case rejected
    }

    var hasComment: Bool { !comment.utf8.allSatisfy { $0 <= 0x20 } }
    var lacksReason: Bool { kind == .revisionRequested && !hasComment }
}

/// What configuration says of a deliverable.
package struct DeliverableSettings: Equatable, Sendable {
    /// The key of the project it belongs to.
    package var project: String
    /// The deliverable's key within its project.
    package var name: String
    package var title: String
    package var kind: String
    package var format: String
    package var visible: Bool
    /// 1, 2, 3 …; a higher one asks for a new decision.
    package var version: Int
    /// ISO 8601 date until which a decision is asked for: the end of the review round.
    package var due: String?
    package var files: [FileContent]

    package init(
        project: String, name: String, title: String, kind: String, format: String, visible: Bool, version: Int,
        due: String? = nil, files: [FileContent]
    ) {
        self.project = project
        self.name = name
        self.title = title
        self.kind = kind
        self.format = format
        self.visible = visible
        self.version = version
        self.due = due
        self.files = files
    }
}
