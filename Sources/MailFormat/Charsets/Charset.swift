/// Bytes of any charset as text.
enum Charset {
    /// The text that `bytes` are in the charset called `label`; never fails.
    ///
    /// Bytes without a label, with one that nobody knows, or with one that cannot be true are read as what they look
    /// like: UTF-8 when they are, else what `CharsetGuess` says, else windows-1252. What cannot be read becomes U+FFFD.
    static func decode(_ bytes: some Collection<UInt8>, label: String?) -> String {
        bytes.withContiguousStorageIfAvailable { decode(UnsafeRawBufferPointer($0), label: label) }
            ?? Array(bytes).withUnsafeBytes { decode($0, label: label) }
    }

    /// The same for bytes in place; they are read once when they are UTF-8.
    static func decode(_ bytes: UnsafeRawBufferPointer, label: String?) -> String {
        switch CharsetLabel(label ?? "") {
        case .none: decodeUnlabelled(bytes)
        case .utf8: decodeUTF8(bytes)
        case .singleByte(let charset): decode(bytes, by: charset)
        case .utf16(let order): UTF16Text.decode(bytes, order: order)
        case .utf7: UTF7Text.decode(bytes)
        case .iso2022JP: ISO2022JP.decode(bytes)
        case .extended(let name): bytes.isASCII ? ascii(bytes) : decode(bytes, byIconv: name)
        case .other(let name): decode(bytes, byIconv: name)
        }
    }

    /// Whether text under `label` is read the same by all who know the label, plain letters as plain letters: not so where
    /// nobody knows it, or where it is of large computers (EBCDIC) or hides letters behind others.
    static func isClear(_ label: String) -> Bool {
        let read = CharsetLabel(label)
        guard case .other(let name) = read, !read.isWide else { return true }
        let plain: [UInt8] = Array(0x20...0x7D)
        return plain.withUnsafeBytes { Iconv.decode($0, charset: name) }?.text.utf8.elementsEqual(plain) ?? false
    }

    private static func decodeUnlabelled(_ bytes: UnsafeRawBufferPointer) -> String {
        if UTF16Text.isLikely(bytes) { return UTF16Text.decode(bytes, order: nil) }
        guard let text = String(validating: bytes, as: UTF8.self) else { return decodeGuessed(bytes) }
        return ISO2022JP.isLikely(bytes) ? ISO2022JP.decode(bytes) : text
    }

    /// QUIRK: a label of UTF-8 is a habit rather than a statement. It is believed when there is more of UTF-8 in the
    /// text than of anything else.
    private static func decodeUTF8(_ bytes: UnsafeRawBufferPointer) -> String {
        if UTF16Text.isLikely(bytes) { return UTF16Text.decode(bytes, order: nil) }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let text = String(decoding: bytes, as: UTF8.self)
        var (good, bad) = (0, 0)
        for scalar in text.unicodeScalars where scalar.value > 0x7F {
            if scalar.value == 0xFFFD { bad += 1 } else { good += 1 }
        }
        return good >= bad ? text : decodeGuessed(bytes)
    }

    /// QUIRK: UTF-8 under another label, by which any bytes are text.
    private static func decode(_ bytes: UnsafeRawBufferPointer, by charset: SingleByteCharset) -> String {
        if bytes.isASCII { return ascii(bytes) }
        guard let text = String(validating: bytes, as: UTF8.self) else { return charset.decode(bytes) }
        return isEvidentUTF8(text, leastPairs: 2) ? text : charset.decode(bytes)
    }

    private static func decode(_ bytes: UnsafeRawBufferPointer, byIconv name: String) -> String {
        guard let reading = Iconv.decode(bytes, charset: name) else { return decodeUnlabelled(bytes) }
        guard let text = String(validating: bytes, as: UTF8.self) else { return reading.text }
        return reading.hasErrors || isEvidentUTF8(text, leastPairs: 4) ? text : reading.text
    }

    /// Bytes that are UTF-8 from end to end are hardly ever anything else, but for a few pairs of bytes. Of single ones
    /// those that stand for the small letters of Western Europe count.
    private static func isEvidentUTF8(_ text: String, leastPairs: Int) -> Bool {
        var pairs = 0
        for scalar in text.unicodeScalars where !scalar.isASCII {
            if scalar.value > 0x7FF || leastPairs <= 2 && (0xE0...0xFF).contains(scalar.value) { return true }
            pairs += 1
            if pairs >= leastPairs { return true }
        }
        return false
    }

    private static func ascii(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func decodeGuessed(_ bytes: UnsafeRawBufferPointer) -> String {
        switch CharsetGuess.charset(of: bytes) {
        case .singleByte(let charset): charset.decode(bytes)
        case .iconv(let name): Iconv.decode(bytes, charset: name)?.text ?? SingleByteCharset.windows1252.decode(bytes)
        }
    }
}
