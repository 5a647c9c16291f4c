import Testing

@testable import MailFormat

@Suite("What is encoded") struct DecodingTests {
    @Test(
        "in a header is read as it was meant",
        arguments: [
            ("plain", "plain"), ("=?utf-8?q?a_b=20c?=", "a b c"), ("=?UTF-8*en?Q?=E2=82=AC?=", "€"),
            ("=?utf-8?B?4oI=?= =?utf-8?B?rA==?=", "€"), ("=?utf-8?q?=E2?=\n\t=?utf-8?q?=82=AC?=", "€"),
            ("a =?utf-8?q?b?= =?utf-8?q?c?= d", "a bc d"), ("a=?utf-8?q?b?=c", "abc"),
            ("=?iso-8859-1?q?=80?=", "€"), ("=?gb2312?B?1tDOxA==?=", "中文"), ("=?koi8-r?q?=C4=C1?=", "да"),
            ("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"), ("=?nonsense?q?=E2=82=AC?=", "€"),
            ("=?utf-8?q?open", "open"), ("=?utf-8?q?open end", "=?utf-8?q?open end"), ("=?utf-8?Q?open?", "open"),
            ("=?utf-8?B?w4Q= =?utf-8?Q?ndern?=", "Ändern"), ("=?utf-8?Q?a?==?utf-8?Q?b?=", "ab"),
            ("=?utf-8?Q?Why?=20So?=", "Why? So"), ("=?utf-8?Q?Why??=", "Why?"), ("=??Q?=C3=BC?=", "ü"),
            ("\"=?utf-8?Q?a?=\"", "\"a\""), ("=?utf-8?Q?a=0D=0AB?=", "a  B"),
            ("=?iso-2022-jp?B?GyRCRnw=?= =?iso-2022-jp?B?GyRCS1wbKEI=?=", "日本"),
            ("=?us-ascii?Q?=C3=BC?=", "ü"), ("=?iso-8859-1?Q?=C3=BC?=", "ü"), ("=?utf-8?x?a?=", "=?utf-8?x?a?="),
            ("=?", "=?"),
            ("=?x?q??=", ""), ("=?utf-8?q?with blanks?=", "with blanks"), ("=?utf-8?B?YWI?=", "ab"),
        ])
    func headers(text: String, expected: String) {
        #expect(Message(Array("Subject: \(text)\n\n".utf8)).subject == expected)
    }

    @Test("in 8 bits in a header is UTF-8 or windows-1252") func eightBit() {
        #expect(Message(Array("Subject: für\n\n".utf8)).subject == "für")
        #expect(Message(Array("Subject: f".utf8) + [0xFC, 0x72, 0x80]).subject == "für€")
    }

    @Test(
        "as a file name is read by RFC 2231 and by habit",
        arguments: [
            ("attachment; filename=a.pdf", "a.pdf"), ("attachment; filename=\"a b.pdf\"", "a b.pdf"),
            ("attachment; filename=my file (1).pdf", "my file (1).pdf"),
            ("attachment; filename*=utf-8''%E2%82%AC.pdf", "€.pdf"),
            ("attachment; filename*0*=utf-8'de'%E2%82; filename*1*=%AC; filename*2=\".pdf\"", "€.pdf"),
            ("attachment; filename*1=b; filename*0=a; filename*3=x", "ab"),
            ("attachment; filename=plain; filename*=utf-8''better", "better"),
            ("attachment; filename=\"=?utf-8?q?=E2=82=AC?=.pdf\"", "€.pdf"),
            ("attachment; filename=\"a\\\"b\\\\c.pdf\"", "a\"b\\c.pdf"),
            ("attachment; filename=\"C:\\temp\\a.pdf\"", "C:\\temp\\a.pdf"),
            ("attachment; FILENAME=\"x;y\"; z", "x;y"), ("attachment; filename=", nil), ("attachment", nil),
            ("attachment; filename=\"a \"b\" c.pdf\"; size=1", "a \"b\" c.pdf"),
            ("attachment; filename=\"C:\\temp\\\"", "C:\\temp\\"),
            ("attachment filename=\"a b.pdf\" size=1", "a b.pdf"),
            ("attachment, filename=\"a.pdf\", size=1", "a.pdf"), ("attachment; size=1 filename=a.pdf", "a.pdf"),
            ("attachment; filename=\"a.pdf\"filename=\"b.pdf\"", "a.pdf"), ("attachment; filename=a,b.pdf", "a,b.pdf"),
            ("attachment; filename=utf-8''%E2%82%AC.pdf", "€.pdf"),
            ("attachment; filename=it's'100%.pdf", "it's'100%.pdf"),
            ("attachment; filename*=%E2%82%AC.pdf", "€.pdf"),
            ("attachment; filename*=\"utf-8''%E2%82%AC.pdf\"", "€.pdf"),
            ("attachment; filename*1=a; filename*2=b", "ab"), ("attachment; filename*=koi8-r''%C4%C1", "да"),
            ("attachment; filename*0=\"=?utf-8?B?4oI=?=\"; filename*1=\" =?utf-8?B?rA==?=\"", "€"),
            ("attachment; filename==?utf-8?Q?=E2=82=AC?=", "€"), ("attachment; filename=\"open; size=1", "open"),
            ("attachment; filename=\"open", "open"), ("attachment; filename*0*=%ZZ%", "%ZZ%"),
        ] as [(String, String?)])
    func names(disposition: String, expected: String?) {
        let message = Message(Array("Content-Disposition: \(disposition)\n\nx".utf8))
        #expect(message.parts.first?.fileName == expected)
    }

