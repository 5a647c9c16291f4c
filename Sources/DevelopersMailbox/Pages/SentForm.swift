import HTTPTypes
import Hummingbird
import HummingbirdCore
import MailFormat
import NIOCore

/// A composer's form as a browser, or a script, sent it.
struct SentForm {
    /// Limit: 25 MB, what common mail servers take.
    static let mostBytes = 25_000_000

    let entries: ComposePage.Entries
    let files: [Draft.File]

    /// Reads multipart/form-data, or application/x-www-form-urlencoded; `nil` for what is neither, or too large.
    init?(_ request: Request) async throws {
        guard let body = try? await request.body.collect(upTo: Self.mostBytes) else { return nil }
        let bytes = Array(body.readableBytesView)
        let type = request.headers[.contentType] ?? ""
        if let boundary = MultipartForm.boundary(ofContentType: type) {
            guard let form = MultipartForm.parse(body: bytes, boundary: boundary) else { return nil }
            entries = ComposePage.Entries { form.value($0) }
            files = form.files.map {
                Draft.File(name: $0.fileName, contentType: MediaType($0.contentType) ?? .bytes, bytes: $0.bytes)
            }
        } else {
            // In a form, unlike in a path, a plus is a space.
            let query = bytes.map { $0 == ASCII.plus ? ASCII.space : $0 }
            let values = URI("/?" + String(decoding: query, as: UTF8.self)).queryParameters
            entries = ComposePage.Entries { values[Substring($0)].map { String($0) } }
            files = []
        }
    }
}

extension ComposePage.Entries {
    init(_ value: (String) -> String?) {
        from = value("from") ?? ""
        to = value("to") ?? ""
        subject = value("subject") ?? ""
        // A mailto: link calls the text body (RFC 6068 §2).
        text = value("text") ?? value("body") ?? ""
    }

    init(_ uri: URI) {
        self.init { uri.value($0) }
    }
}

extension URI {
    /// The first query parameter called `name`, decoded.
    func value(_ name: String) -> String? { queryParameters[Substring(name)].map { String($0) } }
}
