/// Character references of HTML: the numeric ones, and the named ones of Latin-1 and of typography.
enum HTMLEntities {
    /// The scalar that the bytes behind `&` stand for, and how many they are; `nil` when they are no reference.
    /// Limit: 12 bytes.
    static func reference(_ bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, length: Int)? {
        if bytes.first == 0x23 { return numeric(bytes.dropFirst().prefix(12)).map { ($0, 1 + $1) } }
        var key: UInt128 = 0
        var end = bytes.startIndex
        while end < bytes.endIndex, end - bytes.startIndex < 12, bytes[end].isASCIILetter || bytes[end].isASCIIDigit {
            key = key << 8 | UInt128(bytes[end])
            end += 1
        }
        let isClosed = end < bytes.endIndex && bytes[end] == ASCII.semicolon
        guard let scalar = named[key], isClosed || unclosed.contains(key) else { return nil }
        return (scalar, end - bytes.startIndex + (isClosed ? 1 : 0))
    }

    /// The same for what stands behind `&#`.
    private static func numeric(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
        let isHex = bytes.first.map { $0 | 0x20 == 0x78 } ?? false
        let digits = bytes.dropFirst(isHex ? 1 : 0).prefix { isHex ? $0.hexadecimalValue != nil : $0.isASCIIDigit }
        guard !digits.isEmpty, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10)
        else {
            return nil
        }
        let isClosed = digits.endIndex < bytes.endIndex && bytes[digits.endIndex] == ASCII.semicolon
        let scalar = value == 0 ? nil : Unicode.Scalar(windows1252[value] ?? value)
        return (scalar ?? "\u{FFFD}", digits.endIndex - bytes.startIndex + (isClosed ? 1 : 0))
    }

    /// QUIRK: numbers of windows-1252 in place of Unicode's (HTML, numeric character reference end state).
    private static let windows1252: [UInt32: UInt32] = [
        0x80: 0x20AC, 0x82: 0x201A, 0x84: 0x201E, 0x85: 0x2026, 0x8A: 0x160, 0x8C: 0x152, 0x8E: 0x17D, 0x91: 0x2018,
        0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014, 0x99: 0x2122, 0x9A: 0x161,
        0x9C: 0x153, 0x9E: 0x17E, 0x9F: 0x178,
    ]

    /// May stand without a semicolon.
    private static let unclosed = Set(["amp", "lt", "gt", "quot", "nbsp"].map { key($0.utf8) })

    /// The bytes of a name as one number, so that looking it up copies nothing.
    private static func key(_ name: some Sequence<UInt8>) -> UInt128 { name.reduce(0) { $0 << 8 | UInt128($1) } }

    /// The names of U+00A0 to U+00FF, in order.
    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
        para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
        Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
        Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
        igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
        thorn yuml
        """

    private static let named: [UInt128: Unicode.Scalar] = {
        var named: [UInt128: Unicode.Scalar] = [:]
        for (index, name) in latin1.utf8.split(separator: ASCII.space).enumerated() {
            named[key(name)] = Unicode.Scalar(0xA0 + UInt32(index))
        }
        let others: [(String, Unicode.Scalar)] = [
            ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("ndash", "–"), ("mdash", "—"),
            ("lsquo", "‘"), ("rsquo", "’"), ("sbquo", "‚"), ("ldquo", "“"), ("rdquo", "”"), ("bdquo", "„"),
            ("bull", "•"),
            ("hellip", "…"), ("euro", "€"), ("trade", "™"), ("lsaquo", "‹"), ("rsaquo", "›"), ("OElig", "Œ"),
            ("oelig", "œ"), ("Scaron", "Š"), ("scaron", "š"), ("zwj", "\u{200D}"), ("zwnj", "\u{200C}"),
            ("lrm", "\u{200E}"), ("rlm", "\u{200F}"), ("ensp", "\u{2002}"), ("emsp", "\u{2003}"),
            ("thinsp", "\u{2009}"),
            ("rarr", "→"), ("larr", "←"), ("check", "✓"), ("NewLine", "\n"), ("Tab", "\t"), ("colon", ":"),
            ("period", "."),
        ]
        for (name, scalar) in others { named[key(name.utf8)] = scalar }
        return named
    }()
}
