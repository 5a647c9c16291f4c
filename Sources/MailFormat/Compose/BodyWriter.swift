/// Bodies made fit for any server: 7-bit, CR LF, lines of at most 76 bytes.
enum BodyWriter {
    /// `text` with CR LF for every line break and at the end, quoted-printable, or base64 where that is shorter.
    static func text(_ text: String) -> (encoding: String, bytes: [UInt8]) {
        var canonical = withCRLF(text)
        if canonical.last != ASCII.lf { canonical += [ASCII.cr, ASCII.lf] }
        let others = canonical.lazy.filter { !($0.isLineBreak || (0x20...0x7E).contains($0)) }.count
        if others > canonical.count / 4 { return ("base64", Base64.encodeLines(canonical)) }
        return ("quoted-printable", quotedPrintable(canonical))
    }

    /// `text` as bytes with CR LF for CR LF, CR and LF.
    static func withCRLF(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count + text.utf8.count / 20)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte.isLineBreak {
                if !(byte == ASCII.lf && previous == ASCII.cr) { output += [ASCII.cr, ASCII.lf] }
            } else {
                output.append(byte)
            }
            previous = byte
        }
        return output
    }

    /// RFC 2045 §6.7. A dot and `From ` at the start of a line are encoded: they mean something to SMTP and mbox.
    private static func quotedPrintable(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count + text.count / 10)
        var column = 0
        var offset = 0
        while offset < text.count {
            let byte = text[offset]
            if byte == ASCII.cr {
                output += [ASCII.cr, ASCII.lf]
                (column, offset) = (0, offset + 2)
                continue
            }
            let isEncoded = mustEncode(at: offset, in: text)
            if column + (isEncoded ? 3 : 1) > 75 {
                output += [ASCII.equals, ASCII.cr, ASCII.lf]
                column = 0
            }
            if isEncoded || column == 0 && needsCare(at: offset, in: text) {
                output += [ASCII.equals, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
                column += 3
            } else {
                output.append(byte)
                column += 1
            }
            offset += 1
        }
        return output
    }

    /// Blanks at the end of a line would be lost on the way.
    private static func mustEncode(at offset: Int, in text: [UInt8]) -> Bool {
        let byte = text[offset]
        if byte.isBlank { return offset + 1 == text.count || text[offset + 1] == ASCII.cr }
        return byte == ASCII.equals || byte < 0x20 || byte > 0x7E
    }

    /// What may not begin a line.
    private static func needsCare(at offset: Int, in text: [UInt8]) -> Bool {
        text[offset] == ASCII.dot || text[offset...].starts(with: "From ".utf8)
    }

    private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}
