/// Takes the head of a rule apart (Selectors §3): of each selector its last element.
struct HTMLSelectorReader {
    private var rest: ArraySlice<UInt8>
    private var found: [HTMLSelector] = []
    private var last = HTMLSelector()
    /// Whether anything of `last` was read, and whether another element follows.
    private var isBegun = false, isEnded = false

    static func selectors(_ text: ArraySlice<UInt8>) -> [HTMLSelector] {
        var reader = HTMLSelectorReader(text)
        reader.read()
        return reader.found
    }

    private init(_ text: ArraySlice<UInt8>) { rest = text }

    private mutating func read() {
        while let byte = rest.first {
            switch byte {
            case ASCII.comma: endSelector()
            case ...ASCII.space: isEnded = isEnded || isBegun
            case ASCII.greater, ASCII.plus, Self.tilde: isEnded = true
            default:
                readPiece(byte)
                continue
            }
            rest = rest.dropFirst()
        }
        endSelector()
    }

    private mutating func endSelector() {
        if isBegun { found.append(last) }
        (last, isBegun, isEnded) = (HTMLSelector(), false, false)
    }

    /// Reads what begins with `byte`, at least that.
    private mutating func readPiece(_ byte: UInt8) {
        if isEnded { last = HTMLSelector(isWhole: false, isPassing: last.isPassing) }
        (isBegun, isEnded) = (true, false)
        let name = identifier()
        guard name.isEmpty else { return last.name = HTMLName(name) }
        rest = rest.dropFirst()
        switch byte {
        case ASCII.dot: last.classes.append(identifier())
        case Self.hash: last.ids.append(identifier())
        case ASCII.colon: readState()
        case ASCII.asterisk: break
        default:
            if byte == ASCII.openBracket { skip(to: ASCII.closeBracket) }
            last.isWhole = false
        }
    }

    /// `:hover`, `::before`, `:not(…)`, behind the first colon. Of most only that there is more than is judged.
    private mutating func readState() {
        let isAddition = rest.first == ASCII.colon
        if isAddition { rest = rest.dropFirst() }
        let name = identifier().asciiLowercased
        if rest.first == ASCII.openParenthesis { skip(to: ASCII.closeParenthesis) }
        last.isWhole = false
        // What is said of the first line or letter holds for text of the element itself.
        let isOfText = name.starts(with: "first-l".utf8)
        if isAddition && !isOfText || Self.passing.contains(name) { last.isPassing = true }
    }

    private static let passing = WordList.set(
        "hover, active, focus, focus-within, focus-visible, visited, before, after")
    private static let hash: UInt8 = 0x23, tilde: UInt8 = 0x7E

    /// Behind the bracket that answers the one at the beginning; brackets within nest.
    private mutating func skip(to closing: UInt8) {
        let opening = rest.first
        var depth = closing == ASCII.closeParenthesis ? 0 : 1
        while let byte = rest.popFirst() {
            if byte == opening, closing == ASCII.closeParenthesis { depth += 1 }
            if byte == closing { depth -= 1 }
            if depth == 0 { return }
        }
    }

    /// A name with its escapes (CSS Syntax §4.3.11); none where none begins.
    private mutating func identifier() -> [UInt8] {
        var name: [UInt8] = []
        while let byte = rest.first {
            if byte == ASCII.backslash {
                rest = rest.dropFirst()
                name += escaped()
            } else if Self.isNameByte(byte) {
                rest = rest.dropFirst()
                name.append(byte)
            } else {
                break
            }
        }
        return name
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == ASCII.hyphen || byte == ASCII.underscore || byte >= 0x80
    }

    /// One to six digits and a blank, or any other byte as it is.
    private mutating func escaped() -> [UInt8] {
        let digits = rest.prefix(6).prefix { $0.hexadecimalValue != nil }
        guard let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
            return rest.popFirst().map { [$0] } ?? []
        }
        rest = rest.dropFirst(digits.count)
        if rest.first.map({ $0 <= ASCII.space }) ?? false { rest = rest.dropFirst() }
        return Array(UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    }
}
