/// A form for the clients of a project: questions, and what they answered so far.
package struct Questionnaire: Equatable, Sendable {
    package let id: QuestionnaireID
    package let project: ProjectID
    package let settings: QuestionnaireSettings
    /// By the question's text; never blank.
    package let answers: [String: String]

    /// The questions in their order, the first is 1, each with its answer.
    package var entries: [Entry] {
        settings.questions.enumerated().map { index, question in
            Entry(number: index + 1, question: question, answer: answers[question.text])
        }
    }

    /// What must be answered, and is not.
    package var blanks: [Entry] { entries.filter { $0.question.isRequired && $0.answer == nil } }

    package struct Entry: Equatable, Sendable {
        package let number: Int
        package let question: Question
        package let answer: String?
    }
}

/// What configuration says of a form.
package struct QuestionnaireSettings: Equatable, Sendable, ItemContent {
    package var project: String
    package var name: String
    package var title: String
    package var details: String
    /// ISO 8601 date.
    package var due: String?
    /// Whether nobody may change the answers any more.
    package var isLocked: Bool
    package var questions: [Question]

    /// Limit: questions of one form.
    package static let mostQuestions = 100

    package init(
        project: String, name: String, title: String, details: String, due: String?, isLocked: Bool,
        questions: [Question]
    ) {
        self.project = project
        self.name = name
        self.title = title
        self.details = details
        self.due = due
        self.isLocked = isLocked
        self.questions = questions
    }

    package var tool: Tool { .forms }
}

/// An answer as it was typed.
package struct FormAnswer: Equatable, Sendable, Codable {
    /// The text of the question.
    package let question: String
    /// Blank takes an earlier answer back.
    package let text: String

    package init(question: String, text: String) {
        self.question = question
        self.text = text
    }
}

/// How an answer was read.
package struct ReadAnswer: Equatable, Sendable, Codable {
    package let question: String
    /// As it is kept; blank where it was taken back.
    package let kept: String?
    /// Why nothing was kept.
    package let problem: AnswerProblem?

    package init(question: String, kept: String?, problem: AnswerProblem?) {
        self.question = question
        self.kept = kept
        self.problem = problem
    }
}

/// What the page of a form shows.
package struct QuestionnairePage: Sendable, Equatable {
    package let viewer: Participant
    package let project: Project
    package let forms: [Questionnaire]
}

extension Portal {
    /// The forms of a project; nil when nobody is signed in, or for them there is no such page.
    package func questionnairePage(
        _ id: ProjectID, _ session: Secret, of slug: String
    ) throws -> QuestionnairePage? {
        try read(.forms, of: id, session, slug) { viewer, project, connection in
            QuestionnairePage(
                viewer: viewer, project: project, forms: try QuestionnaireRecord.all(of: id, in: connection))
        }
    }
}
