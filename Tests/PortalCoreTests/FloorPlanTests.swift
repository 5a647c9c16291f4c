import MailFormat
import Testing

@testable import PortalCore

/// Floor plans: who may change them, on top of what, and within which room.
struct FloorPlanTests {
    static let table = FloorPlan.Piece(shape: .round, text: "1", seats: 8, x: 200, y: 300, rotation: 0)
    static let plan = FloorPlan(width: 1000, height: 800, pieces: [table])

    private static func world(_ use: FloorPlanUse, tools: Set<Tool>) async throws -> World {
        let world = try World()
        var acme = ExhibitTests.acme([], tools: tools)
        acme.settings.floorPlans = use
        try await world.apply(DesiredPortal(organizations: [acme]))
        acme.items = [
            .exhibit(
                ExhibitSettings(
                    project: "rebrand", name: "hall", title: "The hall", details: "", content: .floorPlan(plan)))
        ]
        try await world.apply(DesiredPortal(organizations: [acme]))
        #expect(try await world.apply(DesiredPortal(organizations: [acme])).isEmpty)
        return world
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var use = FloorPlanUse.edit
        var by = EmailAddress.dana
        var tools = Set(Tool.allCases)
        var on = 1
        var piece = FloorPlan.Piece(shape: .round, text: "1", seats: 8, x: 400, y: 300, rotation: 0)
        let expected: Outcome
        var testDescription: String { "\(use) \(by) on \(on): \(piece) → \(expected)" }

        func with(_ change: (inout Row) -> Void) -> Row {
            var copy = self
            change(&copy)
            return copy
        }
    }

    private static let done = Outcome.done(.item(.arranged("The hall", version: 2)))
    private static let misfit = Outcome.refused(.item(.misfit(1)))
    private static let bad = Row(expected: misfit)

    static let rows = [
        Row(expected: done), Row(by: .ana, expected: done), Row(use: .view, by: .ana, expected: done),
        Row(use: .view, expected: .refused(.item(.onlyStaff))),
        Row(by: .lee, expected: .refused(.notFound)),
        Row(tools: [.messages], expected: .refused(.toolOff(.floorplans))),
        Row(by: .ana, tools: [.messages], expected: done),
        Row(on: 0, expected: .refused(.newerVersion(shown: 0, current: 1))),
        Row(piece: table, expected: .nothingToDo(.unchanged)),
        bad.with { $0.piece.x = 1001 }, bad.with { $0.piece.x = -1 }, bad.with { $0.piece.y = 801 },
        bad.with { $0.piece.rotation = 360 }, bad.with { $0.piece.seats = 61 }, bad.with { $0.piece.seats = -1 },
        bad.with { $0.piece.text = String(repeating: "x", count: 61) }, bad.with { $0.piece.text = "a\u{0}b" },
        bad.with { $0.piece.shape = .label },
        bad.with { ($0.piece.shape, $0.piece.seats, $0.piece.text) = (.label, 0, " ") },
    ]

    @Test("are changed by whoever may, on top of the version that they saw", arguments: rows)
    func arrange(row: Row) async throws {
        let world = try await Self.world(row.use, tools: row.tools)
        let exhibit = try #require(try world.exhibits().first)
        let command = FloorPlanCommand.arrange(exhibit.id, on: row.on, [row.piece], in: exhibit.project)
        #expect(try await world.perform(.floorPlan(command), by: row.by) == row.expected)
        let now = try #require(try world.exhibits().first)
        #expect(now.version.number == (row.expected == Self.done ? 2 : 1))
        if row.expected == Self.done { #expect(now.version.author == (row.by == .dana ? "Dana" : "Ana")) }
    }

    @Test("stay as people arranged them until configuration says something new")
    func configuration() async throws {
        let world = try await Self.world(.edit, tools: Set(Tool.allCases))
        let exhibit = try #require(try world.exhibits().first)
        _ = try await world.perform(.floorPlan(.arrange(exhibit.id, on: 1, [], in: exhibit.project)), by: .dana)
        var acme = try #require(try world.portal.currentPortal().organizations.first)
        #expect(try await world.apply(DesiredPortal(organizations: [acme])).isEmpty)
        guard case .exhibit(var settings) = acme.items[0] else { return }
        settings.content = .floorPlan(FloorPlan(width: 500, height: 500, pieces: []))
        acme.items = [.exhibit(settings)]
        try await world.apply(DesiredPortal(organizations: [acme]))
        #expect(try world.exhibits().first?.version.number == 3)
    }

    @Test("are drawn without a way out of the drawing")
    func drawing() {
        var plan = Self.plan
        plan.pieces[0].text = "</text><script>\"&\u{1}"
        let svg = String(decoding: FloorPlanDrawing.svg(plan, title: "<a>"), as: UTF8.self)
        #expect(
            svg.contains("&lt;/text&gt;&lt;script&gt;&quot;&amp;</text>") && svg.contains("<title>&lt;a&gt;</title>"))
        #expect(svg.components(of: "<circle") == 9)
    }
}

extension String {
    fileprivate func components(of word: String) -> Int { ranges(of: word).count }
}
