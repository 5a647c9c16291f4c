import MailFormat

/// An organization's color, and what can be read on it and beside it: every text has a contrast of 4.5 or more
/// (WCAG 2.2, 1.4.3), in light and in dark.
struct BrandColor: Sendable, Equatable {
    private let red: UInt8
    private let green: UInt8
    private let blue: UInt8

    static let standard = BrandColor(0x2F, 0x5D, 0x8A)
    private static let white = BrandColor(255, 255, 255)
    private static let black = BrandColor(0, 0, 0)
    /// The darkest surface of the light style and the lightest of the dark one: what holds there holds on the others.
    private static let lightSurface = BrandColor(0xF1, 0xF3, 0xF6)
    private static let darkSurface = BrandColor(0x21, 0x27, 0x30)
    private static let enough = 4.6

    private init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// - Parameter text: `#rrggbb`.
    init?(_ text: String) {
        let digits = text.utf8.dropFirst().compactMap(\.hexadecimalValue)
        guard text.utf8.count == 7, text.utf8.first == UInt8(ascii: "#"), digits.count == 6 else { return nil }
        self.init(digits[0] << 4 | digits[1], digits[2] << 4 | digits[3], digits[4] << 4 | digits[5])
    }

    var bytes: [UInt8] { [red, green, blue] }

    /// `--brand` fills, `--on-brand` is written on it, `--ink` is the color as a text.
    var properties: String {
        """
        :root{--brand:\(text);--on-brand:\(readable.text);--ink:\(mixed(with: Self.black, on: Self.lightSurface).text)}
        @media (prefers-color-scheme:dark){:root{--ink:\(mixed(with: Self.white, on: Self.darkSurface).text)}}

        """
    }

    private var text: String {
        let digits = Array("0123456789abcdef".utf8)
        return "#" + String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// White, or black where white would be too pale: one of the two is always enough, but only the purest black.
    private var readable: BrandColor { contrast(with: Self.white) >= 4.5 ? Self.white : Self.black }

    /// This color, as much mixed with `other` as reading it on `surface` takes.
    private func mixed(with other: BrandColor, on surface: BrandColor) -> BrandColor {
        let shades = (0...20).lazy.map { mixed(with: other, twentieths: $0) }
        return shades.first { $0.contrast(with: surface) >= Self.enough } ?? other
    }

    private func mixed(with other: BrandColor, twentieths: Int) -> BrandColor {
        func mix(_ own: UInt8, _ added: UInt8) -> UInt8 {
            UInt8((Int(own) * (20 - twentieths) + Int(added) * twentieths) / 20)
        }
        return BrandColor(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
    }

    /// From 1 to 21 (WCAG 2.2, “contrast ratio”).
    func contrast(with other: BrandColor) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// sRGB to linear light, to within a thousandth, without a power: the square and the cube mixed.
    private var luminance: Double {
        func linear(_ byte: UInt8) -> Double {
            let value = Double(byte) / 255
            return value * (value * (value * 0.305306011 + 0.682171111) + 0.012522878)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}
