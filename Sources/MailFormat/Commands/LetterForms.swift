/// Other forms of the same Latin letters, as keyboards and mailers send them.
enum LetterForms {
    /// Letters that one scalar stands for: full-width forms of ASCII, and the ligatures that typesetting makes. Nothing that
    /// only looks like a letter is here: a Cyrillic А stays Cyrillic.
    static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { [$0] } ?? [scalar]
        case 0xFB00: ["f", "f"]
        case 0xFB01: ["f", "i"]
        case 0xFB02: ["f", "l"]
        case 0xFB03: ["f", "f", "i"]
        case 0xFB04: ["f", "f", "l"]
        case 0xFB05, 0xFB06: ["s", "t"]
        default: [scalar]
        }
    }

    /// The composed letter of a small base letter and a combining mark (NFD, as macOS writes it), or `nil`.
    static func composed(_ base: Unicode.Scalar, with mark: Unicode.Scalar) -> Unicode.Scalar? {
        compositions[mark]?[base]
    }

    /// The base letter of an accented small one; `nil` for any other scalar.
    static func withoutAccent(_ letter: Unicode.Scalar) -> Unicode.Scalar? { bases[letter] }

    static func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x328).contains(scalar.value) }

    /// Mark → its base letters, and what becomes of them.
    private static let table: [(mark: Unicode.Scalar, bases: String, letters: String)] = [
        ("\u{300}", "aeiou", "àèìòù"),
        ("\u{301}", "aeioucnszy", "áéíóúćńśźý"),
        ("\u{302}", "aeiou", "âêîôû"),
        ("\u{303}", "aon", "ãõñ"),
        ("\u{307}", "ze", "żė"),
        ("\u{308}", "aeiouy", "äëïöüÿ"),
        ("\u{30A}", "au", "åů"),
        ("\u{30B}", "ou", "őű"),
        ("\u{30C}", "cdenrstz", "čďěňřšťž"),
        ("\u{327}", "cs", "çş"),
        ("\u{328}", "ae", "ąę"),
    ]

    private static let compositions: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = Dictionary(
        uniqueKeysWithValues: table.map { row in
            (row.mark, Dictionary(uniqueKeysWithValues: zip(row.bases.unicodeScalars, row.letters.unicodeScalars)))
        })

    private static let bases: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
        uniqueKeysWithValues: table.flatMap { zip($0.letters.unicodeScalars, $0.bases.unicodeScalars) })
}
