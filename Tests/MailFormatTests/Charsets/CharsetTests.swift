import Testing

@testable import MailFormat

@Suite("Text in a charset") struct CharsetTests {
    @Test(
        "is read by its label, however that is written",
        arguments: [
            ("ISO-8859-1", [0xE9], "é"), ("iso8859_1", [0xE9], "é"), (" \"Latin1\" ", [0xE9, 0x80], "é€"),
            ("cp-1251", [0xE4, 0xE0], "да"), ("KOI8-R", [0xC4, 0xC1], "да"), ("iso-8859-2", [0xB1, 0x84], "ą„"),
            ("ISO_8859-7:1987", [0xE1], "α"), ("windows-1254", [0xFE], "ş"), ("iso-8859-9", [0xFD], "ı"),
            ("windows-1257", [0xE0], "ą"), ("iso-8859-15", [0xA4], "€"), ("IBM866", [0xA4, 0xA0], "да"),
            ("windows-1255", [0xF9, 0xEC], "של"), ("iso-8859-8-i", [0xF9, 0xEC], "של"), ("tis-620", [0xA1], "ก"),
            ("Shift_JIS", [0x93, 0xFA, 0x87, 0x40], "日①"), ("x-gbk", [0xD6, 0xD0], "中"),
            ("ks_c_5601-1987", [0xC7, 0xD1], "한"), ("Big5", [0xA4, 0xA4], "中"), ("macintosh", [0x8E], "é"),
            ("euc-jp", [0x41, 0xFF, 0x42], "A\u{FFFD}B"),
            ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x2D, 0x21, 0x1B, 0x28, 0x42, 0x21], "日①!"),
            ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x0A, 0x41], "日\nA"),
            ("iso-2022-jp", [0x1B, 0x28, 0x49, 0x31], "ｱ"),
            ("utf-16", [0xFE, 0xFF, 0x00, 0xE9], "é"), ("utf-16le", [0xE9, 0x00], "é"),
            ("utf-16be", [0x04, 0x34, 0x04, 0x30], "да"), ("utf-16le", [0x34, 0x04, 0x0D, 0x0A], "д"),
        ] as [(String, [UInt8], String)])
    func labelled(label: String, bytes: [UInt8], text: String) { #expect(Charset.decode(bytes, label: label) == text) }

    @Test(
        "is read by what it is where the label is wrong",
        arguments: [
            ("utf-8", [0xE9, 0x80], "é€"), ("us-ascii", [0xC3, 0xBC], "ü"), ("utf-16//IGNORE", [0xC3, 0xA9], "é"),
            ("iso-8859-1", [0x45, 0xC3, 0xA9], "Eé"), ("iso-8859-1", [0xC9, 0x94], "É”"),
            ("windows-1251", Array("Дела".utf8), "Дела"), ("gbk", Array("您好".utf8), "您好"),
            ("windows-1256", Array("شكرا".utf8), "شكرا"), ("utf-16", Array("plain\n".utf8), "plain\n"),
            ("utf-8", [0x48, 0x00, 0x69, 0x00, 0x21, 0x00], "Hi!"), ("", [0xFF, 0xFE, 0x48, 0x00], "H"),
            ("", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"), ("x-nonsense", [0xE9], "é"),
            ("utf-8", Array("größer ".utf8) + [0xFF], "größer \u{FFFD}"),
        ] as [(String, [UInt8], String)])
    func mislabelled(label: String, bytes: [UInt8], text: String) {
        #expect(Charset.decode(bytes, label: label) == text)
    }

    @Test(
        "in UTF-7 hides no letters (CM-25)",
        arguments: [
            ("+AOk-", "é"), ("a +- b", "a + b"), ("+AEEPPROVE-", "+AEEPPROVE-"), ("+AEEAUABQ-ROVE", "+AEEAUABQ-ROVE"),
            ("+AAo-APPROVE +AOk-", "+AAo-APPROVE +AOk-"), ("+", "+"), ("+AOk", "é"),
        ])
    func utf7(text: String, expected: String) { #expect(Charset.decode(Array(text.utf8), label: "utf-7") == expected) }

    @Test(
        "is named in the HTML itself",
        arguments: [
            ("<html><meta charset=windows-1251>", "windows-1251"), ("<META CHARSET = \"KOI8-R\" />", "koi8-r"),
            ("<meta http-equiv=\"Content-Type\" content='text/html; charset=gb2312'>", "gb2312"),
            ("<?xml version=\"1.0\" encoding='iso-8859-2'?>", "iso-8859-2"), ("<meta charset=\"utf-16\">", "utf-8"),
            ("<!-- x --><meta name=a><meta charset=x-sjis>", "x-sjis"), ("<p>charset=utf-8", nil),
            ("<meta charset", nil),
            ("", nil),
        ] as [(String, String?)])
    func html(text: String, label: String?) {
        if let label {
            let message = Message(Array("Content-Type: text/html\n\n\(text)<p>".utf8) + [0xE9, 0xC4])
            #expect(message.html?.hasSuffix(Charset.decode([0xE9, 0xC4], label: label)) == true)
        }
        #expect(Array(text.utf8).withUnsafeBytes { HTMLCharset.label(in: $0) } == label)
    }
}
