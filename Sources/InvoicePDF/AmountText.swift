package import PortalCore

/// Numbers as people of a locale write them.
package struct AmountText: Sendable {
    private let group: String
    private let point: String

    /// - Parameter locale: a language tag; what is not known is written as in English.
    package init(locale: String) {
        let language = locale.utf8.prefix { $0 != UInt8(ascii: "-") }
        let row = Self.table.first { $0.languages.contains { $0.utf8.elementsEqual(language) } }
        (group, point) = row.map { ($0.group, $0.point) } ?? (",", ".")
    }

    /// By the Unicode locale data (CLDR): blanks do not break.
    private static let table: [(languages: [String], group: String, point: String)] = [
        (["de", "es", "it", "nl", "da", "pt", "tr", "id"], ".", ","),
        (["fr", "sv", "nb", "no", "fi", "pl", "cs", "sk", "uk", "ru", "bg", "hu"], "\u{A0}", ","),
    ]

    /// `1,234.50 EUR`
    package func text(_ money: Money) -> String {
        "\(number(money.minor, places: money.currency.places))\u{A0}\(money.currency.code)"
    }

    /// `1,234.50`
    package func number(_ value: Int64, places: Int) -> String { localized(DecimalText.written(value, places: places)) }

    /// The same without zeros behind the point: `1.5`.
    package func short(_ value: Int64, places: Int) -> String { localized(DecimalText.short(value, places: places)) }

    private func localized(_ decimal: String) -> String {
        let halves = decimal.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1)
        let isNegative = decimal.utf8.first == UInt8(ascii: "-")
        let digits = Array(halves[0].drop { $0 == UInt8(ascii: "-") })
        var whole = isNegative ? "\u{2212}" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { whole += group }
            whole.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return halves.count == 2 ? whole + point + String(decoding: halves[1], as: UTF8.self) : whole
    }
}
