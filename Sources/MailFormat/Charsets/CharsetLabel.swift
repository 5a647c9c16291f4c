/// What the name of a charset means to `Charset`.
enum CharsetLabel: Equatable {
    /// No name, or one that says nothing: US-ASCII can only be wrong about bytes that matter.
    case none
    case utf8
    case singleByte(SingleByteCharset)
    case utf16(UTF16Text.ByteOrder?)
    case utf7
    case iso2022JP
    /// A charset that extends ASCII, by its name for iconv.
    case extended(String)
    /// What iconv may know.
    case other(String)

    /// Reads a name as mailers write it: `UTF-8`, `utf8`, `"ISO_8859-1:1987"`, `cp-1252`.
    init(_ name: String) {
        let bytes = name.utf8
        if bytes.equalsIgnoringASCIICase("utf-8".utf8) {
            self = .utf8
        } else if bytes.isEmpty || bytes.equalsIgnoringASCIICase("us-ascii".utf8) {
            self = .none
        } else if bytes.equalsIgnoringASCIICase("iso-8859-1".utf8) {
            self = .singleByte(.windows1252)
        } else {
            // Limit: 60 bytes.
            let squeezed = bytes.prefix(60).filter { $0.isASCIILetter || $0.isASCIIDigit }.asciiLowercased
            self = Self.byName[String(decoding: squeezed, as: UTF8.self)] ?? .other(name)
        }
    }

    /// Whether the name is one that mail uses.
    var isKnown: Bool {
        if case .other = self { return false }
        return true
    }

    /// Whether letters take several bytes each, of which some are NUL.
    var isWide: Bool {
        switch self {
        case .utf16: true
        case .other(let name):
            ["utf-32", "utf32", "ucs-4"].contains { name.utf8.startsIgnoringASCIICase(with: $0.utf8) }
        case .none, .utf8, .singleByte, .utf7, .iso2022JP, .extended: false
        }
    }

    private static let byName: [String: CharsetLabel] = {
        var found: [String: CharsetLabel] = [:]
        for (charset, names) in table {
            for name in names.utf8.split(separator: ASCII.space) {
                found[String(Substring(name))] = charset
            }
        }
        return found
    }()

