/// One mistake in a template, found when it is loaded.
package struct TemplateProblem: Sendable, Hashable, CustomStringConvertible {
    package let file: String
    /// Counted from 1.
    package let line: Int
    /// Counted from 1, in Unicode scalars.
    package let column: Int
    package let message: String

    /// As compilers write it, for example `login.html.mustache:4:12: unknown name "projct" (known here: project)`.
    package var description: String { "\(file):\(line):\(column): \(message)" }
}

/// Every mistake in a set of templates, all at once, in the order of files and lines.
package struct TemplateErrors: Error, Sendable, CustomStringConvertible {
    package let problems: [TemplateProblem]

    package var description: String { problems.map(\.description).joined(separator: "\n") }

    init(_ problems: Set<TemplateProblem>) {
        self.problems = problems.sorted {
            ($0.file, $0.line, $0.column, $0.message) < ($1.file, $1.line, $1.column, $1.message)
        }
    }

    /// The same mistakes, with other names of the files.
    func naming(_ name: (String) -> String) -> TemplateErrors {
        TemplateErrors(
            Set(
                problems.map {
                    TemplateProblem(file: name($0.file), line: $0.line, column: $0.column, message: $0.message)
                }))
    }
}

/// Where in a template something stands.
struct Position: Sendable {
    let file: String
    let line: Int
    let column: Int

    func problem(_ message: String) -> TemplateProblem {
        TemplateProblem(file: file, line: line, column: column, message: message)
    }
}
