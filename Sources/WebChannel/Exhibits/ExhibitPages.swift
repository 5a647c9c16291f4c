import HTTPTypes
import HummingbirdCore
import Localization
import MailFormat
import NIOCore
import PortalCore
import Templates

/// The pages of everything that is there to be looked at.
extension Website {
    func exhibitActs(_ place: Place.ToolPlace, _ project: ProjectID, _ slug: String) -> Acts? {
        let room = ExhibitRoom(tool: place.tool, project: project, slug: slug)
        guard let number = place.thing else { return Acts(get: { try showExhibits(room, $0) }) }
        let id = ExhibitID(number: number)
        switch place.act {
        case nil: return Acts(get: { try showExhibit(id, room, $0) })
        case "comment"?: return Acts(post: { try await remark(id, room, $0) })
        case "calendar"? where place.tool == .itineraries: return Acts(get: { try calendar(id, room, $0) })
        case let act?:
            if let version = ExhibitRoom.number(in: act, after: "version-") {
                return Acts(get: { try showExhibit(id, version: Int(version), room, $0) })
            }
            return switch place.tool {
            case .boards: pictureActs(act, id, room)
            case .floorplans: floorPlanActs(act, id, room)
            default: nil
            }
        }
    }

    private func showExhibits(_ room: ExhibitRoom, _ visit: Visit) throws -> Answer {
        try inside(room.slug, visit) { session in
            guard let shelf = try portal.exhibitShelf(room.tool, of: room.project, session, of: room.slug) else {
                return nil
            }
            if let only = shelf.exhibits.first, shelf.exhibits.count == 1 {
                return try showExhibit(only.id, room, visit)
            }
            let view = ExhibitShelfView(shelf: shelf, tool: room.tool)
            return page("exhibits", view.value, frame(shelf.viewer, session: session))
        }
    }

    func showExhibit(
        _ id: ExhibitID, version: Int? = nil, _ room: ExhibitRoom, _ visit: Visit, draft: String = "",
        problem: Phrase? = nil, arranged: ArrangedPlan? = nil
    ) throws -> Answer {
        try inside(room.slug, visit) { session in
            let found = try portal.exhibitPage(
                id, room.tool, version: version, of: room.project, session, of: room.slug)
            guard let found else { return nil }
            let path = room.path(id, "comment")
            let remarks = Remarks(
                path: path, token: token(for: path, key: session), draft: draft, problem: problem,
                takesPictures: room.tool == .boards, limit: settings.uploadLimit)
            let arranging = room.path(id, "arrange")
            let view = ExhibitView(
                page: found, remarks: remarks,
                arranging: Arranging(path: arranging, token: token(for: arranging, key: session), arranged: arranged))
            var answer = page(
                view.template, view.value, frame(found.viewer, session: session),
                status: problem == nil && arranged == nil ? .ok : .unprocessableContent)
            if view.isEditable { answer.headers[.contentSecurityPolicy] = SecurityFields.scriptPolicy }
            return answer
        }
    }

    private func remark(_ id: ExhibitID, _ room: ExhibitRoom, _ visit: Visit) async throws -> Answer {
        try await carryOut(
            formAt: room.path(id, "comment"), of: room.slug, visit, next: "\(room.path(id))#newest",
            { form in
                let message = NewMessage(
                    project: room.project, text: form.text("text"), attachments: try await kept(form.content.files))
                return .exhibit(.comment(NewComment(message, about: .exhibit(id, room.tool))))
            }, again: { try showExhibit(id, room, visit, draft: $1.text("text"), problem: $0) })
    }

    /// The itinerary as a file that calendars take in.
    private func calendar(_ id: ExhibitID, _ room: ExhibitRoom, _ visit: Visit) throws -> Answer {
        try inside(room.slug, visit) { session in
            guard let found = try portal.exhibitPage(id, room.tool, of: room.project, session, of: room.slug),
                let bytes = found.exhibit.calendar(found.version, of: found.viewer.organization)
            else { return nil }
            let name = "\(found.exhibit.settings.title).ics"
            return Answer(
                status: .ok,
                headers: [
                    .contentType: "text/calendar; charset=utf-8", .cacheControl: "no-store",
                    .contentDisposition: ContentDisposition.attachment(named: name),
                    .contentSecurityPolicy: SecurityFields.filePolicy,
                ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
    }
}

/// Whose exhibits of which kind.
struct ExhibitRoom: Sendable {
    let tool: Tool
    let project: ProjectID
    let slug: String

    func path(_ id: ExhibitID, _ act: String? = nil) -> String {
        SitePath.thing(id.number, tool, of: project, slug, act)
    }

    /// The number in `version-12`. Limit: nine digits.
    static func number(in act: String, after word: String) -> Int64? {
        guard act.utf8.starts(with: word.utf8) else { return nil }
        let digits = act.utf8.dropFirst(word.utf8.count)
        guard (1...9).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
        return Int64(String(decoding: digits, as: UTF8.self))
    }
}
