import Templates
import Testing

struct Problems {
    private func problems(_ sources: [String: String], names: [String: TemplateNames]) -> [String] {
        do {
            _ = try TemplateSet(sources: sources.mapValues { Array($0.utf8) }, names: names)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test(
        "each mistake is told with line, column and a way out",
        arguments: [
            ("a\n é{{projct}}", "2:3: unknown name \"projct\" (known here: project, items, body, deep)"),
            ("{{#items}}{{x}}{{/items}}", "1:11: unknown name \"x\" (known here: title, project, items, body, deep)"),
            ("{{deep.x}}", "1:1: unknown name \"x\" in \"deep\" (known here: name)"),
            ("{{#items}}", "1:1: section \"items\" is never closed"),
            ("{{/items}}", "1:1: \"items\" is closed here, but no section is open"),
            ("{{#items}}\n{{/deep}}", "2:1: \"deep\" is closed here, but the open section is \"items\" of line 1"),
            ("{{project", "1:1: this tag is never closed with }}"),
            ("{{{body}}", "1:1: this tag is never closed with }}}"),
            ("{{&project}}", "1:1: not a name: \"&project\""),
            ("{{=<% %>=}}", "1:1: not a name: \"=<% %>=\""),
            ("{{deep..name}}", "1:1: not a name: \"deep..name\""),
            ("{{}}", "1:1: not a name: \"\""),
            ("{{>none}}", "1:1: no partial \"none.html.mustache\" (there are: t)"),
            ("{{>t}}", "1:1: partial \"t\" includes itself"),
            ("{{{project}}}", "1:1: \"project\" is not markup: write {{project}}"),
            ("{{body}}", "1:1: \"body\" is markup: write {{{body}}}"),
            ("{{items}}", "1:1: \"items\" is a list: write a section"),
            ("{{deep}}", "1:1: \"deep\" is an object: write one of its names, or a section"),
            ("<a href={{project}}>", "1:9: a value inside of a tag must be an attribute's, in quotes"),
            ("<a {{project}}>", "1:4: a value inside of a tag must be an attribute's, in quotes"),
            ("<a onclick=\"{{project}}\">", "1:13: no value may stand in the attribute \"onclick\""),
            ("<script>a<b;{{project}}</script>", "1:13: no value may stand inside of a script"),
            ("<p title=\"{{{body}}}\">", "1:11: markup may stand only where elements may"),
            ("<p title=\"x", "1:1: it ends inside of a tag, script or style"),
            (
                "{{#project}}<a href=\"{{/project}}\">",
                "1:1: section \"project\" opens a tag, a quotation or a script that it does not close"
            ),
        ])
    func oneMistake(template: String, expected: String) {
        let names: TemplateNames = ["project": .value, "items": .each(["title"]), "body": .markup, "deep": ["name"]]
        let found = problems(["t.html.mustache": template], names: ["t": names])
        #expect(found.first == "t.html.mustache:" + expected)
    }

    @Test("all mistakes of all files are told at once, in order")
    func allAtOnce() {
        let found = problems(
            [
                "b.html.mustache": "{{x}}\n{{>p}}", "p.html.mustache": "{{y}}",
                "a.txt.mustache": "Subject: {{z}}\nbad\n\n{{#q}}",
                "lost.html.mustache": "",
            ], names: ["a": [], "b": [], "c": []])
        #expect(
            found == [
                "a.txt.mustache:1:10: unknown name \"z\" (known here: none)",
                "a.txt.mustache:2:1: a header line is `Name: value`; an empty line ends the headers",
                "a.txt.mustache:4:1: section \"q\" is never closed",
                "b.html.mustache:1:1: unknown name \"x\" (known here: none)",
                "c:1:1: this template is declared, but has no file",
                "lost.html.mustache:1:1: this file is neither a declared template nor included by one",
                "p.html.mustache:1:1: unknown name \"y\" (known here: none), included by b.html.mustache",
            ])
    }

    @Test("sections nested without end are refused, not followed")
    func deepNesting() {
        let template = String(repeating: "{{#x}}", count: 100_000)
        let found = problems(["t.txt.mustache": template], names: ["t": ["x"]])
        #expect(found == ["t.txt.mustache:1:1: sections are nested deeper than 32"])
    }
}
