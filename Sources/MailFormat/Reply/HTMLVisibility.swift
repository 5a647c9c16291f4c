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

    /// The visibility of an element inside this one.
    func inside(_ tag: HTMLTag) -> HTMLVisibility {
        var inner = self
        if tag.traits.contains(.unseen) { inner.isGone = true }
        if tag.name.elementsEqual("details".utf8), tag.value("open") == nil { inner.isGone = true }
        guard !tag.attributes.isEmpty else { return inner }
        if tag.value("hidden") != nil { inner.isGone = true }
        if let background = tag.value("bgcolor") { inner.hasBackground = !Self.isWhite(background.asciiLowercased) }
        if tag.name.elementsEqual("font".utf8), let color = tag.value("color") {
            inner.isWhite = Self.isWhite(color.asciiLowercased)
        }
        if let style = tag.value("style") { inner.apply(style) }
        return inner
    }

    private mutating func apply(_ style: [UInt8]) {
        var ownBackground: [UInt8]?
        var ownColor: [UInt8]?
        for declaration in style.split(separator: ASCII.semicolon) {
            let squeezed = declaration.asciiLowercased.filter { !$0.isBlank && !$0.isLineBreak }
            guard let colon = squeezed.firstIndex(of: ASCII.colon) else { continue }
            let value = Array(squeezed[(colon + 1)...].prefix { $0 != 0x21 })
            switch String(decoding: squeezed[..<colon], as: UTF8.self) {
            case "color": ownColor = value
            case "background", "background-color", "background-image": ownBackground = value
            case let property: apply(property, value)
            }
        }
        if let ownBackground { hasBackground = !Self.isWhite(ownBackground) && !Self.isNothing(ownBackground) }
        if let ownColor { isWhite = Self.isWhite(ownColor) || Self.isTransparent(ownColor) }
        if let ownColor, let ownBackground, ownColor == ownBackground { isGone = true }
    }

    private mutating func apply(_ property: String, _ value: [UInt8]) {
        switch property {
        case "display": if value.elementsEqual("none".utf8) { isGone = true }
        case "visibility": isInvisible = !value.elementsEqual("visible".utf8)
        case "font-size": hasNoSize = Self.isTiny(value)
        case "opacity", "max-height", "max-width", "height", "width": if Self.isZero(value) { isGone = true }
        case "mso-hide": if value.elementsEqual("all".utf8) { isGone = true }
        case "left", "top", "right", "bottom", "text-indent", "margin-left", "margin-top":
            if Self.isFarAway(value) { isGone = true }
        case "clip", "clip-path":
            if value.starts(with: "rect(0".utf8) || value.containsBytes(Array("100%".utf8)) { isGone = true }
        default: break
        }
    }
}

// Values of style sheets.
extension HTMLVisibility {
    private static func isWhite(_ value: [UInt8]) -> Bool {
        ["white", "#fff", "#ffffff", "fff", "ffffff", "rgb(255,255,255)", "rgba(255,255,255,1)"].contains {
            value.elementsEqual($0.utf8)
        }
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
