/// Whether an element's text can be seen, as far as its own attributes and those of its ancestors say (CM-09).
///
/// Limit: style sheets in `<style>` are not applied; mail programs write what matters into the attributes.
struct HTMLVisibility {
    /// Nothing inside can be seen, whatever it says.
    private var isGone = false
    /// Descendants can undo these by saying otherwise.
    private var isInvisible = false
    private var hasNoSize = false
    private var isWhite = false
    private var hasBackground = false

    var isHidden: Bool { isGone || isInvisible || hasNoSize || (isWhite && !hasBackground) }

    /// The visibility of an element of the document `bytes` inside this one.
    func inside(_ tag: HTMLTag, of bytes: [UInt8]) -> HTMLVisibility {
        var inner = self
        if tag.traits.contains(.unseen) { inner.isGone = true }
        if tag.traits.contains(.details), !tag.attributes.isOpen { inner.isGone = true }
        guard !tag.attributes.isEmpty else { return inner }
        if tag.attributes.isHidden { inner.isGone = true }
        if let background = tag.attributes.background {
            inner.hasBackground = !Self.isWhite(bytes[background].asciiLowercased)
        }
        if tag.traits.contains(.font), let color = tag.attributes.color {
            inner.isWhite = Self.isWhite(bytes[color].asciiLowercased)
        }
        if let style = tag.attributes.style { inner.apply(bytes[style]) }
        return inner
    }

    /// A property that can hide text.
    private enum Property {
        case color, background, display, visibility, fontSize, extent, offset, clip, hide
    }

    private static let properties = HTMLNameTable<Property>(
        [
            (.color, ["color"]), (.background, ["background", "background-color", "background-image"]),
            (.display, ["display"]), (.visibility, ["visibility"]), (.fontSize, ["font-size"]),
            (.extent, ["opacity", "max-height", "max-width", "height", "width"]), (.hide, ["mso-hide"]),
            (.offset, ["left", "top", "right", "bottom", "text-indent", "margin-left", "margin-top"]),
            (.clip, ["clip", "clip-path"]),
        ].flatMap { (property: Property, names: [StaticString]) in names.map { (HTMLName($0), property) } })

    private mutating func apply(_ style: ArraySlice<UInt8>) {
        var ownBackground: [UInt8]?
        var ownColor: [UInt8]?
        var at = style.startIndex
        while at < style.endIndex {
            let end = style[at...].firstIndex(of: ASCII.semicolon) ?? style.endIndex
            if let (property, value) = Self.declaration(style[at..<end]) {
                switch property {
                case .color: ownColor = value
                case .background: ownBackground = value
                default: apply(property, value)
                }
            }
            at = end + 1
        }
        if let ownBackground { hasBackground = !Self.isWhite(ownBackground) && !Self.isNothing(ownBackground) }
        if let ownColor { isWhite = Self.isWhite(ownColor) || Self.isTransparent(ownColor) }
        if let ownColor, let ownBackground, ownColor == ownBackground { isGone = true }
    }

    /// The property and its value in small letters without white space; `nil` when it can hide nothing.
    private static func declaration(_ text: ArraySlice<UInt8>) -> (Property, [UInt8])? {
        var name = HTMLName()
        var at = text.startIndex
        while at < text.endIndex, text[at] != ASCII.colon {
            if text[at] > ASCII.space { name.append(text[at]) }
            at += 1
        }
        guard at < text.endIndex, let property = properties[name] else { return nil }
        let value = text[(at + 1)...].prefix { $0 != 0x21 }
        return (property, value.lazy.filter { $0 > ASCII.space }.map(\.asciiLowercased))
    }

    private mutating func apply(_ property: Property, _ value: [UInt8]) {
        switch property {
        case .display: if value.elementsEqual("none".utf8) { isGone = true }
        case .visibility: isInvisible = !value.elementsEqual("visible".utf8)
        case .fontSize: hasNoSize = Self.isTiny(value)
        case .extent: if Self.isZero(value) { isGone = true }
        case .hide: if value.elementsEqual("all".utf8) { isGone = true }
        case .offset: if Self.isFarAway(value) { isGone = true }
        case .clip:
            if value.starts(with: "rect(0".utf8) || value.containsBytes(Array("100%".utf8)) { isGone = true }
        case .color, .background: break
        }
    }
}

// Values of style sheets.
extension HTMLVisibility {
    private static let whites = [
        "white", "#fff", "#ffffff", "fff", "ffffff", "rgb(255,255,255)", "rgba(255,255,255,1)",
    ].map { Array($0.utf8) }

    private static func isWhite(_ value: [UInt8]) -> Bool {
        whites.contains { value == $0 }
    }

    private static func isTransparent(_ value: [UInt8]) -> Bool {
        value.elementsEqual("transparent".utf8)
            || (value.starts(with: "rgba(".utf8) && value.suffix(3).elementsEqual(",0)".utf8))
    }

    private static func isNothing(_ value: [UInt8]) -> Bool {
        isTransparent(value) || ["none", "initial", "inherit", "unset"].contains { value.elementsEqual($0.utf8) }
    }

    /// Zero in any unit. `width:0` and its like hide only together with `overflow`, but nobody writes text into nothing.
    private static func isZero(_ value: [UInt8]) -> Bool {
        let number = value.prefix { $0.isASCIIDigit || $0 == ASCII.dot }
        return !number.isEmpty && number.allSatisfy { $0 == 0x30 || $0 == ASCII.dot }
    }

    /// Less than two pixels or points.
    private static func isTiny(_ value: [UInt8]) -> Bool {
        if isZero(value) { return true }
        let unit = value.drop { $0.isASCIIDigit || $0 == ASCII.dot }
        let whole = value.prefix { $0.isASCIIDigit }
        return (unit.elementsEqual("px".utf8) || unit.elementsEqual("pt".utf8))
            && (whole.isEmpty || whole.elementsEqual("1".utf8) || whole.elementsEqual("0".utf8))
    }

    /// Minus three digits or more.
    private static func isFarAway(_ value: [UInt8]) -> Bool {
        value.first == ASCII.hyphen && value.dropFirst().prefix { $0.isASCIIDigit }.count >= 3
    }
}
