import MailFormat

/// An exact amount: a whole number of the currency's smallest units.
package struct Money: Hashable, Sendable, Codable {
    /// Cents, where the currency has two places.
    package let minor: Int64
    package let currency: Currency

    package init(minor: Int64, _ currency: Currency) {
        self.minor = minor
        self.currency = currency
    }

    /// `1234.50`: as machines read it.
    package var decimal: String { DecimalText.written(minor, places: currency.places) }
}

/// Exact decimal numbers: whole numbers of units of their last place.
package enum DecimalText {
    /// Limit: digits of a number.
    private static let mostDigits = 15

    /// `1234.5` is 123450 with two places; nil for anything else, and for more places than there are.
    package static func read(_ text: String, places: Int) -> Int64? {
        var digits = text.utf8[...]
        let isNegative = digits.first == ASCII.hyphen
        if isNegative { digits.removeFirst() }
        let halves = digits.split(separator: ASCII.dot, maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = halves.first, !whole.isEmpty, whole.allSatisfy(\.isASCIIDigit) else { return nil }
        let fraction = halves.count == 2 ? Array(halves[1]) : []
        guard halves.count == 1 || !fraction.isEmpty, fraction.allSatisfy(\.isASCIIDigit), fraction.count <= places,
            whole.count + places <= mostDigits
        else { return nil }
        let all = Array(whole) + fraction + [UInt8](repeating: 0x30, count: places - fraction.count)
        let value = all.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
        return isNegative ? -value : value
    }

    /// 123450 is `1234.50` with two places.
    package static func written(_ value: Int64, places: Int) -> String {
        var digits = Array(String(value.magnitude).utf8)
        if digits.count <= places { digits = [UInt8](repeating: 0x30, count: places + 1 - digits.count) + digits }
        let sign: [UInt8] = value < 0 ? [ASCII.hyphen] : []
        let whole = sign + digits.dropLast(places)
        return String(decoding: places == 0 ? whole : whole + [ASCII.dot] + digits.suffix(places), as: UTF8.self)
    }

    /// The same without the zeros behind the point: 1500 is `1.5` with three places.
    package static func short(_ value: Int64, places: Int) -> String {
        var bytes = Array(written(value, places: places).utf8)
        guard places > 0 else { return String(decoding: bytes, as: UTF8.self) }
        while bytes.last == 0x30 { bytes.removeLast() }
        if bytes.last == ASCII.dot { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
