import HTTPTypes
import HummingbirdCore
import MailFormat
import PortalCore
import Templates

/// What is done on a floor plan's page.
extension Website {
    func floorPlanActs(_ act: String, _ id: ExhibitID, _ room: ExhibitRoom) -> Acts? {
        switch act {
        case "arrange": Acts(post: { try await arrange(id, room, $0) })
        case "script": Acts(get: { try script(id, room, $0) })
        default:
            ExhibitRoom.number(in: act, after: "drawing-").map { version in
                Acts(get: { try drawing(id, Int(version), room, $0) })
            }
        }
    }

    private func arrange(_ id: ExhibitID, _ room: ExhibitRoom, _ visit: Visit) async throws -> Answer {
        try await carryOut(
            formAt: room.path(id, "arrange"), of: room.slug, visit, next: room.path(id),
            { form in
                let plan = FloorPlanForm(form)
                return .floorPlan(.arrange(id, on: plan.version, plan.pieces, in: room.project))
            },
            again: { reason, form in
                let arranged = ArrangedPlan(pieces: FloorPlanForm(form).pieces, problem: reason)
                return try showExhibit(id, room, visit, arranged: arranged)
            })
    }

    /// The script that lets tables be dragged. It is the same for everybody.
    private func script(_ id: ExhibitID, _ room: ExhibitRoom, _ visit: Visit) throws -> Answer {
        try inside(room.slug, visit) { session in
            guard try portal.exhibitPage(id, room.tool, of: room.project, session, of: room.slug) != nil else {
                return nil
            }
            return .open(
                PackageResources.floorplan_js, type: "text/javascript; charset=utf-8", cache: "private, max-age=300")
        }
    }

    /// The picture that a version consists of: we made it, so it is shown within our page.
    private func drawing(_ id: ExhibitID, _ version: Int, _ room: ExhibitRoom, _ visit: Visit) throws -> Answer {
        try inside(room.slug, visit) { session in
            guard let drawing = try drawn(id, version, room, session) else { return nil }
            let stream = ContentStream(
                path: portal.contents.path(of: drawing.digest),
                mayGoOn: { try drawn(id, version, room, session) != nil })
            return Answer(
                status: .ok,
                headers: [
                    .contentType: drawing.contentType, .cacheControl: "private, no-cache",
                    .contentSecurityPolicy: SecurityFields.filePolicy,
                ], body: stream.body(0..<drawing.size))
        }
    }

    private func drawn(
        _ id: ExhibitID, _ version: Int, _ room: ExhibitRoom, _ session: Secret
    ) throws -> FileContent? {
        let found = try portal.exhibitPage(id, room.tool, version: version, of: room.project, session, of: room.slug)
        guard case .floorPlan(let plan)? = found?.version.content else { return nil }
        return plan.drawing
    }
}

/// A floor plan as its form says it: a row for each piece, and one for a new one.
struct FloorPlanForm {
    let version: Int
    let pieces: [FloorPlan.Piece]

    init(_ form: OwnForm) {
        version = Self.number(form.value("version"))
        let rows = (1...FloorPlan.mostPieces).prefix { !form.value("shape-\($0)").utf8.isEmpty }
        let kept = rows.filter { form.value("remove-\($0)").utf8.isEmpty }.map { Self.piece(form, "\($0)") }
        let isAdded = !form.value("shape-new").utf8.isEmpty
        pieces = kept + (isAdded ? [Self.piece(form, "new")] : [])
    }

    private static func piece(_ form: OwnForm, _ row: String) -> FloorPlan.Piece {
        let shape = FloorPlan.Shape(rawValue: form.value("shape-\(row)")) ?? .label
        return FloorPlan.Piece(
            shape: shape, text: form.text("text-\(row)"),
            seats: shape == .label ? 0 : number(form.value("seats-\(row)"), blank: 0),
            x: number(form.value("x-\(row)")), y: number(form.value("y-\(row)")),
            rotation: number(form.value("rotation-\(row)"), blank: 0))
    }

    /// -1, which fits nowhere and is shown as a blank, for what is no number of at most six digits.
    private static func number(_ text: String, blank: Int = -1) -> Int {
        let digits = text.utf8
        guard !digits.isEmpty else { return blank }
        return (1...6).contains(digits.count) && digits.allSatisfy(\.isASCIIDigit) ? Int(text) ?? -1 : -1
    }
}
