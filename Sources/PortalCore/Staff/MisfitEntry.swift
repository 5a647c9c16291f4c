import MailFormat

/// What was typed for something new that it cannot have.
package enum MisfitEntry: Equatable, Sendable, Codable {
    /// Limit: scalars, in one line that says something.
    case title(limit: Int)
    /// The type or the format of a deliverable; scalars.
    case kind(limit: Int)
    /// Scalars.
    case text(limit: Int)
    /// Whoever is to do or to sign it belongs neither to the project nor to the staff.
    case person
    /// A form without a question.
    case noQuestion
    /// `NewQuestionnaire.problems` says which, and why.
    case questions
}

extension MisfitEntry {
    /// Limits of whatever a project holds, in scalars: those of configuration.
    private static let longestTitle = 120
    private static let longestText = 2000

    /// What is wrong with a title and with the words that go with it.
    static func refusal(title: String, details: String = "", due: String? = nil) -> Refusal? {
        guard ShownText.isLine(title, most: longestTitle) else {
            return .item(.misfitEntry(.title(limit: longestTitle)))
        }
        guard ShownText.isText(details, most: longestText) else {
            return .item(.misfitEntry(.text(limit: longestText)))
        }
        return due.map(ShownText.isDay) ?? true ? nil : .item(.impossibleDay)
    }
}

extension WorkDesk {
    /// A key that nothing else has. Those of configuration begin with a letter, so that no entry of it ever takes the place of
    /// what staff made.
    ///
    /// - Parameter taken: the keys of all of its kind in the project.
    func freshKey(besides taken: [String]) -> String {
        "\((taken.compactMap { Int($0) }.max() ?? 0) + 1)"
    }

    /// Where somebody of the organization is written to.
    func address(of id: PersonID) throws -> EmailAddress? {
        let person = try PersonRecord.find(id, at: transaction.now, in: connection)
        return person.flatMap { $0.organization == organization.id ? $0.address : nil }
    }

    /// The same as an entry of configuration would come to. Project and organization are there, so what is missing is a person.
    func set(_ item: ItemSettings) throws -> Outcome {
        let outcome = try transaction.setItem(item, in: slug)
        return outcome == .refused(.notFound) ? .refused(.item(.misfitEntry(.person))) : outcome
    }
}
