/// News about forms.
package enum QuestionnaireNotice: Equatable, Sendable, Codable, ItemNews {
    /// To clients: please answer.
    case asked(QuestionnaireID)
    /// To whoever answered by mail: how it was read, and what is left.
    case read(QuestionnaireID, [ReadAnswer])
    /// To staff: there are new answers.
    case answered(QuestionnaireID)

    var topic: String {
        switch self {
        case .asked(let id), .read(let id, _), .answered(let id): "form-\(id)"
        }
    }

    var isNews: Bool { if case .read = self { false } else { true } }

    var ask: Ask? { if case .asked(let id) = self { .thing(.form(id)) } else { nil } }

    func load(for recipient: Person, by loader: LetterLoader) throws -> LetterLoader.Loaded? {
        switch self {
        case .asked(let id):
            try loader.form(id, for: recipient) { form, project in
                form.settings.isLocked || form.blanks.isEmpty ? nil : .formAsked(project, form)
            }
        case .read(let id, let read):
            try loader.form(id, for: recipient) { form, project in .formRead(project, form, read) }
        case .answered(let id):
            try loader.form(id, for: recipient) { form, project in .formAnswers(project, form) }
        }
    }
}

extension LetterLoader {
    /// A mail about a form can be answered by the numbers of its questions.
    fileprivate func form(
        _ id: QuestionnaireID, for recipient: Person, _ letter: (Questionnaire, Project) -> ItemLetter?
    ) throws -> Loaded? {
        guard let form = try QuestionnaireRecord.find(id, in: connection),
            let project = try ProjectRecord.find(form.project, seenBy: recipient, in: connection),
            let content = letter(form, project)
        else { return nil }
        let questions = form.settings.questions.map { Thing.question(id, $0.text) }
        return (.item(content), .things(ListedThings(questions, in: form.project)), [])
    }
}
