/// A language that commands may be typed in, by its ISO 639-1 code.
package enum CommandLanguage: String, CaseIterable, Sendable {
    case english = "en"
    case german = "de"
    case french = "fr"
    case spanish = "es"
    case italian = "it"
    case dutch = "nl"
    case portuguese = "pt"
    case swedish = "sv"
    case danish = "da"
    case norwegian = "nb"
    case finnish = "fi"
    case polish = "pl"
    case czech = "cs"

    /// The language of a locale such as `de`, `de-AT` or `pt_BR`, or `nil` when commands are not known in it.
    package init?(locale: String) {
        let code = String(decoding: locale.utf8.prefix { $0.isASCIILetter }.asciiLowercased, as: UTF8.self)
        // Norwegian goes by three codes.
        self.init(rawValue: code == "no" || code == "nn" ? "nb" : code)
    }
}
