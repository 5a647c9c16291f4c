import Templates
import Testing

struct Escaping {
    @Test(
        "in HTML the five characters are written as entities, whatever follows them",
        arguments: [
            ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"),
            ("\"\u{FE0F} onfocus=x", "&quot;\u{FE0F} onfocus=x"),
            ("<\u{0301}script>", "&lt;\u{0301}script&gt;"),
            ("'\u{200D}&\u{20DD}", "&#39;\u{200D}&amp;\u{20DD}"),
            ("a\u{0}b\u{85}c\u{7F}\u{C2}d\te\nf\r\n", "abc\u{C2}d\te\nf\n"),
            ("Ünï 🎉", "Ünï 🎉"),
        ])
    func html(text: String, expected: String) throws {
        for template in ["{{x}}", "<p title=\"{{x}}\">", "<p title='{{x}}'>", "<!--[if mso]>{{x}}<![endif]-->"] {
            let around = template.split(separator: "{{x}}").map(String.init)
            let result = try rendered(template, ["x": .text(text)], names: ["x"])
            let wanted = (around.first ?? "") + expected + (around.count > 1 ? around[1] : "")
            #expect(Array(result.utf8) == Array(wanted.utf8))
        }
    }

    @Test(
        "a text loses control characters and nothing else",
        arguments: [
            ("a\u{1B}[31m<b>&", "a[31m<b>&"), ("a\r\nb\tc", "a\nb\tc"), ("\u{9B}x\u{A0}y", "x\u{A0}y"),
            ("\u{C2}", "\u{C2}"),
        ])
    func plain(text: String, expected: String) throws {
        let result = try rendered("{{x}}", ["x": .text(text)], names: ["x"], kind: "txt")
        #expect(Array(result.utf8) == Array(expected.utf8))
    }

    @Test(
        "a link leads to http, https, mailto or somewhere relative, or nowhere",
        arguments: [
            ("https://example.org/a?b=c&d=e", "https://example.org/a?b=c&amp;d=e"),
            ("HTTP://example.org", "HTTP://example.org"), ("mailto:a@example.org", "mailto:a@example.org"),
            ("/projects/1", "/projects/1"), ("a/b:c", "a/b:c"), ("?x=a:b", "?x=a:b"), ("#top", "#top"),
            ("javascript:alert(1)", "#"), ("JaVaScRiPt:x", "#"), ("data:text/html,x", "#"), (":x", "#"),
            (" javascript:x", "#"), ("java\nscript:x", "#"), ("vbscript:x", "#"), ("j\u{0301}:x", "#"),
            ("/a b\"'<é", "/a%20b%22&#39;%3C%C3%A9"),
        ])
    func links(text: String, expected: String) throws {
        for (before, after) in [("<a href=\"", "\">"), ("<img SRC = '", "'>"), ("<form class=x action=\"", "\">")] {
            let result = try rendered(before + "{{x}}" + after, ["x": .text(text)], names: ["x"])
            #expect(result == before + expected + after)
        }
    }

    @Test(
        "a value inside of a link stays inside of its part",
        arguments: [
            ("<a href=\"/l/{{x}}\">", "a b:/?", "<a href=\"/l/a%20b:/?\">"),
            ("<a href=\"/l?q={{x}}\">", "a&b=c d", "<a href=\"/l?q=a%26b%3Dc%20d\">"),
            (
                "<a href=\"mailto:a@b?subject={{x}}\">", "é\r\nBcc: x",
                "<a href=\"mailto:a@b?subject=%C3%A9%0D%0ABcc%3A%20x\">"
            ),
            ("<a href=\"{{x}}{{x}}\">", "javascript", "<a href=\"javascriptjavascript\">"),
            ("<a href=\"javascript{{x}}\">", ":alert(1)", "<a href=\"javascript#\">"),
            ("<a href=\"{{#x}}{{x}}{{/x}}\">", "javascript:x", "<a href=\"#\">"),
        ])
    func partsOfLinks(template: String, text: String, expected: String) throws {
        #expect(try rendered(template, ["x": .text(text)], names: ["x"]) == expected)
    }

    @Test(
        "a style takes colors and lengths only",
        arguments: [
            ("#12ab9F", "#12ab9F"), ("50%", "50%"), ("red;background:url(x)", ""), ("expression(1)", ""),
            ("\u{0301}red", ""),
        ])
    func styles(text: String, expected: String) throws {
        let inAttribute = try rendered("<p style=\"color:{{x}}\">", ["x": .text(text)], names: ["x"])
        #expect(inAttribute == "<p style=\"color:\(expected)\">")
        let element = "<style>a>b{color:{{x}}}</style><p title='{{x}}'>"
        let inElement = try rendered(element, ["x": .text(text)], names: ["x"])
        #expect(inElement.utf8.starts(with: "<style>a>b{color:\(expected)}</style>".utf8))
    }

    @Test("a header stays one line")
    func headers() throws {
        let set = try TemplateSet(
            sources: ["t.txt.mustache": Array("Subject: [{{x}}]\n\nbody".utf8)], names: ["t": ["x"]])
        let subject = set.renderMail("t", ["x": "a\r\nb\u{0}c\u{85}d\n\u{301}e"]).subject
        #expect(Array(subject.utf8) == Array("[a  b c d \u{301}e]".utf8))
    }

    @Test("markup that is given for a text is escaped, and text for markup as well")
    func confusedKinds() throws {
        let names: TemplateNames = ["text": .value, "markup": .markup]
        let value: TemplateValue = ["text": .markup(Array("<i>".utf8)), "markup": "<b>"]
        #expect(try rendered("{{text}}{{{markup}}}", value, names: names) == "&lt;i&gt;&lt;b&gt;")
    }
}
