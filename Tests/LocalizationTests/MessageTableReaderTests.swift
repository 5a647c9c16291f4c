import Testing

@testable import Localization

private func read(_ text: String, _ code: LanguageCode = .german) -> (MessageTable, [String]) {
    var reader = MessageTableReader(Array(text.utf8), file: "de.po", code: code)
    let table = reader.read()
    return (table, reader.problems.map(\.description))
}

struct MessageTableReaderTests {
    @Test func `texts go on in the next lines, with escapes, comments and either line end`() {
        let (table, problems) = read(
            "# Somebody's note\r\n#: mail.txt:3\r\nmsgid \"\"\r\n\"Say \\\"yes\\\"\\n\"\r\n\"or\\tno\\\\\"\r\n"
                + "msgstr \"Ja\" \r\n\"!\"\r\n\r\n#~ msgid \"old\"\r\n#~ msgstr \"alt\"\r\n")
        #expect(problems == [])
        #expect(table["Say \"yes\"\nor\tno\\"]?.forms == ["Ja!"])
        #expect(table.keys.count == 1)
    }

    @Test func `an entry without empty line before it is an entry`() {
        let (table, problems) = read("msgid \"a\"\nmsgstr \"b\"\nmsgid \"c\"\nmsgstr \"d\"")
        #expect(problems == [])
        #expect(table.keys == ["a", "c"])
        #expect(table["c"]?.place.line == 4)
    }

    @Test func `what is not sure or not there is passed over`() {
        let (table, problems) = read(
            "#, fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n\nmsgid \"c\"\nmsgstr \"\"\n\nmsgid \"d\"\nmsgstr \"e\"\n")
        #expect(problems == [])
        #expect(table.keys == ["d"])
    }

    @Test(arguments: [
        ("msgid \"a\"\nmsgstr \"b\n", "de.po:2: the text has no end: a quote is missing"),
        ("msgid \"a\"\nmsgstr \"b\" c\n", "de.po:2: nothing stands behind a text"),
        ("msgid \"a\"\nmsgstr b\n", "de.po:2: a text stands in quotes"),
        ("msgid \"a\"\nmsgstr \"\\x\"\n", "de.po:2: behind a backslash stands n, t, a quote or a backslash"),
        ("\"a\"\n", "de.po:1: this text belongs to nothing"),
        ("msgstr \"a\"\n", "de.po:1: there is no `msgid` before it"),
        (
            "msgctxt \"a\"\n",
            "de.po:1: a line is `msgid`, `msgid_plural`, `msgstr` or `msgstr[n]` and a text in quotes, or a comment"
        ),
        ("msgid \"a\"\n", "de.po:1: one `msgstr` belongs to it"),
        ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"c\"\n", "de.po:3: `msgstr[0]` and `msgstr[1]` belong to it"),
        ("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n", "de.po:3: this was said before: an empty line is missing"),
        ("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"\n", "de.po:5: this text is translated twice"),
        ("msgid \"a {1}\"\nmsgstr \"b\"\n", "de.po:2: its placeholders are not those of the English text"),
        ("msgid \"a {1}\"\nmsgstr \"b {1} {2}\"\n", "de.po:2: its placeholders are not those of the English text"),
        (
            "msgid \"a\"\nmsgid_plural \"{1} b\"\nmsgstr[0] \"c\"\nmsgstr[1] \"{2} d\"\n",
            "de.po:3: its placeholders are not those of the English text"
        ),
        (
            "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=(n > 1);\\n\"\n",
            "de.po:2: the plural forms of this language are `nplurals=2; plural=(n != 1);`"
        ),
    ])
    func `a mistake is told with its file and line`(text: String, problem: String) {
        #expect(read(text).1.first == problem)
    }

    @Test func `a file that is no text, or too long, is refused`() {
        var reader = MessageTableReader([0xFF, 0xFE], file: "fr.po", code: .french)
        #expect(reader.read().keys.isEmpty)
        #expect(reader.problems.map(\.description) == ["fr.po:1: the file is not UTF-8"])
        var long = MessageTableReader([UInt8](repeating: 0x20, count: 4_000_001), file: "fr.po", code: .french)
        #expect(long.read().keys.isEmpty)
        #expect(long.problems.count == 1)
    }

    @Test func `any bytes are read to an end`() {
        let pieces = [
            "msgid", "msgstr", "msgid_plural", "[0]", "[1]", " ", "\"", "\\", "n", "\n", "#", "#, fuzzy", "{1}", "ä",
        ]
        var state: UInt64 = 7
        for _ in 0..<2000 {
            var text = ""
            for _ in 0..<20 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            let (table, _) = read(text)
            #expect(table.keys.count <= 20)
        }
    }

    @Test func `every mistake in every table is told at once`() {
        let errors = #expect(throws: MessageTableErrors.self) {
            try Languages(sources: ["fr.po": Array("x\n\ny".utf8), "de.po": Array("z".utf8), "it.po": Array("?".utf8)])
        }
        #expect(
            errors?.problems.map(\.place) == [
                .init(file: "de.po", line: 1), .init(file: "fr.po", line: 1), .init(file: "fr.po", line: 3),
            ])
    }
}
