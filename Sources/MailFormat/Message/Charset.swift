import Glibc

/// Bytes of any charset as text.
enum Charset {
    /// The text that `bytes` are in the charset called `label`; never fails.
    ///
    /// UTF-8 that is none, and bytes without a label that are no UTF-8, are read as windows-1252; an unknown label
    /// counts as none. In other charsets a byte that cannot be read becomes U+FFFD.
    static func decode(_ bytes: some Collection<UInt8>, label: String?) -> String {
        let bytes = Array(bytes)
        let name = canonicalName(of: label ?? "")
        switch name {
        case "", "utf-8", "us-ascii": return decodeUnlabelled(bytes, isMeantAsUTF8: name == "utf-8")
        case "windows-1252": return decodeWindows1252(bytes)
        default: return Iconv.decode(bytes, charset: name) ?? decodeUnlabelled(bytes, isMeantAsUTF8: false)
        }
    }

    private static func decodeUnlabelled(_ bytes: [UInt8], isMeantAsUTF8: Bool) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        if isMeantAsUTF8 {
            // A label is believed as long as one longer sequence in the text is well formed.
            let text = String(decoding: bytes, as: UTF8.self)
            if text.unicodeScalars.contains(where: { $0.value > 0x7F && $0.value != 0xFFFD }) { return text }
        }
        return decodeWindows1252(bytes)
    }

    /// The label as iconv knows it. What people call Latin 1 is windows-1252 in practice, and so with its siblings.
    private static func canonicalName(of label: String) -> String {
        let name = label.asciiLowercased
        switch name {
        case "utf8", "unicode-1-1-utf-8", "utf-8", "utf8mb4": return "utf-8"
        case "ascii", "us-ascii", "ansi_x3.4-1968", "iso646-us", "unknown-8bit", "x-unknown", "8bit", "default":
            return ""
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "cp1252", "windows-1252", "x-ansi",
            "ansi":
            return "windows-1252"
        default: return aliases[name] ?? name
        }
    }

    /// Labels as mailers write them, and the wider charset that their text is really in.
    private static let aliases = [
        "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "cn-gb": "gb18030",
        "ks_c_5601-1987": "cp949", "ks_c_5601": "cp949", "euc-kr": "cp949", "euckr": "cp949", "5601": "cp949",
        "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
        "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "windows-874": "cp874",
        "iso-8859-8-i": "iso-8859-8", "iso-8859-8-e": "iso-8859-8", "unicode-1-1-utf-7": "utf-7", "big5": "big5-hkscs",
        "x-mac-roman": "macintosh", "macroman": "macintosh", "x-euc-jp": "euc-jp", "cp-850": "cp850",
    ]

    private static func decodeWindows1252(_ bytes: [UInt8]) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            let isUpper = (0x80...0x9F).contains(byte)
            scalars.append(isUpper ? windows1252[Int(byte - 0x80)] : Unicode.Scalar(byte))
        }
        return String(scalars)
    }

    /// 0x80–0x9F of windows-1252; five bytes that it leaves open stand for the C1 controls.
    private static let windows1252: [Unicode.Scalar] = [
        "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
        "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
    ]
}