    @Test(
        "as quoted-printable is read as broken mailers write it",
        arguments: [
            ("a=3Db", "a=b"), ("a=3db", "a=b"), ("a=\nb", "ab"), ("a= \t\nb", "ab"), ("a=", "a"), ("a=ZZ", "a=ZZ"),
            ("a  \nb", "a\nb"), ("a=20\nb", "a \nb"), ("a=20 \nb", "a \nb"), ("-- =\n\nx", "-- \nx"), ("=C3=BC", "ü"),
        ])
    func quotedPrintable(text: String, expected: String) {
        #expect(String(decoding: QuotedPrintable.decode(Array(text.utf8)[...]), as: UTF8.self) == expected)
    }

    @Test(
        "as base64 is read as broken mailers write it",
        arguments: [
            ("aGVsbG8=", "hello"), ("aGVs\r\nbG8", "hello"), ("aGVsbG8=aGVsbG8=", "hellohello"), ("a-G*V s", "he"),
            ("", ""), ("=", ""), ("a", ""), ("aGVsbG8==", "hello"),
        ])
    func base64(text: String, expected: String) {
        let decoded = String(decoding: Base64.decode(Array(text.utf8)[...]), as: UTF8.self)
        #expect(decoded.hasPrefix(expected) && decoded.utf8.count <= expected.utf8.count + 1)
    }

    @Test("in flowed lines is put together to paragraphs") func flowed() {
        let text = "a \nb\n> c \n> d\n>> e \n> f\n -- x\n-- \nsig \nnature\n"
        #expect(FormatFlowed.unflow(text, deletesSpace: false) == "a b\n> c d\n>> e \n> f\n-- x\n-- \nsig nature\n")
        #expect(FormatFlowed.unflow("a \nb", deletesSpace: true) == "ab")
    }

    @Test(
        "in a date is a moment",
        arguments: [
            ("Fri, 21 Nov 1997 09:55:06 -0600", 880_127_706), ("21 Nov 97 09:55 CST", 880_127_700),
            ("Thu, 1 Jan 1970 00:00:00 GMT", 0), ("Thu Jan  1 00:00:01 1970", 1),
            ("29 Feb 2024 12:00:00 +0530", 1_709_188_200),
            ("Wed, 31 Dec 1969 23:59:59 +0000", nil), ("Mon, 01-Jan-2024 00:00:00 (UTC)", 1_704_067_200),
            ("Wed, 20 Sep 1995 00:19:00 (EDT) -0400", 811_570_740),
            ("Thu, 1 Jan 99999999999 00:00:00 -9999", nil), ("", nil), ("yesterday", nil),
            ("0 Jan 2024 00:00 +0000", nil),
            ("Fri, 21 Nov 1997 09:55:06 GMT-6", 880_127_706), ("Fri, 21 Nov 1997 09:55:06 -6:00", 880_127_706),
            ("1997-11-21T15:55:06Z", 880_127_706), ("1997-11-21 09:55:06-0600", 880_127_706),
            ("Fri, 21 Nov 97 03:55:06 PM UTC", 880_127_706), ("Nov 21, 1997 3:55:06PM", 880_127_706),
            ("21.11.1997 16:55:06 MEZ", 880_127_706), ("11/21/1997 15:55:06 +0000", 880_127_706),
            ("Fr, 21 Nov 1997 16:55:06 +01:00", 880_127_706), ("ven. 21 nov. 1997 16:55:06 CET", 880_127_706),
            ("mar, 26 ago 1997 00:00:00 +0000", 872_553_600), ("Di, 26 Aug 1997 02:00:00 MESZ", 872_553_600),
            ("Вт, 26 авг 1997 00:00:00 +0000", 872_553_600), ("26th August 1997 12:00 AM", 872_553_600),
            ("1997年8月26日 00:00:00", 872_553_600), ("26 Aug 1997 09:00:00 0900", 872_553_600),
            ("26 Aug 1997 00:00:00.123 Z", 872_553_600), ("26 août 1997 00:00", 872_553_600),
            ("1 Jan 2024 25:00 +0000", nil), ("1 Jan 2024 1:2:3:4 +0000", nil),
        ] as [(String, Int?)])
    func dates(text: String, expected: Int?) { #expect(MailDate.seconds(Array(text.utf8)) == expected) }

    @Test(
        "as a date reads back", arguments: [0, 951_782_400, 951_868_799, 1_709_164_800, 1_735_689_599, 253_402_300_799])
    func datesRoundTrip(seconds: Int) { #expect(MailDate.seconds(Array(MailDate.text(seconds).utf8)) == seconds) }
}
