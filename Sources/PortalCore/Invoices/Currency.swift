import MailFormat

/// A currency by its code (ISO 4217).
package struct Currency: Hashable, Sendable {
    /// Three capitals.
    package let code: String

    /// The currency of a code in capitals; nil for a code that is none.
    package init?(_ code: String) {
        guard code.utf8.count == 3, Self.places(of: code) != nil else { return nil }
        self.code = code
    }

    /// The euro: what organizations bill in that name no other.
    package static let euro = Currency(known: "EUR")

    private init(known code: String) { self.code = code }

    /// How many decimal places an amount has: the currency's minor unit.
    package var places: Int { Self.places(of: code) ?? 2 }

    private static func places(of code: String) -> Int? {
        table.first { $0.codes.utf8.split(separator: ASCII.space).contains { $0.elementsEqual(code.utf8) } }?.places
    }

    /// ISO 4217 List One, without funds, metals and codes for testing.
    private static let table: [(places: Int, codes: String)] = [
        (
            2,
            """
            AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC \
            CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR \
            JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD \
            NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN \
            SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
            """
        ),
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
    ]
}

extension Currency: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let currency = Currency(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no currency of ISO 4217")
        }
        self = currency
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
