/// One line of an invoice.
package struct InvoiceLine: Equatable, Sendable, Codable {
    package let text: String
    /// In thousandths.
    package let quantity: Int64
    /// In the currency's smallest units, before tax; less than nothing for a discount.
    package let unitPrice: Int64
    /// In hundredths of a percent.
    package let tax: Int64

    /// Limit: thousandths of a quantity.
    package static let mostQuantity: Int64 = 100_000_000
    /// Limit: smallest units of a price.
    package static let mostPrice: Int64 = 100_000_000_000
    /// Limit: hundredths of a percent.
    package static let mostTax: Int64 = 10_000

    /// Nil beyond the limits.
    package init?(text: String, quantity: Int64, unitPrice: Int64, tax: Int64) {
        guard (1...Self.mostQuantity).contains(quantity), unitPrice.magnitude <= Self.mostPrice.magnitude,
            (0...Self.mostTax).contains(tax)
        else { return nil }
        self.text = text
        self.quantity = quantity
        self.unitPrice = unitPrice
        self.tax = tax
    }

    /// What it comes to before tax, in the currency's smallest units: each line is rounded for itself, half up.
    package var net: Int64 { Rounding.halfUp(Int128(quantity) * Int128(unitPrice), over: 1000) }
}

/// All lines of an invoice; they come to more than nothing.
package struct InvoiceLines: Equatable, Sendable, Codable {
    package let all: [InvoiceLine]

    /// Limit: lines of an invoice. With the limits of a line no sum comes near the end of the number.
    package static let most = 100

    /// Nil without a line, with too many, or where they come to nothing or less.
    package init?(_ lines: [InvoiceLine]) {
        all = lines
        guard (1...Self.most).contains(lines.count), net >= 0, total > 0 else { return nil }
    }

    package init(from decoder: any Decoder) throws {
        all = try decoder.singleValueContainer().decode([InvoiceLine].self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(all)
    }

    /// Before tax.
    package var net: Int64 { all.reduce(0) { $0 + $1.net } }

    /// The tax of each rate, from the lowest: taken of the sum of its lines, and rounded once, half up.
    package var taxes: [TaxSum] {
        Dictionary(grouping: all, by: \.tax).sorted { $0.key < $1.key }.map { rate, lines in
            let base = lines.reduce(0) { $0 + $1.net }
            return TaxSum(rate: rate, base: base, tax: Rounding.halfUp(Int128(base) * Int128(rate), over: 10_000))
        }
    }

    /// With all tax.
    package var total: Int64 { taxes.reduce(net) { $0 + $1.tax } }
}

/// What one rate of tax comes to.
package struct TaxSum: Equatable, Sendable {
    /// In hundredths of a percent.
    package let rate: Int64
    /// What it is taken of.
    package let base: Int64
    package let tax: Int64
}

private enum Rounding {
    /// The nearest whole number; from the middle away from zero, so that a discount undoes exactly what it is of.
    static func halfUp(_ value: Int128, over divisor: Int128) -> Int64 {
        let rounded = (Int128(value.magnitude) * 2 + divisor) / (2 * divisor)
        return Int64(clamping: value < 0 ? -rounded : rounded)
    }
}
