/// A form as staff type it.
package struct NewQuestionnaire: Equatable, Sendable {
    let title: String
    /// Words before the questions.
    let details: String
    /// ISO 8601 date.
    let due: String?
    let questions: [Question]

    package init(title: String, details: String, due: String?, questions: [Question]) {
        self.title = title
        self.details = details
        self.due = due
        self.questions = questions
    }

    /// Why a question cannot be asked, by its place; the first is 0.
    package var problems: [Int: QuestionProblem] {
        // Answers are kept by the text of their question, and texts that look the same are one.
        var asked: Set<String> = []
        return questions.enumerated().reduce(into: [:]) { problems, entry in
            let isNew = asked.insert(entry.element.text).inserted
            problems[entry.offset] = entry.element.problem ?? (isNew ? nil : .askedBefore)
        }
    }

    /// Why it cannot be asked as it is; the limits are those of configuration.
    var refusal: Refusal? {
        if let refusal = MisfitEntry.refusal(title: title, details: details, due: due) { return refusal }
        guard !questions.isEmpty else { return .item(.misfitEntry(.noQuestion)) }
        guard questions.count <= QuestionnaireSettings.mostQuestions else {
            return .item(.tooMany(limit: QuestionnaireSettings.mostQuestions))
        }
        return problems.isEmpty ? nil : .item(.misfitEntry(.questions))
    }
}

/// Why a question cannot be asked as it is.
package enum QuestionProblem: Equatable, Sendable {
    /// Limit: scalars, in one line that says something.
    case words(limit: Int)
    case askedBefore
    /// Of a choice: how many there can be, and scalars of each.
    case options(ClosedRange<Int>, limit: Int)
    /// No answer could be long or large enough.
    case noAnswerFits
}

extension Question {
    /// Limits, those of configuration: scalars of a question; options of a choice, each with a letter; scalars of each.
    private static let longestText = 300
    private static let options = 2...26
    private static let longestOption = 120

    fileprivate var problem: QuestionProblem? {
        guard ShownText.isLine(text, most: Self.longestText) else { return .words(limit: Self.longestText) }
        switch kind {
        case .choice(let options):
            let fit = options.allSatisfy { ShownText.isLine($0, most: Self.longestOption) }
            return fit && Self.options.contains(options.count)
                ? nil : .options(Self.options, limit: Self.longestOption)
        case .number(let least, let greatest):
            return 0 <= least && least <= greatest && greatest <= Self.greatestNumber ? nil : .noAnswerFits
        case .text(let longest): return (1...Self.longest).contains(longest) ? nil : .noAnswerFits
        case .date, .yesNo: return nil
        }
    }
}

extension WorkDesk {
    func ask(_ new: NewQuestionnaire) throws -> Outcome {
        if let refusal = new.refusal { return .refused(refusal) }
        let taken = try QuestionnaireRecord.all(of: project.id, in: connection).map(\.settings.name)
        return try set(
            .form(
                QuestionnaireSettings(
                    project: project.settings.name, name: freshKey(besides: taken), title: new.title,
                    details: new.details, due: new.due, isLocked: false, questions: new.questions)))
    }
}
