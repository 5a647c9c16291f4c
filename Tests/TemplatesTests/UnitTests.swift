import Localization
import Templates
import Testing

private let names: TemplateNames = ["name": .value, "several": .value, "count": .value]

private func render(
    _ source: String, _ table: String, file: String = "a.txt.mustache", _ value: TemplateValue = ["name": "Ana"]
) throws -> String {
    let languages = try Languages(sources: ["de.po": Array(table.utf8)])
    let set = try TemplateSet(sources: [file: Array(source.utf8)], names: ["a": names], language: languages[.german])
    return String(decoding: set.render(String(file.dropLast(".mustache".count)), value), as: UTF8.self)
}

private func problems(_ source: String, _ table: String, file: String = "a.txt.mustache") -> [String] {
    do {
        _ = try render(source, table, file: file)
        return []
    } catch {
        return (error as? TemplateErrors)?.problems.map(\.description) ?? ["\(error)"]
    }
}

struct UnitTests {
    @Test func `a unit is said in the language of the set, its tags wherever the language wants them`() throws {
        let table = "msgid \"Hello {{name}}, welcome\"\nmsgstr \"Willkommen, {{name}}\"\n"
        #expect(try render("{{#t}}Hello {{name}}, welcome{{/t}}!", table) == "Willkommen, Ana!")
        #expect(try render("{{#t}}Hello {{name}}, welcome{{/t}}!", "") == "Hello Ana, welcome!")
    }

    @Test func `line breaks within a unit are blanks to a table, and those around it stay`() throws {
        let table = "msgid \"Hello {{name}}, welcome\"\nmsgstr \"Willkommen, {{name}}\"\n"
        #expect(try render("{{#t}}\n  Hello\n  {{name}},\r\nwelcome\n{{/t}}\n!", table) == "  Willkommen, Ana\n!")
        #expect(try render("{{#t}}\n  Hello\n  {{name}}\n{{/t}}\n!", table) == "  Hello\n  Ana\n!")
    }

    @Test func `sections are translated as a whole`() throws {
        let table = """
            msgid "{{#several}}{{count}} things{{/several}}{{^several}}One thing{{/several}}"
            msgstr "{{^several}}Eine Sache{{/several}}{{#several}}{{count}} Sachen{{/several}}"
            """
        let source = "{{#t}}{{#several}}{{count}} things{{/several}}{{^several}}One thing{{/several}}{{/t}}"
        #expect(try render(source, table, ["several": true, "count": .number(3)]) == "3 Sachen")
        #expect(try render(source, table, ["several": false]) == "Eine Sache")
    }

    @Test func `a header is translated like any other text`() throws {
        let languages = try Languages(sources: ["de.po": Array("msgid \"For {{name}}\"\nmsgstr \"Für {{name}}\"".utf8)])
        let set = try TemplateSet(
            sources: ["a.txt.mustache": Array("Subject: {{#t}}For {{name}}{{/t}}\n\nx".utf8)], names: ["a": names],
            language: languages[.german])
        #expect(set.renderMail("a", ["name": "Ana"]).subject == "Für Ana")
    }

    @Test func `a phrase among the values is said in the language of the set, and escaped`() throws {
        let table = "msgid \"{1} & more\"\nmsgstr \"{1} & mehr\"\n"
        #expect(
            try render("{{name}}", table, file: "a.html.mustache", ["name": .phrase(Phrase("\("<b>") & more"))])
                == "&lt;b&gt; &amp; mehr")
        #expect(try render("{{#name}}x{{/name}}", table, ["name": .phrase(.empty)]) == "")
    }

    @Test(arguments: [
        (
            "{{#t}}Hello {{name}}{{/t}}", "msgid \"Hello {{name}}\"\nmsgstr \"Hallo\"", "a.txt.mustache",
            "de.po:2:1: the translation has other tags than its English text"
        ),
        (
            "{{#t}}Hello{{/t}}", "msgid \"Hello\"\nmsgstr \"Hallo {{nobody}}\"", "a.txt.mustache",
            "de.po:2:1: the translation has other tags than its English text"
        ),
        (
            "{{#t}}Hello {{#t}}you{{/t}}{{/t}}", "", "a.txt.mustache",
            "a.txt.mustache:1:13: a unit to translate begins with {{#t}}, and not within another"
        ),
        (
            "{{^t}}Hello{{/t}}", "", "a.txt.mustache",
            "a.txt.mustache:1:1: a unit to translate begins with {{#t}}, and not within another"
        ),
        ("{{#t}} {{/t}}", "", "a.txt.mustache", "a.txt.mustache:1:1: there is nothing to translate in this unit"),
        (
            "<a title=\"{{#t}}Hello{{/t}}\">", "msgid \"Hello\"\nmsgstr \"\\\" onclick=\\\"x\"", "a.html.mustache",
            "a.html.mustache:1:11: this unit opens a tag, a quotation or a script that it does not close"
        ),
        (
            "<p>{{#t}}Hello{{/t}}</p>", "msgid \"Hello\"\nmsgstr \"Hallo <b\"", "a.html.mustache",
            "a.html.mustache:1:4: this unit opens a tag, a quotation or a script that it does not close"
        ),
    ])
    func `a unit that cannot be used is told when the set is made`(
        source: String, table: String, file: String, problem: String
    ) {
        #expect(problems(source, table, file: file).contains(problem))
    }

    @Test func `a test can list the units of a file`() {
        let source = Array("Subject: {{#t}}A{{/t}}\n\n{{#t}}\nB\nc\n{{/t}}\n".utf8)
        #expect(TemplateUnit.all(in: source, of: "a.txt.mustache").map(\.key) == ["A", "B c"])
        #expect(TemplateUnit.all(in: source, of: "a.txt.mustache").map(\.line) == [1, 3])
    }
}
