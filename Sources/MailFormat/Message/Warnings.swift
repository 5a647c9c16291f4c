/// What is odd or hostile about a message, as short codes.
enum Warnings {
    /// The codes that can be told from the headers and the text of the parts.
    static func all(_ header: Header, parts: [Part]) -> Set<String> {
        let oddities = parts.reduce(into: Header.Oddities()) { $0.formUnion($1.header.oddities) }
        var codes = Set(singletons.filter { header.all(named: $0).count > 1 }.map { "duplicate-\($0.asciiLowercased)" })
        if oddities.contains(.fieldLimit) { codes.insert("header-limit") }
        if oddities.contains(.loneCR) { codes.insert("bare-cr") }
        if oddities.contains(.lineWithoutName) { codes.insert("malformed-header") }
        if header.oddities.contains(.hiddenFrom) { codes.insert("hidden-from") }
        if oddities.contains(.nulBytes) || parts.contains(where: hasNULInText) { codes.insert("nul-bytes") }
        return codes
    }

    /// RFC 5322 §3.6: at most once. RFC 2045 §4 for MIME-Version.
    private static let singletons = [
        "From", "Sender", "Reply-To", "To", "Cc", "Subject", "Date", "Message-ID", "In-Reply-To", "References",
        "MIME-Version",
    ]

    private static func hasNULInText(_ part: Part) -> Bool {
        part.contentType.isText && part.bytes.firstOffset(of: ASCII.nul, in: part.bodyRange) != nil
    }
}
