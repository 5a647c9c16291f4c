/// The charset that an HTML or XML text names itself, for mail whose header names none.
enum HTMLCharset {
    /// Limit: looked for in the first 2,048 bytes (the HTML standard says 1,024).
    private static let reach = 2_048

    /// The text of `bytes`, HTML whose header names no charset. QUIRK: what became UTF-8 on the way often still names the
    /// charset that it was in before.
    static func decode(_ bytes: UnsafeRawBufferPointer) -> String {
        guard let label = label(in: bytes) else { return Charset.decode(bytes, label: nil) }
        switch CharsetLabel(label) {
        case .singleByte, .extended:
            return String(validating: bytes, as: UTF8.self) ?? Charset.decode(bytes, label: label)
        default: return Charset.decode(bytes, label: label)
        }
    }

    /// The name behind the first `charset=` of a `<meta …>`, or behind `encoding=` of an XML declaration.
    ///
    /// Both can only be read in text that extends ASCII; what names UTF-16 there means UTF-8 (HTML, "prescan").
    static func label(in bytes: UnsafeRawBufferPointer) -> String? {
        let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(reach))
        var search = 0..<head.count
        while let open = head.firstOffset(of: ASCII.less, in: search) {
            let tag = open..<(head.firstOffset(of: ASCII.greater, in: open..<head.count) ?? head.count)
            let text = Array(head[tag]).asciiLowercased[...]
            let word = text.starts(with: "<meta".utf8) ? "charset" : text.starts(with: "<?xml".utf8) ? "encoding" : nil
            if let word, let name = value(of: word, in: text) { return withoutUTF16(name) }
            search = max(open + 1, text.starts(with: "<!--".utf8) ? open + 4 : tag.upperBound)..<head.count
        }
        return nil
    }

    private static func value(of word: String, in tag: ArraySlice<UInt8>) -> String? {
        let word = Array(word.utf8)
        let start = tag.indices.first {
            tag[$0...].starts(with: word) && equals(behind: $0 + word.count, in: tag) != nil
        }
        guard let start, let equals = equals(behind: start + word.count, in: tag) else { return nil }
        let rest = tag[(equals + 1)...].drop {
            $0.isBlank || $0.isLineBreak || $0 == ASCII.quote || $0 == ASCII.apostrophe
        }
        let name = rest.prefix { $0.isAtomText && $0 != ASCII.apostrophe || $0 == ASCII.colon || $0 == ASCII.dot }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    private static func equals(behind offset: Int, in tag: ArraySlice<UInt8>) -> Int? {
        let next = tag[offset...].firstIndex { !$0.isBlank && !$0.isLineBreak }
        return next.flatMap { tag[$0] == ASCII.equals ? $0 : nil }
    }

    private static func withoutUTF16(_ name: String) -> String {
        if case .utf16 = CharsetLabel(name) { return "utf-8" }
        return name
    }
}
