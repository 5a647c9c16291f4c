/// Where in an HTML text one is, followed byte by byte through the literal parts of a template.
///
/// A comment counts as a tag that ends at its first `>`: the conditional comments of Outlook hold real links, which
/// must be treated as links.
struct HTMLPlace: Sendable, Equatable {
    private enum Spot: Equatable { case text, tagName, tag, attributeName, beforeValue, quoted(UInt8), unquoted }
    private enum Address: Equatable { case beginning, path, part }

    private var spot = Spot.text
    private var tag: [UInt8] = []
    private var attribute: [UInt8] = []
    private var address = Address.beginning
    /// The element whose content is no HTML: script or style.
    private var raw: [UInt8] = []

    /// What must be done to a value here, or why none may stand here.
    enum Advice { case escape(Escaping), refuse(String) }

    var advice: Advice {
        switch spot {
        case .text:
            if raw.isEmpty { return .escape(.html) }
            return raw.elementsEqual("style".utf8) ? .escape(.style) : .refuse("no value may stand inside of a script")
        case .quoted: return adviceInAttribute
        case .tagName, .tag, .attributeName, .beforeValue, .unquoted:
            return .refuse("a value inside of a tag must be an attribute's, in quotes")
        }
    }

    private var adviceInAttribute: Advice {
        if attribute.starts(with: "on".utf8) || attribute.elementsEqual("srcdoc".utf8) {
            return .refuse("no value may stand in the attribute \"\(String(decoding: attribute, as: UTF8.self))\"")
        }
        if attribute.elementsEqual("style".utf8) { return .escape(.style) }
        guard Self.addresses.contains(attribute) else { return .escape(.html) }
        switch address {
        case .beginning: return .escape(.link)
        case .path: return .escape(.linkPath)
        case .part: return .escape(.linkPart)
        }
    }

    private static let addresses: Set<[UInt8]> = Set(
        ["href", "src", "action", "formaction", "poster", "cite", "background", "data", "ping", "xlink:href"]
            .map { Array($0.utf8) })

    /// Whether elements may stand here.
    var isText: Bool { spot == .text && raw.isEmpty }

    /// Whether both are the same kind of place: sections must leave the place as they found it.
    func agrees(with other: HTMLPlace) -> Bool {
        spot == other.spot && raw == other.raw
            && (spot == .text || tag == other.tag && (spot == .tag || attribute == other.attribute))
    }

    /// The more careful of two places that agree.
    func joined(with other: HTMLPlace) -> HTMLPlace {
        address == .beginning || other.address != .beginning ? self : other
    }

    mutating func read(_ bytes: [UInt8]) {
        for byte in bytes { read(byte) }
    }

    private mutating func read(_ byte: UInt8) {
        switch spot {
        case .text: if byte == UInt8(ascii: "<") { (spot, tag) = (.tagName, []) }
        case .tagName: readTagName(byte)
        case .tag, .attributeName, .beforeValue: readInTag(byte)
        case .quoted(let quote): readValue(byte, ends: byte == quote)
        case .unquoted:
            readValue(byte, ends: Self.isBlank(byte))
            if byte == UInt8(ascii: ">") { endTag() }
        }
    }

    /// `<` opens a tag only before a letter, `/`, `!` or `?`; inside of script and style only before `/`.
    private mutating func readTagName(_ byte: UInt8) {
        if tag.isEmpty {
            let opens = byte == .slash || raw.isEmpty && (byte.isASCIILetter || "!?".utf8.contains(byte))
            if opens { tag.append(byte.asciiLowercased) } else { spot = .text }
        } else if byte == UInt8(ascii: ">") {
            endTag()
        } else if byte == .slash || Self.isBlank(byte) {
            spot = .tag
        } else {
            tag.append(byte.asciiLowercased)
        }
    }

    private mutating func readInTag(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: ">"): endTag()
        case UInt8(ascii: "="): spot = .beforeValue
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            (spot, address) = (spot == .beforeValue ? .quoted(byte) : .tag, .beginning)
        case _ where Self.isBlank(byte): if spot == .attributeName { spot = .tag }
        case _ where spot == .beforeValue: (spot, address) = (.unquoted, .beginning)
        case .slash: spot = .tag
        default:
            if spot == .tag { attribute = [] }
            spot = .attributeName
            attribute.append(byte.asciiLowercased)
        }
    }

    private mutating func readValue(_ byte: UInt8, ends: Bool) {
        if ends { return spot = .tag }
        switch byte {
        case UInt8(ascii: "?"), UInt8(ascii: "#"): address = .part
        case .colon, .slash: if address == .beginning { address = .path }
        default: break
        }
    }

    /// Inside of script and style, `<` begins nothing but the end tag; anything else there counts as text again.
    private mutating func endTag() {
        spot = .text
        if raw.isEmpty {
            if tag.elementsEqual("script".utf8) || tag.elementsEqual("style".utf8) { raw = tag }
        } else if tag.first == .slash, tag.dropFirst().elementsEqual(raw) {
            raw = []
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == .space || byte == .tab || byte == .newline || byte == .carriageReturn || byte == 0x0C
    }
}
