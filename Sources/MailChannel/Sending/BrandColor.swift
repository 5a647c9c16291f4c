import Glibc
import MailFormat

/// An organization's color, `#rrggbb`, and what can be read on it.
struct BrandColor {
    /// Relative luminance from 0 to 1 (WCAG 2.2).
    private let luminance: Double

    init(_ text: String) {
        let digits = text.utf8.dropFirst().compactMap { $0.hexadecimalValue.map(Double.init) }
        guard digits.count == 6 else {
            luminance = 1
            return
        }
        let channels = stride(from: 0, to: 6, by: 2).map { Self.linear((digits[$0] * 16 + digits[$0 + 1]) / 255) }
        luminance = 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }

    /// White or black, whichever has the greater contrast on the color; at least 4.58 to 1.
    var ink: String { 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? "#ffffff" : "#000000" }

    private static func linear(_ value: Double) -> Double {
        value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}
