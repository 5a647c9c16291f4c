/// What single values of styles say, in small letters.
enum HTMLStyle {
    /// A style without comments, character references and escapes, which browsers read and a simple search does not.
    static func plain(_ style: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard style.contains(where: { $0 == 0x26 || $0 == ASCII.backslash || $0 == ASCII.asterisk }) else {
            return style
        }
        return withoutEscapes(withoutComments(withoutReferences(style)[...])[...])[...]
    }

    static func withoutReferences(_ style: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var rest = style
        while let byte = rest.popFirst() {
            if byte == 0x26, let (scalar, length) = HTMLEntities.reference(rest) {
                output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                rest = rest.dropFirst(length)
            } else {
                output.append(byte)
            }
        }
        return output
    }

    static func withoutComments(_ style: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var rest = style
        while let byte = rest.popFirst() {
            guard byte == ASCII.slash, rest.first == ASCII.asterisk else {
                output.append(byte)
                continue
            }
            rest = rest.dropFirst()
            while let inner = rest.popFirst() {
                if inner == ASCII.asterisk, rest.first == ASCII.slash { break }
            }
            rest = rest.dropFirst()
        }
        return output
    }

    /// `d\69 splay` is `display`: a backslash, one to six digits, and one blank (CSS Syntax §4.3.7).
    private static func withoutEscapes(_ style: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var rest = style
        while let byte = rest.popFirst() {
            guard byte == ASCII.backslash else {
                output.append(byte)
                continue
            }
            let digits = rest.prefix(6).prefix { $0.hexadecimalValue != nil }
            rest = rest.dropFirst(digits.count)
            guard let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else { continue }
            if rest.first.map({ $0 <= ASCII.space }) ?? false { rest = rest.dropFirst() }
            let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
            output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return output
    }

    /// Zero in any unit, or not more than `most` pixels or points. `width:0` and its like hide only together with
    /// `overflow`, but nobody writes text into nothing.
    static func isAtMost(_ most: Double, _ value: some Collection<UInt8>) -> Bool {
        guard let (value, unit) = number(value) else { return false }
        return value == 0 || value <= most && ["px", "pt", ""].contains(unit)
    }

    /// Less than a tenth.
    static func isFaint(_ value: some Collection<UInt8>) -> Bool {
        number(value).map { $0.value < ($0.unit == "%" ? 10 : 0.1) } ?? false
    }

    /// A size of letters that nobody can read: less than two pixels or points, or a seventh of those around.
    static func isTiny(_ value: some Collection<UInt8>) -> Bool {
        guard let (value, unit) = number(value.prefix { $0 != ASCII.slash }) else { return false }
        return switch unit {
        case "px", "pt": value < 2
        case "%": value < 15
        case "": value == 0
        default: value < 0.15
        }
    }

    /// Minus three digits or more of pixels, two of what is larger; or so far to the other side.
    static func isFarAway(_ value: some Collection<UInt8>) -> Bool {
        let isNegative = value.first == ASCII.hyphen
        guard let (value, unit) = number(isNegative ? value.dropFirst() : value.dropFirst(0)) else { return false }
        let isSmall = ["px", "pt", ""].contains(unit)
        return value >= (isNegative ? (isSmall ? 100 : 30) : (isSmall ? 1_000 : 200))
    }

    /// `rect()` between equal edges, `inset()` from half on, a circle of nothing.
    static func isClipped(_ value: [UInt8]) -> Bool {
        let numbers = value.split { !$0.isASCIIDigit && $0 != ASCII.dot && $0 != 0x25 }
        if value.starts(with: "rect".utf8) {
            return numbers.count == 4 && numbers.allSatisfy { $0 == numbers[0] } || value.starts(with: "rect(0".utf8)
        }
        guard let first = numbers.first, let amount = number(first) else { return false }
        if value.starts(with: "inset".utf8) { return amount.unit == "%" && amount.value >= 50 }
        return value.starts(with: "circle".utf8) && amount.value == 0 || value.containsBytes(Array("100%".utf8))
    }

    /// Made small to nothing, moved away, or made transparent.
    static func isTransformedAway(_ value: [UInt8]) -> Bool {
        value.split(separator: ASCII.closeParenthesis).contains { function in
            let parts = function.split(separator: ASCII.openParenthesis)
            guard parts.count == 2 else { return false }
            let values = parts[1].split { $0 == ASCII.comma || $0 == ASCII.space }
            if parts[0].containsBytes(Array("translate".utf8)) { return values.contains { isFarAway($0) } }
            let shrinks = parts[0].containsBytes(Array("scale".utf8)) || parts[0].containsBytes(Array("opacity".utf8))
            return shrinks && values.contains { isFaint($0) }
        }
    }

    private static func number(_ text: some Collection<UInt8>) -> (value: Double, unit: String)? {
        let digits = text.prefix { $0.isASCIIDigit || $0 == ASCII.dot }
        guard let value = Double(String(decoding: digits, as: UTF8.self)) ?? tenths(digits) else { return nil }
        let unit = text.dropFirst(digits.count).prefix { $0.isASCIILetter || $0 == 0x25 }
        return (value, String(decoding: unit, as: UTF8.self))
    }

    /// `.5`, `0.`, which are numbers in styles.
    private static func tenths(_ digits: some Collection<UInt8>) -> Double? {
        guard digits.contains(where: \.isASCIIDigit) else { return nil }
        return Double("0" + String(decoding: digits, as: UTF8.self) + "0")
    }
}
