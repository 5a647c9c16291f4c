import Testing

@testable import MailFormat

/// Tables as spreadsheets export them.
struct SeparatedValuesTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let cells: [[String]]
        var testDescription: String { text.debugDescription }
    }

    static let rows = [
        Row(text: "a,b\r\nc,d\r\n", cells: [["a", "b"], ["c", "d"]]),
        Row(text: "a;b\nc,1;d", cells: [["a", "b"], ["c,1", "d"]]),
        Row(text: "a\tb\rc\td", cells: [["a", "b"], ["c", "d"]]),
        Row(text: "sep=;\r\na;b\r\n", cells: [["a", "b"]]),
        Row(text: "\u{FEFF}name,email\nAna,a@b.test", cells: [["name", "email"], ["Ana", "a@b.test"]]),
        Row(text: "\"Lima, Ana\", x ,\"say \"\"hi\"\"\"", cells: [["Lima, Ana", "x", "say \"hi\""]]),
        Row(text: "\"two\nlines\",b\n,,\n\nc", cells: [["two\nlines", "b"], ["c"]]),
        Row(text: "\"never closed,b\nc", cells: [["never closed,b\nc"]]),
        Row(text: "", cells: []),
        Row(text: "sep=;", cells: []),
    ]

    @Test("are read whatever divides them", arguments: rows)
    func read(row: Row) {
        #expect(SeparatedValues(Array(row.text.utf8)).rows.map(\.cells) == row.cells)
    }

    @Test("know the lines of the file")
    func lines() {
        let rows = SeparatedValues(Array("a\n\n\"b\nb\"\nc".utf8)).rows
        #expect(rows.map(\.line) == [1, 3, 5])
    }

    @Test("are read in the charset that they are most likely in")
    func charset() {
        let latin: [UInt8] =
            Array("name,email\nJ".utf8) + [0xFC] + Array("rgen M".utf8) + [0xFC] + Array("ller,j@b.test\n".utf8)
        #expect(SeparatedValues(latin).rows.last?.cells.first == "Jürgen Müller")
    }

    @Test("have limits, and say when they were reached")
    func limits() {
        let long = SeparatedValues(Array(String(repeating: "a,b\n", count: 2_001).utf8))
        #expect(long.rows.count == 2_000 && long.isCut)
        #expect(SeparatedValues([UInt8](repeating: 0x61, count: SeparatedValues.mostBytes + 1)).isCut)
        #expect(!SeparatedValues(Array("a,b".utf8)).isCut)
    }
}
