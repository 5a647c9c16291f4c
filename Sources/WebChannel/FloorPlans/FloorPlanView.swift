import Localization
import PortalCore
import Templates

/// The form by which a plan is arranged; what was entered stays when it could not be saved.
struct Arranging {
    let path: String
    let token: FormToken
    var arranged: ArrangedPlan?
}

/// A plan as it was sent, and why it was not saved.
struct ArrangedPlan {
    let pieces: [FloorPlan.Piece]
    let problem: Phrase
}

/// What a floor plan's page shows of it: the drawing, and for whom may change it the form.
struct FloorPlanView {
    let page: ExhibitPage
    let plan: FloorPlan
    let arranging: Arranging
    let path: (String?) -> String

    static let names: TemplateNames = ExhibitView.frameNames.merging([
        "drawing": .value, "svg": .markup, "tables": .value, "seats": .value,
        "arrange": [
            "arrangePath": .value, "arrangeForm": .value, "base": .value, "arrangeProblem": .value, "script": .value,
            "roomWidth": .value, "roomHeight": .value,
            "pieces": .each(["piece", "text", "isRound", "isLong", "isLabel", "pieceSeats", "x", "y", "rotation"]),
        ],
    ])

    private var mayEdit: Bool {
        page.viewer.mayEditFloorPlans && page.version.number == page.exhibit.version.number
    }

    var value: TemplateValue {
        var shown = plan
        shown.pieces = arranging.arranged?.pieces ?? plan.pieces
        let tables = plan.pieces.count { $0.shape != .label }
        let seats = plan.pieces.reduce(0) { $0 + $1.seats }
        return [
            "drawing": plan.drawing == nil ? .absent : .text(path("drawing-\(page.version.number)")),
            "svg": .markup(FloorPlanDrawing.svg(shown, title: page.exhibit.settings.title)),
            "tables": .phrase(Phrase(tables, one: "One table", other: "\(tables) tables")),
            "seats": .phrase(Phrase(seats, one: "one seat", other: "\(seats) seats")),
            "arrange": mayEdit ? form(shown) : .absent,
        ]
    }

    private func form(_ shown: FloorPlan) -> TemplateValue {
        [
            "arrangePath": .text(arranging.path), "arrangeForm": .text(arranging.token.text),
            "base": .number(page.version.number),
            "arrangeProblem": .optional(arranging.arranged?.problem), "script": .text(path("script")),
            "roomWidth": .number(plan.width), "roomHeight": .number(plan.height),
            "pieces": .list(shown.pieces.enumerated().map { row($0 + 1, $1) }),
        ]
    }

    private func row(_ number: Int, _ piece: FloorPlan.Piece) -> TemplateValue {
        [
            "piece": .number(number), "text": .text(piece.text), "isRound": .flag(piece.shape == .round),
            "isLong": .flag(piece.shape == .long), "isLabel": .flag(piece.shape == .label),
            "pieceSeats": Self.typed(piece.seats), "x": Self.typed(piece.x), "y": Self.typed(piece.y),
            "rotation": Self.typed(piece.rotation),
        ]
    }

    private static func typed(_ number: Int) -> TemplateValue { .text(number < 0 ? "" : "\(number)") }
}
