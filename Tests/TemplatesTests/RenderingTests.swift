import Templates
import Testing

/// A single template `t` with its partials, rendered.
func rendered(
    _ template: String, _ value: TemplateValue, names: TemplateNames, partials: [String: String] = [:],
    kind: String = "html"
) throws -> String {
    var sources = ["t.\(kind).mustache": Array(template.utf8)]
    for (name, text) in partials { sources["\(name).\(kind).mustache"] = Array(text.utf8) }
    let set = try TemplateSet(sources: sources, names: ["t": names])
    return String(decoding: set.render("t.\(kind)", value), as: UTF8.self)
}

struct Rendering {
    private static let names: TemplateNames = [
        "name": .value, "count": .value, "open": .value, "body": .markup,
        "organization": ["name", "city"], "items": .each(["title", "url"]), "words": .each(.value),
        "groups": .each(["name": .value, "people": .each(["name"])]),
    ]

    private static let value: TemplateValue = [
        "name": "Ada", "count": .number(3), "open": true, "body": .markup(Array("<b>x</b>".utf8)),
        "organization": ["name": "Acme", "city": .absent],
        "items": .list([["title": "A", "url": "/a"], ["title": "B", "url": "/b"]]),
        "words": .list(["x", "y<"]),
        "groups": .list([
            ["name": "one", "people": .list([["name": "Bo"], ["name": "Cy"]])], ["name": "two", "people": .list([])],
        ]),
    ]

    @Test(
        "each construct of the language writes what Mustache says",
        arguments: [
            ("{{name}}", "Ada"),
            ("{{ name }}{{count}}{{open}}", "Ada3true"),
            ("{{organization.name}}", "Acme"),
            ("{{#organization}}{{name}} {{count}}{{/organization}}", "Acme 3"),
            ("{{#organization.city}}no{{/organization.city}}", ""),
            ("{{^organization.city}}nowhere{{/organization.city}}", "nowhere"),
            ("{{#items}}[{{title}} {{name}}]{{/items}}", "[A Ada][B Ada]"),
            ("{{^items}}none{{/items}}", ""),
            ("{{#words}}{{.}},{{/words}}", "x,y&lt;,"),
            ("{{#words}}{{#.}}[{{.}}]{{/.}}{{/words}}", "[x][y&lt;]"),
            ("{{#groups}}{{name}}:{{#people}}{{name}};{{/people}} {{/groups}}", "one:Bo;Cy; two: "),
            ("{{#open}}yes {{name}}{{/open}}", "yes Ada"),
            ("a{{! not shown\n at all }}b", "ab"),
            ("{{{body}}}", "<b>x</b>"),
            ("a { b }} c", "a { b }} c"),
        ])
    func language(template: String, expected: String) throws {
        #expect(try rendered(template, Self.value, names: Self.names) == expected)
    }

    @Test(
        "a section, comment or partial alone on its line takes the line with it",
        arguments: [
            ("a\n{{#open}}\nb\n{{/open}}\nc", "a\nb\nc"),
            ("a\r\n  {{#open}}  \r\nb\r\n{{/open}}\r\nc", "a\r\nb\r\nc"),
            ("{{! c }}\na", "a"),
            ("a {{#open}}\nb{{/open}}", "a \nb"),
            ("a\n  {{>p}}\nb", "a\n(Ada)\nb"),
            ("{{name}}\nb", "Ada\nb"),
            ("{{#open}} {{/open}}\nb", " \nb"),
        ])
    func standaloneLines(template: String, expected: String) throws {
        let partials = template.utf8.contains(UInt8(ascii: ">")) ? ["p": "({{name}})\n"] : [:]
        let text = try rendered(template, Self.value, names: Self.names, partials: partials)
        #expect(Array(text.utf8) == Array(expected.utf8))
    }

    @Test(
        "nothing is skipped by a section and shown by its inverse",
        arguments: [
            TemplateValue.absent, .flag(false), .number(0), .text(""), .markup([]), .list([]),
        ])
    func nothing(value: TemplateValue) throws {
        let text = try rendered("{{#x}}there{{/x}}{{^x}}nothing{{/x}}", ["x": value], names: ["x"])
        #expect(text == "nothing")
    }

    @Test("fields are found in whatever order the caller writes them, and missing ones are empty")
    func orderOfFields() throws {
        let text = try rendered("{{a}}{{b}}{{c}}", ["c": "3", "a": "1"], names: ["a", "b", "c"])
        #expect(text == "13")
    }

    @Test("adding puts fields behind and replaces those of the same name")
    func adding() throws {
        let value = (["a": "1", "b": "2"] as TemplateValue).adding(["b": "3", "c": "4"])
        #expect(value == ["a": "1", "b": "3", "c": "4"])
        #expect((["a", "b"] as TemplateNames).merging(["b": ["x"]]) == ["a": .value, "b": ["x"]])
    }

    @Test("a partial of a text is a text: nothing in it is escaped for HTML")
    func partialKeepsKind() throws {
        let text = try rendered("{{>p}}", ["x": "a & b"], names: ["x"], partials: ["p": "{{x}}"], kind: "txt")
        #expect(text == "a & b")
    }

    @Test("a mail is its headers, its text and its HTML, each escaped in its own way")
    func mail() throws {
        let set = try TemplateSet(
            sources: [
                "hello.txt.mustache": Array("Subject: {{title}} for you\r\nX-Kind: a\r\n\r\nDear {{title}},\n".utf8),
                "hello.html.mustache": Array("<p>{{title}}</p>".utf8),
            ], names: ["hello": ["title"]])
        let mail = set.renderMail("hello", ["title": "A & B\r\nBcc: x@example.org"])
        #expect(mail.subject == "A & B  Bcc: x@example.org for you")
        #expect(mail.headers.map(\.name) == ["Subject", "X-Kind"])
        #expect(String(decoding: mail.text, as: UTF8.self) == "Dear A & B\nBcc: x@example.org,\n")
        #expect(mail.html.map { String(decoding: $0, as: UTF8.self) } == "<p>A &amp; B\nBcc: x@example.org</p>")
    }

    @Test("a template that is not there renders nothing")
    func unknownTemplate() throws {
        let set = try TemplateSet(sources: ["a.txt.mustache": [0x61]], names: ["a": []])
        #expect(set.render("b.txt", [:]).isEmpty)
        #expect(set.renderMail("a", [:]).html == nil)
        #expect(set.has("a.txt") && !set.has("a.html"))
    }
}
