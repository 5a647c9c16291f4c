/// Writes header fields: 7-bit, folded at 78 bytes, encoded words of at most 75 (RFC 5322 §2.2.3, RFC 2047 §2).
///
/// Every text passes `harmless` first, so no value can end its line, whatever it contains.
struct HeaderWriter {
    private(set) var bytes: [UInt8] = []
    /// The length of the line being written.
    private var column = 0
    /// Whether nothing of the value has been written: folding here would leave a line of nothing.
    private var isAtStart = false

    private static let lineLimit = 78
    /// The hard limit of RFC 5322 §2.1.1; a longer word is encoded, for only so can it be divided.
    private static let wordLimit = 900

    /// A field of free text.
    mutating func text(_ name: String, _ value: String) {
        begin(name)
        phrase(value)
        end()
    }

    /// A field of words that are ASCII without controls by their type: identifiers, dates, media types.
    mutating func words(_ name: String, _ words: [String]) {
        begin(name)
        for word in words { write(word: Array(word.utf8)) }
        end()
    }

    /// A field of addresses.
    mutating func addresses(_ name: String, _ list: [Draft.Correspondent]) {
        guard !list.isEmpty else { return }
        begin(name)
        for (number, correspondent) in list.enumerated() {
            let comma = number < list.count - 1 ? "," : ""
            if Self.harmless(correspondent.name).isEmpty {
                write(word: Array((correspondent.address.text + comma).utf8))
            } else {
                displayName(correspondent.name)
                write(word: Array("<\(correspondent.address.text)>\(comma)".utf8))
            }
        }
        end()
    }

    /// A field of a word and parameters; values that are more than a token are written by RFC 2231.
    mutating func parameterized(_ name: String, _ value: String, _ parameters: [(name: String, value: String)]) {
        begin(name)
        let pieces = [value] + parameters.flatMap { ParameterWriter.pieces(name: $0.name, value: $0.value) }
        for (number, piece) in pieces.enumerated() {
            write(word: Array((piece + (number < pieces.count - 1 ? ";" : "")).utf8))
        }
        end()
    }

    private mutating func begin(_ name: String) {
        bytes += name.utf8
        bytes.append(ASCII.colon)
        column = name.utf8.count + 1
        isAtStart = true
    }

    private mutating func end() {
        bytes += [ASCII.cr, ASCII.lf]
        column = 0
    }

    /// Writes one word behind a space, on a line of its own where this one is full.
    private mutating func write(word: some Collection<UInt8>) {
        if column + 1 + word.count > Self.lineLimit, !isAtStart {
            bytes += [ASCII.cr, ASCII.lf]
            column = 0
        }
        bytes.append(ASCII.space)
        bytes += word
        column += 1 + word.count
        isAtStart = false
    }
}

extension HeaderWriter {
    /// Words of free text: as they are where they are plain ASCII, else as encoded words.
    private mutating func phrase(_ value: String) {
        let text = Self.harmless(value)
        let words = text.utf8.split(separator: ASCII.space, omittingEmptySubsequences: false)
        let isPlain =
            text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
            && words.allSatisfy { !$0.isEmpty && $0.count <= Self.wordLimit && !Self.looksEncoded($0) }
        if text.isEmpty { return }
        if isPlain {
            for word in words { write(word: Array(word)) }
        } else {
            encoded(text)
        }
    }

    /// A display name: atoms as they are, other ASCII as a quoted string, the rest as encoded words.
    private mutating func displayName(_ name: String) {
        let text = Self.harmless(name)
        let isASCII = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        if !isASCII || text.utf8.count > 70 || Self.looksEncoded(text.utf8[...]) {
            encoded(text)
        } else if text.utf8.split(separator: ASCII.space).allSatisfy({ $0.allSatisfy(\.isAtomText) }),
            !Self.hasDoubleSpace(text)
        {
            for word in text.utf8.split(separator: ASCII.space) { write(word: Array(word)) }
        } else {
            let escaped = text.utf8.flatMap { byte -> [UInt8] in
                byte == ASCII.quote || byte == ASCII.backslash ? [ASCII.backslash, byte] : [byte]
            }
            write(word: [ASCII.quote] + escaped + [ASCII.quote])
        }
    }

    /// Encoded words of UTF-8 in base64, each of whole scalars, on lines of at most 76 bytes (RFC 2047 §2).
    private mutating func encoded(_ text: String) {
        var piece: [UInt8] = []
        for scalar in text.unicodeScalars {
            let next = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            if piece.count + next.count > room {
                write(word: Self.encodedWord(piece))
                piece = []
            }
            piece += next
        }
        if !piece.isEmpty { write(word: Self.encodedWord(piece)) }
    }

    /// How many bytes an encoded word may hold: what this line has left, or a whole line where that is too little.
    private var room: Int {
        let left = Self.bytesOfWord(onLineFrom: column)
        return left >= 12 || isAtStart ? max(left, 4) : Self.bytesOfWord(onLineFrom: 0)
    }

    /// A blank and the twelve bytes of `=?utf-8?B?` and `?=` go with every word; three bytes make four digits.
    private static func bytesOfWord(onLineFrom column: Int) -> Int { (76 - column - 13) / 4 * 3 }

    private static func encodedWord(_ bytes: [UInt8]) -> [UInt8] {
        Array("=?utf-8?B?".utf8) + Base64.encode(bytes) + Array("?=".utf8)
    }

    private static func looksEncoded(_ word: Substring.UTF8View) -> Bool {
        zip(word, word.dropFirst()).contains { $0 == ASCII.equals && $1 == ASCII.question }
    }

    private static func hasDoubleSpace(_ text: String) -> Bool {
        zip(text.utf8, text.utf8.dropFirst()).contains { $0 == ASCII.space && $1 == ASCII.space }
    }

    /// `text` with a space for every control and line separator, by scalars: `\r` before a combining mark is found,
    /// too. Blanks at the ends are dropped, since no reader would see them.
    static func harmless(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: " "
            default: scalar
            }
        }
        let isSpace = { (scalar: Unicode.Scalar) in scalar.value == 0x20 }
        let start = scalars.firstIndex { !isSpace($0) } ?? scalars.count
        let end = scalars.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
        return String(String.UnicodeScalarView(scalars[start..<end]))
    }
}
