/// A file that came with a message, wherever its sender's program put it.
package struct AttachedFile: Sendable {
    /// The name as the sender wrote it; it may contain anything.
    package let name: String?
    /// `type/subtype`, ASCII lower case.
    package let contentType: String
    private let source: Source

    private enum Source: Sendable {
        case part(Part)
        /// Within the content of a winmail.dat.
        case stored([UInt8], Range<Int>)
        case uuencoded([UInt8])
    }

    /// The content without any transfer encoding.
    package func decodedBytes() -> [UInt8] {
        switch source {
        case .part(let part): part.decodedBytes()
        case .stored(let bytes, let range): Array(bytes[range])
        case .uuencoded(let lines): lines.withUnsafeBytes { UUEncode.decode($0) }
        }
    }

    fileprivate init(_ part: Part) {
        (name, contentType, source) = (part.fileName, part.contentType.mimeType, .part(part))
    }

    fileprivate init(_ file: TNEF.File, in bytes: [UInt8]) {
        (name, contentType, source) = (file.name, file.contentType, .stored(bytes, file.range))
    }

    fileprivate init(_ file: UUEncode.File, in text: [UInt8]) {
        (name, contentType) = (file.name, "application/octet-stream")
        source = .uuencoded(Array(text[file.data]))
    }
}

extension Message {
    /// The files that came with the message, in order: its attachments, in place of a winmail.dat what is in it, and what
    /// stands uuencoded in its text.
    package var files: [AttachedFile] {
        leaves.flatMap { leaf in
            if leaf.isTNEF { return leaf.filesOfTNEF }
            if !leaf.isBodyLeaf { return [AttachedFile(leaf)] }
            return leaf.kind == .plainText ? leaf.uuencodedFiles : []
        }
    }
}

extension Part {
    /// QUIRK: what Outlook sends for rich text; other programs call it by its name only.
    fileprivate var isTNEF: Bool {
        let type = contentType.mimeType
        return ["application/ms-tnef", "application/vnd.ms-tnef"].contains { type.utf8.elementsEqual($0.utf8) }
            || fileName?.equalsIgnoringASCIICase("winmail.dat") == true
    }

    /// What a winmail.dat holds; itself where nothing in it can be read.
    fileprivate var filesOfTNEF: [AttachedFile] {
        let bytes = decodedBytes()
        guard let content = TNEF(bytes), !content.files.isEmpty || content.hasText else { return [AttachedFile(self)] }
        return content.files.map { AttachedFile($0, in: bytes) }
    }

    fileprivate var uuencodedFiles: [AttachedFile] {
        let bytes = decodedBytes()
        return bytes.withUnsafeBytes { UUEncode.files(in: $0) }.map { AttachedFile($0, in: bytes) }
    }
}
