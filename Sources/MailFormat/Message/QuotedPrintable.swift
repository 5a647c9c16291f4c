/// Quoted-printable (RFC 2045 §6.7) and the Q encoding of encoded words (RFC 2047 §4.2).
enum QuotedPrintable {
    /// The bytes that the body `text` stands for. `=` without two hexadecimal digits is left as it is.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(text)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var offset = 0
        // Blanks at the end of a line were added on the way; those that were meant are encoded.
        var looseBlanks = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == ASCII.equals {
                looseBlanks = 0
                offset = decodeEquals(at: offset, in: bytes, into: &output)
            } else {
                if byte.isLineBreak { output.removeLast(looseBlanks) }
                looseBlanks = byte.isBlank ? looseBlanks + 1 : 0
                output.append(byte)
                offset += 1
            }
        }
        return output
    }

    /// The bytes that the text of a Q encoded word stands for.
    static func decodeWord(_ text: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(text)
        var output: [UInt8] = []
        var offset = 0
        while offset < bytes.count {
            if let byte = escaped(at: offset, in: bytes) {
                output.append(byte)
                offset += 3
            } else {
                output.append(bytes[offset] == ASCII.underscore ? ASCII.space : bytes[offset])
                offset += 1
            }
        }
        return output
    }

    private static func escaped(at offset: Int, in bytes: [UInt8]) -> UInt8? {
        guard bytes[offset] == ASCII.equals, offset + 2 < bytes.count, let high = bytes[offset + 1].hexadecimalValue,
            let low = bytes[offset + 2].hexadecimalValue
        else { return nil }
        return high << 4 | low
    }

    /// Decodes what begins with `=` at `offset`; returns where to go on.
    private static func decodeEquals(at offset: Int, in bytes: [UInt8], into output: inout [UInt8]) -> Int {
        if let byte = escaped(at: offset, in: bytes) {
            output.append(byte)
            return offset + 3
        }
        // A soft line break; blanks may have been added behind it on the way (RFC 2045 §6.7, rule 3).
        var end = offset + 1
        while end < bytes.count, bytes[end].isBlank { end += 1 }
        if end == bytes.count { return end }
        if bytes[end] == ASCII.cr, end + 1 < bytes.count, bytes[end + 1] == ASCII.lf { return end + 2 }
        if bytes[end].isLineBreak { return end + 1 }
        output.append(ASCII.equals)
        return offset + 1
    }
}
