import MailFormat
import PortalCore

/// Forms by mail: an answer below each quoted question, or `Q3: new answer`.
enum FormVerbs {
    @Sendable
    static func read(_ command: ReplyCommand, _ mail: ItemTranslation) -> ItemCommand? {
        guard let project = mail.project, case .answer(let number, let text) = command.argument else { return nil }
        guard let asked = mail.question(number) else { return .misnumbered(Misnumbered(number, in: project)) }
        return .form(.answer(asked.form, [FormAnswer(question: asked.text, text: text)], in: project))
    }

    /// The answers below quoted questions, as one command; nil where there are none.
    ///
    /// - Returns: besides, what was written elsewhere.
    static func answers(
        _ passages: [ReplyPassage], _ mail: ItemTranslation, in project: ProjectID
    ) -> (command: ItemCommand, rest: String)? {
        var form: QuestionnaireID?
        var answers: [FormAnswer] = []
        var rest: [String] = []
        for passage in passages {
            guard let asked = passage.entry.flatMap(mail.question), form == nil || form == asked.form else {
                rest.append(passage.written)
                continue
            }
            form = asked.form
            answers.append(FormAnswer(question: asked.text, text: passage.written))
        }
        return form.map { (.form(.answer($0, answers, in: project)), rest.joined(separator: "\n\n")) }
    }

    /// Several answers to one form, each on a line of its own, are one command.
    static func joined(_ commands: [Command]) -> [Command] {
        commands.reduce(into: []) { joined, command in
            guard case .item(.form(.answer(let form, let more, let project))) = command,
                case .item(.form(.answer(form, let answers, in: _)))? = joined.last
            else { return joined.append(command) }
            joined[joined.count - 1] = .item(.form(.answer(form, answers + more, in: project)))
        }
    }
}

extension ItemTranslation {
    /// Whether the answered mail listed questions.
    var isAboutQuestions: Bool { things.contains { if case .question = $0 { true } else { false } } }

    /// The questions that the answered mail listed, by their numbers.
    var questions: [Int: String] {
        things.enumerated().reduce(into: [:]) { questions, entry in
            if case .question(_, let text) = entry.element { questions[entry.offset + 1] = text }
        }
    }

    fileprivate func question(_ number: Int) -> (form: QuestionnaireID, text: String)? {
        guard case .question(let form, let text)? = thing(number) else { return nil }
        return (form, text)
    }
}
