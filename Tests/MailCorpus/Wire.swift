import Glibc

/// How text becomes bytes on the wire: charsets, transfer encodings, encoded words. Independent of what reads them.
enum Wire {
    static let lineBreak = Array("\r\n".utf8)
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let hexadecimal = Array("0123456789ABCDEF".utf8)

    /// `text` in `charset`, or `nil` where that lacks a character.
    static func encode(_ text: String, in charset: String) -> [UInt8]? {
        if charset == "utf-8" { return Array(text.utf8) }
        guard let descriptor = iconv_open(charset, "UTF-8"), Int(bitPattern: descriptor) != -1 else { return nil }
        defer { iconv_close(descriptor) }
        var input = Array(text.utf8)
        var output = [UInt8](repeating: 0, count: input.count * 3 + 16)
        // iconv gets each buffer with its own length, and goes no further.
        let written = input.withUnsafeMutableBytes { source in
            output.withUnsafeMutableBytes { target -> Int? in
                var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var place = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var (left, room) = (source.count, target.count)
                guard iconv(descriptor, &next, &left, &place, &room) != -1,
                    iconv(descriptor, nil, nil, &place, &room) != -1
                else { return nil }
                return target.count - room
            }
        }
        return written.map { Array(output.prefix($0)) }
    }

    /// Base64 without line breaks.
    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count / 3 * 4 + 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var group = 0
            for index in 0..<3 { group = group << 8 | (index < count ? Int(bytes[start + index]) : 0) }
            for digit in 0..<4 {
                output.append(digit <= count ? digits[group >> (18 - 6 * digit) & 63] : UInt8(ascii: "="))
            }
        }
        return output
    }

    /// Base64 in lines of 76 digits.
    static func base64Lines(_ bytes: [UInt8]) -> [UInt8] {
        let whole = base64(bytes)
        var output: [UInt8] = []
        output.reserveCapacity(whole.count / 76 * 78 + 78)
        for start in stride(from: 0, to: whole.count, by: 76) {
            output += whole[start..<min(start + 76, whole.count)]
            output += lineBreak
        }
        return output
    }

    /// Quoted-printable of a text with CR LF, in lines of at most 76 bytes.
    static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 4)
        var column = 0
        for (offset, byte) in bytes.enumerated() {
            if byte == 13 || byte == 10 {
                output.append(byte)
                column = 0
                continue
            }
            let endsLine = offset + 1 == bytes.count || bytes[offset + 1] == 13
            let isPlain = (33...126).contains(byte) && byte != UInt8(ascii: "=") || byte == 32 && !endsLine
            if column + (isPlain ? 1 : 3) > 75 {
                output += Array("=\r\n".utf8)
                column = 0
            }
            output += isPlain ? [byte] : escaped(byte, with: "=")
            column += isPlain ? 1 : 3
        }
        return output
    }

    /// `text` as a header value: as it is where it is ASCII, else in encoded words, folded.
    static func header(_ text: String, in charset: String, asQ: Bool) -> String {
        if text.utf8.allSatisfy({ (32...126).contains($0) }) { return text }
        var words: [String] = []
        var piece = ""
        for scalar in text.unicodeScalars {
            piece.unicodeScalars.append(scalar)
            if piece.utf8.count >= 24 {
                words.append(piece)
                piece = ""
            }
        }
        if !piece.isEmpty { words.append(piece) }
        return words.map { encodedWord($0, in: charset, asQ: asQ) }.joined(separator: "\r\n ")
    }

    /// A parameter as RFC 2231 writes it, or as a quoted string where it is ASCII.
    static func parameter(_ name: String, _ value: String) -> String {
        if value.utf8.allSatisfy({ (32...126).contains($0) }) { return "\(name)=\"\(value)\"" }
        let bytes = value.utf8.flatMap { isAlphanumeric($0) || $0 == UInt8(ascii: ".") ? [$0] : escaped($0, with: "%") }
        return "\(name)*=utf-8''\(String(decoding: bytes, as: UTF8.self))"
    }

    private static func encodedWord(_ text: String, in charset: String, asQ: Bool) -> String {
        let (name, bytes) = encode(text, in: charset).map { (charset, $0) } ?? ("utf-8", Array(text.utf8))
        let word = asQ ? bytes.flatMap { isAlphanumeric($0) ? [$0] : escaped($0, with: "=") } : base64(bytes)
        return "=?\(name)?\(asQ ? "Q" : "B")?\(String(decoding: word, as: UTF8.self))?="
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }

    private static func escaped(_ byte: UInt8, with mark: Unicode.Scalar) -> [UInt8] {
        [UInt8(ascii: mark), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
    }
}
