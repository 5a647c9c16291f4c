import MailFormat

/// A link that opens a prefilled mail, RFC 6068.
enum MailtoLink {
    /// `mailto:…?subject=…&body=…`, everything but unreserved characters encoded.
    static func text(to address: EmailAddress, subject: String, body: String) -> String {
        "mailto:\(encoded(address.localPart))@\(address.domain)?subject=\(encoded(subject))&body=\(encoded(body))"
    }

    private static func encoded(_ text: String) -> String {
        var output: [UInt8] = []
        for byte in text.utf8 {
            if byte.isASCIILetter || byte.isASCIIDigit || "-._~+".utf8.contains(byte) {
                output.append(byte)
            } else {
                output += [ASCII.percent] + hexadecimal(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