    /// Names in small letters and digits only. They are those of the WHATWG Encoding Standard, of IANA, and what else
    /// stands in mail. As in browsers, a name of a charset that Windows extended means what Windows made of it.
    private static let table: [(CharsetLabel, String)] = [
        (
            .none,
            """
            ascii usascii 646 us ansix341968 ansix341986 iso646us iso646irv1991 isoir6 cp367 ibm367 csascii 7bit 8bit \
            binary unknown xunknown unknown8bit default none null nil undefined autodetect auto iso8859
            """
        ),
        (.utf8, "utf8 utf unicode11utf8 unicode20utf8 xunicode20utf8 utf8mb4 utf8mac utf8n cp65001 65001 csutf8"),
        (.utf16(nil), "utf16 unicode csunicode ucs2 iso10646ucs2 unicodefeff csutf16 xutf16"),
        (.utf16(.little), "utf16le ucs2le xutf16le csutf16le"),
        (.utf16(.big), "utf16be unicodefffe ucs2be xutf16be csutf16be"),
        (.utf7, "utf7 unicode11utf7 unicode20utf7 xunicode20utf7 csutf7 cp65000 65000"),
        (
            .singleByte(.windows1252),
            """
            iso88591 iso885911987 88591 latin1 latin l1 isolatin1 csisolatin1 isoir100 cp819 ibm819 cp1252 xcp1252 1252 \
            windows1252 win1252 mswindows1252 xansi ansi ansi1252 western westerneuropean
            """
        ),
        (
            .singleByte(.windows1250),
            "windows1250 cp1250 xcp1250 win1250 1250 mswindows1250 xcpwin1250"
        ),
        (.singleByte(.windows1251), "windows1251 cp1251 xcp1251 win1251 1251 win mswindows1251 xwin1251 ansi1251"),
        (.singleByte(.windows1253), "windows1253 cp1253 xcp1253 win1253 1253 mswindows1253"),
        (
            .singleByte(.windows1254),
            """
            windows1254 cp1254 xcp1254 win1254 1254 mswindows1254 iso88599 iso885991989 88599 latin5 l5 csisolatin5 isoir148
            """
        ),
        (.singleByte(.windows1257), "windows1257 cp1257 xcp1257 win1257 1257 mswindows1257 winbaltrim"),
        (.singleByte(.koi8r), "koi8r koi8 koi cskoi8r xkoi8r 20866"),
        (.singleByte(.koi8u), "koi8u koi8ru xkoi8u 21866"),
        (.singleByte(.iso88592), "iso88592 iso885921987 88592 latin2 l2 isolatin2 csisolatin2 isoir101 28592"),
        (.singleByte(.iso88595), "iso88595 iso885951988 88595 cyrillic csisolatincyrillic isoir144 28595"),
        (
            .singleByte(.iso88597),
            "iso88597 iso885971987 88597 greek greek8 csisolatingreek elot928 ecma118 isoir126 suneugreek 28597"
        ),
        (.singleByte(.iso885915), "iso885915 885915 latin9 l9 latin0 csiso885915 csisolatin9 28605 iso8859151998"),
        (.singleByte(.cp866), "cp866 ibm866 866 csibm866 dos866"),
        (
            .iso2022JP,
            "iso2022jp csiso2022jp iso2022jpms iso2022jp1 iso2022jp2 iso2022jp3 cp50220 cp50221 jis 2022jp iso2022jpesc iso2022jpsio"
        ),
        (
            .extended("CP932"),
            "shiftjis sjis xsjis csshiftjis mskanji windows31j cswindows31j cp932 ms932 shiftjisx0213 sjiswin xmscp932 932"
        ),
        (.extended("EUC-JP-MS"), "eucjp xeucjp cseucpkdfmtjapanese xeuc ujis eucjpms cp51932 eucjpwin"),
        (
            .extended("GB18030"),
            """
            gb2312 gb231280 gb23121980 csgb2312 gbk xgbk csgbk cp936 936 ms936 windows936 gb18030 gb180302005 gb euccn \
            xeuccn cngb chinese csiso58gb231280 isoir58 gb231280gl
            """
        ),
        (
            .extended("BIG5-HKSCS"),
            "big5 big5hkscs cnbig5 csbig5 xxbig5 big5eten cp950 950 ms950 windows950 bigfive big5tw"
        ),
        (
            .extended("CP949"),
            """
            euckr xeuckr cseuckr ksc5601 ksc56011987 ksc56011989 ksx1001 csksc56011987 isoir149 korean cp949 949 ms949 \
            windows949 uhc xwindows949 5601
            """
        ),
        (.other("ISO-2022-KR"), "iso2022kr csiso2022kr"),
        (.extended("CP874"), "iso885911 885911 tis620 tis6200 windows874 cp874 dos874 xwindows874 874 thai"),
        (.extended("CP1255"), "windows1255 cp1255 xcp1255 win1255 1255 mswindows1255"),
        (
            .extended("CP1255"),
            "iso88598 iso885981988 iso88598i iso88598e 88598 hebrew visual logical csisolatinhebrew csiso88598i csiso88598e"
        ),
        (.extended("CP1256"), "windows1256 cp1256 xcp1256 win1256 1256 mswindows1256"),
        (.extended("CP1258"), "windows1258 cp1258 xcp1258 win1258 1258 mswindows1258"),
        (.extended("ISO-8859-6"), "iso88596 iso885961987 88596 arabic csisolatinarabic asmo708 ecma114 isoir127"),
        (.extended("MACINTOSH"), "macintosh macroman xmacroman mac csmacintosh xmac 10000"),
        (.extended("MAC-CYRILLIC"), "xmaccyrillic maccyrillic xmacukrainian"),
        (.extended("ISO-8859-16"), "iso885916 latin10 l10"),
        (.extended("CP850"), "cp850 ibm850 850 dos850 cspc850multilingual"),
        (.extended("CP437"), "cp437 ibm437 437 dos437 cspc8codepage437"),
        (.extended("CP852"), "cp852 ibm852 852 dos852"),
    ]
}
