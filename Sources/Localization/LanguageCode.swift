/// A language that the portal speaks, by its ISO 639-1 code.
package enum LanguageCode: String, CaseIterable, Sendable {
    case english = "en"
    case german = "de"
    case french = "fr"

    /// The language of a locale such as `de`, `de-AT` or `fr_CA`; English for one that is not spoken here.
    package init(locale: String) {
        let code = locale.utf8.prefix { (0x61...0x7A).contains($0 | 0x20) }.map { $0 | 0x20 }
        self = Self.allCases.first { $0.rawValue.utf8.elementsEqual(code) } ?? .english
    }

    /// Which form a noun takes behind a number: 0 for one, 1 for others (CLDR, “Language Plural Rules”). French counts
    /// nothing and one alike.
    func plural(_ count: Int) -> Int {
        switch self {
        case .english, .german: count == 1 ? 0 : 1
        case .french: (0...1).contains(count) ? 0 : 1
        }
    }

    /// The header line of a table that says the same (gettext, “Plural-Forms”).
    var pluralForms: String {
        switch self {
        case .english, .german: "nplurals=2; plural=(n != 1);"
        case .french: "nplurals=2; plural=(n > 1);"
        }
    }
}
