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
}
