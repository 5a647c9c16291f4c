import HTTPTypes
import HummingbirdCore
import MailFormat
import NIOCore

/// A form as it arrived: what was typed and chosen, and the files that were added.
struct SubmittedForm: Sendable {
    /// Limit: fields and files of one form.
    private static let mostFields = 1000
    /// Limit: bytes of a form that takes no files.
    static let smallest = 256 << 10
    /// Limit: bytes of all that was typed into a form: pages show it again. The longest answers to a long questionnaire
    /// fit, escaped as they are.
    private static let mostTyped = 1 << 20

    struct Field: Sendable {
        let name: String
        let value: String
    }

    let fields: [Field]
    let files: [MultipartForm.File]

    /// The first value of this name; empty when there is none.
    func value(_ name: String) -> String {
        fields.first { $0.name.utf8.elementsEqual(name.utf8) }?.value ?? ""
    }

    /// - Parameter limit: bytes.
    /// - Throws: `Problem.tooLarge`, or `.unreadableForm` when it is cut off or has too many fields.
    init(_ visit: Visit, limit: Int) async throws {
        let type = visit.header(.contentType) ?? ""
        let limit = MultipartForm.boundary(ofContentType: type) == nil ? min(limit, Self.mostTyped) : limit
        if let announced = visit.header(.contentLength).flatMap({ Int($0) }), announced > limit {
            throw Problem.tooLarge
        }
        let bytes: [UInt8]
        do {
            bytes = try await Array(visit.request.body.collect(upTo: limit).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Problem.tooLarge
        } catch {
            // Whoever sent it has gone away in the middle.
            throw Problem.unreadableForm
        }
        try self.init(bytes, contentType: type)
    }

    /// A body of any other kind is a form without fields, which lacks its token.
    init(_ bytes: [UInt8], contentType: String) throws(Problem) {
        if let boundary = MultipartForm.boundary(ofContentType: contentType) {
            guard let form = MultipartForm.parse(body: bytes, boundary: boundary, partLimit: Self.mostFields) else {
                throw .unreadableForm
            }
            guard form.fields.reduce(0, { $0 + $1.value.utf8.count }) <= Self.mostTyped else { throw .tooLarge }
            fields = form.fields.map { Field(name: $0.name, value: $0.value) }
            files = form.files
        } else if contentType.utf8.startsIgnoringASCIICase(with: "application/x-www-form-urlencoded".utf8) {
            fields = try Self.decoded(bytes)
            files = []
        } else {
            fields = []
            files = []
        }
    }

    /// application/x-www-form-urlencoded (WHATWG URL §5.1).
    private static func decoded(_ bytes: [UInt8]) throws(Problem) -> [Field] {
        let pairs = bytes.split(separator: UInt8(ascii: "&"), maxSplits: mostFields)
        guard pairs.count <= mostFields else { throw .unreadableForm }
        return pairs.map { pair in
            let halves = pair.split(separator: ASCII.equals, maxSplits: 1, omittingEmptySubsequences: false)
            return Field(name: text(halves[0]), value: halves.count == 2 ? text(halves[1]) : "")
        }
    }

    private static func text(_ encoded: ArraySlice<UInt8>) -> String {
        let spaced = encoded.lazy.map { $0 == ASCII.plus ? ASCII.space : $0 }
        return String(decoding: PercentEncoding.decoded(spaced), as: UTF8.self)
    }
}
