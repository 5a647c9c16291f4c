/// Writes parameters of Content-Type and Content-Disposition (RFC 2045 §5.1, RFC 2231).
enum ParameterWriter {
    /// `name=value` as one piece, or as numbered sections where the value is long.
    static func pieces(name: String, value: String) -> [String] {
        let text = HeaderWriter.harmless(value)
        if text.utf8.count <= 60, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), isUnambiguous(text) {
            return ["\(name)=\"\(escaped(text))\""]
        }
        let sections = encodedSections(text)
        guard sections.count > 1 else { return ["\(name)*=utf-8''\(sections.first ?? "")"] }
        return sections.enumerated().map { "\(name)*\($0)*=\($0 == 0 ? "utf-8''" : "")\($1)" }
    }

    /// What readers would decode a second time is encoded, so that they need not guess.
    private static func isUnambiguous(_ text: String) -> Bool {
        !text.utf8.contains(ASCII.percent) && !text.utf8.contains(ASCII.question)
            && !text.utf8.contains(ASCII.backslash)
    }

    private static func escaped(_ text: String) -> String {
        let bytes = text.utf8.flatMap { $0 == ASCII.quote ? [ASCII.backslash, $0] : [$0] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Percent-encoded sections of at most 48 bytes, divided between scalars.
    private static func encodedSections(_ text: String) -> [String] {
        var sections: [String] = []
        var section = ""
        for scalar in text.unicodeScalars {
            let piece = percentEncoded(scalar)
            if section.utf8.count + piece.utf8.count > 48 {
                sections.append(section)
                section = ""
            }
            section += piece
        }
        return section.isEmpty ? sections : sections + [section]
    }

    private static func percentEncoded(_ scalar: Unicode.Scalar) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = String(Character(scalar)).utf8.flatMap { byte -> [UInt8] in
            let isPlain = byte.isASCIILetter || byte.isASCIIDigit || byte == ASCII.hyphen || byte == ASCII.dot
            return isPlain ? [byte] : [ASCII.percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
