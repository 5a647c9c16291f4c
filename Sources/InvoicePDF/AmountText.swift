package import Localization
package import PortalCore

/// Amounts as people of a locale write them.
package struct AmountText: Sendable {
    private let signs: NumberSigns

    /// - Parameter locale: a language tag; what is not known is written as in English.
    package init(locale: String) { signs = NumberSigns(locale: locale) }

    /// `1,234.50 EUR`
    package func text(_ money: Money) -> String {
        "\(number(money.minor, places: money.currency.places))\u{A0}\(money.currency.code)"
    }

    /// `1,234.50`
    package func number(_ value: Int64, places: Int) -> String { signs.decimal(value, places: places) }

    /// The same without zeros behind the point: `1.5`.
    package func short(_ value: Int64, places: Int) -> String {
        let (value, places) = AmountPhrase.shortened(value, places)
        return number(value, places: places)
    }
}

/// Amounts in sentences, written as whoever reads them does.
package enum AmountPhrase {
    /// `1,234.50 EUR`
    package static func text(_ money: Money) -> Phrase {
        .joined([number(money.minor, places: money.currency.places), .verbatim(money.currency.code)], by: "\u{A0}")
    }

    /// `1,234.50`
    package static func number(_ value: Int64, places: Int) -> Phrase { .decimal(value, places: places) }

    /// The same without zeros behind the point: `1.5`.
    package static func short(_ value: Int64, places: Int) -> Phrase {
        let (value, places) = shortened(value, places)
        return .decimal(value, places: places)
    }

    fileprivate static func shortened(_ value: Int64, _ places: Int) -> (Int64, Int) {
        var (value, places) = (value, places)
        while places > 0, value % 10 == 0 { (value, places) = (value / 10, places - 1) }
        return (value, places)
    }
}
