/// Numbers as people of a language write them (Unicode CLDR): blanks do not break.
struct NumberWords {
    let code: LanguageCode

    private var group: String {
        switch code {
        case .english: ","
        case .german: "."
        case .french: "\u{A0}"
        }
    }

    private var point: String { code == .english ? "." : "," }

    /// `1,234.50`; a minus sign where it is below zero.
    ///
    /// - Parameter places: digits behind the point, 0 to 18.
    func decimal(_ value: Int64, places: Int) -> String {
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
