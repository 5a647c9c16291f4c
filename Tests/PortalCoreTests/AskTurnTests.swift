import Testing

@testable import PortalCore

@Suite("Whatever asks a client for something")
struct AskTurnTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var others = 0
        /// Seconds ago.
        var last: Int64?
        var span: Int64 = 300
        let expected: AskTurn
        var testDescription: String { "\(others) others, last \(last.map { "\($0)" } ?? "never"), span \(span)" }
    }

    private static let now = Moment(milliseconds: 1_790_000_000_000)

    static let rows = [
        Row(expected: .alone),
        Row(others: 1, expected: .together),
        Row(others: 7, expected: .together),
        Row(last: 0, expected: .wait(until: now + .seconds(300))),
        Row(last: 120, expected: .wait(until: now + .seconds(180))),
        Row(others: 2, last: 120, expected: .wait(until: now + .seconds(180))),
        Row(last: 299, expected: .wait(until: now + .seconds(1))),
        Row(last: 300, expected: .alone),
        Row(others: 1, last: 300, expected: .together),
        Row(others: 1, last: 86_400, expected: .together),
        Row(last: -60, expected: .alone),
        Row(others: 1, last: -60, expected: .together),
        Row(others: 3, span: 0, expected: .alone),
        Row(others: 3, last: 1, span: 0, expected: .alone),
    ]

    @Test("goes alone, waits, or travels with the others, by one rule", arguments: rows)
    func rule(row: Row) {
        let last = row.last.map { Self.now + .seconds(-$0) }
        let turn = AskTurn(others: row.others, last: last, now: Self.now, span: .seconds(row.span))
        #expect(turn == row.expected)
    }
}
