import MailFormat

/// How a download is named (RFC 6266): in ASCII for old browsers, and as it is.
enum ContentDisposition {
    static func attachment(named name: String) -> String { "attachment; \(parameters(name))" }

    /// For what the browser shows.
    static func inline(named name: String) -> String { "inline; \(parameters(name))" }

    private static func parameters(_ name: String) -> String {
        "filename=\"\(ascii(name))\"; filename*=UTF-8''\(encoded(name))"
    }

    /// Everything that could end the quotes, or be decoded, becomes `_`.
    private static func ascii(_ name: String) -> String {
        let kept = name.unicodeScalars.map { scalar in
            scalar.value >= 0x20 && scalar.value < 0x7F && !"\"\\%;".unicodeScalars.contains(scalar)
                ? UInt8(scalar.value) : ASCII.underscore
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// RFC 8187 §3.2.1, a little narrower than its `attr-char`.
    private static func encoded(_ name: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var output: [UInt8] = []
        for byte in name.utf8 {
            if byte.isASCIILetter || byte.isASCIIDigit || "-._~".utf8.contains(byte) {
                output.append(byte)
            } else {
                output += [ASCII.percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
