/// A start tag: its name and the few attributes that say something about visibility or quotation.
struct HTMLTag {
    /// In small letters. Limit: 32 bytes.
    var name: [UInt8] = []
    var traits: HTMLElements.Traits = []
    /// Values by attribute name in small letters; the first of equal names counts. Limit: 64 attributes are looked at.
    var attributes: [[UInt8]: [UInt8]] = [:]

    /// The value of an attribute, `nil` where the tag has none.
    func value(_ name: StaticString) -> [UInt8]? {
        attributes[name.withUTF8Buffer { Array($0) }]
    }
}

/// Reads one start tag, from behind its `<` to behind its `>`.
struct HTMLTagReader {
    private let bytes: [UInt8]
    private(set) var at: Int
    private var seen = 0

    private static let mostAttributes = 64
    private static let longestValue = 4_096
    private static let kept: Set<[UInt8]> = Set(
        ["style", "class", "id", "name", "type", "hidden", "open", "bgcolor", "color", "size"].map { Array($0.utf8) })

    init(_ bytes: [UInt8], at start: Int) {
        self.bytes = bytes
        at = start
    }

    mutating func read() -> HTMLTag {
        var tag = HTMLTag()
        tag.name = take { HTMLTokens.isNameByte($0) }.prefix(32).asciiLowercased
        tag.traits = HTMLElements.traits(of: tag.name)
        while true {
            _ = take { $0.isBlank || $0.isLineBreak || $0 == 0x0C || $0 == ASCII.slash }
            guard at < bytes.count else { return tag }
            if bytes[at] == ASCII.greater {
                at += 1
                return tag
            }
            readAttribute(into: &tag)
        }
    }

    private mutating func readAttribute(into tag: inout HTMLTag) {
        let start = at
        let name = take { HTMLTokens.isNameByte($0) && $0 != ASCII.equals }.prefix(32).asciiLowercased
        _ = take { $0.isBlank || $0.isLineBreak }
        var value: ArraySlice<UInt8> = []
        if at < bytes.count, bytes[at] == ASCII.equals {
            at += 1
            _ = take { $0.isBlank || $0.isLineBreak }
            value = readValue()
        }
        // A stray byte that is neither name nor value must not stop the reader.
        if at == start { at += 1 }
        seen += 1
        guard seen <= Self.mostAttributes, Self.kept.contains(name), tag.attributes[name] == nil else { return }
        tag.attributes[name] = Array(value.prefix(Self.longestValue))
    }

    private mutating func readValue() -> ArraySlice<UInt8> {
        guard at < bytes.count else { return [] }
        let mark = bytes[at]
        guard mark == ASCII.quote || mark == ASCII.apostrophe else {
            return take { !$0.isBlank && !$0.isLineBreak && $0 != ASCII.greater }
        }
        let end = bytes.firstOffset(of: mark, in: (at + 1)..<bytes.count) ?? bytes.count
        let value = bytes[(at + 1)..<end]
        at = min(end + 1, bytes.count)
        return value
    }

    private mutating func take(while belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = at
        while at < bytes.count, belongs(bytes[at]) { at += 1 }
        return bytes[start..<at]
    }
}
