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
        let end = Self.endOfWord(in: bytes)
        value = String(
            decoding: ParameterScanner.withoutComments(bytes[..<end])[...].trimmed.asciiLowercased, as: UTF8.self)
        var scanner = ParameterScanner(bytes, from: end)
        var count = 0
        while count < Self.parameterLimit, let parameter = scanner.next() {
            take(parameter)
            count += 1
        }
        isAmbiguous = isAmbiguous || scanner.isAmbiguous
        for (name, parts) in sections where parameters[name] == nil || parts.contains(where: \.isEncoded) {
            parameters[name] = Section.join(parts)
        }
        sections = [:]
    }

    /// Where the word before the parameters ends: at a semicolon. QUIRK: or, where an equals sign comes first, at a blank or
    /// comma, or at once (`boundary="x"` alone).
    private static func endOfWord(in bytes: [UInt8]) -> Int {
        let end = bytes.firstIndex { $0 == ASCII.semicolon || $0 == ASCII.equals } ?? bytes.count
        guard end < bytes.count, bytes[end] == ASCII.equals else { return end }
        let name = bytes[..<end].reversed().drop(while: \.isBlank).prefix { !$0.isBlank && $0 != ASCII.comma }
        return name.endIndex.base
    }

    private mutating func take(_ parameter: ParameterScanner.Parameter) {
        var name = parameter.name
        let isEncoded = name.last == ASCII.asterisk
        if isEncoded { name = name.dropLast() }
        var number: Int?
        if let star = name.firstIndex(of: ASCII.asterisk) {
            // Limit: 999 sections.
            let digits = name[(star + 1)...]
            number = digits.count <= 3 ? Int(String(decoding: digits, as: UTF8.self)) : nil
            guard number != nil else { return }
            name = name[..<star]
        }
        let key = String(decoding: name, as: UTF8.self)
        if isEncoded || number != nil {
            sections[key, default: []].append(
                Section(number: number ?? 0, isEncoded: isEncoded, bytes: parameter.value))
        } else if parameters[key] == nil {
            parameters[key] = Section.text(parameter.value)
        } else {
            isAmbiguous = true
        }
    }
}

/// One section of a parameter that RFC 2231 splits or encodes: `name*0*=utf-8''…`.
private struct Section {
    let number: Int
    let isEncoded: Bool
    let bytes: [UInt8]

    /// The text of a value that says nothing of sections. QUIRK: RFC 2231 without its asterisk: `utf-8''%C3%BC`.
    static func text(_ value: [UInt8]) -> String {
        var content = value[...]
        guard value.contains(ASCII.percent), let charset = takeCharset(from: &content), !charset.isEmpty,
            CharsetLabel(charset).isKnown
        else { return EncodedWords.decode(value) }
        return Charset.decode(PercentEncoding.decoded(content), label: charset)
    }

    /// The text of all sections in the order of their numbers, up to the first that is missing. QUIRK: some count from 1.
    static func join(_ sections: [Section]) -> String {
        var bytes: [UInt8] = []
        var charset: String?
        let sections = sections.sorted { $0.number < $1.number }
        let first = min(sections.first?.number ?? 0, 1)
        for (position, section) in sections.enumerated() {
            guard section.number == first + position else { break }
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
