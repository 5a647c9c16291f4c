/// What a part says it is: `type/subtype` with parameters (RFC 2045 §5).
package struct ContentType: Sendable {
    /// `text`, `image`, `multipart` …; ASCII lower case.
    package let type: String
    /// `plain`, `html`, `mixed` …; ASCII lower case.
    package let subtype: String
    /// Decoded values by name in ASCII lower case.
    package let parameters: [String: String]
    let isAmbiguous: Bool

    /// `type/subtype`.
    package var mimeType: String { "\(type)/\(subtype)" }

    /// What counts where a part says nothing valid (RFC 2045 §5.2).
    package static let plainText = ContentType(type: "text", subtype: "plain", parameters: [:], isAmbiguous: false)
    /// What counts so within multipart/digest (RFC 2046 §5.1.5).
    static let message = ContentType(type: "message", subtype: "rfc822", parameters: [:], isAmbiguous: false)

    private init(type: String, subtype: String, parameters: [String: String], isAmbiguous: Bool) {
        self.type = type
        self.subtype = subtype
        self.parameters = parameters
        self.isAmbiguous = isAmbiguous
    }

    /// The type that an unfolded field value names, or `nil` when it names none.
    package init?(_ value: [UInt8]) {
        self.init(ParameterizedValue(value))
    }

    /// The same, but plain text, with the parameters of the value, where it names no type.
    init(orPlainText value: [UInt8]) {
        let parsed = ParameterizedValue(value)
        self =
            ContentType(parsed)
            ?? ContentType(
                type: "text", subtype: "plain", parameters: parsed.parameters, isAmbiguous: parsed.isAmbiguous)
    }

    private init?(_ parsed: ParameterizedValue) {
        let pieces = parsed.value.utf8.split(separator: ASCII.slash, omittingEmptySubsequences: false)
        let words = pieces.map(Self.word)
        guard let type = words.first ?? nil, let subtype = words.dropFirst().first ?? Self.subtype(of: type, parsed)
        else {
            return nil
        }
        // `text/plain,text/html`: programs differ in which it is.
        let isOne = pieces.count < 3 && pieces.allSatisfy(Self.isWord)
        self.init(
            type: type, subtype: subtype, parameters: parsed.parameters, isAmbiguous: parsed.isAmbiguous || !isOne)
    }

    /// QUIRK: what is meant where the subtype is missing. `nil` where that may be anything.
    private static func subtype(of type: String, _ parsed: ParameterizedValue) -> String? {
        type.utf8.elementsEqual("multipart".utf8) && parsed.parameters["boundary"] != nil ? "mixed" : nil
    }

    package var isMultipart: Bool { type.utf8.elementsEqual("multipart".utf8) }
    package var isMessage: Bool { type.utf8.elementsEqual("message".utf8) }
    package var isText: Bool { type.utf8.elementsEqual("text".utf8) }

    /// Whether nothing stands behind the token. QUIRK: but a comma in place of the semicolon.
    private static func isWord(_ bytes: Substring.UTF8View) -> Bool {
        bytes.trimmed.drop { $0.isAtomText || $0 == ASCII.dot }.allSatisfy { $0.isBlank || $0 == ASCII.comma }
    }

    /// The token that `bytes` begin with (RFC 2045 §5.1).
    private static func word(_ bytes: Substring.UTF8View) -> String? {
        let token = bytes.trimmed.prefix { $0.isAtomText || $0 == ASCII.dot }
        return token.isEmpty ? nil : String(Substring(token))
    }
}

/// How a part asks to be shown (RFC 2183).
package struct ContentDisposition: Sendable {
    /// `attachment`, `inline` …; ASCII lower case.
    package let kind: String
    /// Decoded values by name in ASCII lower case.
    package let parameters: [String: String]

    /// The disposition that an unfolded field value names; never fails.
    package init(_ value: [UInt8]) {
        let value = ParameterizedValue(value)
        kind = String(Substring(value.value.utf8.prefix { !$0.isBlank }))
        parameters = value.parameters
    }

    package var isAttachment: Bool { kind.utf8.elementsEqual("attachment".utf8) }
}
