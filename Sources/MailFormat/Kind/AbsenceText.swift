/// The words, numbers and marks of an absence note, with the dates among them.
struct AbsenceText {
    enum Token: Equatable {
        /// Letters, folded.
        case word([UInt8])
        /// At most four digits, and how many.
        case number(Int, digits: Int)
        /// A dot, slash, hyphen, comma …
        case mark(UInt8)
        /// The end of a sentence or of a paragraph.
        case end
    }

    private(set) var tokens: [Token] = []

    /// Limit: scalars of a note that are read.
    static let mostScalars = 10_000

    init(_ text: String) {
        let bytes = LetterCase.folded(text.unicodeScalars.prefix(Self.mostScalars))
        var index = 0
        while index < bytes.count { index = take(at: index, of: bytes) }
    }

    /// Takes the token at `index`; returns where the next one begins.
    private mutating func take(at index: Int, of bytes: [UInt8]) -> Int {
        let byte = bytes[index]
        if byte.isASCIIDigit { return takeNumber(at: index, of: bytes) }
        if Self.isLetter(byte) { return takeWord(at: index, of: bytes) }
        if byte == ASCII.lf {
            if index + 1 < bytes.count, bytes[index + 1] == ASCII.lf { tokens.append(.end) }
        } else if !byte.isBlank {
            tokens.append(
                endsSentence(byte, before: index + 1 < bytes.count ? bytes[index + 1] : ASCII.lf) ? .end : .mark(byte))
        }
        return index + 1
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte.isASCIILetter || byte == ASCII.apostrophe
    }

    private mutating func takeNumber(at start: Int, of bytes: [UInt8]) -> Int {
        let end = bytes[start...].firstIndex { !$0.isASCIIDigit } ?? bytes.count
        if end - start <= 4 {
            tokens.append(.number(bytes[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits: end - start))
        } else {
            tokens.append(.word(Array(bytes[start..<end])))
        }
        return end
    }

    private mutating func takeWord(at start: Int, of bytes: [UInt8]) -> Int {
        let end = bytes[start...].firstIndex { !Self.isLetter($0) } ?? bytes.count
        let word = bytes[start..<end]
        // Scripts without blanks: the full stop, and the signs for year, month and day, are words of their own.
        if let stop = Self.stops.first(where: { word.starts(with: $0) }) {
            tokens.append(.end)
            return start + stop.count
        }
        if let sign = DateWords.dateSigns.first(where: { word.starts(with: $0) }) {
            tokens.append(.word(sign))
            return start + sign.count
        }
        let stop = Self.firstStop(in: word) ?? end
        tokens.append(.word(Array(bytes[start..<stop])))
        return stop
    }

    private static let stops = WordList.entries(of: "。, ．, ！, ？, ；, 」, \u{3000}")

    private static func firstStop(in word: ArraySlice<UInt8>) -> Int? {
        word.indices.dropFirst().first { index in
            word[index] >= 0xE3 && stops.contains { word[index...].starts(with: $0) }
        }
    }

    /// A dot behind a number or a month is none; so one ends a sentence only behind a long word, before a blank.
    private func endsSentence(_ byte: UInt8, before next: UInt8) -> Bool {
        if byte == 0x21 || byte == ASCII.question || byte == ASCII.semicolon { return true }
        guard byte == ASCII.dot, next.isBlank || next.isLineBreak, case .word(let word)? = tokens.last else {
            return false
        }
        return word.count > 2 && DateWords.months[word] == nil && DateWords.weekdays[word] == nil
            && AbsenceWords.keywords[word] == nil
    }
}
