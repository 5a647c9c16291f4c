import HTTPTypes
import HummingbirdCore
import PortalCore

extension Website {
    /// An organization's logo, for everybody: it stands on the sign-in page.
    func logo(_ slug: String, _ visit: Visit) async throws -> Answer {
        guard let organization = try portal.organization(slug), let logo = try portal.logo(of: organization),
            let type = Self.logoTypes.first(where: { logo.content.contentType.utf8.elementsEqual($0.utf8) })
        else { throw Problem.notFound }
        let tag = EntityTag(logo.content.digest)
        // An SVG opened by itself is a document, which must not run anything.
        let fields: HTTPFields = [
            .contentSecurityPolicy: SecurityFields.filePolicy, .cacheControl: "public, max-age=300", .eTag: tag.text,
        ]
        if tag.isKnown(to: visit) { return Answer(status: .notModified, headers: fields, body: .init()) }
        var answer = Answer(
            status: .ok, headers: fields,
            body: ContentStream(path: portal.contents.path(of: logo.content.digest), mayGoOn: { true })
                .body(0..<logo.content.size))
        answer.headers[.contentType] = type
        return answer
    }

    private static let logoTypes = ["image/png", "image/svg+xml"]
}
