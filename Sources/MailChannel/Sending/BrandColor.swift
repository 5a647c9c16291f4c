import Glibc
import MailFormat

/// An organization's color, `#rrggbb`, and what can be read on it or seen beside it.
struct BrandColor {
    /// Red, green and blue, 0 to 255.
    private let channels: [UInt8]

    /// White stands in for a text that is no color.
    init(_ text: String) {
        let digits = text.utf8.dropFirst().compactMap(\.hexadecimalValue)
        channels =
            digits.count == 6
            ? stride(from: 0, to: 6, by: 2).map { digits[$0] << 4 | digits[$0 + 1] } : [255, 255, 255]
    }

    /// White or black, whichever has the greater contrast on the color; at least 4.58 to 1.
    var ink: String {
        Self.contrast(1, Self.luminance(channels)) >= Self.contrast(Self.luminance(channels), 0) ? "#ffffff" : "#000000"
    }

    /// The color as it can be seen on the dark card: mixed with as much white as a contrast of 3 to 1 takes
    /// (WCAG 2.2, 1.4.11).
    var bright: String {
        let dark = Self.luminance([0x1F, 0x1F, 0x1F])
        let mixtures = (0...10).lazy.map { tenths in channels.map { $0 + UInt8((255 - Int($0)) * tenths / 10) } }
        return Self.text(mixtures.first { Self.contrast(Self.luminance($0), dark) >= 3 } ?? channels)
    }

    /// Of two relative luminances, the lighter one first.
    private static func contrast(_ lighter: Double, _ darker: Double) -> Double { (lighter + 0.05) / (darker + 0.05) }

    /// 0 to 1, as WCAG 2.2 defines it.
    private static func luminance(_ channels: [UInt8]) -> Double {
        let light = channels.map { channel -> Double in
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return zip(light, [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private static func text(_ channels: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let pairs = channels.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return "#" + String(decoding: pairs, as: UTF8.self)
    }
}
