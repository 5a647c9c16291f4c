/// The identifier of one message, RFC 5322 §3.6.4, without its angle brackets.
///
/// Printable ASCII without blanks and brackets. Limit: 250 bytes.
/// QUIRK: mailers leave out the `@`, so it is not asked for.
package struct MessageID: Hashable, Sendable, CustomStringConvertible {
    /// The identifier without angle brackets.
    package let text: String

    /// The identifier that `text` is, with or without angle brackets, or `nil` when it is none.
    package init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        if bytes.first == ASCII.less, bytes.last == ASCII.greater { bytes = bytes.dropFirst().dropLast() }
        guard !bytes.isEmpty, bytes.count <= 250, bytes.allSatisfy(Self.mayContain) else { return nil }
        self.text = String(decoding: bytes, as: UTF8.self)
    }

    /// The identifier as a header field holds it: `<left@right>`.
    package var bracketed: String { "<\(text)>" }

    package var description: String { text }

    package static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }

    private static func mayContain(_ byte: UInt8) -> Bool {
        byte > ASCII.space && byte < 0x7F && byte != ASCII.less && byte != ASCII.greater
    }
}

extension MessageID: Codable {
    /// Reads the identifier from a single string.
    /// - Throws: `DecodingError.dataCorrupted` when the string is no message identifier.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let identifier = MessageID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a message identifier")
        }
        self = identifier
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
