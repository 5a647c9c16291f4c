/// Text of header fields with its encoded words, RFC 2047.
///
/// QUIRK: words inside quoted strings, words that touch ordinary text, blanks within Q words and words that split a
/// multi-byte character are all read as they were meant.
struct EncodedWords {
    private let bytes: [UInt8]
    private var output = ""
    private var plain: [UInt8] = []
    private var pending: [UInt8] = []
    private var pendingCharset: [UInt8] = []

    /// The text that `bytes` stand for.
    static func decode(_ bytes: some Collection<UInt8>) -> String {
        var decoder = EncodedWords(bytes: Array(bytes))
        return decoder.run()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func run() -> String {
        var offset = 0
        while offset < bytes.count {
            if bytes[offset] == ASCII.equals, let word = Self.word(at: offset, in: bytes) {
                take(word)
                offset = word.end
            } else {
                plain.append(bytes[offset] == ASCII.tab ? ASCII.space : bytes[offset])
                offset += 1
            }
        }
        flushWords()
        flushPlain()
        return output
    }

    /// Blanks between two encoded words are no text; words of one charset are decoded together (RFC 2047 §6.2).
    private mutating func take(_ word: Word) {
        if !pending.isEmpty, plain.allSatisfy(\.isBlank) {
            plain = []
            if !pendingCharset.elementsEqual(word.charset) { flushWords() }
        } else {
            flushWords()
            flushPlain()
        }
        pendingCharset = word.charset
        pending += word.content
    }

    private mutating func flushWords() {
        guard !pending.isEmpty else { return }
        output += Charset.decode(pending, label: String(decoding: pendingCharset, as: UTF8.self))
        pending = []
    }

    private mutating func flushPlain() {
        guard !plain.isEmpty else { return }
        output += Charset.decode(plain, label: nil)
        plain = []
    }
}

extension EncodedWords {
    /// One encoded word: `=?charset*language?B or Q?text?=`.
    struct Word {
        let charset: [UInt8]
        let content: [UInt8]
        let end: Int
    }

    /// The encoded word that begins at `offset`, if one does.
    static func word(at offset: Int, in bytes: [UInt8]) -> Word? {
        guard offset + 7 < bytes.count, bytes[offset] == ASCII.equals, bytes[offset + 1] == ASCII.question,
            let charset = token(at: offset + 2, in: bytes), charset.upperBound + 2 < bytes.count,
            bytes[charset.upperBound + 2] == ASCII.question,
            let textEnd = endOfText(from: charset.upperBound + 3, in: bytes)
        else { return nil }
        let text = bytes[(charset.upperBound + 3)..<textEnd]
        let name = bytes[charset].prefix { $0 != ASCII.asterisk }.asciiLowercased
        switch bytes[charset.upperBound + 1].asciiLowercased {
        case UInt8(ascii: "b"): return Word(charset: name, content: Base64.decode(text), end: textEnd + 2)
        case UInt8(ascii: "q"): return Word(charset: name, content: QuotedPrintable.decodeWord(text), end: textEnd + 2)
        default: return nil
        }
    }

    /// Limit: charset names of 60 bytes.
    private static func token(at start: Int, in bytes: [UInt8]) -> Range<Int>? {
        let stop = bytes[start..<min(bytes.count, start + 61)].firstIndex { $0 == ASCII.question || $0 <= ASCII.space }
        guard let stop, stop > start, bytes[stop] == ASCII.question else { return nil }
        return start..<stop
    }

    /// The offset of the `?=` that ends the text. Another `=?` before it shows that this word was never closed, which
    /// also keeps the search linear over any number of beginnings.
    private static func endOfText(from start: Int, in bytes: [UInt8]) -> Int? {
        var offset = start
        while offset + 1 < bytes.count {
            if bytes[offset] == ASCII.question, bytes[offset + 1] == ASCII.equals { return offset }
            let opens = bytes[offset] == ASCII.equals && bytes[offset + 1] == ASCII.question
            if opens, offset + 2 >= bytes.count || bytes[offset + 2] != ASCII.equals { return nil }
            offset += 1
        }
        return nil
    }
}
