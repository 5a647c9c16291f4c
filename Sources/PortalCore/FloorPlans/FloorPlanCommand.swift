/// What is done with floor plans.
package enum FloorPlanCommand: Equatable, Sendable {
    /// Puts the pieces as they are here, on top of the version that was shown.
    case arrange(ExhibitID, on: Int, [FloorPlan.Piece], in: ProjectID)
    /// A picture of the plan, with what somebody drew on it, becomes the next version.
    case annotate(ExhibitID, FileContent, in: ProjectID)
}

extension FloorPlanCommand: ItemAct {
    var name: String {
        switch self {
        case .arrange: "arrange"
        case .annotate: "annotate"
        }
    }

    var weight: Command.Weight { .easilyUndone }
    var page: Tool? { .floorplans }

    func project(in connection: any Connection) -> ProjectID? {
        switch self {
        case .arrange(_, _, _, let project), .annotate(_, _, let project): project
        }
    }

    func carryOut(by participant: Participant, in transaction: Transaction) throws -> Outcome {
        switch self {
        case .arrange(let id, let version, let pieces, let project):
            try transaction.edit(id, in: project, by: participant) { plan, current in
                if current != version { return .failure(.newerVersion(shown: version, current: current)) }
                plan.pieces = pieces
                plan.drawing = nil
                return plan.misfit.map { .failure(.item(.misfit($0))) } ?? .success(())
            }
        case .annotate(let id, let file, let project):
            try transaction.edit(id, in: project, by: participant) { plan, _ in
                guard let picture = transaction.pictures[file.digest] else {
                    return .failure(.item(.noPicture(file.name)))
                }
                plan.drawing = picture.whole
                return .success(())
            }
        }
    }
}

extension Transaction {
    /// Whoever may edit makes the next version; everybody else of the project hears of it.
    fileprivate func edit(
        _ id: ExhibitID, in projectID: ProjectID, by participant: Participant,
        _ change: (inout FloorPlan, _ version: Int) -> Result<Void, Refusal>
    ) throws -> Outcome {
        let project: Project
        switch try self.project(projectID, .floorplans, for: participant) {
        case .failure(let refusal): return .refused(refusal)
        case .success(let found): project = found
        }
        guard let exhibit = try ExhibitRecord.find(id, of: projectID, in: connection),
            case .floorPlan(let current) = exhibit.version.content
        else { return .refused(.notFound) }
        guard participant.mayEditFloorPlans else { return .refused(.item(.onlyStaff)) }
        var plan = current
        if case .failure(let refusal) = change(&plan, exhibit.version.number) { return .refused(refusal) }
        guard plan != current else { return .nothingToDo(.unchanged) }
        try ExhibitRecord.add(
            .floorPlan(plan), asVersion: exhibit.version.number + 1, of: id, by: participant.person.id, at: now,
            in: connection)
        for person in try audience(of: project) where person.id != participant.person.id {
            try oweOnce(.item(.exhibit(.published(id))), to: person.id)
        }
        return .done(.item(.arranged(exhibit.settings.title, version: exhibit.version.number + 1)))
    }
}

extension Participant {
    /// Staff may; clients where their organization lets them.
    package var mayEditFloorPlans: Bool { person.isStaff || organization.settings.floorPlans == .edit }
}
