extension Portal {
    /// Carries a plan out and takes it back at once: what would come of each step, and who would be mailed.
    ///
    /// The same rules run as in `apply`, in one transaction that is rolled back, so a plan cannot promise anything else.
    package func rehearse(_ plan: Plan) async throws -> [Rehearsal] {
        try await takingBack { transaction in
            try plan.steps.map { try transaction($0.cause(on: plan.revision)).rehearse($0) }
        }
    }
}

/// What a step of a plan would do.
package struct Rehearsal: Equatable, Sendable {
    package let step: Plan.Step
    package let outcome: Outcome
    package let mails: [Mail]

    /// A mail that would be owed.
    package struct Mail: Equatable, Sendable {
        package let address: String
        package let notice: Notice
    }
}

extension Transaction {
    fileprivate func rehearse(_ step: Plan.Step) throws -> Rehearsal {
        let before = try OutboxRecord.newest(in: connection)
        let outcome = try perform([step.command], for: .administrator).first ?? .nothingToDo(.unchanged)
        let mails = try OutboxRecord.owed(after: before, in: connection)
        return Rehearsal(
            step: step, outcome: outcome,
            mails: mails.map { Rehearsal.Mail(address: $0.address, notice: $0.notice) })
    }
}

extension Plan.Step {
    /// What makes this step happen once, on top of a revision of the history.
    func cause(on revision: Int64) -> Cause {
        .settings(entry: entry, content: content, revision: revision)
    }

    /// What the entry says.
    var content: ContentDigest { ContentDigest(of: Array(String(describing: command).utf8)) }
}
