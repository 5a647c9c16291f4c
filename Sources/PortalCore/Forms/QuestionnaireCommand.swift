/// What is done with a form.
package enum QuestionnaireCommand: Equatable, Sendable {
    /// Answers some of its questions, or all; what is not named stays as it is.
    case answer(QuestionnaireID, [FormAnswer], in: ProjectID)
}

extension QuestionnaireCommand: ItemAct {
    var name: String { "answers" }
    var weight: Command.Weight { .easilyUndone }
    var page: Tool? { .forms }

    func project(in connection: any Connection) -> ProjectID? {
        switch self {
        case .answer(_, _, let project): project
        }
    }

    func carryOut(by participant: Participant, in transaction: Transaction) throws -> Outcome {
        switch self {
        case .answer(let id, let answers, let project):
            try transaction.answer(id, answers, in: project, by: participant)
        }
    }
}

extension Transaction {
    /// The rule: clients of the project and staff answer until the form is locked. Each answer is read by itself: those
    /// that are none keep nothing back.
    fileprivate func answer(
        _ id: QuestionnaireID, _ answers: [FormAnswer], in project: ProjectID, by participant: Participant
    ) throws -> Outcome {
        if case .failure(let refusal) = try self.project(project, .forms, for: participant) { return .refused(refusal) }
        guard let form = try QuestionnaireRecord.find(id, in: connection), form.project == project else {
            return .refused(.notFound)
        }
        guard !form.settings.isLocked else { return .refused(.item(.closed)) }
        guard !answers.isEmpty else { return .refused(.empty) }
        guard answers.count <= QuestionnaireSettings.mostQuestions,
            answers.allSatisfy({ $0.text.utf8.count <= Question.longest })
        else { return .refused(.tooLong(limit: Question.longest)) }
        let read = try answers.map { try keep($0, in: form, by: participant.person.id) }
        try tell(of: form, read, by: participant)
        return .done(.item(.formAnswered(form.settings.title, read)))
    }

    private func keep(_ answer: FormAnswer, in form: Questionnaire, by person: PersonID) throws -> ReadAnswer {
        let question = form.settings.questions.first { $0.text.utf8.elementsEqual(answer.question.utf8) }
        switch question?.reading(answer.text) ?? .failure(.notAsked) {
        case .failure(let problem): return ReadAnswer(question: answer.question, kept: nil, problem: problem)
        case .success(let kept):
            if kept != form.answers[answer.question] ?? "" {
                try QuestionnaireRecord.setAnswer(
                    kept, to: answer.question, of: form.id, by: person, at: now, in: connection)
            }
            return ReadAnswer(question: answer.question, kept: kept, problem: nil)
        }
    }

    /// Whoever answers by mail is told how each was read, and asked for what is left; staff hear of new answers once in
    /// five minutes.
    private func tell(of form: Questionnaire, _ read: [ReadAnswer], by participant: Participant) throws {
        if case .reply = participant.grounds {
            try owe(.item(.form(.read(form.id, read))), to: participant.person.id)
        }
        guard let after = try QuestionnaireRecord.find(form.id, in: connection), after.answers != form.answers,
            let project = try ProjectRecord.find(form.project, in: connection)
        else { return }
        for person in try audience(of: project) where person.isStaff && person.id != participant.person.id {
            try oweOnce(.item(.form(.answered(form.id))), to: person.id, due: AnswerWindow.end(of: now))
        }
    }
}
