import MailFormat

/// One question of a form, and what is an answer to it.
package struct Question: Equatable, Sendable, Codable {
    /// Of one form each question is another.
    package let text: String
    package let kind: Kind
    package let isRequired: Bool

    package init(text: String, kind: Kind, isRequired: Bool) {
        self.text = text
        self.kind = kind
        self.isRequired = isRequired
    }

    package enum Kind: Equatable, Sendable, Codable {
        /// At most that many bytes.
        case text(longest: Int)
        case choice([String])
        case number(from: Int, to: Int)
        /// ISO 8601.
        case date
        case yesNo
    }

    /// Limit: bytes of any answer.
    package static let longest = 5_000
    package static let greatestNumber = 999_999_999

    /// The answer as it is kept, or why it is none. Blank text is kept as no answer, whatever the question.
    package func reading(_ typed: String) -> Result<String, AnswerProblem> {
        let text = String(decoding: Array(typed.utf8).trimmed, as: UTF8.self)
        if text.utf8.isEmpty { return .success("") }
        switch kind {
        case .text(let longest):
            return text.utf8.count <= longest ? .success(text) : .failure(.tooLong(longest))
        case .choice(let options):
            return Self.option(text, of: options).map(Result.success) ?? .failure(.notAmong(options))
        case .number(let least, let greatest):
            return Self.number(text).flatMap { (least...greatest).contains($0) ? .success("\($0)") : nil }
                ?? .failure(.noNumber(from: least, to: greatest))
        case .date: return Self.date(text).map(Result.success) ?? .failure(.noDate)
        case .yesNo: return Self.yesNo(text).map(Result.success) ?? .failure(.neitherYesNorNo)
        }
    }

    /// The option itself in any ASCII case, or by its place: `b`, `b)`.
    private static func option(_ text: String, of options: [String]) -> String? {
        let typed = Array(text.utf8).asciiLowercased
        if let option = options.first(where: { Array($0.utf8).asciiLowercased.elementsEqual(typed) }) { return option }
        let letter = typed.last == ASCII.closeParenthesis ? Array(typed.dropLast()) : typed
        guard letter.count == 1, let byte = letter.first, byte.isASCIILetter else { return nil }
        let place = Int(byte - 0x61)
        return options.indices.contains(place) ? options[place] : nil
    }

    /// A whole number, with or without a sign and with blanks or apostrophes between its digits.
    private static func number(_ text: String) -> Int? {
        let bytes = text.utf8.filter { !$0.isBlank && $0 != 0x27 }
        let digits = bytes.first == ASCII.hyphen ? Array(bytes.dropFirst()) : bytes
        guard (1...9).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
        return Int(String(decoding: bytes, as: UTF8.self))
    }

    /// `2026-06-12`, `2026/6/12`, or `12.6.2026`: with dots the day stands first.
    private static func date(_ text: String) -> String? {
        let marks: [UInt8] = [ASCII.hyphen, ASCII.slash, ASCII.dot]
        guard let mark = marks.first(where: text.utf8.contains) else { return nil }
        let parts = text.utf8.split(separator: mark, omittingEmptySubsequences: false).map(Array.init)
        guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(\.isASCIIDigit) })
        else { return nil }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        let isReversed = mark == ASCII.dot
        guard parts[isReversed ? 2 : 0].count == 4,
            let day = CalendarDay(
                year: numbers[isReversed ? 2 : 0], month: numbers[1], day: numbers[isReversed ? 0 : 2])
        else { return nil }
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(day.year)-\(two(day.month))-\(two(day.day))"
    }

    private static func yesNo(_ text: String) -> String? {
        let typed = Array(text.utf8).asciiLowercased
        let word = typed.last == ASCII.dot || typed.last == 0x21 ? Array(typed.dropLast()) : typed
        if yes.contains(where: { word.elementsEqual($0.utf8) }) { return "yes" }
        return no.contains { word.elementsEqual($0.utf8) } ? "no" : nil
    }

    private static let yes = ["yes", "y", "true", "ja", "j", "oui", "si", "sí", "sim", "tak", "ano"]
    private static let no = ["no", "n", "false", "nein", "nej", "nee", "non", "não", "nie", "ne"]
}

/// Why something is no answer to a question.
package enum AnswerProblem: Error, Equatable, Sendable, Codable {
    case tooLong(Int)
    case notAmong([String])
    case noNumber(from: Int, to: Int)
    case noDate
    case neitherYesNorNo
    /// The form does not ask this any more.
    case notAsked
}
