/// Japanese that changes between charsets by escape sequences: ISO-2022-JP (RFC 1468) and its extensions.
enum ISO2022JP {
    private enum Charset { case ascii, kanji, supplement, kana }

    private static let escape: UInt8 = 0x1B

    /// Whether `bytes` change to a Japanese charset somewhere.
    static func isLikely(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var search = 0..<bytes.count
        while let found = bytes.firstOffset(of: escape, in: search) {
            if let change = change(at: found, in: bytes), change.to != .ascii { return true }
            search = (found + 1)..<bytes.count
        }
        return false
    }

    /// The text that `bytes` are. They are brought into EUC-JP, which has the same characters with the high bit set.
    /// QUIRK: so the characters that Windows added, and half-width kana, are read too; a line ends a charset.
    static func decode(_ bytes: UnsafeRawBufferPointer) -> String {
        if bytes.isASCII, bytes.firstOffset(of: escape, in: 0..<bytes.count) == nil {
            return String(decoding: bytes, as: UTF8.self)
        }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var charset = Charset.ascii
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == escape, let change = change(at: offset, in: bytes) {
                charset = change.to
                offset += change.length
            } else if byte <= ASCII.space || byte >= 0x7F || charset == .ascii {
                if byte.isLineBreak { charset = .ascii }
                output.append(byte)
                offset += 1
            } else {
                offset += append(at: offset, of: bytes, in: charset, to: &output)
            }
        }
        return output.withUnsafeBytes { Iconv.decode($0, charset: "EUC-JP-MS") }?.text
            ?? String(decoding: output, as: UTF8.self)
    }

    /// Appends the character at `offset`; returns its length.
    private static func append(
        at offset: Int, of bytes: UnsafeRawBufferPointer, in charset: Charset, to output: inout [UInt8]
    ) -> Int {
        if charset == .kana {
            output += [0x8E, bytes[offset] | 0x80]
            return 1
        }
        guard offset + 1 < bytes.count else { return 1 }
        if charset == .supplement { output.append(0x8F) }
        output += [bytes[offset] | 0x80, bytes[offset + 1] | 0x80]
        return 2
    }

    private static func change(at offset: Int, in bytes: UnsafeRawBufferPointer) -> (to: Charset, length: Int)? {
        guard offset + 2 < bytes.count else { return nil }
        switch (bytes[offset + 1], bytes[offset + 2]) {
        case (0x28, 0x42), (0x28, 0x4A), (0x28, 0x48): return (.ascii, 3)
        case (0x28, 0x49): return (.kana, 3)
        case (0x24, 0x40), (0x24, 0x42): return (.kanji, 3)
        case (0x24, 0x28) where offset + 3 < bytes.count && bytes[offset + 3] == 0x44: return (.supplement, 4)
        case (0x24, 0x28) where offset + 3 < bytes.count && bytes[offset + 3] == 0x42: return (.kanji, 4)
        default: return nil
        }
    }
}
