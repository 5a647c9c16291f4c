import Localization
import MailFormat
import PortalCore

/// A question as it was typed.
struct QuestionRow: Sendable {
    var text = ""
    var kind = Kind.line
    /// The choices, one on each line.
    var options = ""
    var isRequired = true

    /// What answers look like, as staff choose it.
    enum Kind: String, CaseIterable {
        case line, text, choice, number, date
        case yesNo = "yes-no"

        var label: Phrase {
            switch self {
            case .line: Phrase("One line of text")
            case .text: Phrase("Several lines of text")
            case .choice: Phrase("One of these choices")
            case .number: Phrase("A number")
            case .date: Phrase("A date")
            case .yesNo: Phrase("Yes or no")
            }
        }
    }

    init() {}

    init(_ number: Int, of form: OwnForm) {
        text = form.text("ask-\(number)")
        kind = Kind(rawValue: form.value("kind-\(number)")) ?? .line
        options = form.text("options-\(number)")
        isRequired = form.isChecked("needed-\(number)")
    }

    /// A row in which nothing was typed is no question.
    var isBlank: Bool { text.utf8.isEmpty && options.utf8.isEmpty }

    /// Choices were typed, and another kind of answer was chosen.
    var isContradictory: Bool { kind != .choice && !options.utf8.isEmpty }

    var question: Question { Question(text: text, kind: answer, isRequired: isRequired) }

    /// Limit: bytes of a line, and of several.
    private var answer: Question.Kind {
        switch kind {
        case .line: .text(longest: 200)
        case .text: .text(longest: 2000)
        case .choice: .choice(lines)
        case .number: .number(from: 0, to: Question.greatestNumber)
        case .date: .date
        case .yesNo: .yesNo
        }
    }

    private var lines: [String] {
        options.utf8.split(separator: ASCII.lf).map { String(decoding: Array($0).trimmed, as: UTF8.self) }
            .filter { !$0.utf8.isEmpty }
    }
}
