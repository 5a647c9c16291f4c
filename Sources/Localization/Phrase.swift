/// What is to be said, before it is known in which language: a sentence with what goes into it, a date, a number, or what
/// somebody wrote. A `Language` makes a text of it.
package indirect enum Phrase: Sendable, Equatable {
    /// A sentence of ours. The key is its English text, with `{1}`, `{2}` where the others go.
    case sentence(key: String, [Phrase])
    /// One of two sentences, by a number.
    case counted(Int, one: Phrase, other: Phrase)
    /// What somebody wrote, the same in every language.
    case verbatim(String)
    /// A whole number in plain digits, for what is numbered rather than measured.
    case number(Int)
    /// A number with a fraction: `123456` with two places is `1,234.56`.
    case decimal(Int64, places: Int)
    case date(CivilDate, DateStyle)
    case time(CivilTime)
    /// A day, and the hour on it.
    case moment(CivilDate, CivilTime, DateStyle)
    /// Several, with a text between them.
    case joined([Phrase], by: String)

    /// A sentence of ours, to be found in the tables of every language.
    package init(_ text: Text) { self = text.phrase }

    /// One of two sentences, as the number wants it. Translations of either count their placeholders by `other`.
    package init(_ count: Int, one: Text, other: Text) {
        self = .counted(count, one: one.phrase, other: other.phrase)
    }

    /// Nothing.
    package static let empty = Phrase.verbatim("")

    /// Whether there is surely nothing in it.
    package var isEmpty: Bool {
        switch self {
        case .verbatim(let text): text.utf8.isEmpty
        case .joined(let phrases, _): phrases.allSatisfy(\.isEmpty)
        case .sentence, .counted, .number, .decimal, .date, .time, .moment: false
        }
    }
}

extension Phrase {
    /// A sentence as it stands in the source: `"Version \(version) of \(title) is approved."`.
    package struct Text: ExpressibleByStringInterpolation, Sendable {
        fileprivate let phrase: Phrase

        package init(stringLiteral text: String) { phrase = .sentence(key: text, []) }

        package init(stringInterpolation parts: Parts) { phrase = .sentence(key: parts.key, parts.arguments) }

        /// Its parts while it is put together.
        package struct Parts: StringInterpolationProtocol {
            fileprivate var key = ""
            fileprivate var arguments: [Phrase] = []

            package init(literalCapacity: Int, interpolationCount: Int) { key.reserveCapacity(literalCapacity) }

            package mutating func appendLiteral(_ literal: String) { key += literal }

            /// What somebody wrote.
            package mutating func appendInterpolation(_ text: String) { append(.verbatim(text)) }

            package mutating func appendInterpolation(_ number: Int) { append(.number(number)) }

            package mutating func appendInterpolation(_ phrase: Phrase) { append(phrase) }

            private mutating func append(_ phrase: Phrase) {
                arguments.append(phrase)
                key += "{\(arguments.count)}"
            }
        }
    }
}
