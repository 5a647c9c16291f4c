/// A language with its words: makes texts of phrases. What its table lacks is said in English.
package struct Language: Sendable {
    package let code: LanguageCode
    private let table: MessageTable

    /// The language of the sources, which needs no table.
    package static let english = Language(.english, MessageTable())

    /// - Parameter table: the words of this language.
    package init(_ code: LanguageCode, _ table: MessageTable) {
        (self.code, self.table) = (code, table)
    }

    /// The text of a phrase.
    package func callAsFunction(_ phrase: Phrase) -> String {
        switch phrase {
        case .sentence(let key, let arguments): filled(table[key]?.forms[0] ?? key, arguments)
        case .counted(let count, let one, let other): counted(count, one, other)
        case .verbatim(let text): text
        case .number(let number): String(number)
        case .decimal(let value, let places): NumberSigns(locale: code.rawValue).decimal(value, places: places)
        case .date(let date, let style): DateWords(code: code).text(date, style)
        case .time(let time): DateWords(code: code).text(time)
        case .moment(let date, let time, let style): DateWords(code: code).text(date, time, style)
        case .joined(let phrases, let separator):
            phrases.filter { !$0.isEmpty }.map(callAsFunction).joined(separator: separator)
        }
    }

    /// What stands for a unit of a template, and where in the table; nil where the unit stands for itself.
    ///
    /// - Parameter unit: its key (`Templates` makes it).
    package func translation(ofUnit unit: String) -> (text: String, place: MessageTable.Place)? {
        table[unit].map { ($0.forms[0], $0.place) }
    }

    private func counted(_ count: Int, _ one: Phrase, _ other: Phrase) -> String {
        guard case .sentence(let key, _) = one, case .sentence(_, let arguments) = other,
            let entry = table[key], entry.forms.count == 2
        else { return self(LanguageCode.english.plural(count) == 0 ? one : other) }
        return filled(entry.forms[code.plural(count)], arguments)
    }

    /// `text` with its `{1}`, `{2}` filled in.
    private func filled(_ text: String, _ arguments: [Phrase]) -> String {
        if arguments.isEmpty { return text }
        var output = ""
        for part in Placeholders.parts(of: text) {
            switch part {
            case .literal(let literal): output += literal
            case .argument(let number) where arguments.indices.contains(number - 1):
                output += self(arguments[number - 1])
            case .argument: break
            }
        }
        return output
    }
}

/// The languages of an installation.
package struct Languages: Sendable {
    private let all: [LanguageCode: Language]

    /// Without any table.
    package static let onlyEnglish = Languages([:])

    private init(_ languages: [LanguageCode: Language]) {
        all = languages.merging([.english: .english]) { $1 }
    }

    /// - Parameter sources: the bytes of each table by its file's name (`de.po`); other files mean nothing here.
    /// - Throws: every mistake in every table.
    package init(sources: [String: [UInt8]]) throws(MessageTableErrors) {
        var languages: [LanguageCode: Language] = [:]
        var problems: [MessageTableProblem] = []
        for code in LanguageCode.allCases where code != .english {
            guard let bytes = sources["\(code.rawValue).po"] else { continue }
            var reader = MessageTableReader(bytes, file: "\(code.rawValue).po", code: code)
            languages[code] = Language(code, reader.read())
            problems += reader.problems
        }
        guard problems.isEmpty else { throw MessageTableErrors(problems) }
        self.init(languages)
    }

    /// Those that have words here, English first.
    package var codes: [LanguageCode] { LanguageCode.allCases.filter { all[$0] != nil } }

    /// The language of this code; English where it has no table.
    package subscript(_ code: LanguageCode) -> Language { all[code] ?? .english }

    /// The language of a locale: `de-AT` is said in German, and what has no table in English.
    package func language(of locale: String) -> Language { self[LanguageCode(locale: locale)] }
}
