import PortalCore

/// Reads the list `forms` of a project.
struct FormReader {
    func read(_ fields: inout Fields, project: String) -> [QuestionnaireSettings] {
        var keys: [String] = []
        return fields.list("forms").compactMap { readOne($0, project: project, &keys) }
    }

    private func readOne(_ entry: Entry, project: String, _ keys: inout [String]) -> QuestionnaireSettings? {
        guard var fields = entry.fields() else { return nil }
        let key = fields.required("key", .key(longest: 60))
        let title = fields.required("title", .line(120))
        let details = fields.optional("details", .text(2000), default: "")
        let due = fields.find("due").flatMap { $0.read(.date) }
        let isLocked = fields.optional("locked", .onOrOff, default: false)
        let questions = questions(&fields)
        fields.finish()
        key?.noteUnlessNew(among: &keys, "the form", entry)
        guard let key, let title, let details, let isLocked else { return nil }
        return QuestionnaireSettings(
            project: project, name: key, title: title, details: details, due: due, isLocked: isLocked,
            questions: questions)
    }

    private func questions(_ fields: inout Fields) -> [Question] {
        guard let list = fields.find("questions") else {
            fields.entry.problem("lacks the list `questions`")
            return []
        }
        var texts: [String] = []
        let questions = list.items().compactMap { question($0, &texts) }
        if list.isEmptyList { list.problem("should have at least one question") }
        if questions.count > QuestionnaireSettings.mostQuestions {
            list.problem("should have at most \(QuestionnaireSettings.mostQuestions) questions")
        }
        return questions
    }

    private func question(_ entry: Entry, _ texts: inout [String]) -> Question? {
        guard var fields = entry.fields() else { return nil }
        let text = fields.required("ask", .line(300))
        let type = fields.optional("type", Form<QuestionType>.word(), default: .text)
        let isRequired = fields.optional("required", .onOrOff, default: true)
        var kind: Question.Kind?
        if let type { kind = self.kind(type, &fields) }
        fields.finish()
        text?.noteUnlessNew(among: &texts, "the question", entry)
        guard let text, let isRequired, let kind else { return nil }
        return Question(text: text, kind: kind, isRequired: isRequired)
    }

    private func kind(_ type: QuestionType, _ fields: inout Fields) -> Question.Kind? {
        switch type {
        case .text:
            return fields.optional("longest", .number(1...5000), default: 2000).map { Question.Kind.text(longest: $0) }
        case .date: return .date
        case .yesNo: return .yesNo
        case .choice:
            let options = fields.list("options").compactMap { $0.read(.line(120)) }
            if !(2...26).contains(options.count) { fields.entry.problem("should have 2 to 26 `options`") }
            return .choice(options)
        case .number:
            let least = fields.optional("from", .number(0...Question.greatestNumber), default: 0)
            let greatest = fields.optional(
                "to", .number(0...Question.greatestNumber), default: Question.greatestNumber)
            guard let least, let greatest else { return nil }
            guard least <= greatest else {
                fields.entry.problem("`from` is beyond `to`")
                return nil
            }
            return .number(from: least, to: greatest)
        }
    }

    private enum QuestionType: String, CaseIterable {
        case text, choice, number, date
        case yesNo = "yes-no"
    }
}
