/// The value of a Content-Type or Content-Disposition field: a word and `name=value` parameters (RFC 2045 §5.1),
/// with continuations and charsets (RFC 2231) put together.
struct ParameterizedValue {
    /// What stands before the first `;`, in ASCII lower case, without comments.
    private(set) var value = ""
    /// Values by name in ASCII lower case. Of repeated names the first counts.
    private(set) var parameters: [String: String] = [:]
    /// Whether a quoted string is not closed or a name occurs twice: programs will disagree on what is meant.
    private(set) var isAmbiguous = false

    /// Limit: 1,000 parameters; the rest is not read.
    static let parameterLimit = 1_000

    private var sections: [String: [Section]] = [:]

    /// The value that `bytes`, unfolded, are; never fails.
    init(_ bytes: [UInt8]) {
        var pieces = Self.pieces(of: bytes, isAmbiguous: &isAmbiguous)[...]
        if let first = pieces.popFirst() {
            let word = Self.withoutComments(first).trimmed
            value = String(decoding: word.asciiLowercased, as: UTF8.self)
        }
        for piece in pieces { take(piece) }
        for (name, parts) in sections where parameters[name] == nil || parts.contains(where: \.isEncoded) {
            parameters[name] = Section.join(parts)
        }
        sections = [:]
    }

    private mutating func take(_ piece: ArraySlice<UInt8>) {
        guard let equals = piece.firstIndex(of: ASCII.equals) else { return }
        var name = piece[..<equals].trimmed.asciiLowercased[...]
        let isEncoded = name.last == ASCII.asterisk
        if isEncoded { name = name.dropLast() }
        var number: Int?
        if let star = name.firstIndex(of: ASCII.asterisk) {
            // Limit: 999 sections.
            number = name.count - star <= 4 ? Int(String(decoding: name[(star + 1)...], as: UTF8.self)) : nil
            guard number != nil else { return }
            name = name[..<star]
        }
        let key = String(decoding: name, as: UTF8.self)
        let value = Self.unquoted(piece[(equals + 1)...], keepsParentheses: key == "name" || key == "filename")
        if isEncoded || number != nil {
            sections[key, default: []].append(Section(number: number ?? 0, isEncoded: isEncoded, bytes: value))
        } else if parameters[key] == nil {
            parameters[key] = EncodedWords.decode(value)
        } else {
            isAmbiguous = true
        }
    }

    /// The pieces between semicolons that are not within quotes.
    private static func pieces(of bytes: [UInt8], isAmbiguous: inout Bool) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = 0
        var isQuoted = false
        var isEscaped = false
        for (offset, byte) in bytes.enumerated() where pieces.count <= parameterLimit {
            if isEscaped {
                isEscaped = false
            } else if byte == ASCII.backslash, isQuoted {
                isEscaped = true
            } else if byte == ASCII.quote {
                isQuoted.toggle()
            } else if byte == ASCII.semicolon, !isQuoted {
                pieces.append(bytes[start..<offset])
                start = offset + 1
            }
        }
        isAmbiguous = isQuoted
        if pieces.count <= parameterLimit { pieces.append(bytes[start...]) }
        return pieces
    }

    /// A quoted string without its quotes, or a token. QUIRK: a token with blanks in it is taken whole; a backslash is
    /// dropped only before `"` and `\`, since Windows programs send whole paths.
    private static func unquoted(_ raw: ArraySlice<UInt8>, keepsParentheses: Bool) -> [UInt8] {
        let value = raw.trimmed
        guard value.first == ASCII.quote else {
            return Array(keepsParentheses ? value : withoutComments(value)[...].trimmed)
        }
        var output: [UInt8] = []
        var rest = value.dropFirst()
        while let byte = rest.popFirst(), byte != ASCII.quote {
            if byte == ASCII.backslash, let next = rest.first, next == ASCII.quote || next == ASCII.backslash {
                output.append(next)
                rest = rest.dropFirst()
            } else {
                output.append(byte)
            }
        }
        return output
    }

    /// `text` without its comments, which nest (RFC 5322 §3.2.2).
    private static func withoutComments(_ text: ArraySlice<UInt8>) -> [UInt8] {
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

/// One section of a parameter that RFC 2231 splits or encodes: `name*0*=utf-8''…`.
private struct Section {
    let number: Int
    let isEncoded: Bool
    let bytes: [UInt8]

    /// The text of all sections in the order of their numbers, up to the first that is missing.
    static func join(_ sections: [Section]) -> String {
        var bytes: [UInt8] = []
        var charset: String?
        for (position, section) in sections.sorted(by: { $0.number < $1.number }).enumerated() {
            guard section.number == position else { break }
            var content = section.bytes[...]
            if position == 0, section.isEncoded { charset = takeCharset(from: &content) }
            bytes += section.isEncoded ? PercentEncoding.decoded(content) : Array(content)
        }
        return charset == nil ? EncodedWords.decode(bytes) : Charset.decode(bytes, label: charset)
    }

    /// Takes `charset'language'` off the front; without two apostrophes there is none.
    private static func takeCharset(from content: inout ArraySlice<UInt8>) -> String? {
        guard let first = content.firstIndex(of: ASCII.apostrophe),
            let second = content[(first + 1)...].firstIndex(of: ASCII.apostrophe)
        else { return nil }
        defer { content = content[(second + 1)...] }
        return String(decoding: content[..<first], as: UTF8.self)
    }
}
