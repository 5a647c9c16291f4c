import PortalCore
import Testing

@testable import PosternTool

struct TableTests {
    private func table(_ rows: [[Table.Cell]]) -> Table {
        var table = Table(
            columns: [Table.Column("name"), Table.Column("count"), Table.Column("last seen", "last_seen")],
            whenEmpty: "Nobody.")
        table.rows = rows
        return table
    }

    @Test func `columns align, numbers at the right, also where letters take two columns or none`() {
        let moment = Moment(milliseconds: 1_000)
        let text = table([
            [.text("Dana"), .number(Int64(7)), .moment(moment)], [.text("山田 太郎"), .number(Int64(1200)), .none],
            [.text("Zoe\u{308}"), .number(Int64(3)), .none],
        ]).text
        #expect(
            text == """
                name       count  last seen
                Dana           7  1970-01-01 00:00:01
                山田 太郎   1200
                Zoe\u{308}            3
                """)
    }

    @Test func `nothing from outside moves the cursor`() {
        let text = table([[.text("a\u{1B}[2J\nb\u{202E}"), .number(Int64(1)), .none]]).text
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.isShown })
        #expect(text.utf8.count { $0 == 0x0A } == 1)
    }

    @Test func `an empty table says so in words, or as an empty list`() {
        #expect(table([]).rendered(json: false) == "Nobody.")
        #expect(table([]).rendered(json: true) == "[]")
    }

    @Test func `JSON keeps every character and has the keys in order`() {
        let json = table([[.text("a\"\\\n\u{1}é"), .number(Int64(1)), .none]]).rendered(json: true)
        #expect(json == "[\n  {\"name\": \"a\\\"\\\\\\n\\u0001é\", \"count\": 1, \"last_seen\": null}\n]")
    }
}
