/// Whether an element's text can be seen, as far as its own attributes, those of its ancestors and the style sheets of the
/// document say (CM-09). What its writer struck out counts as what cannot be seen: it is not what they mean to say.
struct HTMLVisibility {
    /// Nothing inside can be seen, whatever it says.
    private(set) var isGone = false
    /// A style sheet may hide it, by a rule that is not judged here.
    private(set) var isDoubtful = false
    /// Descendants can undo these by saying otherwise.
    private var isInvisible = false
    private var hasNoSize = false
    private var color = HTMLColor.usual
    /// What shines through, down to the white page.
    private var background = HTMLColor.white

    var isHidden: Bool { isGone || isInvisible || hasNoSize || color.cannotBeSeen(on: background) }

    /// The visibility of an element of the document `bytes` inside this one, where `sheet` holds.
    func inside(_ tag: HTMLTag, of bytes: [UInt8], _ sheet: HTMLStyleSheet) -> HTMLVisibility {
        var inner = self
        if tag.traits.contains(.unseen) { inner.isGone = true }
        if tag.traits.contains(.details), !tag.attributes.isOpen { inner.isGone = true }
        if !sheet.isEmpty {
            switch sheet.effect(on: tag, of: bytes) {
            case .hidden: inner.isGone = true
            case .doubtful: inner.isDoubtful = true
            case .none: break
            }
        }
        guard !tag.attributes.isEmpty else { return inner }
        if tag.attributes.isHidden { inner.isGone = true }
        if let own = tag.attributes.background { inner.setBackground(bytes[own].asciiLowercased) }
        if tag.traits.contains(.font), let own = tag.attributes.color {
            inner.color = HTMLColor(bytes[own].asciiLowercased) ?? inner.color
        }
        if let style = tag.attributes.style { inner.apply(HTMLStyle.plain(bytes[style])) }
        return inner
    }

    /// A property that can hide text.
    private enum Property {
        case color, background, display, visibility, fontSize, font, opacity, extent, overflow, offset, clip, hide
        case transform, decoration
    }

    private static let properties = HTMLNameTable<Property>(
        [
            (.color, ["color", "-webkit-text-fill-color"]), (.background, ["background", "background-color"]),
            (.background, ["background-image"]), (.display, ["display"]), (.visibility, ["visibility"]),
            (.fontSize, ["font-size"]), (.font, ["font"]), (.opacity, ["opacity"]),
            (.extent, ["max-height", "max-width", "height", "width"]), (.overflow, ["overflow"]),
            (.hide, ["mso-hide", "content-visibility"]),
            (.offset, ["left", "top", "right", "bottom", "text-indent", "margin", "margin-left", "margin-top"]),
            (.clip, ["clip", "clip-path"]), (.transform, ["transform", "filter"]),
            (.decoration, ["text-decoration", "text-decoration-line"]),
        ].flatMap { (property: Property, names: [StaticString]) in names.map { (HTMLName($0), property) } })

    /// Takes in what the declarations of a style say.
    mutating func apply(_ style: ArraySlice<UInt8>) {
        var (isNarrow, isCut) = (false, false)
        for declaration in style.split(separator: ASCII.semicolon) {
            guard let (property, value) = Self.declaration(declaration) else { continue }
            switch property {
            case .extent: isNarrow = isNarrow || HTMLStyle.isAtMost(1, value)
            case .overflow: isCut = !value.elementsEqual("visible".utf8)
            default: break
            }
            apply(property, value)
        }
        if isNarrow && isCut { isGone = true }
    }

    /// The property and its value in small letters, white space as single blanks; `nil` when it can hide nothing.
    private static func declaration(_ text: ArraySlice<UInt8>) -> (Property, [UInt8])? {
        guard let colon = text.firstIndex(of: ASCII.colon),
            let property = properties[HTMLName(text[..<colon].lazy.filter { $0 > ASCII.space })]
        else { return nil }
        let words = text[(colon + 1)...].prefix { $0 != 0x21 }.split { $0 <= ASCII.space }
        return (property, Array(words.map { $0.asciiLowercased }.joined(separator: [ASCII.space])))
    }

    private mutating func apply(_ property: Property, _ value: [UInt8]) {
        switch property {
        case .color: color = HTMLColor(value) ?? color
        case .background: setBackground(value)
        case .display: isGone = isGone || value.elementsEqual("none".utf8)
        case .visibility: isInvisible = !value.elementsEqual("visible".utf8)
        case .fontSize: hasNoSize = HTMLStyle.isTiny(value)
        case .font: hasNoSize = value.split(separator: ASCII.space).contains { HTMLStyle.isTiny($0) }
        case .opacity: isGone = isGone || HTMLStyle.isFaint(value)
        case .extent: isGone = isGone || HTMLStyle.isAtMost(0, value)
        case .hide: isGone = isGone || ["all", "hidden"].contains { value.elementsEqual($0.utf8) }
        case .offset: isGone = isGone || value.split(separator: ASCII.space).contains { HTMLStyle.isFarAway($0) }
        case .clip: isGone = isGone || HTMLStyle.isClipped(value)
        case .transform: isGone = isGone || HTMLStyle.isTransformedAway(value)
        case .decoration: isGone = isGone || value.containsBytes(Array("line-through".utf8))
        case .overflow: break
        }
    }

    /// A background that is none leaves what is behind it.
    private mutating func setBackground(_ value: [UInt8]) {
        if let own = HTMLColor.ofBackground(value), own != .transparent { background = own }
    }
}
