/// Text in UTF-7, RFC 2152.
enum UTF7Text {
    /// The text that `bytes` are; as they stand when letters, digits or line breaks of ASCII are hidden in them, which no
    /// honest writer does: what looked harmless to everyone upstream must not become a command here.
    static func decode(_ bytes: UnsafeRawBufferPointer) -> String {
        var output = String.UnicodeScalarView()
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            guard byte == ASCII.plus else {
                guard byte < 0x80 else { return raw(bytes) }
                output.append(Unicode.Scalar(byte))
                continue
            }
            let start = offset
            while offset < bytes.count, isDigit(bytes[offset]) { offset += 1 }
            let shifted = text(of: UnsafeRawBufferPointer(rebasing: bytes[start..<offset]))
            if shifted.contains(where: { isSmuggled($0) }) { return raw(bytes) }
            let isClosed = offset < bytes.count && bytes[offset] == ASCII.hyphen
            // `+-` stands for a plus sign.
            if start == offset { output.append("+") } else { output.append(contentsOf: shifted) }
            if isClosed { offset += 1 }
        }
        return String(output)
    }

    private static func raw(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func text(of digits: UnsafeRawBufferPointer) -> String.UnicodeScalarView {
        Base64.decode(Array(digits)[...]).withUnsafeBytes { bytes in
            let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
                UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
            }
            return String(decoding: units, as: UTF16.self).unicodeScalars
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == ASCII.plus || byte == ASCII.slash
    }

    private static func isSmuggled(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII, let byte = UInt8(exactly: scalar.value) else { return false }
        return byte.isASCIILetter || byte.isASCIIDigit || byte < ASCII.space
    }
}
