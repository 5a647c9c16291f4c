/// One part of a message: a container of parts (`multipart/*`) or a leaf. Bodies are decoded when asked for.
package struct Part: Sendable {
    package let header: Header
    /// The number of containers around the part.
    package let depth: Int
    /// Where the body stands in the bytes of the message.
    var bodyRange: Range<Int>
    let kind: PartKind
    let fields: PartFields
    private let isInDigest: Bool

    /// Reads of `header` what the part is; its body stands at `bodyRange` of the same bytes.
    init(_ header: Header, bodyRange: Range<Int>, depth: Int, isInDigest: Bool) {
        let fields = PartFields(header.fields)
        let type = fields.contentType.map { PartKind(header.fields[$0].rawValue) }
        kind = type ?? (isInDigest ? .message : .plainText)
        (self.header, self.bodyRange, self.depth) = (header, bodyRange, depth)
        (self.fields, self.isInDigest) = (fields, isInDigest)
    }

    var bytes: [UInt8] { header.fields.bytes }

    /// The body as it stands in the message.
    package var body: ArraySlice<UInt8> { bytes[bodyRange] }

    /// What the part says it is, or what counts in its place when it says nothing valid.
    package var contentType: ContentType {
        fields.contentType.map { ContentType(orPlainText: header.fields[$0].unfolded) }
            ?? (isInDigest ? .message : .plainText)
    }

    package var disposition: ContentDisposition? {
        fields.disposition.map { ContentDisposition(header.fields[$0].unfolded) }
    }

    /// How the body was made fit for transport. RFC 2045 §6.4: a container's is not.
    package var transferEncoding: TransferEncoding {
        kind == .multipart ? .identity : TransferEncoding(statedEncoding)
    }

    /// What the part says of its transfer encoding, undecoded.
    var statedEncoding: ArraySlice<UInt8> {
        fields.transferEncoding.map { header.fields[$0].rawValue.trimmed } ?? []
    }

    /// Whether this is a `multipart/*`; a `message/*` is a leaf, whose inside is not looked at.
    package var isContainer: Bool { kind == .multipart }

    /// Whether the part is text to read: plain or HTML, no attachment, without a file name.
    package var isBodyLeaf: Bool { isBodyText(.plainText) || isBodyText(.html) }

    func isBodyText(_ kind: PartKind) -> Bool {
        guard self.kind == kind else { return false }
        let disposition = disposition
        return disposition?.isAttachment != true && fileName(disposition) == nil
    }

    /// The file name as the sender wrote it, decoded; it may contain anything.
    package var fileName: String? { fileName(disposition) }

    private func fileName(_ disposition: ContentDisposition?) -> String? {
        let name = disposition?.parameters["filename"] ?? contentType.parameters["name"]
        return name?.isEmpty == false ? name : nil
    }

    /// The value of Content-ID, without angle brackets.
    package var contentID: MessageID? { header.first("Content-ID").flatMap { MessageID($0.text) } }
}
