package import Localization

/// What a file's name says about how values are escaped in it.
enum TemplateKind: CaseIterable {
    case html, text

    var suffix: String {
        switch self {
        case .html: ".html.mustache"
        case .text: ".txt.mustache"
        }
    }
}

/// A mail's headers and parts as its templates make them.
package struct RenderedMail: Sendable, Equatable {
    /// The header lines at the head of the text template, in order, each value on one line.
    package let headers: [Header]
    package let text: [UInt8]
    /// `nil` where there is no HTML template.
    package let html: [UInt8]?

    /// One header line.
    package struct Header: Sendable, Equatable {
        package let name: String
        package let value: String
    }

    /// The value of `Subject`; empty where the template has none.
    package var subject: String { headers.first { $0.name.utf8.elementsEqual("Subject".utf8) }?.value ?? "" }
}

/// Templates, read and checked once, rendered often.
///
/// The language is Mustache: `{{name}}`, `{{a.b}}`, `{{#section}}…{{/section}}`, `{{^inverted}}`, `{{>partial}}`,
/// `{{! comment}}`, and `{{{markup}}}` for what was rendered before. `{{#t}}…{{/t}}` marks what is said otherwise in another
/// language: its tables are looked into while the set is made, not when it is rendered. How a value is escaped follows from the file's name
/// (`.html.mustache`, `.txt.mustache`, header lines at the head of a text that begins with `Subject:`) and, in HTML,
/// from the place: element, attribute, link or style.
package struct TemplateSet: Sendable {
    private struct Compiled: Sendable {
        let headers: [(name: String, steps: [Step])]
        let body: [Step]
    }

    private let templates: [String: Compiled]
    private let language: Language

    /// Reads and checks everything.
    ///
    /// - Parameters:
    ///   - sources: the bytes of each file by its name (`login.html.mustache`).
    ///   - declared: the names of each template by its own name (`login`, for `login.html.mustache` and
    ///     `login.txt.mustache` alike). A file that is not declared here is a partial, checked where it is included.
    ///   - language: what is said in the templates' units, and of phrases among the values.
    /// - Throws: every mistake in every file: syntax, unknown names and partials, values where none may stand.
    package init(
        sources: [String: [UInt8]], names declared: [String: TemplateNames], language: Language = .english
    ) throws(TemplateErrors) {
        self.language = language
        var parser = Parser(language)
        var files: [String: ParsedFile] = [:]
        for (file, bytes) in sources { files[file] = parser.parse(bytes, file: file) }
        var compiler = Compiler(files)
        var templates: [String: Compiled] = [:]
        var unused = Set(sources.keys)
        var problems = Set<TemplateProblem>()
        for (name, names) in declared {
            let own = TemplateKind.allCases.map { name + $0.suffix }.filter { files[$0] != nil }
            if own.isEmpty { problems.insert(Self.problem(name, "this template is declared, but has no file")) }
            for file in own {
                templates[String(file.dropLast(".mustache".count))] = Compiled(
                    headers: compiler.headers(of: file, names), body: compiler.body(of: file, names))
            }
            unused.subtract(own)
        }
        for file in unused.subtracting(compiler.included) {
            problems.insert(Self.problem(file, "this file is neither a declared template nor included by one"))
        }
        problems.formUnion(parser.problems)
        problems.formUnion(compiler.problems)
        guard problems.isEmpty else { throw TemplateErrors(problems) }
        self.templates = templates
    }

    private static func problem(_ file: String, _ message: String) -> TemplateProblem {
        TemplateProblem(file: file, line: 1, column: 1, message: message)
    }

    /// Whether there is a template of this name (`login.html`).
    package func has(_ name: String) -> Bool { templates[name] != nil }

    /// The template `name` (`login.html`, `receipt.txt`) filled with `value`; nothing for a name that is not there.
    package func render(_ name: String, _ value: TemplateValue) -> [UInt8] {
        guard let template = templates[name] else { return [] }
        return render(template.body, value)
    }

    /// The mail `name`: its text template with the header lines, and its HTML template if there is one.
    package func renderMail(_ name: String, _ value: TemplateValue) -> RenderedMail {
        let headers = (templates[name + ".txt"]?.headers ?? []).map { header in
            let bytes = render(header.steps, value)
            return RenderedMail.Header(name: header.name, value: String(decoding: bytes, as: UTF8.self))
        }
        return RenderedMail(
            headers: headers, text: render(name + ".txt", value),
            html: has(name + ".html") ? render(name + ".html", value) : nil)
    }

    private func render(_ steps: [Step], _ value: TemplateValue) -> [UInt8] {
        var rendering = Rendering(value, in: language, expecting: 4096)
        rendering.write(steps)
        return rendering.output
    }
}
