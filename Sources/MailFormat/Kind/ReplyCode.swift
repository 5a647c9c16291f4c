/// A code with which a server answers: `550` (RFC 5321 §4.2), or the enhanced `5.1.1` (RFC 3463 §2).
enum ReplyCode: Equatable {
    case temporary
    case permanent

    /// The code in `line` that says most: an enhanced one before a plain one, the first of each.
    init?(in line: some Collection<UInt8>) {
        let words = Array(line.prefix(Self.mostBytes)).split { $0.isBlank || "#()[]{}<>|,;:'\"-=".utf8.contains($0) }
        let enhanced = words.lazy.compactMap { Self.enhanced($0) }.first
        guard let code = enhanced ?? Self.firstPlain(in: words) else { return nil }
        self = code
    }

    /// The class of a status of RFC 3463 §2, however it is written: `5.1.1`, `5.1.1 (bad)`, `500`.
    init?(status: some Collection<UInt8>) {
        switch status.first {
        case 0x34: self = .temporary
        case 0x35: self = .permanent
        default: return nil
        }
    }

    /// Limit: bytes of a line that are read.
    private static let mostBytes = 1_000

    private static func enhanced(_ word: ArraySlice<UInt8>) -> ReplyCode? {
        let numbers = word.split(separator: ASCII.dot, omittingEmptySubsequences: false)
        guard numbers.count == 3 || (numbers.count == 4 && numbers[3].isEmpty), numbers[0].count == 1,
            numbers.prefix(3).allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy(\.isASCIIDigit) })
        else { return nil }
        return ReplyCode(status: numbers[0])
    }

    private static func firstPlain(in words: [ArraySlice<UInt8>]) -> ReplyCode? {
        for (word, next) in zip(words, words.dropFirst() + [[]]) {
            // `(450) 555-0100` is a telephone number.
            let isCalled = next.count > 2 && next.allSatisfy(\.isASCIIDigit)
            if !isCalled, let code = plain(word) { return code }
        }
        return nil
    }

    private static func plain(_ word: ArraySlice<UInt8>) -> ReplyCode? {
        // QUIRK: `550.` and `550_`.
        let digits = word.prefix { $0.isASCIIDigit }
        guard digits.count == 3, word.count <= 4,
            word.dropFirst(3).allSatisfy({ !$0.isASCIILetter && !$0.isASCIIDigit })
        else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        switch number {
        case 421, 422, 431, 432, 441, 442, 446, 447, 449...452, 454, 455, 458, 459, 471: return .temporary
        case 500...504, 510...513, 515, 517, 521...524, 530...535, 538, 541, 544, 546...557, 560, 571, 572, 591:
            return .permanent
        default: return nil
        }
    }
}
