import HTTPTypes
import HummingbirdCore
import Localization
import PortalCore
import Templates

/// The pages of the pictures of a board, and the pictures themselves.
extension Website {
    /// What is done with one picture; nil for what is not.
    func pictureActs(_ act: String, _ board: ExhibitID, _ room: ExhibitRoom) -> Acts? {
        for (word, acts) in actsByWord {
            if let number = ExhibitRoom.number(in: act, after: word) {
                return acts(PictureRoom(id: PictureID(number: number), board: board, room: room))
            }
        }
        return nil
    }

    private var actsByWord: [(String, (PictureRoom) -> Acts)] {
        [
            ("picture-", { place in Acts(get: { try showPicture(place, $0) }) }),
            ("remark-", { place in Acts(post: { try await remark(place, $0) }) }),
            ("thumbnail-", { place in Acts(get: { try image(place, $0) { $0.thumbnail } }) }),
            ("image-", { place in Acts(get: { try image(place, $0) { $0.whole } }) }),
        ]
    }

    private func showPicture(
        _ place: PictureRoom, _ visit: Visit, draft: String = "", problem: Phrase? = nil
    ) throws -> Answer {
        try inside(place.room.slug, visit) { session in
            guard let found = try picture(place, session) else { return nil }
            let path = place.path("remark")
            let remarks = Remarks(
                path: path, token: token(for: path, key: session), draft: draft, problem: problem,
                limit: settings.uploadLimit)
            let view = PictureView(page: found, remarks: remarks, room: place.room)
            return page(
                "picture", view.value, frame(found.viewer, session: session),
                status: problem == nil ? .ok : .unprocessableContent)
        }
    }

    private func remark(_ place: PictureRoom, _ visit: Visit) async throws -> Answer {
        try await carryOut(
            formAt: place.path("remark"), of: place.room.slug, visit, next: "\(place.path("picture"))#newest",
            { form in
                let message = NewMessage(
                    project: place.room.project, text: form.text("text"),
                    attachments: try await kept(form.content.files))
                return .exhibit(.comment(NewComment(message, about: .picture(place.id))))
            }, again: { try showPicture(place, visit, draft: $1.text("text"), problem: $0) })
    }

    /// Shown within our pages, because we made it: a JPEG of nothing but pixels. By itself it opens without an origin.
    private func image(
        _ place: PictureRoom, _ visit: Visit, _ part: (BoardPicture) -> FileContent
    ) throws -> Answer {
        try inside(place.room.slug, visit) { session in
            guard let found = try picture(place, session) else { return nil }
            let content = part(found.picture)
            let tag = EntityTag(content.digest)
            let fields: HTTPFields = [
                .contentSecurityPolicy: SecurityFields.filePolicy, .cacheControl: "private, no-cache", .eTag: tag.text,
            ]
            if tag.isKnown(to: visit) { return Answer(status: .notModified, headers: fields, body: ResponseBody()) }
            let stream = ContentStream(
                path: portal.contents.path(of: content.digest), mayGoOn: { try picture(place, session) != nil })
            var answer = Answer(status: .ok, headers: fields, body: stream.body(0..<content.size))
            answer.headers[.contentType] = content.contentType
            return answer
        }
    }

    private func picture(_ place: PictureRoom, _ session: Secret) throws -> PicturePage? {
        try portal.picturePage(
            place.id, of: place.board, in: place.room.project, session, of: place.room.slug)
    }
}

/// Which picture of which board.
struct PictureRoom: Sendable {
    let id: PictureID
    let board: ExhibitID
    let room: ExhibitRoom

    func path(_ word: String) -> String { room.path(board, "\(word)-\(id)") }
}
