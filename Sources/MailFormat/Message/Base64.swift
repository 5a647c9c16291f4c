/// Base64 (RFC 2045 §6.8) as broken mailers write it.
enum Base64 {
    /// The bytes that `text` stands for. What is no base64 is passed over; padding in the middle ends a group, since
    /// QUIRK: some mailers join separately encoded pieces.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count / 4 * 3 + 3)
        var group: UInt32 = 0
        var digits = 0
        for byte in text {
            let value = values[Int(byte)]
            if value < 64 {
                group = group << 6 | UInt32(value)
                digits += 1
                if digits == 4 { flush(&group, &digits, into: &output) }
            } else if byte == ASCII.equals {
                flush(&group, &digits, into: &output)
            }
        }
        flush(&group, &digits, into: &output)
        return output
    }

    /// `bytes` as base64 in lines of 76 characters, ended by CRLF.
    static func encodeLines(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count / 57 * 78 + 80)
        for start in stride(from: 0, to: bytes.count, by: 57) {
            output += encode(bytes[start..<min(start + 57, bytes.count)])
            output += [ASCII.cr, ASCII.lf]
        }
        return output
    }

    /// `bytes` as base64 without line breaks.
    static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let piece = rest.prefix(3)
            let group = piece.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - piece.count))
            for digit in 0..<4 {
                let value = Int(group >> UInt32(18 - 6 * digit) & 63)
                output.append(digit <= piece.count ? alphabet[value] : ASCII.equals)
            }
            rest = rest.dropFirst(3)
        }
        return output
    }

    private static func flush(_ group: inout UInt32, _ digits: inout Int, into output: inout [UInt8]) {
        if digits > 1 {
            let bits = group << UInt32(6 * (4 - digits))
            output.append(UInt8(truncatingIfNeeded: bits >> 16))
            if digits > 2 { output.append(UInt8(truncatingIfNeeded: bits >> 8)) }
            if digits > 3 { output.append(UInt8(truncatingIfNeeded: bits)) }
        }
        group = 0
        digits = 0
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 255, count: 256)
        for (value, byte) in alphabet.enumerated() { table[Int(byte)] = UInt8(value) }
        return table
    }()
}
