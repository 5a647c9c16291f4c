import HTTPTypes
import Hummingbird
import NIOCore

/// What comes back for a request: a status, its fields, its body. The fields that every answer has are added later.
struct Answer: Sendable {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var body: ResponseBody

    /// A page; it is private unless its caller says otherwise.
    static func page(_ html: [UInt8], status: HTTPResponse.Status = .ok) -> Answer {
        Answer(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html)))
    }

    /// To another page, to be fetched by GET. Paths are our own, so this never leaves the site.
    static func seeOther(_ path: String) -> Answer {
        Answer(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"], body: ResponseBody())
    }

    /// Bytes that may be shown or kept by anybody.
    static func open(_ bytes: [UInt8], type: String, cache: String) -> Answer {
        Answer(
            status: .ok, headers: [.contentType: type, .cacheControl: cache],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// The same with a `Set-Cookie` field.
    func settingCookie(_ cookie: String) -> Answer {
        var copy = self
        copy.headers.append(HTTPField(name: .setCookie, value: cookie))
        return copy
    }

    /// The same for a page whose address is a secret: it must not travel on in a Referer.
    var keepingItsAddress: Answer {
        var copy = self
        copy.headers[SecurityFields.referrerPolicy] = "no-referrer"
        return copy
    }
}

/// The fields that every answer has.
struct SecurityFields: Sendable {
    static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .referer
    private static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy") ?? .origin
    private static let resourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy") ?? .origin

    /// No script, nothing from elsewhere, no frame around us.
    private static let pagePolicy = """
        default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
        object-src 'none'; frame-ancestors 'none'
        """

    /// For the one page that has a script, which is our own file.
    static let scriptPolicy = pagePolicy + "; script-src 'self'"

    /// For files: the browser opens them, if at all, without an origin.
    static let filePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"

    /// For a PDF that the browser's own viewer shows.
    static let viewerPolicy = "default-src 'none'; object-src 'self'; frame-ancestors 'self'; sandbox"

    let isSecure: Bool

    /// The answer with these fields, as Hummingbird sends it; without its body for HEAD.
    func response(_ answer: Answer, isHead: Bool) -> Response {
        var headers = answer.headers
        if headers[.contentSecurityPolicy] == nil { headers[.contentSecurityPolicy] = Self.pagePolicy }
        headers[.xContentTypeOptions] = "nosniff"
        if headers[Self.referrerPolicy] == nil { headers[Self.referrerPolicy] = "same-origin" }
        headers[Self.openerPolicy] = "same-origin"
        headers[Self.resourcePolicy] = "same-origin"
        if isSecure { headers[.strictTransportSecurity] = "max-age=31536000" }
        var response = Response(status: answer.status, headers: headers, body: answer.body)
        // It would be the length of what is not sent (RFC 9110 §8.6).
        if answer.status == .notModified { response.headers[.contentLength] = nil }
        return isHead ? response.createHeadResponse() : response
    }
}
