/// Text in UTF-16, RFC 2781.
enum UTF16Text {
    enum ByteOrder: Sendable { case little, big }

    /// Whether `bytes` begin with the mark of UTF-16, or have a NUL in every other place as Latin letters have there.
    static func isLikely(_ bytes: UnsafeRawBufferPointer) -> Bool {
        mark(of: bytes) != nil || orderByNULs(of: bytes) != nil
    }

    /// The text that `bytes` are. A mark decides on the order, then `order`, then the NULs, then Windows' habit.
    static func decode(_ bytes: UnsafeRawBufferPointer, order: ByteOrder?) -> String {
        let mark = mark(of: bytes)
        // QUIRK: ordinary mail under this label.
        if mark == nil, orderByNULs(of: bytes) == nil, let text = String(validating: bytes, as: UTF8.self),
            text.utf8.allSatisfy({ $0 >= ASCII.space && $0 < 0x7F || $0.isBlank || $0.isLineBreak })
        {
            return text
        }
        let isBig = (mark ?? order ?? orderByNULs(of: bytes) ?? .little) == .big
        let start = mark == nil ? 0 : 2
        // QUIRK: the mail's own line break behind the text is of single bytes.
        let end = bytes.suffix(2).elementsEqual([ASCII.cr, ASCII.lf]) ? bytes.count - 2 : bytes.count
        let units = stride(from: start, to: end - 1, by: 2).lazy.map { offset in
            let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
            return isBig ? first << 8 | second : second << 8 | first
        }
        return String(decoding: Array(units), as: UTF16.self)
    }

    private static func mark(of bytes: UnsafeRawBufferPointer) -> ByteOrder? {
        guard bytes.count >= 2 else { return nil }
        if bytes[0] == 0xFF, bytes[1] == 0xFE { return .little }
        return bytes[0] == 0xFE && bytes[1] == 0xFF ? .big : nil
    }

    /// Looked for in the first 64 bytes.
    private static func orderByNULs(of bytes: UnsafeRawBufferPointer) -> ByteOrder? {
        let pairs = min(bytes.count, 64) / 2
        var (even, odd) = (0, 0)
        for pair in 0..<pairs {
            even += bytes[2 * pair] == ASCII.nul ? 1 : 0
            odd += bytes[2 * pair + 1] == ASCII.nul ? 1 : 0
        }
        guard pairs > 0, (even == 0) != (odd == 0), max(even, odd) * 2 >= pairs else { return nil }
        return even == 0 ? .little : .big
    }
}
