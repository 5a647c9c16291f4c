/// Something that was written, with the quotation right above it.
package struct ReplyPassage: Sendable, Equatable {
    /// The quoted lines without their marks; none where nothing is quoted above.
    package let quoted: [String]
    /// What was written below them; never blank.
    package let written: String

    /// The number of the last numbered entry in the quotation (`> 3. How many?`), where there is one.
    package var entry: Int? { quoted.reversed().lazy.compactMap(Self.number).first }

    private static func number(_ line: String) -> Int? {
        let digits = line.utf8.prefix { $0.isASCIIDigit }
        let rest = line.utf8.dropFirst(digits.count)
        guard rest.first == ASCII.dot, rest.dropFirst().first.map(\.isBlank) ?? true else { return nil }
        return ArgumentReader.number(Array(digits))
    }
}

extension VisibleReply {
    /// What was written between quoted lines, in order. Read again from the body at each call.
    package var passages: [ReplyPassage] { bodies.flatMap(Self.passages) }

    /// The passages, and besides what answers one of these questions, by number and text, though no mark of a quotation tells
    /// it from them. What is quoted again from an earlier answer is not among it.
    package func passages(answering questions: [Int: String]) -> [ReplyPassage] {
        let passages = passages
        let known = Set(passages.compactMap(\.entry))
        let typed = bodies.flatMap { TypedAnswers.all(in: $0, to: questions) }
        return passages + typed.filter { answer in answer.entry.map { !known.contains($0) } ?? false }
    }

    private static func passages(_ body: ReplyBody) -> [ReplyPassage] {
        var found: [ReplyPassage] = []
        var quoted: [String] = [], written: [String] = []
        func close() {
            let text = joined(written)
            if !text.isEmpty { found.append(ReplyPassage(quoted: quoted, written: text)) }
            if !written.isEmpty { quoted = [] }
            written = []
        }
        for index in body.lines.indices where !body.lines[index].isBlank || !written.isEmpty {
            switch body.lines[index].role {
            case .quoted:
                if !written.isEmpty { close() }
                if quoted.count < mostQuoted { quoted.append(withoutMarks(body.text(index))) }
            case .written: written.append(String(decoding: body.text(index), as: UTF8.self))
            case .history, .furniture: break
            }
        }
        close()
        return found
    }

    /// Limit: quoted lines that are looked at above one answer.
    private static let mostQuoted = 200

    /// Without blank lines at the end.
    private static func joined(_ lines: [String]) -> String {
        let end = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
        return lines[..<end].joined(separator: "\n")
    }

    private static func withoutMarks(_ line: ArraySlice<UInt8>) -> String {
        String(decoding: line.drop { $0 == ASCII.greater || $0.isBlank }, as: UTF8.self)
    }
}
