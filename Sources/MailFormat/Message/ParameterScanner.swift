/// Takes the parameters of a field value apart (RFC 2045 §5.1), one after the other, as broken mailers write them:
/// with blanks or commas or nothing between them, with quotes that nobody closed, or within quotes.
struct ParameterScanner {
    /// `name=value`: the name in ASCII lower case, the value without its quotes.
    struct Parameter {
        let name: ArraySlice<UInt8>
        let value: [UInt8]
    }

    private let bytes: [UInt8]
    private var offset: Int
    /// Where the last quote stands: no quoted string goes on behind it.
    private let lastQuote: Int?
    /// Whether a quoted string is not closed, or contains quotes: programs will disagree on what is meant.
    private(set) var isAmbiguous = false

    /// Scans `bytes` from `start` on.
    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        offset = start
        lastQuote = bytes.lastIndex(of: ASCII.quote)
    }

    /// The next parameter, `nil` at the end. What has no equals sign is passed over.
    mutating func next() -> Parameter? {
        while offset < bytes.count {
            let start = offset
            while offset < bytes.count, bytes[offset] != ASCII.equals, bytes[offset] != ASCII.semicolon { offset += 1 }
            // QUIRK: `charset: utf-8`.
            let colon = bytes[start..<offset].firstIndex(of: ASCII.colon)
            guard offset < bytes.count && bytes[offset] == ASCII.equals || colon != nil else {
                offset += 1
                continue
            }
            if let colon, offset >= bytes.count || bytes[offset] != ASCII.equals { offset = colon }
            let name = bytes[start..<offset].trimmed.asciiLowercased
            offset += 1
            let last = name.split { $0.isBlank || $0 == ASCII.comma }.last ?? []
            return Parameter(name: last, value: value(keepsBlanks: Self.isFileName(last)))
        }
        return nil
    }

    private static func isFileName(_ name: ArraySlice<UInt8>) -> Bool {
        let name = name.prefix { $0 != ASCII.asterisk }
        return name.elementsEqual("name".utf8) || name.elementsEqual("filename".utf8)
    }

    private mutating func value(keepsBlanks: Bool) -> [UInt8] {
        while offset < bytes.count, bytes[offset].isBlank { offset += 1 }
        guard offset < bytes.count, bytes[offset] == ASCII.quote else { return token(keepsBlanks: keepsBlanks) }
        return quotedString()
    }

    /// A value without quotes. QUIRK: that of a file name goes on to the semicolon, blanks and all.
    private mutating func token(keepsBlanks: Bool) -> [UInt8] {
        let start = offset
        while offset < bytes.count, bytes[offset] != ASCII.semicolon {
            if !keepsBlanks, bytes[offset].isBlank || bytes[offset] == ASCII.comma, isParameter(at: offset + 1) {
                break
            }
            offset += 1
        }
        let value = bytes[start..<offset]
        return Array(keepsBlanks ? value.trimmed : Self.withoutComments(value)[...].trimmed)
    }

    /// A quoted string without its quotes. QUIRK: a backslash is dropped only before `"` and `\`, since Windows programs
    /// send whole paths; a quote that no separator follows does not end it.
    private mutating func quotedString() -> [UInt8] {
        guard let lastQuote, lastQuote > offset else {
            isAmbiguous = true
            offset += 1
            let start = offset
            while offset < bytes.count, bytes[offset] != ASCII.semicolon { offset += 1 }
            return Array(bytes[start..<offset].trimmed)
        }
        var output: [UInt8] = []
        offset += 1
        while offset < lastQuote {
            let byte = bytes[offset]
            let next = bytes[offset + 1]
            if byte == ASCII.backslash, next == ASCII.backslash || next == ASCII.quote && offset + 1 < lastQuote {
                output.append(next)
                offset += 2
            } else if byte == ASCII.quote, isEnd(at: offset + 1) {
                break
            } else {
                if byte == ASCII.quote { isAmbiguous = true }
                output.append(byte)
                offset += 1
            }
        }
        offset += 1
        skipToSeparator()
        return output
    }

    private func isEnd(at offset: Int) -> Bool {
        guard let next = bytes[offset...].firstIndex(where: { !$0.isBlank }) else { return true }
        switch bytes[next] {
        case ASCII.semicolon, ASCII.comma, ASCII.openParenthesis: return true
        default: return isParameter(at: next)
        }
    }

    /// What stands between a closing quote and the next parameter has no meaning.
    private mutating func skipToSeparator() {
        while offset < bytes.count, bytes[offset] != ASCII.semicolon, !isParameter(at: offset) { offset += 1 }
    }

    /// Whether `name=` begins at `offset`, or behind blanks there. Limit: names of 40 bytes.
    private func isParameter(at offset: Int) -> Bool {
        guard offset < bytes.count else { return false }
        let rest = bytes[offset..<min(bytes.count, offset + 80)].drop(while: \.isBlank)
        let name = rest.prefix(40).prefix {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.hyphen || $0 == ASCII.asterisk
        }
        guard let first = name.first, first.isASCIILetter else { return false }
        return rest[name.endIndex...].first { !$0.isBlank } == ASCII.equals
    }

    /// `text` without its comments, which nest (RFC 5322 §3.2.2).
    static func withoutComments(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var depth = 0
        return text.filter { byte in
            if byte == ASCII.openParenthesis { depth += 1 }
            if byte == ASCII.closeParenthesis, depth > 0 {
                depth -= 1
                return false
            }
            return depth == 0
        }
    }
}
