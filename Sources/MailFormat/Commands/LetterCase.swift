/// Lower case by tables of our own: no locale, no language, one scalar in and one scalar out.
enum LetterCase {
    /// The small letter of a capital of the Latin, Greek or Cyrillic alphabet; every other scalar unchanged.
    ///
    /// Nothing outside these alphabets becomes a letter of them (neither the Kelvin sign nor the long s).
    static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value = scalar.value
        let small: UInt32 =
            switch value {
            case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A1, 0x3A3...0x3AB, 0x410...0x42F: value + 0x20
            case 0x400...0x40F: value + 0x50
            case 0x386: 0x3AC
            case 0x388...0x38A: value + 0x25
            case 0x38C: 0x3CC
            case 0x38E, 0x38F: value + 0x3F
            case 0x178: 0xFF
            case 0x100...0x12F, 0x132...0x137, 0x14A...0x177, 0x218...0x21B, 0x490...0x491: value | 1
            case 0x139...0x148, 0x179...0x17E: value % 2 == 1 ? value + 1 : value
            default: value
            }
        return Unicode.Scalar(small) ?? scalar
    }

    /// Whether the scalar is a capital that ``lowercased(_:)`` knows.
    static func isCapital(_ scalar: Unicode.Scalar) -> Bool { lowercased(scalar) != scalar }

    /// `scalars` as UTF-8 in lower case, letters and accents composed, full-width letters and ligatures as plain ones, with a
    /// plain apostrophe and a plain space where the typographic ones stood.
    static func folded(_ scalars: some Sequence<Unicode.Scalar>) -> [UInt8] {
        var bytes: [UInt8] = []
        var last: Unicode.Scalar = " "
        for scalar in scalars {
            if scalar.value < 0x80 {
                last = lowercased(scalar)
                bytes.append(UInt8(truncatingIfNeeded: last.value))
            } else if LetterForms.isCombiningMark(scalar), let letter = LetterForms.composed(last, with: scalar) {
                bytes.removeLast(UTF8.width(last))
                append(letter, to: &bytes)
                last = letter
            } else {
                last = lowercased(scalar)
                appendFolded(last, to: &bytes)
            }
        }
        return bytes
    }

    private static func appendFolded(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch scalar.value {
        case 0x2018, 0x2019, 0x2BC: bytes.append(ASCII.apostrophe)
        case 0xA0, 0x202F: bytes.append(ASCII.space)
        case 0xFB00...0xFB06, 0xFF01...0xFF5E:
            for letter in LetterForms.plain(scalar) { append(lowercased(letter), to: &bytes) }
        default: append(scalar, to: &bytes)
        }
    }

    /// Folded text with plain letters where accented ones stood.
    static func withoutAccents(_ folded: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in String(decoding: folded, as: UTF8.self).unicodeScalars {
            append(LetterForms.withoutAccent(scalar) ?? scalar, to: &bytes)
        }
        return bytes
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// The words of folded text: runs of letters, digits, apostrophes and anything that is not ASCII.
    static func words(of folded: some Collection<UInt8>) -> [[UInt8]] {
        folded.split { !($0 >= 0x80 || $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.apostrophe) }.map {
            Array($0)
        }
    }
}
