/// Quoted-printable (RFC 2045 §6.7) and the Q encoding of encoded words (RFC 2047 §4.2).
enum QuotedPrintable {
    /// The bytes that the body `text` stands for. `=` without two hexadecimal digits is left as it is.
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
        text.withUnsafeBytes { text in
            [UInt8](unsafeUninitializedCapacity: text.count) { output, count in
                var decoder = QuotedPrintableDecoder(text: text, output: UnsafeMutableRawBufferPointer(output))
                decoder.run()
                count = decoder.written
            }
        }
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
}

/// Decodes line by line, copying what stands between two `=` at once. Nothing is written that is longer than what it
/// stands for, so an output of the text's size has room.
private struct QuotedPrintableDecoder {
    private let text: UnsafeRawBufferPointer
    private let output: UnsafeMutableRawBufferPointer
    private(set) var written = 0

    init(text: UnsafeRawBufferPointer, output: UnsafeMutableRawBufferPointer) {
        (self.text, self.output) = (text, output)
    }

    mutating func run() {
        // As in `Lines`: in a text without any LF a lone CR ends a line.
        let terminator = text.firstOffset(of: ASCII.lf, in: 0..<text.count) == nil ? ASCII.cr : ASCII.lf
        var place = 0
        while let end = text.firstOffset(of: terminator, in: place..<text.count) {
            let breakStart = end > place && terminator == ASCII.lf && text[end - 1] == ASCII.cr ? end - 1 : end
            decodeLine(place..<breakStart, lineBreak: breakStart..<(end + 1))
            place = end + 1
        }
        decodeLine(place..<text.count, lineBreak: text.count..<text.count)
    }

    /// RFC 2045 §6.7, rules 3 and 5: blanks at the end of a line were added on the way, those that were meant are encoded;
    /// a `=` at the end joins the line with the next.
    private mutating func decodeLine(_ line: Range<Int>, lineBreak: Range<Int>) {
        var end = line.upperBound
        while end > line.lowerBound, text[end - 1].isBlank { end -= 1 }
        if end > line.lowerBound, text[end - 1] == ASCII.equals {
            decodeContent(line.lowerBound..<(end - 1))
        } else {
            decodeContent(line.lowerBound..<(lineBreak.isEmpty ? line.upperBound : end))
            copy(lineBreak)
        }
    }

    private mutating func decodeContent(_ content: Range<Int>) {
        var place = content.lowerBound
        while let equals = text.firstOffset(of: ASCII.equals, in: place..<content.upperBound) {
            copy(place..<equals)
            if equals + 2 < content.upperBound, let high = text[equals + 1].hexadecimalValue,
                let low = text[equals + 2].hexadecimalValue
            {
                output[written] = high << 4 | low
                written += 1
                place = equals + 3
            } else {
                copy(equals..<(equals + 1))
                place = equals + 1
            }
        }
        copy(place..<content.upperBound)
    }

    private mutating func copy(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        UnsafeMutableRawBufferPointer(rebasing: output[written..<(written + range.count)])
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: text[range]))
        written += range.count
    }
}
