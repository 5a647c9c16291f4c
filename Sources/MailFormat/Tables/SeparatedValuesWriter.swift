/// A table for spreadsheets (RFC 4180): commas, every cell in quotes, CR LF. It begins with a byte order mark, without which
/// Excel takes UTF-8 for something else.
///
/// Whatever a program that opens it could take for a formula has an apostrophe before it (OWASP ASVS 1.2.10): at the begin of
/// a cell, and where a program that separates by semicolons, or knows no quotes, would begin one in its middle.
package struct SeparatedValuesWriter {
    package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    package init() {}

    package mutating func add(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(ASCII.comma) }
            bytes.append(ASCII.quote)
            for scalar in Self.harmless(cell) {
                if scalar == "\"" { bytes.append(ASCII.quote) }
                bytes += String(scalar).utf8
            }
            bytes.append(ASCII.quote)
        }
        bytes += [ASCII.cr, ASCII.lf]
    }

    private static func harmless(_ cell: String) -> [Unicode.Scalar] {
        var kept: [Unicode.Scalar] = []
        var isAtBegin = true
        for (index, scalar) in cell.unicodeScalars.enumerated() {
            let isBreak = breaks.contains(scalar)
            if (isAtBegin && formulas.contains(scalar)) || (index == 0 && isBreak && scalar != ";") { kept.append("'") }
            kept.append(scalar)
            isAtBegin = isBreak || (isAtBegin && isPassedOver(scalar))
        }
        return kept
    }

    /// Programs take blanks off before they look; what cannot be seen, and quotes, may be lost on the way.
    private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format: true
        default: scalar.properties.isWhitespace || scalar == "\""
        }
    }

    private static let breaks: Set<Unicode.Scalar> = [";", "\t", "\r", "\n", "\u{0}"]

    /// With their full-width and small forms.
    private static let formulas: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{FE66}", "\u{FE62}", "\u{FE63}",
        "\u{FE6B}",
        "\u{2212}",
    ]
}
