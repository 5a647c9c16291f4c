import Localization
import PortalCore

/// What cannot be as it was typed, in words.
enum MisfitWords {
    static func text(_ entry: MisfitEntry) -> Phrase {
        switch entry {
        case .title(let limit): Phrase("Please give a title: one line of at most \(limit) letters.")
        case .kind(let limit): Phrase("The type and the format are one line each, of at most \(limit) letters.")
        case .text(let limit): Phrase("Please keep it to plain text of at most \(limit) letters.")
        case .person: Phrase("Please choose people who belong to the project.")
        case .noQuestion: Phrase("A form asks at least one question.")
        case .questions: Phrase("Nobody was asked yet: please look at the questions that are marked.")
        }
    }

    static func text(_ problem: QuestionProblem) -> Phrase {
        switch problem {
        case .words(let limit): Phrase("A question is one line of at most \(limit) letters.")
        case .askedBefore: Phrase("This is asked further up.")
        case .options(let count, let limit):
            Phrase(
                "There are \(count.lowerBound) to \(count.upperBound) choices, one on each line, of at most \(limit) letters each."
            )
        case .noAnswerFits: Phrase("No answer could fit.")
        }
    }
}
