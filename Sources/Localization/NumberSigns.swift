/// How people of a locale write numbers: what stands between thousands, and before the fraction. Known for more locales
/// than are spoken here, because an invoice follows its organization's.
package struct NumberSigns: Sendable {
    private let group: String
    private let point: String

    /// - Parameter locale: a language tag; what is not known is written as in English.
    package init(locale: String) {
        let language = locale.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
        let row = Self.table.first { $0.languages.contains { $0.utf8.elementsEqual(language) } }
        (group, point) = row.map { ($0.group, $0.point) } ?? (",", ".")
    }

    /// By the Unicode locale data (CLDR): blanks do not break.
    private static let table: [(languages: [String], group: String, point: String)] = [
        (["de", "es", "it", "nl", "da", "pt", "tr", "id"], ".", ","),
        (["fr", "sv", "nb", "no", "fi", "pl", "cs", "sk", "uk", "ru", "bg", "hu"], "\u{A0}", ","),
    ]

    /// A number as people type it, with a point before its fraction: the locale's own sign may stand there once. Nil where it
    /// could be a sign between thousands.
    package func pointed(_ typed: String) -> String? {
        guard point == "," else { return typed }
        let signs = typed.utf8.filter { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
        guard let sign = signs.first else { return typed }
        let fraction = typed.utf8.split(separator: sign, omittingEmptySubsequences: false).last?.count
        guard signs.count == 1, sign == UInt8(ascii: ",") || fraction != 3 else { return nil }
        return String(decoding: typed.utf8.map { $0 == sign ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
    }

    /// `1,234.50`; a minus sign where it is below zero.
    ///
    /// - Parameter places: digits behind the point, 0 to 18.
    package func decimal(_ value: Int64, places: Int) -> String {
        var digits = String(value.magnitude)
        let missing = places + 1 - digits.utf8.count
        if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
        let whole = digits.utf8.dropLast(places)
        var text = value < 0 ? "\u{2212}" : ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text += group }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return places == 0 ? text : text + point + String(decoding: digits.utf8.suffix(places), as: UTF8.self)
    }
}
