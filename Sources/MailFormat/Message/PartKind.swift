/// What a part is, as far as it decides which of its bytes are read: told from the beginning of its Content-Type.
enum PartKind: Sendable {
    case multipart, message, plainText, html, otherText, other

    /// The kind that the undecoded `value` of a Content-Type field names.
    init(_ value: ArraySlice<UInt8>) {
        let value = value.drop { $0.isBlank || $0.isLineBreak }
        let type = value.prefix { $0.isAtomText && $0 != ASCII.slash }
        let behind = value[type.endIndex...]
        let subtype = behind.dropFirst().prefix { $0.isAtomText && $0 != ASCII.slash || $0 == ASCII.dot }
        let next = subtype.endIndex < value.endIndex ? value[subtype.endIndex] : ASCII.semicolon
        let isPlainlyWritten =
            !type.isEmpty && behind.first == ASCII.slash && !subtype.isEmpty
            && (next == ASCII.semicolon || next.isBlank || next.isLineBreak)
        if isPlainlyWritten {
            self.init(type: type, subtype: subtype)
        } else {
            self.init(ContentType(orPlainText: Array(value)))
        }
    }

    /// The kind of a type that has been read.
    init(_ type: ContentType) {
        self.init(type: Array(type.type.utf8)[...], subtype: Array(type.subtype.utf8)[...])
    }

    private init(type: ArraySlice<UInt8>, subtype: ArraySlice<UInt8>) {
        if type.equalsIgnoringASCIICase("multipart".utf8) {
            self = .multipart
        } else if type.equalsIgnoringASCIICase("message".utf8) {
            self = .message
        } else if !type.equalsIgnoringASCIICase("text".utf8) {
            self = .other
        } else if subtype.equalsIgnoringASCIICase("plain".utf8) {
            self = .plainText
        } else {
            self = subtype.equalsIgnoringASCIICase("html".utf8) ? .html : .otherText
        }
    }

    var isText: Bool {
        switch self {
        case .plainText, .html, .otherText: true
        case .multipart, .message, .other: false
        }
    }
}
