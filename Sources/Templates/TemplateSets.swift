package import Localization

/// The same templates in every language of an installation, each made once.
package struct TemplateSets: Sendable {
    private let english: TemplateSet
    private let others: [LanguageCode: TemplateSet]

    /// - Parameter sources: the files, the same for every language; see `TemplateSet`.
    /// - Throws: every mistake in the first set that has some.
    package init(
        sources: [String: [UInt8]], names: [String: TemplateNames], languages: Languages
    ) throws(TemplateErrors) {
        try self.init(names: names, languages: languages, sources: { _ in sources })
    }

    /// - Parameters:
    ///   - sources: the files for a language.
    ///   - shownName: what a file of a language is called where a mistake in it is told.
    /// - Throws: every mistake in the first set that has some.
    package init(
        names: [String: TemplateNames], languages: Languages, sources: (LanguageCode) -> [String: [UInt8]],
        shownName: (LanguageCode, String) -> String = { $1 }
    ) throws(TemplateErrors) {
        func set(_ code: LanguageCode) throws(TemplateErrors) -> TemplateSet {
            do {
                return try TemplateSet(sources: sources(code), names: names, language: languages[code])
            } catch {
                throw error.naming { shownName(code, $0) }
            }
        }
        english = try set(.english)
        var others: [LanguageCode: TemplateSet] = [:]
        for code in languages.codes where code != .english { others[code] = try set(code) }
        self.others = others
    }

    /// The set in a language; in English where there are no words in it.
    package subscript(_ code: LanguageCode) -> TemplateSet { others[code] ?? english }
}
