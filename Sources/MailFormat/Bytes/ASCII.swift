/// The bytes of ASCII that mail syntax gives a meaning to, and what may be asked of a byte without a locale.
package enum ASCII {
    package static let nul: UInt8 = 0x00
    package static let tab: UInt8 = 0x09
    package static let lf: UInt8 = 0x0A
    package static let cr: UInt8 = 0x0D
    package static let space: UInt8 = 0x20
    package static let quote: UInt8 = 0x22
    package static let percent: UInt8 = 0x25
    package static let apostrophe: UInt8 = 0x27
    package static let openParenthesis: UInt8 = 0x28
    package static let closeParenthesis: UInt8 = 0x29
    package static let asterisk: UInt8 = 0x2A
    package static let plus: UInt8 = 0x2B
    package static let comma: UInt8 = 0x2C
    package static let hyphen: UInt8 = 0x2D
    package static let dot: UInt8 = 0x2E
    package static let slash: UInt8 = 0x2F
    package static let colon: UInt8 = 0x3A
    package static let semicolon: UInt8 = 0x3B
    package static let less: UInt8 = 0x3C
    package static let equals: UInt8 = 0x3D
    package static let greater: UInt8 = 0x3E
    package static let question: UInt8 = 0x3F
    package static let at: UInt8 = 0x40
    package static let openBracket: UInt8 = 0x5B
    package static let backslash: UInt8 = 0x5C
    package static let closeBracket: UInt8 = 0x5D
    package static let underscore: UInt8 = 0x5F
}

extension UInt8 {
    /// `A`–`Z` as `a`–`z`; every other byte unchanged.
    package var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

    /// `0`–`9`.
    package var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// `A`–`Z` or `a`–`z`.
    package var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

    /// Space or tab: the white space of RFC 5234 (WSP).
    package var isBlank: Bool { self == ASCII.space || self == ASCII.tab }

    /// CR or LF.
    package var isLineBreak: Bool { self == ASCII.cr || self == ASCII.lf }

    /// `atext` of RFC 5322 §3.2.3.
    package var isAtomText: Bool {
        switch self {
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: true
        default: isASCIIDigit || isASCIILetter
        }
    }

    /// The value of a hexadecimal digit, `nil` for any other byte.
    package var hexadecimalValue: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x37
        case 0x61...0x66: self - 0x57
        default: nil
        }
    }
}

extension Collection where Element == UInt8 {
    /// The bytes with `A`–`Z` as `a`–`z`, nothing else changed.
    package var asciiLowercased: [UInt8] { map(\.asciiLowercased) }

    /// Whether both are the same bytes, `A`–`Z` counting as `a`–`z`.
    package func equalsIgnoringASCIICase(_ other: some Collection<UInt8>) -> Bool {
        count == other.count && zip(self, other).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
    }

    /// Whether the bytes begin with `prefix`, `A`–`Z` counting as `a`–`z`.
    package func startsIgnoringASCIICase(with prefix: some Collection<UInt8>) -> Bool {
        count >= prefix.count && zip(self, prefix).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
    }
}

extension BidirectionalCollection where Element == UInt8 {
    /// The bytes without blanks and line breaks at either end.
    package var trimmed: SubSequence {
        guard let first = firstIndex(where: { !$0.isBlank && !$0.isLineBreak }),
            let last = lastIndex(where: { !$0.isBlank && !$0.isLineBreak })
        else { return self[startIndex..<startIndex] }
        return self[first...last]
    }
}

extension String {
    /// The text with `A`–`Z` as `a`–`z`, nothing else changed.
    package var asciiLowercased: String { String(decoding: utf8.map(\.asciiLowercased), as: UTF8.self) }

    /// Whether both are the same bytes, `A`–`Z` counting as `a`–`z`.
    package func equalsIgnoringASCIICase(_ other: String) -> Bool { utf8.equalsIgnoringASCIICase(other.utf8) }
}
