/// Text of header fields with its encoded words, RFC 2047.
///
/// QUIRK: words inside quoted strings, words that touch other text, blanks within words, words that nobody closed and
/// words that split a multi-byte character are all read as they were meant.
struct EncodedWords {
    private let bytes: [UInt8]
    private var output = ""
    /// Where the text since the last word begins.
    private var plainStart = 0
    private var pending: [UInt8] = []
    private var pendingCharset: Range<Int> = 0..<0
    private var words = 0
    private var charsetChanges = 0

    /// Limit: what stands behind so many words stays as it is; nobody writes that much into a header.
    private static let wordLimit = 10_000
    /// Limit: the same behind so many changes of the charset, each of which may cost much.
    private static let charsetChangeLimit = 500

    /// The text that `bytes` stand for.
    static func decode(_ bytes: some Collection<UInt8>) -> String {
        let bytes = Array(bytes)
        guard firstOpening(in: bytes, from: 0) != nil else { return plainText(bytes[...]) }
        var decoder = EncodedWords(bytes: bytes)
        return decoder.run()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func run() -> String {
        var offset = 0
        while words < Self.wordLimit, charsetChanges < Self.charsetChangeLimit,
            let opening = Self.firstOpening(in: bytes, from: offset)
        {
            if let word = Self.word(at: opening, in: bytes) {
                take(word, at: opening)
                offset = word.end
            } else {
                offset = opening + 2
            }
        }
        flushWords()
        flushPlain(to: bytes.count)
        return output
    }

    /// Blanks between two encoded words are no text; words of one charset are decoded together (RFC 2047 §6.2).
    private mutating func take(_ word: Word, at opening: Int) {
        words += 1
        let isNext = plainStart > 0 && bytes[plainStart..<opening].allSatisfy(\.isBlank)
        if !isNext || !bytes[pendingCharset].equalsIgnoringASCIICase(bytes[word.charset]) { flushWords() }
        if !isNext { flushPlain(to: opening) }
        pendingCharset = word.charset
        pending += word.content
        plainStart = word.end
    }

    private mutating func flushWords() {
        guard !pending.isEmpty else { return }
        charsetChanges += 1
        let text = Charset.decode(pending, label: String(decoding: bytes[pendingCharset], as: UTF8.self))
        output.unicodeScalars.append(contentsOf: text.unicodeScalars.lazy.map { $0.isLineBreak ? " " : $0 })
        pending = []
    }

    private mutating func flushPlain(to end: Int) {
        if plainStart < end { output += Self.plainText(bytes[plainStart..<end]) }
        plainStart = end
    }

    private static func plainText(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(ASCII.tab) else { return Charset.decode(bytes, label: nil) }
        return Charset.decode(bytes.map { $0 == ASCII.tab ? ASCII.space : $0 }, label: nil)
    }

    /// The offset of the first `=?` from `start` on.
    private static func firstOpening(in bytes: [UInt8], from start: Int) -> Int? {
        var search = start..<bytes.count
        while let found = bytes.firstOffset(of: ASCII.question, in: search) {
            if found > start, bytes[found - 1] == ASCII.equals { return found - 1 }
            search = (found + 1)..<bytes.count
        }
        return nil
    }
}

extension Unicode.Scalar {
    /// CR or LF. QUIRK: encoded words contain them, and a header's text is one line.
    fileprivate var isLineBreak: Bool { value == 0x0D || value == 0x0A }
}

extension EncodedWords {
    /// One encoded word: `=?charset*language?B or Q?text?=`.
    struct Word {
        /// Where the name of the charset stands, without the language (RFC 2231 §5).
        let charset: Range<Int>
        let content: [UInt8]
        let end: Int
    }

    /// The encoded word that begins at `offset`, if one does.
    static func word(at offset: Int, in bytes: [UInt8]) -> Word? {
        guard offset + 5 < bytes.count, bytes[offset] == ASCII.equals, bytes[offset + 1] == ASCII.question,
            let charset = charsetName(at: offset + 2, in: bytes), charset.upperBound + 2 < bytes.count,
            bytes[charset.upperBound + 2] == ASCII.question
        else { return nil }
        let isQ = bytes[charset.upperBound + 1].asciiLowercased == UInt8(ascii: "q")
        guard isQ || bytes[charset.upperBound + 1].asciiLowercased == UInt8(ascii: "b"),
            let text = text(from: charset.upperBound + 3, isQ: isQ, in: bytes)
        else { return nil }
        let name = charset.lowerBound..<(bytes[charset].firstIndex(of: ASCII.asterisk) ?? charset.upperBound)
        let content = isQ ? QuotedPrintable.decodeWord(bytes[text.range]) : Base64.decode(bytes[text.range])
        return Word(charset: name, content: content, end: text.end)
    }

    /// Limit: charset names of 60 bytes. QUIRK: none at all.
    private static func charsetName(at start: Int, in bytes: [UInt8]) -> Range<Int>? {
        let stop = bytes[start..<min(bytes.count, start + 61)].firstIndex { $0 == ASCII.question || $0 <= ASCII.space }
        guard let stop, bytes[stop] == ASCII.question else { return nil }
        return start..<stop
    }

    /// The encoded text from `start` on, and where the word ends. QUIRK: without `?=` the word ends with the value or
    /// before the next word, if no blank is within; which also keeps the search linear over any number of beginnings.
    private static func text(from start: Int, isQ: Bool, in bytes: [UInt8]) -> (range: Range<Int>, end: Int)? {
        var offset = start
        while offset + 1 < bytes.count {
            let (byte, next) = (bytes[offset], bytes[offset + 1])
            if byte == ASCII.question, next == ASCII.equals, !(isQ && isWithinQ(offset, in: bytes)) {
                return (start..<offset, offset + 2)
            }
            let opens = byte == ASCII.equals && next == ASCII.question
            if opens, offset + 2 >= bytes.count || bytes[offset + 2] != ASCII.equals { break }
            offset += 1
        }
        let isAtEnd = offset + 1 >= bytes.count
        let rest = bytes[start..<(isAtEnd ? bytes.count : offset)]
        let text = rest.trimmed
        guard !text.isEmpty, !text.contains(where: \.isBlank) else { return nil }
        let isCut = isAtEnd && text.last == ASCII.question
        return (text.startIndex..<(isCut ? text.endIndex - 1 : text.endIndex), isAtEnd ? rest.endIndex : text.endIndex)
    }

    /// QUIRK: a question mark that was not encoded, before `=20` or the like: `=?utf-8?Q?Why?=20Because?=`.
    private static func isWithinQ(_ offset: Int, in bytes: [UInt8]) -> Bool {
        guard offset + 3 < bytes.count, bytes[offset + 2].hexadecimalValue != nil,
            bytes[offset + 3].hexadecimalValue != nil
        else { return false }
        // Limit: an encoded word has 75 bytes; looked at are 100.
        let rest = bytes[(offset + 2)..<min(bytes.count, offset + 102)].prefix { !$0.isBlank }
        return zip(rest, rest.dropFirst()).contains { $0 == ASCII.question && $1 == ASCII.equals }
    }
}
