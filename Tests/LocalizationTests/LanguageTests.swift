import Testing

@testable import Localization

private func language(_ code: LanguageCode, _ table: String) throws -> Language {
    try Languages(sources: ["\(code.rawValue).po": Array(table.utf8)])[code]
}

struct LanguageTests {
    @Test(arguments: [
        ("de", LanguageCode.german), ("de-AT", .german), ("DE_ch", .german), ("fr-CA", .french), ("en-GB", .english),
        ("pt-BR", .english), ("", .english), ("dex", .english),
    ])
    func `a locale is said in its language, or in English`(locale: String, code: LanguageCode) {
        #expect(LanguageCode(locale: locale) == code)
    }

    @Test func `what goes into a sentence may stand in another order`() throws {
        let german = try language(
            .german,
            #"""
            msgid "Version {1} of {2} is approved."
            msgstr "„{2}“ ist in Version {1} freigegeben."
            """#)
        let phrase = Phrase("Version \(3) of \("Logo") is approved.")
        #expect(german(phrase) == "„Logo“ ist in Version 3 freigegeben.")
        #expect(Language.english(phrase) == "Version 3 of Logo is approved.")
    }

    @Test func `what has no translation is said in English`() throws {
        let german = try language(.german, "msgid \"Yes\"\nmsgstr \"Ja\"\n")
        #expect(german(Phrase("Yes")) == "Ja")
        #expect(german(Phrase("No")) == "No")
        #expect(german(.joined([Phrase("Yes"), .empty, Phrase("No")], by: ", ")) == "Ja, No")
    }

    @Test(arguments: [
        (LanguageCode.english, 0, "0 files"), (.english, 1, "one file"), (.english, 2, "2 files"),
        (.german, 0, "0 Dateien"), (.german, 1, "eine Datei"), (.german, 2, "2 Dateien"),
        (.french, 0, "0 fichier"), (.french, 1, "1 fichier"), (.french, 2, "2 fichiers"),
    ])
    func `a number takes the form that its language wants`(code: LanguageCode, count: Int, text: String) throws {
        let sources = [
            "de.po":
                "msgid \"one file\"\nmsgid_plural \"{1} files\"\nmsgstr[0] \"eine Datei\"\nmsgstr[1] \"{1} Dateien\"",
            "fr.po":
                "msgid \"one file\"\nmsgid_plural \"{1} files\"\nmsgstr[0] \"{1} fichier\"\nmsgstr[1] \"{1} fichiers\"",
        ]
        let languages = try Languages(sources: sources.mapValues { Array($0.utf8) })
        #expect(languages[code](Phrase(count, one: "one file", other: "\(count) files")) == text)
    }

    @Test func `what somebody wrote is no place for anything else`() throws {
        #expect(Language.english(Phrase("By \("{1}{2}"), \(2)")) == "By {1}{2}, 2")
    }

    @Test(arguments: [
        (LanguageCode.english, "Friday, 12 June 2026, 18:00 (Europe/Berlin)", "12 June 2026", "18:00"),
        (.german, "Freitag, 12. Juni 2026, 18:00 Uhr (Europe/Berlin)", "12. Juni 2026", "18:00 Uhr"),
        (.french, "vendredi 12 juin 2026 à 18:00 (Europe/Berlin)", "12 juin 2026", "18:00"),
    ])
    func `dates and times are written as people do`(code: LanguageCode, moment: String, day: String, time: String) {
        let language = Language(code, MessageTable())
        #expect(
            language(.moment(seconds: 1_781_280_000, offset: 7200, .weekday, zone: "Europe/Berlin")) == moment)
        #expect(language(.day(seconds: 1_781_280_000, offset: 7200)) == day)
        #expect(language(.time(seconds: 1_781_280_000, offset: 7200)) == time)
    }

    @Test(arguments: [
        ("2026-03-01", "Sunday, 1 March 2026", "dimanche 1er mars 2026"),
        ("2024-02-29", "Thursday, 29 February 2024", "jeudi 29 février 2024"),
        ("1970-01-01", "Thursday, 1 January 1970", "jeudi 1er janvier 1970"), ("soon", "soon", "soon"),
        ("2026-13-01", "2026-13-01", "2026-13-01"),
    ])
    func `a date of the configuration is written out`(iso: String, english: String, french: String) {
        #expect(Language.english(.day(iso, .weekday)) == english)
        #expect(Language(.french, MessageTable())(.day(iso, .weekday)) == french)
    }

    @Test func `days are the same however they are counted`() {
        for day in stride(from: Int64(-800_000), through: 800_000, by: 997) {
            let date = CivilDate(days: day)
            #expect(date.weekday == Int(((day + 4) % 7 + 7) % 7), "\(date)")
        }
    }

    @Test(arguments: [
        (LanguageCode.english, "1,234,567.80", "\u{2212}0.05", "100"),
        (.german, "1.234.567,80", "\u{2212}0,05", "100"),
        (.french, "1\u{A0}234\u{A0}567,80", "\u{2212}0,05", "100"),
    ])
    func `numbers have the signs of their language`(code: LanguageCode, large: String, small: String, whole: String) {
        let language = Language(code, MessageTable())
        #expect(language(.decimal(123_456_780, places: 2)) == large)
        #expect(language(.decimal(-5, places: 2)) == small)
        #expect(language(.decimal(100, places: 0)) == whole)
    }
}
