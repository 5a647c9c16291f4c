/// A list of folded words or phrases that is looked up in place, without copying what is searched.
struct WordTable {
    /// All words behind one another, in the order of their bytes.
    private let pool: [UInt8]
    /// The second byte of each word, zero where there is none, so that most words need no look into `pool`.
    private let seconds: [UInt8]
    /// Where each word ends in `pool`.
    private let ends: [Int]
    /// For each first byte, the number of the first word that begins with it or a greater one.
    private let firsts: [Int]

    /// Reads `list`, words divided by commas; they are folded like the text that is compared with them.
    init(_ lists: String...) {
        let folded = lists.flatMap { $0.utf8.split(separator: ASCII.comma) }.map { TextFolding.folded(Array($0)[...]) }
        let words = folded.filter { !$0.isEmpty }.sorted { $0.lexicographicallyPrecedes($1) }
        pool = words.flatMap { $0 }
        seconds = words.map { $0.count > 1 ? $0[1] : 0 }
        ends = words.reduce(into: []) { $0.append(($0.last ?? 0) + $1.count) }
        firsts = (0...256).map { byte in words.firstIndex { Int($0[0]) >= byte } ?? words.count }
    }

    /// The length of the longest word that stands in `text` at `index` and ends there as a word does; `nil` where none does.
    func length(at index: Int, of text: [UInt8]) -> Int? {
        guard index < text.count else { return nil }
        let first = Int(text[index])
        let second = index + 1 < text.count ? text[index + 1] : 0
        var found: Int?
        for word in firsts[first]..<firsts[first + 1] where seconds[word] == second || seconds[word] == 0 {
            let start = word == 0 ? 0 : ends[word - 1]
            let length = ends[word] - start
            if length > found ?? 0, stands(start, length, at: index, of: text), isWordEnd(index + length, of: text) {
                found = length
            }
        }
        return found
    }

    private func isWordEnd(_ end: Int, of text: [UInt8]) -> Bool {
        end >= text.count || !(text[end - 1].isASCIILetter && text[end].isASCIILetter)
    }

    private func stands(_ start: Int, _ length: Int, at index: Int, of text: [UInt8]) -> Bool {
        guard text.count - index >= length else { return false }
        var offset = 1
        while offset < length, pool[start + offset] == text[index + offset] { offset += 1 }
        return offset >= length
    }

    /// Whether folding `text` is worth while: `false` when its first three bytes begin none of the words.
    func mayBegin(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count >= 3, let first = text.first, text.prefix(3).allSatisfy({ $0 < 0x80 }) else { return true }
        let letter = Int(first.asciiLowercased)
        return (firsts[letter]..<firsts[letter + 1]).contains { word in
            let start = word == 0 ? 0 : ends[word - 1]
            return zip(pool[start..<ends[word]], text.prefix(3)).allSatisfy { $0 == $1.asciiLowercased }
        }
    }

    /// Whether `text` is one of the words.
    func isWhole(_ text: [UInt8]) -> Bool { length(at: 0, of: text) == text.count && !text.isEmpty }

    /// Whether `text` begins with one of the words, as a word of its own.
    func begins(_ text: [UInt8]) -> Bool { length(at: 0, of: text) != nil }

    /// Whether one of the words stands in `text` as a word of its own.
    func isIn(_ text: [UInt8]) -> Bool { first(in: text) != nil }

    /// The first of the words that stands in `text` as a word of its own.
    func first(in text: [UInt8], from start: Int = 0) -> Range<Int>? {
        var index = start
        while index < text.count {
            if firsts[Int(text[index])] < firsts[Int(text[index]) + 1], Self.isWordStart(index, of: text),
                let length = length(at: index, of: text)
            {
                return index..<(index + length)
            }
            index += 1
        }
        return nil
    }

    /// Scripts that write without spaces begin a word anywhere; the letters of others only behind something else.
    private static func isWordStart(_ index: Int, of text: [UInt8]) -> Bool {
        guard index > 0 else { return true }
        let byte = text[index], before = text[index - 1]
        if byte >= 0xE0 { return true }
        if byte >= 0x80 { return byte >= 0xC0 && before < 0x80 }
        return !(byte.isASCIILetter && before.isASCIILetter)
    }
}
