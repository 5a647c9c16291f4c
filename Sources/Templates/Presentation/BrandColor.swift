/// An organization's color, and what can be read on it and seen beside it (WCAG 2.2, 1.4.3 and 1.4.11).
package struct BrandColor: Sendable, Equatable {
    private let red: UInt8
    private let green: UInt8
    private let blue: UInt8

    /// For what belongs to no organization.
    package static let standard = BrandColor(0x2F, 0x5D, 0x8A)
    /// `#ffffff`.
    package static let white = BrandColor(255, 255, 255)
    /// `#000000`.
    package static let black = BrandColor(0, 0, 0)

    /// Red, green and blue, 0 to 255.
    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// - Parameter text: `#rrggbb`; everything else is no color.
    package init?(_ text: String) {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6, digits.allSatisfy(\.isASCIIAlphanumeric),
            let number = UInt32(Substring(digits), radix: 16)
        else { return nil }
        self.init(
            UInt8(truncatingIfNeeded: number >> 16), UInt8(truncatingIfNeeded: number >> 8),
            UInt8(truncatingIfNeeded: number))
    }

    /// Red, green and blue.
    package var bytes: [UInt8] { [red, green, blue] }

    /// `#rrggbb`, in small letters.
    package var text: String {
        bytes.reduce(into: "#") { $0 += ($1 < 16 ? "0" : "") + String($1, radix: 16) }
    }

    /// White or black, whichever has the greater contrast on the color; at least 4.5.
    package var ink: BrandColor {
        contrast(with: Self.white) >= contrast(with: Self.black) ? Self.white : Self.black
    }

    /// The color with as little of `other` in it as a contrast on `surface` takes; `other` itself when none is enough.
    ///
    /// - Parameter contrast: 1 to 21; ask for a tenth more than is needed, as luminance is known to within a thousandth.
    package func mixed(with other: BrandColor, on surface: BrandColor, contrast: Double) -> BrandColor {
        let shades = (0...20).lazy.map { mixed(with: other, twentieths: $0) }
        return shades.first { $0.contrast(with: surface) >= contrast } ?? other
    }

    /// From 1 to 21 (WCAG 2.2, “contrast ratio”).
    package func contrast(with other: BrandColor) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    private func mixed(with other: BrandColor, twentieths: Int) -> BrandColor {
        func mix(_ own: UInt8, _ added: UInt8) -> UInt8 {
            UInt8((Int(own) * (20 - twentieths) + Int(added) * twentieths) / 20)
        }
        return BrandColor(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
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
