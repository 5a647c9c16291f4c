import Foundation

/// The letters of a document: those that every reader of PDF has, or, where they do not suffice, DejaVu's, which go along.
enum Typeface {
    /// Windows-1252: what the standard fonts can write.
    case standard
    /// The paths of a font for UTF-8 and of its bold face.
    case embedded(regular: String, bold: String)

    private static let folder = "/usr/share/fonts/truetype/dejavu"

    /// The one that suffices for all these texts; where DejaVu is not installed, `?` stands for what the standard fonts lack.
    init(for texts: [String]) {
        let (regular, bold) = ("\(Self.folder)/DejaVuSans.ttf", "\(Self.folder)/DejaVuSans-Bold.ttf")
        let suffices = texts.allSatisfy { text in Self.composed(text).allSatisfy { Self.byte(of: $0) != nil } }
        let isThere =
            FileManager.default.isReadableFile(atPath: regular) && FileManager.default.isReadableFile(atPath: bold)
        self = suffices || !isThere ? .standard : .embedded(regular: regular, bold: bold)
    }

    /// A text in the bytes that this typeface's encoding has for it, ended by a zero.
    func encoded(_ text: String) -> [CChar] {
        let scalars = Self.composed(text)
        let bytes: [UInt8] =
            switch self {
            case .standard: scalars.map { Self.byte(of: $0) ?? UInt8(ascii: "?") }
            case .embedded: Array(String(String.UnicodeScalarView(scalars)).utf8)
            }
        return bytes.filter { $0 != 0 }.map(CChar.init(bitPattern:)) + [0]
    }

    private static func composed(_ text: String) -> [Unicode.Scalar] {
        Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
    }

    private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0xFF: UInt8(scalar.value)
        case 0x202F: 0xA0
        case 0x2212: 0x2D
        default: others.firstIndex(of: scalar.value).map { UInt8(0x80 + $0) }
        }
    }

    /// What Windows-1252 has at 0x80 to 0x9F; zero where it has nothing.
    private static let others: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}
