/// What a `winmail.dat` holds (application/ms-tnef; MS-OXTNEF): Outlook's envelope around text and files.
///
/// One pass over its attributes, nothing copied but names. Limit: 1,000 files, 10,000 attributes.
struct TNEF: Sendable {
    /// A file within: its name and where its bytes stand in what was read.
    struct File: Equatable, Sendable {
        /// The long name, else the short one of DOS, else `""`; it may contain anything.
        var name = ""
        /// The type that it says it has, `""` without one.
        var contentType = ""
        var range = 0..<0
    }

    private(set) var files: [File] = []
    /// Whether it holds a message text of its own, plain, RTF or HTML.
    private(set) var hasText = false
    /// The Windows code page of its 8-bit names, as a charset label.
    private(set) var charset = "windows-1252"

    private static let signature: [UInt8] = [0x78, 0x9F, 0x3E, 0x22]
    private static let fileLimit = 1_000
    private static let attributeLimit = 10_000

    private let input: TNEFInput

    /// Reads `bytes`; `nil` when they are no TNEF. What is cut off or damaged ends the reading.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: Self.signature) else { return nil }
        input = TNEFInput(bytes: bytes)
        // The signature, and a key that nobody needs.
        var offset = 6
        for _ in 0..<Self.attributeLimit {
            guard let attribute = attribute(at: offset) else { return }
            take(attribute)
            offset = attribute.data.upperBound + 2
        }
    }

    private struct Attribute {
        let id: Int
        let data: Range<Int>
    }

    /// Level, identifier, length, data, and a checksum of two bytes.
    private func attribute(at offset: Int) -> Attribute? {
        guard let level = input.byte(at: offset), level == 1 || level == 2, let id = input.number16(at: offset + 1),
            let length = input.number32(at: offset + 5), let data = input.range(from: offset + 9, count: length)
        else { return nil }
        return Attribute(id: id, data: data)
    }

    private mutating func take(_ attribute: Attribute) {
        switch attribute.id {
        // attOemCodepage
        case 0x9007: if let page = input.number32(at: attribute.data.lowerBound) { charset = "cp\(page)" }
        // attBody
        case 0x800C: hasText = hasText || !attribute.data.isEmpty
        // attMsgProps
        case 0x9003: hasText = hasText || properties(in: attribute.data).contains { Self.isText($0.tag) }
        // attAttachRenddata begins a file.
        case 0x9002: if files.count < Self.fileLimit { files.append(File()) }
        // attAttachTitle, attAttachData, attAttachment
        case 0x8010: nameLastFile(text(in: attribute.data), isLong: false)
        case 0x800F: if !files.isEmpty { files[files.count - 1].range = attribute.data }
        case 0x9005: for property in properties(in: attribute.data) { takeFileProperty(property) }
        default: break
        }
    }

    /// PR_BODY, PR_RTF_COMPRESSED, PR_BODY_HTML.
    private static func isText(_ tag: Int) -> Bool { tag == 0x1000 || tag == 0x1009 || tag == 0x1013 }

    /// PR_ATTACH_LONG_FILENAME, PR_ATTACH_FILENAME, PR_DISPLAY_NAME, PR_ATTACH_MIME_TAG, PR_ATTACH_DATA.
    private mutating func takeFileProperty(_ property: TNEFInput.Property) {
        guard !files.isEmpty else { return }
        switch property.tag {
        case 0x3707: nameLastFile(text(of: property), isLong: true)
        case 0x3704, 0x3001: if files[files.count - 1].name.isEmpty { nameLastFile(text(of: property), isLong: false) }
        case 0x370E: files[files.count - 1].contentType = text(of: property).asciiLowercased
        case 0x3701: if files[files.count - 1].range.isEmpty { files[files.count - 1].range = property.data }
        default: break
        }
    }

    private mutating func nameLastFile(_ name: String, isLong: Bool) {
        guard !files.isEmpty, !name.isEmpty, isLong || files[files.count - 1].name.isEmpty else { return }
        files[files.count - 1].name = name
    }

    private func properties(in range: Range<Int>) -> [TNEFInput.Property] { input.properties(in: range) }

    private func text(of property: TNEFInput.Property) -> String {
        // PT_UNICODE
        guard property.type == 0x1F else { return text(in: property.data) }
        let text = input.bytes[property.data].withUnsafeBytes { UTF16Text.decode($0, order: .little) }
        return String(Substring(text.utf8.prefix { $0 != ASCII.nul }))
    }

    /// 8-bit text, ended by a NUL.
    private func text(in range: Range<Int>) -> String {
        Charset.decode(input.bytes[range].prefix { $0 != ASCII.nul }, label: charset)
    }
}
