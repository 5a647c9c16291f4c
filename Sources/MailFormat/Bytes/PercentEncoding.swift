/// Bytes written as `%41` (RFC 3986 §2.1).
package enum PercentEncoding {
    /// The bytes that are meant. A percent sign without two hexadecimal digits behind it stands for itself.
    package static func decoded(_ text: some Sequence<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var rest = Array(text)[...]
        output.reserveCapacity(rest.count)
        while let byte = rest.popFirst() {
            if byte == ASCII.percent, let high = rest.first?.hexadecimalValue,
                let low = rest.dropFirst().first?.hexadecimalValue
            {
                output.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                output.append(byte)
            }
        }
        return output
    }

    /// The text in UTF-8 with everything but letters, digits and `-._~` encoded (RFC 3986 §2.3).
    package static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var output: [UInt8] = []
        for byte in text.utf8 {
            if byte.isASCIILetter || byte.isASCIIDigit || "-._~".utf8.contains(byte) {
                output.append(byte)
            } else {
                output += [ASCII.percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
