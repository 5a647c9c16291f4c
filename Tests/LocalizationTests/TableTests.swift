import Foundation
import Localization
import Templates
import Testing

@testable import MailFormat

/// The tables that come along: whole, and nothing too much in them.
struct TableTests {
    private static let codes: [LanguageCode] = [.german, .french]

    private static func table(_ code: LanguageCode) throws -> (MessageTable, [String]) {
        let file = "locales/\(code.rawValue).po"
        var reader = MessageTableReader(try Texts.bytes(file), file: file, code: code)
        let table = reader.read()
        return (table, reader.problems.map(\.description))
    }

    @Test func `every text stands in the list that translators get`() throws {
        let texts = try Texts()
        #expect(texts.unreadable == [])
        let path = "\(Texts.checkout)/locales/messages.pot"
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(texts.template.utf8).write(to: URL(filePath: path))
        }
        let written = String(decoding: try Texts.bytes("locales/messages.pot"), as: UTF8.self)
        #expect(written == texts.template, "UPDATE_GOLDEN=1 writes locales/messages.pot")
    }

    @Test func `templates say nothing outside of units`() throws {
        #expect(try Texts().unmarked == [])
    }

    @Test(arguments: codes)
    func `a table lacks nothing, and has nothing too much`(code: LanguageCode) throws {
        let (table, problems) = try Self.table(code)
        let entries = try Texts().entries
        #expect(problems == [])
        #expect(entries.map(\.key).filter { table[$0] == nil } == [], "not translated")
        #expect(table.keys.subtracting(entries.map(\.key)).sorted() == [], "translated, but nowhere said")
        for entry in entries { #expect(table[entry.key].map { $0.plural == entry.plural } ?? true, "\(entry.key)") }
    }

    @Test(arguments: codes)
    func `a translation begins and ends with letters as its text does, without a blank`(code: LanguageCode) throws {
        let (table, _) = try Self.table(code)
        for key in table.keys {
            for form in table[key]?.forms ?? [] {
                #expect(
                    form == form.trimmingCharacters(in: .whitespaces)
                        || key != key.trimmingCharacters(in: .whitespaces), "\(key)")
                #expect(!form.contains("  "), "\(key)")
            }
        }
    }

    @Test(arguments: codes)
    func `a word that is to be typed is understood in the language in which it is told`(code: LanguageCode) throws {
        let language = try #require(CommandLanguage(rawValue: code.rawValue))
        let (table, _) = try Self.table(code)
        for key in table.keys {
            let told = Self.capitals(key).compactMap { CommandVerb(rawValue: $0) }
            let text = table[key]?.forms.joined(separator: " ") ?? ""
            if let verb = CommandVerb(rawValue: key) {
                #expect(Self.words(for: verb, language).contains(text), "\(text)")
            } else {
                for verb in told { #expect(Self.words(for: verb, language).contains { text.contains($0) }, "\(text)") }
            }
        }
    }

    @Test func `the reader of phrases reads what can be written`() {
        let source = #"""
            let a = Phrase("Say \"no\" to \(names.joined(separator: ", ")) (\(count + (1)))\u{A0}!")
            let b = Phrase(count, one: "one", other: "\(count) others")
            let c = Phrase(
                count, one: "a {x}",
                other: "b")
            let d: NoPhrase(x) = Phrase(value)
            """#
        var scanner = PhraseScanner(Array(source.utf8))
        let found = scanner.scan()
        #expect(found.map(\.key) == ["Say \"no\" to {1} ({2})\u{A0}!", "one", "a {x}"])
        #expect(found.map(\.plural) == [nil, "{1} others", "b"])
        #expect(scanner.problems == ["6: a phrase is a literal, or `one:` and `other:` with literals"])
    }

    /// Words of capital letters.
    private static func capitals(_ text: String) -> [String] {
        text.split { !($0.isLetter || $0 == "-") }.map(String.init).filter { $0.count > 1 && $0 == $0.uppercased() }
    }

    /// What can be typed for a verb, in capital letters.
    private static func words(for verb: CommandVerb, _ language: CommandLanguage) -> [String] {
        let rows = CommandSynonyms.rows.filter { $0.verb == verb }
        let words = rows.flatMap { ($0.words[language] ?? "").split(separator: ",") }
        return words.map { $0.trimmingCharacters(in: .whitespaces).uppercased() } + [verb.rawValue]
    }
}
