extension RequestField {
    /// Limit: fields of one request, bytes of a name and words in it.
    private static let mostFields = 100, longestName = 60, mostWords = 5

    /// The `Field: value` lines of a request's text, in order.
    package static func all(in text: String) -> [RequestField] {
        Array(text.utf8.split(separator: ASCII.lf).lazy.compactMap { RequestField(line: $0) }.prefix(mostFields))
    }

    private init?(line: Substring.UTF8View) {
        guard let colon = line.prefix(Self.longestName + 1).firstIndex(of: ASCII.colon) else { return nil }
        let name = Array(line[..<colon]).trimmed, value = Array(line[colon...].dropFirst()).trimmed
        // `https://…` and `12:30` are no fields.
        guard let first = name.first, !value.isEmpty, value.first != ASCII.slash, !first.isASCIIDigit,
            name.split(separator: ASCII.space).count <= Self.mostWords
        else { return nil }
        self.init(name: String(decoding: name, as: UTF8.self), value: String(decoding: value, as: UTF8.self))
    }
}
