/// A start tag: its name, and where in the document the few attributes stand that say something.
struct HTMLTag {
    /// The attributes that say something about visibility or quotation.
    struct Attributes {
        var style: Range<Int>?
        var classes: Range<Int>?
        var id: Range<Int>?
        var name: Range<Int>?
        var marker: Range<Int>?
        var background: Range<Int>?
        var color: Range<Int>?
        var hasType = false
        var isHidden = false
        var isOpen = false
        var isEmpty = true
    }

    var name = HTMLName()
    var traits: HTMLElements.Traits = []
    /// The first of equal names counts. Limit: 64 attributes are looked at.
    var attributes = Attributes()
}

extension HTMLTag.Attributes {
    private enum Key {
        case style, classes, id, name, marker, background, color, type, hidden, open
    }

    private static let keys = HTMLNameTable<Key>([
        (HTMLName("style"), .style), (HTMLName("class"), .classes), (HTMLName("id"), .id), (HTMLName("name"), .name),
        (HTMLName("data-marker"), .marker), (HTMLName("bgcolor"), .background), (HTMLName("color"), .color),
        (HTMLName("type"), .type), (HTMLName("hidden"), .hidden), (HTMLName("popover"), .hidden),
        (HTMLName("open"), .open),
    ])

    /// Limit: bytes of a value that are read.
    private static let longestValue = 4_096

    /// Keeps an attribute, if it is one of those that count.
    mutating func add(_ name: HTMLName, _ whole: Range<Int>) {
        guard let key = Self.keys[name] else { return }
        let value = whole.prefix(Self.longestValue)
        isEmpty = false
        switch key {
        case .style: style = style ?? value
        case .classes: classes = classes ?? value
        case .id: id = id ?? value
        case .name: self.name = self.name ?? value
        case .marker: marker = marker ?? value
        case .background: background = background ?? value
        case .color: color = color ?? value
        case .type: hasType = true
        case .hidden: isHidden = true
        case .open: isOpen = true
        }
    }
}

/// Reads one start tag, from behind its `<` to behind its `>`.
struct HTMLTagReader {
    private let bytes: [UInt8]
    private(set) var at: Int
    private var seen = 0

    private static let mostAttributes = 64

    init(_ bytes: [UInt8], at start: Int) {
        self.bytes = bytes
        at = start
    }

    mutating func read() -> HTMLTag {
        var tag = HTMLTag()
        while at < bytes.count, HTMLTokens.isNameByte(bytes[at]) {
            tag.name.append(bytes[at])
            at += 1
        }
        tag.traits = HTMLElements.traits(of: tag.name)
        while true {
            while at < bytes.count, Self.isSpace(bytes[at]) || bytes[at] == ASCII.slash { at += 1 }
            guard at < bytes.count else { return tag }
            if bytes[at] == ASCII.greater {
                at += 1
                return tag
            }
            readAttribute(into: &tag)
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte <= ASCII.space && (byte.isBlank || byte.isLineBreak || byte == 0x0C)
    }

    private mutating func readAttribute(into tag: inout HTMLTag) {
        let start = at
        var name = HTMLName()
        while at < bytes.count, HTMLTokens.isNameByte(bytes[at]), bytes[at] != ASCII.equals {
            name.append(bytes[at])
            at += 1
        }
        skipSpace()
        var value = at..<at
        if at < bytes.count, bytes[at] == ASCII.equals {
            at += 1
            skipSpace()
            value = readValue()
        }
        // A stray byte that is neither name nor value must not stop the reader.
        if at == start { at += 1 }
        seen += 1
        if seen <= Self.mostAttributes { tag.attributes.add(name, value) }
    }

    private mutating func skipSpace() {
        while at < bytes.count, Self.isSpace(bytes[at]), bytes[at] != 0x0C { at += 1 }
    }

    private mutating func readValue() -> Range<Int> {
        guard at < bytes.count else { return at..<at }
        let mark = bytes[at], start = at
        guard mark == ASCII.quote || mark == ASCII.apostrophe else {
            while at < bytes.count, !bytes[at].isBlank, !bytes[at].isLineBreak, bytes[at] != ASCII.greater { at += 1 }
            return start..<at
        }
        let end = bytes.firstOffset(of: mark, in: (start + 1)..<bytes.count) ?? bytes.count
        at = min(end + 1, bytes.count)
        return (start + 1)..<end
    }
}
