/// Takes an address list (RFC 5322 §3.4) apart into words, bracketed addresses, comments and separators.
///
/// One pass, without recursion. Whatever is not closed ends where the text ends, or where it is plain that the next
/// mailbox has begun.
struct AddressLexer {
    /// An atom, an encoded word, or a quoted string without its quotes.
    struct Word {
        let text: [UInt8]
        var isQuoted = false
        /// Whether it is an encoded word (RFC 2047), raw.
        var isEncoded = false
        /// Whether blanks or comments stand before it.
        var isApart = true

        /// Whether an address can be made of it: an `@` that is neither quoted nor encoded.
        var hasAt: Bool { !isQuoted && !isEncoded && text.contains(ASCII.at) }
    }

    enum Token {
        case word(Word)
        /// What stands between `<` and `>`, without blanks, comments and an obsolete route.
        case bracketed([UInt8])
        case comment([UInt8])
        case separator
        case colon
    }

    private let bytes: [UInt8]
    private var offset = 0
    private var isApart = true

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next token, `nil` at the end.
    mutating func next() -> Token? {
        while offset < bytes.count, bytes[offset].isBlank || bytes[offset] == ASCII.greater {
            isApart = true
            offset += 1
        }
        guard offset < bytes.count else { return nil }
        let isApart = isApart
        self.isApart = true
        switch bytes[offset] {
        case ASCII.openParenthesis: return .comment(comment())
        case ASCII.comma, ASCII.semicolon:
            offset += 1
            return .separator
        case ASCII.colon:
            offset += 1
            self.isApart = false
            return .colon
        case ASCII.less: return .bracketed(bracketed())
        case ASCII.quote:
            self.isApart = false
            return .word(Word(text: quotedString(), isQuoted: true, isApart: isApart))
        default:
            self.isApart = false
            let encoded = EncodedWords.word(at: offset, in: bytes)
            let text = atom(ofEncoded: encoded)
            return .word(Word(text: text, isEncoded: encoded != nil, isApart: isApart))
        }
    }

    /// Whether the text up to the next separator is a name without quotes and then an address in brackets.
    var nextMailboxIsNamedAndBracketed: Bool {
        let rest = bytes[min(offset, bytes.count)...].drop(while: \.isBlank)
        let end = rest.firstIndex { byte in
            switch byte {
            case ASCII.comma, ASCII.semicolon, ASCII.colon, ASCII.less, ASCII.quote, ASCII.at, ASCII.openParenthesis:
                true
            default: false
            }
        }
        return end.map { $0 > rest.startIndex && rest[$0] == ASCII.less } ?? false
    }

    /// Atoms, dots and `@` up to what ends a word. An encoded word is taken whole, whatever it contains, and so is a
    /// domain in brackets (RFC 5322 §3.4.1), which may contain colons.
    private mutating func atom(ofEncoded encoded: EncodedWords.Word?) -> [UInt8] {
        let start = offset
        if let encoded {
            offset = encoded.end
            return Array(bytes[start..<offset])
        }
        var isLiteral = false
        repeat {
            if bytes[offset] == ASCII.openBracket { isLiteral = true }
            if bytes[offset] == ASCII.closeBracket { isLiteral = false }
            offset += 1
        } while offset < bytes.count && (isLiteral && bytes[offset] == ASCII.colon || !Self.endsAtom(bytes[offset]))
        return Array(bytes[start..<offset])
    }

    private static func endsAtom(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.space, ASCII.tab, ASCII.openParenthesis, ASCII.comma, ASCII.semicolon, ASCII.colon, ASCII.less,
            ASCII.greater, ASCII.quote:
            true
        default: false
        }
    }

    /// A quoted string without its quotes and escapes; to the end when it is not closed.
    private mutating func quotedString() -> [UInt8] {
        var output: [UInt8] = []
        offset += 1
        while offset < bytes.count, bytes[offset] != ASCII.quote {
            if bytes[offset] == ASCII.backslash, offset + 1 < bytes.count { offset += 1 }
            output.append(bytes[offset])
            offset += 1
        }
        offset += 1
        return output
    }

    /// The content of a comment, comments within it included (RFC 5322 §3.2.2).
    private mutating func comment() -> [UInt8] {
        var output: [UInt8] = []
        var depth = 0
        repeat {
            let byte = bytes[offset]
            if byte == ASCII.backslash, offset + 1 < bytes.count {
                offset += 1
                output.append(bytes[offset])
            } else {
                if byte == ASCII.closeParenthesis { depth -= 1 }
                if depth > 0 { output.append(byte) }
                if byte == ASCII.openParenthesis { depth += 1 }
            }
            offset += 1
        } while depth > 0 && offset < bytes.count
        return Array(output.trimmed)
    }

    /// What stands between `<` and `>`, without an obsolete route (RFC 5322 §4.4).
    /// QUIRK: doubled brackets, `<mailto:…>`, and brackets that are not closed before the next mailbox.
    private mutating func bracketed() -> [UInt8] {
        var output: [UInt8] = []
        offset += 1
        let isClosed =
            bytes[min(offset, bytes.count)...].first { $0 == ASCII.less || $0 == ASCII.greater } == ASCII.greater
        while offset < bytes.count, bytes[offset] != ASCII.greater {
            switch bytes[offset] {
            case ASCII.space, ASCII.tab: offset += 1
            case ASCII.openParenthesis: _ = comment()
            case ASCII.quote: output += Self.quoted(quotedString())
            case ASCII.comma where !isClosed, ASCII.semicolon where !isClosed: return output
            case ASCII.less:
                if output.contains(ASCII.at) { return output }
                output = []
                offset += 1
            case ASCII.colon where output.first == ASCII.at || output.equalsIgnoringASCIICase("mailto".utf8):
                output = []
                offset += 1
            default:
                output.append(bytes[offset])
                offset += 1
            }
        }
        offset += 1
        return output
    }

    /// `text` as a quoted string.
    static func quoted(_ text: [UInt8]) -> [UInt8] {
        [ASCII.quote] + text.flatMap { $0 == ASCII.quote || $0 == ASCII.backslash ? [ASCII.backslash, $0] : [$0] }
            + [ASCII.quote]
    }
}
