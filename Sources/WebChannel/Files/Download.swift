import HTTPTypes
import Hummingbird
import PortalCore

extension Website {
    /// A file, for whom it is visible: always as a download, in one piece or in the part that was asked for.
    func file(_ id: FileID, _ slug: String, _ visit: Visit) throws -> Answer {
        try inside(slug, visit) { session in
            guard let file = try portal.file(id, session, of: slug) else { return nil }
            let stream = ContentStream(
                path: portal.contents.path(of: file.content.digest),
                mayGoOn: { [portal] in try portal.file(id, session, of: slug) != nil })
            return Download(content: file.content, stream: stream).answer(visit)
        }
    }
}

/// The answer to a request for a file.
struct Download {
    let content: FileContent
    let stream: ContentStream
    var use = Use.kept

    /// What a browser does with the file.
    enum Use {
        /// Keeps it, or hands it on, and shows nothing.
        case kept
        /// Shows it: only what the staff put up, and only a PDF.
        case shown
    }

    func answer(_ visit: Visit) -> Answer {
        let tag = EntityTag(content.digest)
        var answer = Answer(
            status: .ok,
            headers: [
                .contentSecurityPolicy: use == .shown ? SecurityFields.viewerPolicy : SecurityFields.filePolicy,
                .cacheControl: use == .shown ? "private, no-store" : "private, no-cache", .eTag: tag.text,
                .acceptRanges: "bytes",
            ], body: ResponseBody())
        if tag.isKnown(to: visit) {
            answer.status = .notModified
            return answer
        }
        switch ByteRange(tag.permitsRange(visit) ? visit.header(.range) : nil, size: content.size) {
        case .whole: answer.body = stream.body(0..<content.size)
        case .part(let range):
            answer.status = .partialContent
            answer.headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(content.size)"
            answer.body = stream.body(range)
        case .unsatisfiable:
            answer.status = .rangeNotSatisfiable
            answer.headers[.contentRange] = "bytes */\(content.size)"
            return answer
        }
        answer.headers[.contentType] = use == .shown ? "application/pdf" : Self.type(content.contentType)
        answer.headers[.contentDisposition] =
            use == .shown
            ? ContentDisposition.inline(named: content.name) : ContentDisposition.attachment(named: content.name)
        return answer
    }

    /// Only pictures keep their type: nothing that a browser, or what it hands the file to, might run.
    private static func type(_ declared: String) -> String {
        pictures.first { $0.utf8.elementsEqual(declared.utf8) } ?? "application/octet-stream"
    }

    private static let pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"]
}
