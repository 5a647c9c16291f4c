/// Phrases that are looked for together: one pass over the text, however many they are.
///
/// Phrases and texts are folded (``LetterCase/folded(_:)``). Limit: phrases of at least two bytes.
struct PhraseSet: Sendable {
    private let phrases: [[UInt8]]
    /// For every pair of first bytes, mixed to 12 bits: the first phrase that begins so, or -1 …
    private let heads: [Int16]
    /// … and for every phrase the next one of the same pair.
    private let next: [Int16]

    /// The phrases of comma-separated lists.
    init(_ lists: String...) {
        phrases = lists.flatMap(WordList.entries).filter { $0.count >= 2 }
        var heads = [Int16](repeating: -1, count: Self.slots)
        var next = [Int16](repeating: -1, count: phrases.count)
        for index in phrases.indices {
            let slot = Self.slot(phrases[index][0], phrases[index][1])
            next[index] = heads[slot]
            heads[slot] = Int16(truncatingIfNeeded: index)
        }
        self.heads = heads
        self.next = next
    }

    private static let slots = 4_096

    private static func slot(_ first: UInt8, _ second: UInt8) -> Int { (Int(first) << 5 ^ Int(second)) & (slots - 1) }

    /// Whether one of the phrases stands anywhere in `text`.
    func occurs(in text: [UInt8]) -> Bool {
        var start = 0
        while start + 1 < text.count {
            // Most places are passed by this look alone.
            if heads[Self.slot(text[start], text[start + 1])] >= 0, length(at: start, in: text) != nil { return true }
            start += 1
        }
        return false
    }

    /// The length of the longest phrase that `text` begins with.
    func prefixLength(of text: some Collection<UInt8>) -> Int? {
        let text = Array(text)
        return text.count < 2 ? nil : length(at: 0, in: text)
    }

    private func length(at start: Int, in text: [UInt8]) -> Int? {
        var index = Int(heads[Self.slot(text[start], text[start + 1])])
        var longest: Int?
        while index >= 0 {
            let phrase = phrases[index]
            if phrase.count > longest ?? 0, text[start...].starts(with: phrase) { longest = phrase.count }
            index = Int(next[index])
        }
        return longest
    }
}

extension PhraseSet {
    /// Whether the bytes of `phrase` stand anywhere in `text`.
    static func stands(_ phrase: [UInt8], in text: ArraySlice<UInt8>) -> Bool {
        guard let first = phrase.first else { return true }
        return text.indices.contains { text[$0] == first && text[$0...].starts(with: phrase) }
    }
}
