/// One part of a message: a container of parts (`multipart/*`) or a leaf. Bodies are decoded when asked for.
package struct Part: Sendable {
    /// How a body was made fit for transport (RFC 2045 §6).
    package enum TransferEncoding: Sendable {
        case identity, base64, quotedPrintable
    }

    package let header: Header
    /// What the part says it is, or what counts in its place when it says nothing valid.
    package let contentType: ContentType
    package let disposition: ContentDisposition?
    package let transferEncoding: TransferEncoding
    /// The number of containers around the part.
    package let depth: Int
    let bytes: [UInt8]
    /// Where the body stands in the bytes of the message.
    let bodyRange: Range<Int>

    /// The body as it stands in the message.
    package var body: ArraySlice<UInt8> { bytes[bodyRange] }

    /// Whether this is a `multipart/*`; a `message/*` is a leaf, whose inside is not looked at.
    package var isContainer: Bool { contentType.isMultipart }

    /// Whether the part is text to read: plain or HTML, no attachment, without a file name.
    package var isBodyLeaf: Bool { isBodyText("plain") || isBodyText("html") }

    func isBodyText(_ subtype: String) -> Bool {
        contentType.isText && contentType.subtype.utf8.elementsEqual(subtype.utf8)
            && disposition?.isAttachment != true && fileName == nil
    }

    /// The file name as the sender wrote it, decoded; it may contain anything.
    package var fileName: String? {
        let name = disposition?.parameters["filename"] ?? contentType.parameters["name"]
        return name?.isEmpty == false ? name : nil
    }

    /// The value of Content-ID, without angle brackets.
    package var contentID: MessageID? { header.first("Content-ID").flatMap { MessageID($0.text) } }

    /// The body without its transfer encoding.
    package func decodedBytes() -> [UInt8] {
        switch transferEncoding {
        case .identity: Array(body)
        case .base64: Base64.decode(body)
        case .quotedPrintable: QuotedPrintable.decode(body)
        }
    }

    /// The body as text by its charset; lines end with LF, whatever ended them.
    package func decodedText() -> String {
        let text = Charset.decode(decodedBytes(), label: contentType.parameters["charset"])
        return Self.withPlainLineBreaks(text)
    }

    /// `decodedText()`, with the lines of format=flowed (RFC 3676) put together again to paragraphs.
    package func readableText() -> String {
        guard contentType.parameters["format"]?.equalsIgnoringASCIICase("flowed") == true else { return decodedText() }
        let deletesSpace = contentType.parameters["delsp"]?.equalsIgnoringASCIICase("yes") == true
        return FormatFlowed.unflow(decodedText(), deletesSpace: deletesSpace)
    }

    private static func withPlainLineBreaks(_ text: String) -> String {
        let utf8 = text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? text.utf8.dropFirst(3) : text.utf8[...]
        guard utf8.contains(ASCII.cr) else { return String(Substring(utf8)) }
        var output: [UInt8] = []
        output.reserveCapacity(utf8.count)
        var previous: UInt8 = 0
        for byte in utf8 {
            if !(byte == ASCII.lf && previous == ASCII.cr) { output.append(byte == ASCII.cr ? ASCII.lf : byte) }
            previous = byte
        }
        return String(decoding: output, as: UTF8.self)
    }
}
