import MailFormat
import Testing

struct SeparatedValuesWriterTests {
    private func written(_ cells: String...) -> String {
        var writer = SeparatedValuesWriter()
        writer.add(cells)
        return String(decoding: writer.bytes.dropFirst(3), as: UTF8.self)
    }

    @Test("RFC 4180: cells stand in quotes, quotes are doubled, lines end with CR LF; a byte order mark begins it")
    func quoting() {
        #expect(written("Eva", "say \"hi\", please", "") == "\"Eva\",\"say \"\"hi\"\", please\",\"\"\r\n")
        #expect(SeparatedValuesWriter().bytes == [0xEF, 0xBB, 0xBF])
    }

    @Test(
        "OB-14: no cell is a formula, wherever a spreadsheet program would begin it",
        arguments: [
            ("=HYPERLINK(\"https://attack.test\")", "'=HYPERLINK(\"\"https://attack.test\"\")"), ("+1", "'+1"),
            ("-1", "'-1"), ("@x", "'@x"), ("\t=1", "'\t'=1"), ("\r=1", "'\r'=1"), ("\n+1", "'\n'+1"),
            ("\u{FF1D}1", "'\u{FF1D}1"), ("\u{FF0B}1", "'\u{FF0B}1"), ("\u{FF20}x", "'\u{FF20}x"),
            ("  =1", "  '=1"), ("\u{A0}=1", "\u{A0}'=1"), ("\u{200B}=1", "\u{200B}'=1"), ("\"=1\"", "\"\"'=1\"\""),
            ("a;=1", "a;'=1"), ("a; -1", "a; '-1"), ("a\n@x", "a\n'@x"), ("\u{0}=1", "'\u{0}'=1"),
            ("vegan, -nuts; a+b=c", "vegan, -nuts; a+b=c"), ("Anne-Marie", "Anne-Marie"), ("e\u{301}=", "e\u{301}="),
            ("=\u{301}1", "'=\u{301}1"),
        ])
    func formulas(cell: String, expected: String) {
        let text = written("Eva", cell)
        #expect(Array(text.utf8) == Array("\"Eva\",\"\(expected)\"\r\n".utf8))
    }

    @Test("what was written is read again cell by cell")
    func read() {
        var writer = SeparatedValuesWriter()
        writer.add(["Name", "Email address"])
        writer.add(["Zoë \"Zo\" Ünal", "zoe@guest.test"])
        #expect(
            SeparatedValues(writer.bytes).rows.map(\.cells)
                == [["Name", "Email address"], ["Zoë \"Zo\" Ünal", "zoe@guest.test"]])
    }
}
